using TransformationPortal.Core;
using System.Globalization;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>The sheets that hold the ledgers' entries, and formulas that sum a slice of them.</summary>
internal sealed class EntrySheets(QuarterTables tables)
{
    // Excel takes no longer formula than 8,192 characters, and no longer text in one than 255.
    private const int LongestFormula = 8000;
    private const int LongestText = 255;

    private readonly int savingsRows = tables.Edition.Savings.Entries.Count;
    private readonly int costRows = tables.Edition.Costs.Entries.Count;

    /// <summary>Which cells of a table add up to which.</summary>
    public TableSums Sums { get; } = new(tables.Edition);

    /// <summary>The formula that makes a figure from the entries, in the unit and sign of the table that shows it; none where there is no such formula.</summary>
    public string? Formula(Figure figure, TableFormat format) => figure.Source switch
    {
        Derivation.OfSavings(var slice) => Formula(tables.SavingsEntries, savingsRows, slice, EntryTables.ColumnOf, format),
        Derivation.OfCosts(var slice) => Formula(tables.CostEntries, costRows, slice, EntryTables.ColumnOf, format),
        _ => null,
    };

    private static string? Formula<TDimension>(PaperTable entries, int rows, Slice<TDimension> slice, Func<TDimension, string> columnOf, TableFormat format)
        where TDimension : struct, Enum
    {
        if (rows == 0 || slice.Filters.Values.Any(v => v.Any(text => text.Length > LongestText)))
        {
            return null;
        }

        List<string> factors = [.. slice.Filters.Select(f => Condition(Range(entries, columnOf(f.Key), rows), f.Value))];
        if (slice.Basis == DecisionBasis.AsItStands && entries.Columns.Any(c => c.Name == EntryTables.PendingColumn))
        {
            factors.Add($"({Range(entries, EntryTables.PendingColumn, rows)}<>{Literal(EntryTables.YesNo(true))})");
        }

        factors.Add(Range(entries, "amount_pounds", rows));
        var formula = $"{(format == TableFormat.AnnexSavings ? "-" : "")}SUMPRODUCT({string.Join('*', factors)})/1000000";
        return formula.Length <= LongestFormula ? formula : null;
    }

    // A value that stands for “none” is a blank cell.
    private static string Condition(string range, IReadOnlyList<string> values)
    {
        var conditions = string.Join('+', values.Select(v => $"({range}={(v == LedgerKeys.None ? "\"\"" : Literal(v))})"));
        return values.Count == 1 ? conditions : $"({conditions})";
    }

    private static string Range(PaperTable entries, string column, int rows)
    {
        var letter = CellNames.Column(Enumerable.Range(0, entries.Columns.Count).First(i => entries.Columns[i].Name == column));
        return string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quoted(SheetNames.Sheet(entries.Key))}!${letter}$2:${letter}${rows + 1}");
    }

    private static string Literal(string text) => $"\"{SheetText.Clean(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
