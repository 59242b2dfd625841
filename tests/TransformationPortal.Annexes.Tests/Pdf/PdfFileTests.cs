using System.Text;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Pdf;

/// <summary>The PDF files as a reader’s program opens them.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class PdfFileTests(PaperTools tools)
{
    [Fact]
    public async Task Annex2_Opened_IsTaggedTitledInEnglishAndClaimsUniversalAccess()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);

        var info = await file.InfoAsync();
        var metadata = await file.InfoAsync("-meta");

        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Title:\s+Annex 2: Financial position", info);
        Assert.Contains("as at 30 June 2019 · as it stands", info, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", metadata, StringComparison.Ordinal);
        Assert.Contains("/Lang(en-GB)", Encoding.Latin1.GetString(file.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annex2_Structure_HasHeadingsTablesAndHeaderCells()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);

        var structure = await file.InfoAsync("-struct");

        Assert.All(["H1", "Table", "TR", "TH", "TD", "L", "LI"], tag => Assert.Matches($@"(?m)^\s*{tag}\b", structure));
    }

    [Fact]
    public async Task Annex2_Outline_LeadsToItsHeadings()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);

        var outline = Outline(file.Bytes);

        Assert.Contains("Savings that are not sure", outline);
        Assert.Contains("Decisions that figures wait for", outline);
    }

    [Fact]
    public async Task Annex1_Charts_HaveTheirAlternativeText()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex1Pdf);

        var structure = await file.InfoAsync("-struct");

        Assert.Equal(4, structure.Split('\n').Count(l => l.TrimEnd().EndsWith("Figure:", StringComparison.Ordinal)));
        Assert.DoesNotContain("Error", await file.InfoAsync(), StringComparison.Ordinal);
        Assert.Contains(BigEndianHex("Reducing Third Party Spend is to save most"), Encoding.Latin1.GetString(file.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annex2_Contents_GiveThePageOfEachHeading()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);

        var pages = (await file.TextAsync()).Split('\f');

        var line = pages[0].Split('\n').First(l => l.StartsWith("Implementation costs and funding", StringComparison.Ordinal));
        var page = int.Parse(line.Split('.', StringSplitOptions.RemoveEmptyEntries)[^1], null);
        Assert.Contains("Implementation costs and funding", pages[page - 1].Split('\n').Select(l => l.Trim()));
        Assert.True(page > 1);
    }

    [Fact]
    public async Task LargePrint_ConvertedToo_IsLongerAndLosesNothing()
    {
        using var standard = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);
        using var large = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf, print: AnnexPrint.Large);

        Assert.True((await large.TextAsync()).Split('\f').Length > (await standard.TextAsync()).Split('\f').Length);
        var words = (await large.WordsAsync()).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        Assert.All((await standard.WordsAsync()).Select(w => w.Text).Where(t => t.StartsWith('-') && t.Length > 4), number => Assert.Contains(number, words));
    }

    [Theory]
    [InlineData(AnnexKind.Annex1Pdf)]
    [InlineData(AnnexKind.Annex2Pdf)]
    [InlineData(AnnexKind.QuarterlyReportPdf)]
    public async Task LargePrint_OfAnyPaper_IsAtMostTwiceAndAFifthAsLong(AnnexKind kind)
    {
        using var standard = await PdfFile.OfAsync(tools, kind);
        using var large = await PdfFile.OfAsync(tools, kind, print: AnnexPrint.Large);

        Assert.InRange(await large.PagesAsync(), 1, await standard.PagesAsync() * 2.2);
    }

    [Fact]
    public async Task Annex1_Opened_SaysWhenItWasMadeAndWhatItIsFoundBy_AndItsTitleHeadsIt()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex1Pdf);
        var info = await file.InfoAsync();

        Assert.Matches(@"CreationDate:\s+Fri Jul 12 09:30:00 2019", info);
        Assert.Matches(@"Keywords:\s+Oxfordshire.Transformation.Programme, Oxfordshire.County.Council.*, 2019/20.Q1, Edition.1, As.at.30.June.2019, As.it.stands", info);
        Assert.Matches(@"(?m)^\s*H1 \(block\):\s+(/\S+ .*\s+)*""Annex 1: Programme dashboard""", await file.InfoAsync("-struct-text"));
    }

    [Fact]
    public async Task Seal_ThatOnlyAMachineReads_IsOnTheLastPageAlone()
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);
        var pages = (await file.TextAsync()).TrimEnd('\f', '\n').Split('\f');

        Assert.DoesNotContain(Sample.Editions.Published.Seal!, string.Concat(pages[..^1]), StringComparison.Ordinal);
        Assert.Contains(Sample.Editions.Published.Seal!, pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annex1_MadeTwice_IsTheSameFile()
    {
        var first = await tools.MakeAsync(AnnexKind.Annex1Pdf, DecisionBasis.AsItStands, AnnexPrint.Standard);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var second = await tools.MakeAsync(AnnexKind.Annex1Pdf, DecisionBasis.AsItStands, AnnexPrint.Standard);

        Assert.Equal(first, second);
    }

    // The titles of an outline are written as UTF-16 in hexadecimal, each in an object with a destination.
    private static List<string> Outline(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return
        [
            .. text.Split("/Title<FEFF").Skip(1).Where(t => t.Contains("/Dest", StringComparison.Ordinal))
                .Select(t => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(t[..t.IndexOf('>', StringComparison.Ordinal)]))),
        ];
    }

    private static string BigEndianHex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}
