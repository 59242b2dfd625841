namespace TransformationPortal.Core.Ledgers;

/// <summary>A slice cut by two dimensions. A cell in which nothing is recorded is empty, not £0.</summary>
/// <param name="Rows">Values of the row dimension that occur in the slice, in the ledger's order.</param>
/// <param name="Columns">Values of the column dimension that occur in the slice, in the ledger's order.</param>
/// <param name="Cells">Pounds, by row and column.</param>
/// <param name="RowTotals">One sum a row.</param>
/// <param name="ColumnTotals">One sum a column.</param>
/// <param name="Total">The sum of the slice.</param>
public sealed record LedgerPivot(
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<Money?>> Cells,
    IReadOnlyList<Money?> RowTotals,
    IReadOnlyList<Money?> ColumnTotals,
    Money? Total)
{
    /// <summary>The cell of a row and a column by their values; empty when the pivot has no such row or column.</summary>
    public Money? this[string row, string column]
    {
        get
        {
            var (r, c) = (IndexOf(Rows, row), IndexOf(Columns, column));
            return r < 0 || c < 0 ? null : Cells[r][c];
        }
    }

    private static int IndexOf(IReadOnlyList<string> values, string value)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (string.Equals(values[i], value, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
