using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>Names and texts that would break a file, or run in one.</summary>
public sealed class HostileInputTests
{
    private const string Formula = "=HYPERLINK(\"http://example.org\",\"Click\")";
    private const string Forbidden = "Bell\u0007, null\0, half a pair \uD800 and <b>&amp;</b>";
    private const string Cleaned = "Bell\uFFFD, null\uFFFD, half a pair \uFFFD and <b>&amp;</b>";

    private static readonly string Endless = new string('W', 4000) + " " + string.Join(' ', Enumerable.Repeat("and so on", 5000));

    public static TheoryData<string> Papers => ["annex-1", "annex-2", "quarterly-report"];

    private static EditionStamp Hostile { get; } = Editions.With(s => s with
    {
        Programme = s.Programme with { Name = "A & B </w:t> \u0001 programme" },
        Projects = [.. s.Projects.Select((p, i) => i switch { 0 => p with { Name = Formula }, 1 => p with { Name = Forbidden }, 2 => p with { Name = Endless }, 3 => p with { Name = "@SUM(1)" }, _ => p })],
        Risks = [.. s.Risks.Select(r => r with { Controls = Forbidden, Impact = "-1+1" })],
        CostLines = [.. s.CostLines.Select((l, i) => i == 0 ? l with { Name = "\tTab \"quoted\", 'single'" } : l)],
        Funding = [new Funding("+44", new(1), FundingStatus.Confirmed)],
    });

    [Theory]
    [MemberData(nameof(Papers))]
    public void Word_HostileTexts_OpensAndHoldsThemAsTexts(string key)
    {
        using var standard = WordFile.Of(key, Hostile);
        using var large = WordFile.Of(key, Hostile, print: AnnexPrint.Large);

        Assert.All([standard, large], file => Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => e.Description)));
        Assert.Contains("A & B </w:t> \uFFFD programme", standard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_HostileTexts_AreTextsAndNoFormulas()
    {
        using var file = WorkbookFile.Of(Hostile);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => e.Description));
        var names = file.Rows("Projects").Select(r => r[1]).ToList();
        Assert.Equal(Formula, names[1].Text);
        Assert.Null(names[1].Formula);
        Assert.Equal(Cleaned, names[2].Text);
        Assert.Equal(32767, names[3].Text!.Length);
        Assert.EndsWith("…", names[3].Text, StringComparison.Ordinal);
        Assert.All(file.SheetNames.SelectMany(s => file.Rows(s)).SelectMany(r => r).Select(c => c.Formula).OfType<string>(), f => Assert.Matches("^(SUM|-?SUMPRODUCT)\\(", f));
    }

    [Fact]
    public async Task Csv_HostileTexts_StandBehindAnApostropheAndNumbersDoNot()
    {
        var file = await CsvArchiveFile.OfAsync(Hostile);

        var names = file.Rows("projects").Select(r => r[2]).ToList();
        Assert.Equal("'" + Formula, names[0]);
        Assert.Equal(Cleaned, names[1]);
        Assert.Equal(Endless, names[2]);
        Assert.Equal("'@SUM(1)", names[3]);
        Assert.All(file.Rows("risks"), r => Assert.Equal("'-1+1", r[3]));
        Assert.Equal("'+44", file.Rows("funding").Single()[1]);
        Assert.Contains("'\tTab \"quoted\", 'single'", file.Rows("cost-entries").Select(r => r[2]));
        Assert.Equal("-15.049", file.Rows("table-2")[3][^1]);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a=b", "a=b")]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    public void Neutral_Text_IsPutBehindAnApostropheOnlyWhereItBeginsLikeAFormula(string text, string expected) =>
        Assert.Equal(expected, CsvText.Neutral(text));

    [Theory]
    [InlineData("plain £ é 🙂", "plain £ é 🙂")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("tab\tline\n", "tab\tline\n")]
    public void Clean_Text_LosesOnlyWhatXmlForbids(string text, string expected) => Assert.Equal(expected, XmlText.Clean(text));

    [Fact]
    public void Clean_HalvesOfPairs_AreReplaced() =>
        Assert.Equal("\uFFFDx\uFFFD\U0001F642", XmlText.Clean(new string(['\uDC00', 'x', '\uD800', '\uD83D', '\uDE42'])));

    [Theory]
    [MemberData(nameof(Papers))]
    public void Word_EmptyProgramme_OpensAndSaysThatNothingIsRecorded(string key)
    {
        using var file = WordFile.Of(key, Editions.Empty);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => e.Description));
        Assert.Contains("recorded", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("£m", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFiles_EmptyProgramme_OpenWithTheirHeaders()
    {
        using var workbook = WorkbookFile.Of(Editions.Empty);
        var csv = await CsvArchiveFile.OfAsync(Editions.Empty);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook.Package).Select(e => e.Description));
        Assert.Equal("Line", workbook.Rows("Savings entries")[0][0].Text);
        Assert.Empty(csv.Rows("savings-entries"));
    }

    [Fact]
    public void Word_RegisterOfThousands_IsOneTableWhoseHeaderRepeats()
    {
        var stamp = Editions.With(s => s with { Risks = [.. Enumerable.Range(1, 3000).Select(i => s.Risks[0] with { Ref = "R" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), Basis = null })] });

        using var file = WordFile.Of("quarterly-report", stamp);

        Assert.Equal(3001, WordFile.Rows(file.Table("Risks")).Count);
    }

    [Fact]
    public void Word_ProgrammeOfManyYears_SplitsTablesRatherThanCuttingThem()
    {
        var stamp = Editions.With(s => s with { Programme = s.Programme with { LastYear = new(2040) } });

        using var file = WordFile.Of("annex-2", stamp);

        var parts = file.Tables.Where(t => WordFile.Title(t).StartsWith("Table 3", StringComparison.Ordinal)).ToList();
        Assert.Equal(21, parts.Count);
        Assert.All(file.Tables, t => Assert.InRange(t.Descendants<DocumentFormat.OpenXml.Wordprocessing.GridColumn>().Sum(c => int.Parse(c.Width!.Value!, null)), 1, 14570));
    }

}
