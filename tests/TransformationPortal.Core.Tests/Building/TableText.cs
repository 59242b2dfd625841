using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>A table as a reader sees it, one line a row, so that a test can show what it expects as a grid.</summary>
internal static class TableText
{
    /// <summary>Headings, then each row's label and cells, with bars between them and no padding; a blank cell is nothing.</summary>
    public static string Grid(this FigureTable table) => string.Join('\n',
    [
        string.Join('|', table.Columns.Select(c => c.FullLabel).Prepend(table.RowHeading)),
        .. table.Rows.Select(row => string.Join('|', row.Cells.Select(table.Text).Prepend(Indent(row) + row.Label + Mark(row)))),
    ]);

    /// <summary>The grid that a test wrote with blanks around the bars to line them up.</summary>
    public static string Expected(string grid) => string.Join('\n', grid.Trim('\n').Split('\n').Select(line =>
        (line.StartsWith("  ", StringComparison.Ordinal) ? "  " : "") + string.Join('|', line.Split('|').Select(cell => cell.Trim()))));

    private static string Indent(FigureRow row) => new(' ', row.Indent * 2);

    private static string Mark(FigureRow row) => row.Kind switch
    {
        FigureRowKind.Item => "",
        FigureRowKind.Total => " =",
        FigureRowKind.GrandTotal => " ==",
        FigureRowKind.Memo => " *",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "Unknown kind of row."),
    };
}
