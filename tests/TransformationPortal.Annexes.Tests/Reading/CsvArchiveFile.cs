using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>A zip archive of CSV files opened again.</summary>
internal sealed class CsvArchiveFile(byte[] bytes)
{
    public byte[] Bytes => bytes;

    public static async Task<CsvArchiveFile> OfAsync(EditionStamp stamp, DecisionBasis basis = DecisionBasis.AsItStands)
    {
        using var stream = new MemoryStream();
        await CsvArchive.WriteAsync(new QuarterTables(stamp.Edition, basis), new AnnexFace(stamp, basis), stream, CancellationToken.None);
        return new(stream.ToArray());
    }

    public IReadOnlyList<string> Names
    {
        get
        {
            using var zip = Open();
            return [.. zip.Entries.Select(e => e.FullName)];
        }
    }

    public byte[] Content(string name)
    {
        using var zip = Open();
        using var stream = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public string Text(string name) => Encoding.UTF8.GetString(Content(name));

    public JsonElement Metadata(string key) => JsonDocument.Parse(Content($"{key}.csv-metadata.json")).RootElement;

    /// <summary>The rows of a table without its header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string key) => [.. Records(key).Skip(1)];

    public IReadOnlyList<string> Header(string key) => Records(key)[0];

    private List<IReadOnlyList<string>> Records(string key) => Rfc4180.Read(Text(key + ".csv"));

    private ZipArchive Open() => new(new MemoryStream(bytes), ZipArchiveMode.Read);
}
