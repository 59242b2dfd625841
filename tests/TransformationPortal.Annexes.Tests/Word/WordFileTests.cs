using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>The Word files as an editor opens them.</summary>
public sealed class WordFileTests
{
    public static TheoryData<string, DecisionBasis, AnnexPrint> Papers
    {
        get
        {
            var papers = new TheoryData<string, DecisionBasis, AnnexPrint>();
            foreach (var key in new[] { "annex-1", "annex-2", "quarterly-report" })
            {
                papers.Add(key, DecisionBasis.AsItStands, AnnexPrint.Standard);
                papers.Add(key, DecisionBasis.IfAgreed, AnnexPrint.Large);
            }

            return papers;
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Paper_Validated_HasNothingWrong(string key, DecisionBasis basis, AnnexPrint print)
    {
        using var file = WordFile.Of(key, Editions.Published, basis, print);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Description} {e.Path?.XPath}"));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Tables_EveryOne_RepeatsItsHeaderKeepsItsRowsWholeAndFitsItsSheet(string key, DecisionBasis basis, AnnexPrint print)
    {
        using var file = WordFile.Of(key, Editions.Published, basis, print);

        Assert.NotEmpty(file.Tables);
        foreach (var table in file.Tables)
        {
            var rows = table.Elements<TableRow>().ToList();
            Assert.True(rows[0].TableRowProperties!.Elements<TableHeader>().Any(), "The first row is a header that repeats.");
            Assert.All(rows, r => Assert.True(r.TableRowProperties!.Elements<CantSplit>().Any()));
            Assert.All(rows, r => Assert.Equal(rows[0].Elements<TableCell>().Count(), r.Elements<TableCell>().Count()));
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value!);
            var page = table.ElementsAfter().OfType<Paragraph>().Select(p => p.ParagraphProperties?.SectionProperties).FirstOrDefault(s => s is not null)
                ?? file.Body.GetFirstChild<SectionProperties>()!;
            var width = page.GetFirstChild<PageSize>()!.Width!.Value - page.GetFirstChild<PageMargin>()!.Left!.Value - page.GetFirstChild<PageMargin>()!.Right!.Value;
            Assert.InRange(table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => int.Parse(c.Width!.Value!, null)), 1, (int)width);
        }
    }

    [Fact]
    public void Table1_InStandardPrint_IsOnATurnedSheetWithFiguresToTheRight()
    {
        using var file = WordFile.Of("annex-2", Editions.Published);
        var table = file.Table("Table 1: Core transformation programme");

        var section = table.ElementsAfter().OfType<Paragraph>().Select(p => p.ParagraphProperties?.SectionProperties).FirstOrDefault(s => s is not null)
            ?? file.Body.GetFirstChild<SectionProperties>()!;

        Assert.Equal(PageOrientationValues.Landscape, section.GetFirstChild<PageSize>()!.Orient!.Value);
        var figure = table.Elements<TableRow>().Last().Elements<TableCell>().Last().GetFirstChild<Paragraph>()!;
        Assert.Equal("TableFigure", figure.ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        var style = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "TableFigure");
        Assert.Equal(JustificationValues.Right, style.StyleParagraphProperties!.Justification!.Val!.Value);
    }

    [Fact]
    public void Paper_Opened_SaysItsLanguageTitleAndEdition()
    {
        using var file = WordFile.Of("annex-2", Editions.Published);

        var defaults = file.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal("en-GB", defaults.Languages!.Val!.Value);
        Assert.Equal("Annex 2: Financial position – Oxfordshire Transformation Programme: 2019/20 Q1, April to June 2019", file.Package.PackageProperties.Title);
        Assert.Equal("en-GB", file.Package.PackageProperties.Language);
        var facts = file.Package.CustomFilePropertiesPart!.Properties!.ChildElements.ToDictionary(p => p.GetAttribute("name", "").Value!, p => p.InnerText, StringComparer.Ordinal);
        Assert.Equal("2019/20 Q1 (April to June 2019)", facts["Quarter"]);
        Assert.Equal("Edition 1", facts["Edition"]);
        Assert.Equal("30 June 2019", facts["As at"]);
        Assert.Equal(Editions.Published.Seal, facts["Seal"]);
        Assert.All(facts.Values, value => Assert.Contains(value, file.Text, StringComparison.Ordinal));
        Assert.Equal("2019/20 Q1 · Edition 1 · as at 30 June 2019 · as it stands", file.Main.HeaderParts.Single().Header!.InnerText);
    }

    [Fact]
    public void Paper_Footer_NumbersThePages()
    {
        using var file = WordFile.Of("annex-2", Editions.Published);

        var fields = file.Main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim());

        Assert.Equal(["PAGE", "NUMPAGES"], fields);
    }

    [Fact]
    public void Contents_InAFileToEdit_AreAFieldWhoseLinesLeadToTheHeadings()
    {
        using var file = WordFile.Of("annex-2", Editions.Published);

        Assert.Contains(file.Body.Descendants<FieldCode>(), c => c.Text.Contains("TOC \\o \"1-1\"", StringComparison.Ordinal));
        var marks = file.Body.Descendants<BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => b.Parent!.InnerText, StringComparer.Ordinal);
        var lines = file.Body.Descendants<Hyperlink>().ToList();
        Assert.Contains(lines, l => l.InnerText == "Savings that are not sure");
        Assert.All(lines, l => Assert.Equal(marks[l.Anchor!.Value!], l.InnerText));
    }

    [Fact]
    public void NumberedParagraphs_InTheQuarterlyReport_AreNumberedByTheProgramFromOneInEachPart()
    {
        using var file = WordFile.Of("quarterly-report", Editions.Published);

        var lists = file.Body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "NumberedParagraph")
            .Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct().ToList();

        Assert.Equal(2, lists.Count);
        var instances = file.Main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Where(n => lists.Contains(n.NumberID!.Value));
        Assert.All(instances, n => Assert.Equal(1, n.GetFirstChild<LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value));
        Assert.DoesNotContain(file.Body.Elements<Paragraph>(), p => p.InnerText.StartsWith("1.\t", StringComparison.Ordinal));
    }

    [Fact]
    public void Recommendations_StandInABox_LetteredWhereThereAreSeveral()
    {
        using var one = WordFile.Of("quarterly-report", Editions.Published);
        using var two = WordFile.Of("quarterly-report", Editions.With(s => s with
        {
            AnnexEdits = [new(SampleProgramme.Quarter, "cover-recommendations", ["Note the report.", "Ask for more."])],
        }));

        Assert.Single(Boxed(one));
        Assert.Equal(["(a) Note the report.", "(b) Ask for more."], Boxed(two));

        static IEnumerable<string> Boxed(WordFile file) =>
            file.Body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Recommendations").Select(p => p.InnerText);
    }

    [Theory]
    [InlineData("annex-1", "Heading1")]
    [InlineData("quarterly-report", "Heading2")]
    public void Headings_EveryLevel_AreTheProgramsOwnStyles(string key, string style)
    {
        using var file = WordFile.Of(key, Editions.Published);

        Assert.Contains(file.Body.Elements<Paragraph>(), p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style && p.InnerText == "Critical risks");
    }

    [Fact]
    public void LargePrint_EveryStyleThatIsUsed_IsAtLeastSixteenPoints()
    {
        using var file = WordFile.Of("quarterly-report", Editions.Published, print: AnnexPrint.Large);
        var used = file.Body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct().Where(s => s != "Spacer").ToHashSet(StringComparer.Ordinal);

        var sizes = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(s => used.Contains(s.StyleId!.Value!))
            .Select(s => int.Parse(s.StyleRunProperties?.FontSize?.Val?.Value ?? "32", null));

        Assert.All(sizes, halfPoints => Assert.InRange(halfPoints, 32, 80));
        Assert.All(file.Main.ChartParts, c => Assert.All(c.RootElement!.Descendants<DocumentFormat.OpenXml.Drawing.DefaultRunProperties>(), p => Assert.Equal(1600, p.FontSize!.Value)));
    }

    [Fact]
    public void LargePrint_TableOfManyYears_IsSplitByYearAndLosesNoCell()
    {
        using var file = WordFile.Of("annex-2", Editions.Published, print: AnnexPrint.Large);

        var parts = file.Tables.Where(t => WordFile.Title(t).StartsWith("Table 3", StringComparison.Ordinal)).ToList();

        Assert.Equal(["20/21", "21/22", "22/23"], parts.Select(t => WordFile.Title(t).Split(" – ")[1]));
        var cells = parts.Select(t => WordFile.Rows(t).Skip(1).Select(r => r.Skip(1).ToList()).ToList()).ToList();
        var joined = Enumerable.Range(0, 4).Select(row => cells.SelectMany(part => part[row]));
        Assert.Equal(PublishedTables.Joined(PublishedTables.Rows("table-3").Select(r => r.Skip(1))), PublishedTables.Joined(joined));
    }
}
