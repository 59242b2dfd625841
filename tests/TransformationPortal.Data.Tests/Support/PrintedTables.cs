using TransformationPortal.Core.Views;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>A table as text: a line a row, its cells as printed, set apart by bars.</summary>
internal static class PrintedTables
{
    public static string Print(FigureTable table) => PublishedTables.Joined(table.Rows.Select(row => row.Cells.Select(table.Text).Prepend(row.Label)));

    public static string Headings(FigureTable table) => string.Join(" | ", table.Columns.Select(c => c.FullLabel));
}
