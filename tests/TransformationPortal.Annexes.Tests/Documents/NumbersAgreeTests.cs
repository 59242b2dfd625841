using System.Globalization;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>No two files of an edition disagree on a number, on either basis.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class NumbersAgreeTests(PaperTools tools)
{
    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Theory]
    [MemberData(nameof(Bases))]
    public Task AllFormats_SameEditionAndBasis_HoldTheSameMultisetOfNumbers(DecisionBasis basis) => HoldTheSameAsync(Editions.Published, basis);

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task AllFormats_WithTablesOfTheCouncilsOwn_HoldTheSameMultisetOfNumbers(DecisionBasis basis)
    {
        var own = new QuarterTables(Editions.WithOwnTables.Edition, basis).Figures.Where(t => t.Key.Contains("-by-", StringComparison.Ordinal));
        Assert.Superset(
            (HashSet<string>)["table-2-by-directorate", "table-2-by-project", "table-2-by-accountable-officer", "table-3-by-directorate", "table-3-by-project", "table-3-by-accountable-officer"],
            own.Select(t => t.Key).ToHashSet());
        await HoldTheSameAsync(Editions.WithOwnTables, basis);
    }

    private static async Task HoldTheSameAsync(EditionStamp stamp, DecisionBasis basis)
    {
        var tables = new QuarterTables(stamp.Edition, basis).Figures;
        using var annex1 = WordFile.Of("annex-1", stamp, basis);
        using var annex2 = WordFile.Of("annex-2", stamp, basis);
        using var workbook = WorkbookFile.Of(stamp, basis);
        var csv = await CsvArchiveFile.OfAsync(stamp, basis);

        var expected = Multiset(tables, t => t.Rows.SelectMany(r => r.Cells).Select(t.Text));
        Assert.Equal(expected, Multiset(tables, t => WordCells(annex1, annex2, t)));
        Assert.Equal(expected, Multiset(tables, t => workbook.Rows(SheetName(t.Key)).Skip(1).SelectMany(r => r.Skip(1).SkipLast(1)).Select(c => c.Shown)));
        Assert.Equal(expected, Multiset(tables, t => csv.Rows(t.Key).SelectMany(r => r.Skip(3)).Select(c => Printed(t.Format, c))));
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task Pdf_SameEditionAndBasis_PrintsTheWordFilesNumbers(DecisionBasis basis)
    {
        using var word = WordFile.Of("annex-2", Editions.Published, basis);
        using var pdf = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf, basis);

        var words = await pdf.WordsAsync();

        foreach (var table in Annex2.Compose(Editions.Published.Edition, basis).FigureTables)
        {
            Assert.Equal(
                PublishedTables.Joined(WordFile.Rows(word.Table(table.Title)).Skip(1).Select(r => r.Skip(1))),
                PublishedTables.Joined(PdfTableReader.Read(words, table)));
        }
    }

    [Fact]
    public void Bases_PendingDecision_DifferInTheirNumbers()
    {
        using var stands = WordFile.Of("annex-2", Editions.Published);
        using var agreed = WordFile.Of("annex-2", Editions.Published, DecisionBasis.IfAgreed);

        Assert.Equal("-15.049", Total(stands));
        Assert.Equal("-14.294", Total(agreed));

        static string Total(WordFile file) =>
            WordFile.Rows(file.Table("Table 2: 2019/20 savings by workstream")).Single(r => r[0] == "Total Transformation")[^1];
    }

    private static IEnumerable<string> WordCells(WordFile annex1, WordFile annex2, FigureTable table) =>
        new[] { annex1, annex2 }.Select(f => f.Tables.FirstOrDefault(t => WordFile.Title(t) == table.Title)).First(t => t is not null) is { } found
            ? WordFile.Rows(found).Skip(1).SelectMany(r => r.Skip(1))
            : [];

    private static List<string> Multiset(IEnumerable<FigureTable> tables, Func<FigureTable, IEnumerable<string>> cells) =>
        [.. tables.SelectMany(t => cells(t).Where(c => c is not ("" or "-"))).Order(StringComparer.Ordinal)];

    private static string Printed(TableFormat format, string number) => number.Length == 0
        ? ""
        : decimal.Parse(number, CultureInfo.InvariantCulture).ToString(format.Decimals() == 0 ? "#,0" : "#,0." + new string('0', format.Decimals()), CultureInfo.InvariantCulture);

    private static string SheetName(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');
}
