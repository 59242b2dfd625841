using TransformationPortal.Core.Views;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>A table as text: a line a row, its cells as printed, set apart by bars.</summary>
internal static class PrintedTables
{
    public static string Print(FigureTable table) => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Cells.Select(table.Text).Prepend(row.Label))));

    public static string Headings(FigureTable table) => string.Join(" | ", table.Columns.Select(c => c.FullLabel));
}
