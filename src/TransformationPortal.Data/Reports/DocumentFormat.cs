using System.IO.Compression;
using System.Text;

namespace TransformationPortal.Data.Reports;

/// <summary>What a document is, by its first bytes and, where it is an archive, by what lies in it.</summary>
/// <param name="Ending">With its dot.</param>
internal sealed record DocumentFormat(string MediaType, string Ending)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Open = "application/vnd.oasis.opendocument.";
    private const int MostParts = 5000;

    /// <summary>Nothing where it is none that is taken: macros are not.</summary>
    public static DocumentFormat? Of(byte[] content) =>
        Begins(content, "%PDF-"u8) ? new("application/pdf", ".pdf")
        : Begins(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? new("image/png", ".png")
        : Begins(content, [0xFF, 0xD8, 0xFF]) ? new("image/jpeg", ".jpg")
        : Begins(content, "PK\u0003\u0004"u8) ? OfArchive(content)
        : null;

    private static bool Begins(byte[] content, ReadOnlySpan<byte> first) => content.AsSpan().StartsWith(first);

    private static DocumentFormat? OfArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = archive.Entries.Take(MostParts).Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)) ? null
                : names.Contains("[Content_Types].xml") ? OfOffice(names)
                : archive.GetEntry("mimetype") is { Length: < 100 } type ? OfOpen(type)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static DocumentFormat? OfOffice(HashSet<string> names) =>
        names.Contains("word/document.xml") ? new(Office + "wordprocessingml.document", ".docx")
        : names.Contains("xl/workbook.xml") ? new(Office + "spreadsheetml.sheet", ".xlsx")
        : names.Contains("ppt/presentation.xml") ? new(Office + "presentationml.presentation", ".pptx")
        : null;

    private static DocumentFormat? OfOpen(ZipArchiveEntry type)
    {
        using var reader = new StreamReader(type.Open(), Encoding.ASCII);
        return reader.ReadToEnd().Trim() switch
        {
            Open + "text" => new(Open + "text", ".odt"),
            Open + "spreadsheet" => new(Open + "spreadsheet", ".ods"),
            Open + "presentation" => new(Open + "presentation", ".odp"),
            _ => null,
        };
    }
}
