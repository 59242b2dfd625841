using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>Every cell that the committee papers printed, read back from the files that are made.</summary>
[Collection(PaperToolsCollection.Name)]
public sealed class PublishedFiguresTests(PaperTools tools)
{
    public static TheoryData<string> Keys => PublishedTables.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void Word_PublishedTable_HoldsEveryCellAsPrinted(string key)
    {
        using var file = WordFile.Of("annex-2", Editions.Published);

        var rows = WordFile.Rows(file.Table(Table(key).Title));

        Assert.Equal([Table(key).RowHeading, .. Table(key).Columns.Select(c => c.FullLabel)], rows[0]);
        Assert.Equal(PublishedTables.Text(key), PublishedTables.Joined(rows.Skip(1)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Workbook_PublishedTable_ShowsEveryCellAsPrintedAndBlanksAsBlanks(string key)
    {
        using var file = WorkbookFile.Of(Editions.Published);

        var rows = file.Rows(SheetOf(key));

        Assert.Equal([Table(key).RowHeading, .. Table(key).Columns.Select(c => c.FullLabel), "Kind of row"], rows[0].Select(c => c.Shown));
        Assert.Equal(WithBlanks(key), PublishedTables.Joined(rows.Skip(1).Select(r => r.SkipLast(1).Select(c => c.Shown))));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Csv_PublishedTable_HoldsEveryCellAsPrintedAndBlanksAsBlanks(string key)
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published);

        Assert.Equal(WithBlanks(key), PublishedTables.Joined(file.Rows(key).Select(r => r.Skip(2))));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Pdf_PublishedTable_PrintsEveryCellInItsColumn(string key)
    {
        using var file = await PdfFile.OfAsync(tools, AnnexKind.Annex2Pdf);

        var rows = PdfTableReader.Read(await file.WordsAsync(), Table(key));

        Assert.Equal(PublishedTables.Joined(PublishedTables.Rows(key).Select(r => r.Skip(1))), PublishedTables.Joined(rows));
        var text = string.Join(' ', (await file.TextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(Table(key).Rows, row => Assert.Contains(row.Label.Split(" – ")[0], text, StringComparison.Ordinal));
    }

    private static FigureTable Table(string key) =>
        Annex2.Compose(Editions.Published.Edition, DecisionBasis.AsItStands).FigureTables.Single(t => t.Key == key);

    // The papers print a dash where the cost tables hold nothing; a data file leaves the cell blank.
    private static string WithBlanks(string key) => PublishedTables.Joined(PublishedTables.Rows(key).Select(r => r.Select(c => c == "-" ? "" : c)));

    private static string SheetOf(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');
}
