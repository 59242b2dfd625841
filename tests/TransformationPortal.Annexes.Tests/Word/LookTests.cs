using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>Papers in a council's own colours and with its logo.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class LookTests(PaperTools tools)
{
    private static readonly LookColours Purple = new(new Colour(0x4a, 0x1d, 0x6b), new Colour(0x8a, 0x12, 0x53));

    [Theory]
    [InlineData(LogoFormat.Png, 300, 80)]
    [InlineData(LogoFormat.Jpeg, 1200, 100)]
    [InlineData(LogoFormat.Png, 60, 600)]
    public void Paper_WithALogo_BeginsWithItInProportionAndWithItsWords(LogoFormat format, int width, int height)
    {
        var bytes = format == LogoFormat.Png ? Pictures.Png(width, height) : Pictures.Jpeg(width, height);
        using var file = Write("annex-1", new(Purple, new(format, width, height, bytes, "Ashmere & the <oak>\u0001")));

        var inline = Assert.IsType<Inline>(file.Body.Elements<Paragraph>().First().Descendants<Inline>().Single());
        Assert.Equal("Ashmere & the <oak>\uFFFD", inline.DocProperties!.Description!.Value);
        var (cx, cy) = (inline.Extent!.Cx!.Value, inline.Extent.Cy!.Value);
        Assert.InRange(cy, 1, 576_000);
        Assert.InRange(cx, 1, 2_880_000);
        Assert.Equal(width / (double)height, cx / (double)cy, 0.01 * width / height);
        Assert.True(cy == 576_000 || cx == 2_880_000, $"{cx} by {cy}");
        var picture = Assert.Single(file.Main.ImageParts);
        using var stored = new MemoryStream();
        picture.GetStream().CopyTo(stored);
        Assert.Equal(bytes, stored.ToArray());
        Assert.Equal(format == LogoFormat.Png ? "image/png" : "image/jpeg", picture.ContentType);
        Assert.Equal(file.Body.Descendants<DocProperties>().Count(), file.Body.Descendants<DocProperties>().Select(p => p.Id!.Value).Distinct().Count());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Description} {e.Path?.XPath}"));
    }

    [Fact]
    public void Paper_InOtherColours_HasThemEverywhereAndTheSameWords()
    {
        using var own = Write("annex-1", new(Purple, null));
        using var plain = Write("annex-1", CouncilLook.Default);

        Assert.Equal(plain.Text, own.Text);
        var parts = own.Main.GetPartsOfType<ChartPart>().Select(Xml).Append(Xml(own.Main.StyleDefinitionsPart!)).Append(Xml(own.Main)).ToList();
        Assert.Contains(parts, p => p.Contains(Purple.Main.Hex, StringComparison.OrdinalIgnoreCase));
        Assert.All(parts, p => Assert.DoesNotContain(LookColours.Default.Main.Hex, p, StringComparison.OrdinalIgnoreCase));

        // What is delivered is blue to every council.
        Assert.Contains(parts, p => p.Contains("1D5A96", StringComparison.Ordinal));
        Assert.Equal(own.Bytes, Write("annex-1", new(Purple, null)).Bytes);
        Assert.NotEqual(plain.Bytes, own.Bytes);
    }

    [Fact]
    public void Workbook_InOtherColours_HasThemAndTheSameCells()
    {
        var (stamp, basis) = (Editions.Published, DecisionBasis.AsItStands);
        using var own = new WorkbookFile(AnnexWorkbook.Write(new QuarterTables(stamp.Edition, basis), new AnnexFace(stamp, basis), new(Purple, null)));
        using var plain = WorkbookFile.Of(stamp);

        Assert.Contains(Purple.Main.Hex, Xml(own.Package.WorkbookPart!.WorkbookStylesPart!), StringComparison.Ordinal);
        Assert.All(plain.SheetNames, sheet => Assert.Equal(plain.Rows(sheet).SelectMany(r => r), own.Rows(sheet).SelectMany(r => r)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(own.Package).Select(e => e.Description));
    }

    [Fact]
    public async Task Pdf_WithALogo_HasItsWordsAndThoseOfEveryChart()
    {
        var look = new CouncilLook(Purple, new(LogoFormat.Png, 300, 80, Pictures.Png(300, 80), "The oak of Ashmere"));
        using var file = new PdfFile(await tools.MakeAsync(AnnexKind.Annex1Pdf, DecisionBasis.AsItStands, AnnexPrint.Standard, look));

        var figures = (await file.InfoAsync("-struct")).Split('\n').Count(l => l.TrimEnd().Contains("Figure", StringComparison.Ordinal));
        var text = Encoding.Latin1.GetString(file.Bytes);
        Assert.Equal(5, figures);
        Assert.Contains(Hex("The oak of Ashmere"), text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Hex("Reducing Third Party Spend is to save most"), text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static WordFile Write(string key, CouncilLook look) => new(WordWriter.Write(
        WordFile.Compose(key, Editions.Published, DecisionBasis.AsItStands), new AnnexFace(Editions.Published, DecisionBasis.AsItStands), AnnexPrint.Standard, look));

    private static string Xml(OpenXmlPart part)
    {
        using var reader = new StreamReader(part.GetStream());
        return reader.ReadToEnd();
    }
}
