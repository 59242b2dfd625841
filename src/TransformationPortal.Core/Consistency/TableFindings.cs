using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Tables whose rows do not add up to their total: exactly, or as they are printed.</summary>
public static class TableFindings
{
    internal static IEnumerable<Finding> In(Edition edition) => new QuarterTables(edition, DecisionBasis.AsItStands).Figures.SelectMany(t => Of(edition, t));

    /// <summary>At most one finding a table: the column that is furthest out.</summary>
    public static IEnumerable<Finding> Of(Edition edition, FigureTable table)
    {
        var place = DraftAddress.Page(edition, "tables/" + table.Key);
        if (Worst(table, c => c.Figure?.Amount) is { } exact)
        {
            yield return new(
                FindingKind.Table, FindingSeverity.Blocking, $"{table.Title}: {Says(table, exact)}", place, table.Title,
                "The rows and the total come from the same entries, so this is a fault of the portal. Tell whoever looks after it.");
        }
        else if (Worst(table, c => Printed(table, c)) is { } printed)
        {
            yield return new(
                FindingKind.Table, FindingSeverity.ToBeSigned, $"{table.Title}: as printed, {Says(table, printed)} Each number is rounded by itself.", place, table.Title,
                "Enter amounts in steps that the table prints, or sign that the difference is one of rounding.")
            {
                Apart = table.Format == TableFormat.Counts ? null : new(printed.Rows - printed.Total),
            };
        }
    }

    private static (FigureColumn Column, decimal Rows, decimal Total)? Worst(FigureTable table, Func<FigureCell, decimal?> value)
    {
        if (table.Rows.FirstOrDefault(r => r.Kind == FigureRowKind.GrandTotal) is not { } total)
        {
            return null;
        }

        List<FigureRow> rows = [.. table.Rows.TakeWhile(r => r != total).Where(r => r.Indent == 0)];
        var worst = table.Columns.Select((column, i) => (Column: column, Rows: rows.Sum(r => value(r.Cells[i]) ?? 0), Total: value(total.Cells[i]) ?? 0))
            .OrderByDescending(c => Math.Abs(c.Rows - c.Total)).FirstOrDefault();
        return worst.Rows == worst.Total ? null : worst;
    }

    // Pounds, rounded as the table prints them.
    private static decimal? Printed(FigureTable table, FigureCell cell) => cell.Figure?.Amount is not { } amount ? null : table.Format switch
    {
        TableFormat.AnnexSavings or TableFormat.ChartMillions => Math.Round(amount / 1_000m, 0, MidpointRounding.AwayFromZero) * 1_000m,
        TableFormat.AnnexCosts => Math.Round(amount / 100_000m, 0, MidpointRounding.AwayFromZero) * 100_000m,
        _ => amount,
    };

    private static string Says(FigureTable table, (FigureColumn Column, decimal Rows, decimal Total) worst) =>
        $"the rows of “{worst.Column.FullLabel}” add up to {Text(table, worst.Rows)} and its total is {Text(table, worst.Total)}, {Text(table, Math.Abs(worst.Rows - worst.Total))} apart.";

    private static string Text(FigureTable table, decimal value) => table.Format switch
    {
        TableFormat.Counts => MoneyFormat.Count(value),
        _ => MoneyFormat.Format(new Money(value), MoneyStyle.Pounds),
    };
}
