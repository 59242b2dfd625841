using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Editions;

/// <summary>An edition as its row, and back. The seal is over the canonical JSON, whatever form the row keeps it in.</summary>
internal static class EditionBytes
{
    private const uint LongestHint = 1 << 28;

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

    /// <exception cref="EditionSealBrokenException">
    /// The bytes are not those that were sealed, belong to another row, or the row says of them what they do not.
    /// </exception>
    public static Edition Open(StoredEdition stored)
    {
        var json = Unpacked(stored);

        // A large edition takes as long to check as a page to make: it is read meanwhile, and believed only once checked.
        var seal = Task.Run(() => EditionJson.Seal(json));
        Edition? edition = null;
        try
        {
            edition = EditionJson.Read(json);
        }
        catch (EditionUnreadableException) when (seal.Result != stored.Seal)
        {
            // What was tampered with need not be readable.
        }

        return seal.Result == stored.Seal && edition is not null
            && (edition.Quarter, edition.Number, edition.AsAt, edition.Notice) == (stored.Quarter, stored.Number, stored.AsAt, stored.Notice)
            ? edition
            : throw new EditionSealBrokenException(Broken(stored));
    }

    /// <summary>The canonical JSON that was sealed.</summary>
    /// <exception cref="EditionSealBrokenException">The bytes are not those that were sealed.</exception>
    public static byte[] Sealed(StoredEdition stored)
    {
        var json = Unpacked(stored);
        return EditionJson.Seal(json) == stored.Seal ? json : throw new EditionSealBrokenException(Broken(stored));
    }

    private static byte[] Unpacked(StoredEdition stored)
    {
        try
        {
            return Decompress(stored.Json);
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

        // Its last four bytes say how long the text is. They are a hint: a false one costs a copy.
        var length = compressed.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan()[^sizeof(uint)..]);
        using var json = new MemoryStream((int)Math.Min(length, LongestHint));
        gzip.CopyTo(json);
        return json.Length == json.Capacity ? json.GetBuffer() : json.ToArray();
    }
}
