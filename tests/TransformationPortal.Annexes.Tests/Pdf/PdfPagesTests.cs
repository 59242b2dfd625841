using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Tests.Pdf;

/// <summary>Pages: how many a paper has, and on which its headings stand, said in the contents of the Word file.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class PdfPagesTests(PaperTools tools)
{
    [Theory]
    [InlineData(AnnexKind.Annex2Pdf, AnnexKind.Annex2Docx, AnnexPrint.Standard)]
    [InlineData(AnnexKind.QuarterlyReportPdf, AnnexKind.QuarterlyReportDocx, AnnexPrint.Standard)]
    [InlineData(AnnexKind.Annex1Pdf, AnnexKind.Annex1Docx, AnnexPrint.Large)]
    public async Task Contents_OfAWordFile_NameThePagesOnWhichThePdfHasItsHeadings(AnnexKind pdf, AnnexKind word, AnnexPrint print)
    {
        using var laidOut = await PdfFile.OfAsync(tools, pdf, print: print);
        var pages = (await laidOut.TextAsync()).TrimEnd('\f', '\n').Split('\f').Select(p => p.Split('\n').Select(Bare).ToList()).ToList();
        var read = PdfPages.Read(laidOut.Bytes)!;

        Assert.Equal(await laidOut.PagesAsync(), read.Count);
        using var file = new WordFile(await WriteAsync(word, print, laidOut.Bytes));
        var lines = file.Body.Descendants<Hyperlink>().Where(h => h.Anchor?.Value?.StartsWith("_Toc", StringComparison.Ordinal) == true).Select(h => (Text: h.Elements<Run>().First().InnerText, Page: h.Descendants<Text>().Last().Text)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Contains(pages[int.Parse(l.Page, null) - 1], t => Bare(l.Text).StartsWith(t, StringComparison.Ordinal) && t.Length >= Math.Min(12, Bare(l.Text).Length)));
        Assert.DoesNotContain("updateFields", file.Main.DocumentSettingsPart!.Settings!.OuterXml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_WhereNobodyLaysThePagesOut_NameNone()
    {
        using var file = new WordFile(await WriteAsync(AnnexKind.Annex2Docx, AnnexPrint.Standard, null));

        Assert.DoesNotContain(file.Body.Descendants<FieldCode>(), c => c.Text.Contains("PAGEREF", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NoPdfOfLibreOffice_IsNothing() => Assert.Null(PdfPages.Read("%PDF-1.7 compressed"u8));

    private static async Task<byte[]> WriteAsync(AnnexKind kind, AnnexPrint print, byte[]? laidOut)
    {
        using var converter = new PdfConverter(new(), TimeProvider.System);
        using var stream = new MemoryStream();
        Assert.Null(await new AnnexFiles(converter).WriteAsync(
            kind, Editions.Published, DecisionBasis.AsItStands, print, CouncilLook.Default, stream, CancellationToken.None, laidOut is null ? null : laidOut.AsMemory()));
        return stream.ToArray();
    }

    private static string Bare(string line) => line.Replace('\u00a0', ' ').Trim();
}
