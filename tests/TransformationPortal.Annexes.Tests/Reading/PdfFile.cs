using System.Globalization;
using System.Xml.Linq;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>A word of a page: where it ends on the right, and where it stands from the top, in points.</summary>
internal sealed record PdfWord(int Page, double Right, double Top, string Text);

/// <summary>A PDF file as Poppler’s tools read it.</summary>
internal sealed class PdfFile(byte[] bytes) : IDisposable
{
    private readonly string file = WriteTemporary(bytes);

    public byte[] Bytes => bytes;

    /// <summary>A paper of the published sample.</summary>
    public static async Task<PdfFile> OfAsync(PaperTools tools, AnnexKind kind, DecisionBasis basis = DecisionBasis.AsItStands, AnnexPrint print = AnnexPrint.Standard) =>
        new(await tools.PdfAsync(kind, basis, print));

    public Task<string> TextAsync() => PaperTools.RunAsync("pdftotext", "-layout", file, "-");

    public async Task<int> PagesAsync() =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(await InfoAsync(), @"Pages:\s+(\d+)", default, TimeSpan.FromSeconds(1)).Groups[1].Value, null);

    public Task<string> InfoAsync(params string[] options) => PaperTools.RunAsync("pdfinfo", [.. options, file]);

    /// <summary>Every word with its place, page by page from the top.</summary>
    public async Task<IReadOnlyList<PdfWord>> WordsAsync()
    {
        var xml = await PaperTools.RunAsync("pdftotext", "-bbox", file, "-");
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return
        [
            .. XDocument.Parse(xml).Descendants(html + "page").SelectMany((page, number) => page.Elements(html + "word")
                .Select(w => new PdfWord(number + 1, Number(w, "xMax"), Number(w, "yMin"), w.Value))),
        ];
    }

    public void Dispose() => File.Delete(file);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static string WriteTemporary(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
