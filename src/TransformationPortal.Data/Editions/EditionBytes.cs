using System.Globalization;
using System.IO.Compression;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Editions;

/// <summary>An edition as its row, and back. The seal is over the canonical JSON, whatever form the row keeps it in.</summary>
internal static class EditionBytes
{
    public static StoredEdition Seal(Edition edition, DateTime publishedAt, string publishedBy)
    {
        var json = EditionJson.Write(edition);
        return new()
        {
            Quarter = edition.Quarter,
            Number = edition.Number,
            SchemaVersion = edition.SchemaVersion,
            AsAt = edition.AsAt,
            Notice = edition.Notice,
            Seal = EditionJson.Seal(json),
            PublishedAt = publishedAt,
            PublishedBy = publishedBy,
            Json = Compress(json),
        };
    }

    /// <exception cref="EditionSealBrokenException">The bytes are not those that were sealed, or belong to another row.</exception>
    public static Edition Open(StoredEdition stored)
    {
        var edition = EditionJson.Read(Sealed(stored));
        return edition.Quarter == stored.Quarter && edition.Number == stored.Number ? edition : throw new EditionSealBrokenException(Broken(stored));
    }

    /// <summary>The canonical JSON that was sealed.</summary>
    /// <exception cref="EditionSealBrokenException">The bytes are not those that were sealed.</exception>
    public static byte[] Sealed(StoredEdition stored)
    {
        try
        {
            var json = Decompress(stored.Json);
            return EditionJson.Seal(json) == stored.Seal ? json : throw new EditionSealBrokenException(Broken(stored));
        }
        catch (InvalidDataException e)
        {
            throw new EditionSealBrokenException(Broken(stored), e);
        }
    }

    private static string Broken(StoredEdition stored) => string.Create(CultureInfo.InvariantCulture,
        $"Edition {stored.Number} of {stored.Quarter} is damaged: what is stored does not match its seal, so it is not shown. Restore the database from a backup.");

    private static byte[] Compress(byte[] json)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(json);
        }

        return stream.ToArray();
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var json = new MemoryStream();
        gzip.CopyTo(json);
        return json.ToArray();
    }
}
