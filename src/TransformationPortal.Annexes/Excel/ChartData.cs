using TransformationPortal.Core;
using System.Globalization;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>The part of a chart's table that is drawn, and where each piece of it lies in the workbook behind the chart.</summary>
internal sealed class ChartData(FigureTable table)
{
    public const string SheetName = "Data";

    private readonly List<int> drawn = [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].Series is not null)];
    private readonly List<FigureRow> rows = [.. table.Rows.Where(r => r.Kind == FigureRowKind.Item)];

    public string RowHeading => table.RowHeading;

    public IReadOnlyList<(string Name, string Style)> Series => [.. drawn.Select(c => (table.Columns[c].FullLabel, table.Columns[c].Series!))];

    public IReadOnlyList<string> Categories => [.. rows.Select(r => r.Label)];

    /// <summary>The table's own number format.</summary>
    public string NumberFormat => NumberFormats.Of(table.Format);

    /// <summary>Labels are short, as tiles are; a zero has none.</summary>
    public string LabelFormat => table.Format == TableFormat.Counts ? "0;-0;;" : "0.0;-0.0;;";

    public string CategoryRange => Range("A", "A", 2, Categories.Count + 1);

    public string SeriesNameRange(int series) => Range(Letter(series), Letter(series), 1, 1);

    public string ValueRange(int series) => Range(Letter(series), Letter(series), 2, Categories.Count + 1);

    public IEnumerable<decimal?> Values(int series) => rows.Select(r => table.Format.Number(r.Cells[drawn[series]].Figure?.Amount));

    /// <summary>The length of the longest stack: what a chart's scale is made for.</summary>
    public decimal LargestStack => rows.Select(r => drawn.Sum(c => table.Format.Number(r.Cells[c].Figure?.Amount) ?? 0)).DefaultIfEmpty(0).Max();

    private static string Letter(int series) => CellNames.Column(series + 1);

    private static string Range(string from, string to, int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${from}${first}")
        : string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${from}${first}:${to}${last}");
}
