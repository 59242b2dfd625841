using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Annexes.Word.Templates;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Papers;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>Papers in a council's own Word template.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class TemplateTests(PaperTools tools)
{
    private const string Line = "2019/20 Q1 · Edition 1 · as at 30 June 2019 · as it stands";

    public static TheoryData<string, AnnexPrint> Papers
    {
        get
        {
            var papers = new TheoryData<string, AnnexPrint>();
            foreach (var key in new[] { "annex-1", "annex-2", "annex-3", "quarterly-report" })
            {
                papers.Add(key, AnnexPrint.Standard);
                papers.Add(key, AnnexPrint.Large);
            }

            return papers;
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Paper_InATemplate_IsAValidWordFileInItsStylesAndOnItsSheet(string key, AnnexPrint print)
    {
        using var file = Write(key, print, CouncilTemplate.File());

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Part?.Uri} {e.Description} {e.Path?.XPath}"));
        var styles = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!, StringComparer.Ordinal);
        var title = styles[file.Body.Elements<Paragraph>().First(p => p.InnerText.Length > 0).ParagraphProperties!.ParagraphStyleId!.Val!.Value!];
        Assert.Equal(("Titel", CouncilTemplate.Purple, CouncilTemplate.HeadTypeface), (title.StyleId!.Value, title.StyleRunProperties!.Color!.Val!.Value, title.StyleRunProperties.RunFonts!.Ascii!.Value));
        Assert.All(
            file.Body.Descendants().Where(e => e is ParagraphStyleId or RunStyle or TableStyle).Select(e => e.GetAttribute("val", e.NamespaceUri).Value!).Distinct(),
            id => Assert.Contains(id, styles.Keys));
        Assert.Contains(file.Body.Descendants<ParagraphStyleId>(), s => s.Val == "Ueberschrift1");
        var page = file.Body.Descendants<PageMargin>().Select(m => (m.Left!.Value, m.Right!.Value)).Distinct();
        Assert.Equal([(1361u, 1247u)], page);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Paper_InATemplate_SaysWhatItSaysWithoutOne(string key, AnnexPrint print)
    {
        using var own = Write(key, print, CouncilTemplate.File());
        using var plain = WordFile.Of(key, Editions.Published, DecisionBasis.AsItStands, print);

        Assert.Equal(Words(plain), Words(own));
        Assert.Equal(own.Bytes, Write(key, print, CouncilTemplate.File()).Bytes);
    }

    [Fact]
    public void Pages_OfATemplate_HaveItsHeadAndFootAndTheLineOfTheEdition()
    {
        using var file = Write("annex-1", AnnexPrint.Standard, CouncilTemplate.File());

        var sections = file.Body.Descendants<SectionProperties>().ToList();
        Assert.Equal([HeaderFooterValues.Default, HeaderFooterValues.First], sections[0].Elements<HeaderReference>().Select(h => h.Type!.Value));
        Assert.NotNull(sections[0].GetFirstChild<TitlePage>());
        Assert.All(sections.Skip(1), s => Assert.Null(s.GetFirstChild<TitlePage>()));
        Assert.All(sections, s => Assert.Equal(CouncilTemplate.HeaderText + Line, Head(file, s, HeaderFooterValues.Default)));
        Assert.Equal(CouncilTemplate.FirstHeaderText + Line, Head(file, sections[0], HeaderFooterValues.First));
        Assert.Single(((HeaderPart)file.Main.GetPartById(sections[0].Elements<HeaderReference>().Single(h => h.Type! == HeaderFooterValues.First).Id!)).ImageParts);

        // The template numbers all pages but the first.
        var feet = sections[0].Elements<FooterReference>().ToDictionary(f => f.Type!.Value, f => ((FooterPart)file.Main.GetPartById(f.Id!)).Footer!);
        Assert.Single(feet[HeaderFooterValues.Default].Elements<Paragraph>());
        Assert.Equal(["PAGE", "NUMPAGES"], feet[HeaderFooterValues.First].Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()));
    }

    [Fact]
    public void Paragraphs_NumberedByATemplate_KeepItsFormAndBeginAgainInEachPart()
    {
        using var file = Write("quarterly-report", AnnexPrint.Standard, CouncilTemplate.File());
        var numbering = file.Main.NumberingDefinitionsPart!.Numbering!;

        var lists = file.Body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Absatz")
            .Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct().ToList();

        Assert.True(lists.Count > 1, "Each part has a list of its own.");
        Assert.All(lists, id =>
        {
            var list = numbering.Elements<NumberingInstance>().Single(n => n.NumberID! == id);
            var form = numbering.Elements<AbstractNum>().Single(a => a.AbstractNumberId! == list.AbstractNumId!.Val!.Value);
            Assert.Equal("§%1", form.GetFirstChild<Level>()!.LevelText!.Val!.Value);
            Assert.Equal(1, list.GetFirstChild<LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value);
        });
        Assert.Equal(numbering.Elements<NumberingInstance>().Count(), numbering.Elements<NumberingInstance>().Select(n => n.NumberID!.Value).Distinct().Count());
    }

    [Fact]
    public void Style_WhoseNameTheTemplateHasForSomethingElse_IsAddedUnderAnother()
    {
        using var file = Write("annex-2", AnnexPrint.Standard, CouncilTemplate.File());
        var styles = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();

        Assert.Equal("Side note", styles.Single(s => s.StyleId == "Note").StyleName!.Val!.Value);
        var own = styles.Single(s => s.StyleName!.Val == "Note").StyleId!.Value;
        Assert.Contains(file.Body.Descendants<ParagraphStyleId>(), s => s.Val == own);
        Assert.DoesNotContain(file.Body.Descendants<ParagraphStyleId>(), s => s.Val == "Note");

        // A heading that it has not is like the one above it.
        Assert.Equal("Ueberschrift2", styles.Single(s => s.StyleName!.Val == "heading 3").BasedOn!.Val!.Value);
    }

    [Fact]
    public void LargePrint_InATemplate_HasNothingSmallerThanSixteenPointsAndCutsNoLineOff()
    {
        using var file = Write("annex-2", AnnexPrint.Large, CouncilTemplate.File());
        var styles = file.Main.StyleDefinitionsPart!.Styles!;

        IEnumerable<OpenXmlElement> roots = [styles.DocDefaults!, .. styles.Elements<Style>().Where(s => s.StyleName!.Val != "Spacer"), .. file.Main.HeaderParts.Select(h => h.Header!), .. file.Main.FooterParts.Select(f => f.Footer!)];
        var sizes = roots.SelectMany(r => r.Descendants<FontSize>()).Select(s => int.Parse(s.Val!.Value!, null)).ToList();
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= 32, $"{size / 2.0} points"));
        Assert.Equal("40", styles.Elements<Style>().Single(s => s.StyleId == "Ueberschrift2").StyleRunProperties!.FontSize!.Val!.Value);
        Assert.DoesNotContain(roots.SelectMany(r => r.Descendants<SpacingBetweenLines>()), s => s.LineRule?.Value == LineSpacingRuleValues.Exact);
    }

    [Fact]
    public void Logo_OfTheLook_GivesWayToThatOfTheTemplate()
    {
        var logo = new Logo(LogoFormat.Png, 60, 40, Pictures.Png(60, 40), "Ashmere");

        using var with = Write("annex-1", AnnexPrint.Standard, CouncilTemplate.File(), logo);
        using var without = Write("annex-1", AnnexPrint.Standard, CouncilTemplate.File(WithoutCrest), logo);

        Assert.Empty(with.Main.ImageParts);
        Assert.Single(without.Main.ImageParts);
    }

    [Theory]
    [InlineData("word/header1.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/numbering.xml")]
    public void Template_WithoutAPart_IsCompletedFromThePortals(string part)
    {
        var bytes = CouncilTemplate.File(parts =>
        {
            parts.Remove(part);
            Without(parts, "[Content_Types].xml", $"<Override PartName=\"/{part}\"[^>]*/>");
            Without(parts, "word/_rels/document.xml.rels",
                $"<Relationship [^>]*Target=\"{part["word/".Length..]}\"[^>]*/>");
            if (part == "word/numbering.xml")
            {
                Without(parts, "word/styles.xml", "<w:numPr><w:numId w:val=\"[12]\"/></w:numPr>");
            }
        });

        var (contents, problem) = PaperTemplateFile.Read(bytes);
        using var file = Write("annex-2", AnnexPrint.Standard, bytes);

        Assert.Null(problem);
        Assert.Equal(part == "word/styles.xml" ? 0 : 7, contents!.Styles.Count(s => s.IsTaken));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Part?.Uri} {e.Description} {e.Path?.XPath}"));
        Assert.All(file.Body.Descendants<SectionProperties>(), s => Assert.Contains(Line, Head(file, s, HeaderFooterValues.Default), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pdf_InATemplate_IsTaggedAndHasItsHeadOnEveryPage()
    {
        using var file = new PdfFile(await tools.MakeAsync(AnnexKind.Annex2Pdf, DecisionBasis.AsItStands, AnnexPrint.Standard, Look(CouncilTemplate.File())));

        var pages = (await file.TextAsync()).TrimEnd('\f', '\n').Split('\f');
        Assert.Contains(CouncilTemplate.FirstHeaderText, pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), p => Assert.Contains(CouncilTemplate.HeaderText, p, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.Contains(Line, p, StringComparison.Ordinal));
        Assert.Matches(@"Tagged:\s+yes", await file.InfoAsync());
        var structure = await file.InfoAsync("-struct");
        Assert.All(["H1", "Table", "TR", "TH", "TD"], tag => Assert.Matches($@"(?m)^\s*{tag}\b", structure));
    }

    private static void Without(Dictionary<string, byte[]> parts, string path, string pattern) =>
        parts[path] = Encoding.UTF8.GetBytes(Regex.Replace(
            Encoding.UTF8.GetString(parts[path]), pattern, "", RegexOptions.None, TimeSpan.FromSeconds(10)));

    private static void WithoutCrest(Dictionary<string, byte[]> parts)
    {
        parts.Remove("word/_rels/header2.xml.rels");
        parts.Remove("word/media/image1.png");
        parts["word/header2.xml"] = parts["word/header1.xml"];
    }

    private static CouncilLook Look(byte[] template, Logo? logo = null) => new(LookColours.Default, logo) { Template = new("ashmere.dotx", template) };

    private static string Head(WordFile file, SectionProperties section, HeaderFooterValues type) =>
        ((HeaderPart)file.Main.GetPartById(section.Elements<HeaderReference>().Single(h => h.Type! == type).Id!)).Header!.InnerText;

    // How wide a table's columns are may part it in another way; what is said is the same.
    // Word by word, wherever it stands: on a sheet of another width a table may be a list of records, or one of several parts.
    private static List<string> Words(WordFile file) =>
    [
        .. file.Body.Descendants<Paragraph>().SelectMany(p => p.InnerText.Split([' ', '\u00A0', '·', '–', ':'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w != "continued").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static WordFile Write(string key, AnnexPrint print, byte[] template, Logo? logo = null) => new(WordWriter.Write(
        WordFile.Compose(key, Editions.Published, DecisionBasis.AsItStands), new AnnexFace(Editions.Published, DecisionBasis.AsItStands), print, Look(template, logo)));
}
