namespace TransformationPortal.Core.Ledgers;

/// <summary>Amounts in rows, each with a code on every dimension: one row for each entry of a ledger, or for several that agree.</summary>
/// <param name="amounts">Pounds, by row.</param>
/// <param name="pending">Whether the row waits for a decision.</param>
/// <param name="codes">For a dimension, the code of every row's value on its axis.</param>
internal sealed class LedgerRows<TDimension>(decimal[] amounts, bool[] pending, Func<TDimension, int[]> codes)
    where TDimension : struct, Enum
{
    public decimal[] Amounts => amounts;

    public int[] Codes(TDimension dimension) => codes(dimension);

    /// <summary>The rows that a slice lets through, of the candidates where there are any, else of all.</summary>
    public IEnumerable<int> In(Slice<TDimension> slice, Func<TDimension, LedgerAxis> axis, IEnumerable<int>? candidates)
    {
        var limits = slice.Filters.Select(f => (Codes: codes(f.Key), Admitted: axis(f.Key).Admit(f.Value))).ToArray();
        var withPending = slice.Basis == DecisionBasis.IfAgreed;
        foreach (var row in candidates ?? Enumerable.Range(0, amounts.Length))
        {
            if ((withPending || !pending[row]) && Admits(limits, row))
            {
                yield return row;
            }
        }
    }

    /// <summary>The same amounts with rows added up that agree on all the given dimensions; the others are lost.</summary>
    public LedgerRows<TDimension> Merged(IEnumerable<TDimension> kept)
    {
        var columns = kept.ToDictionary(d => d, codes);
        int[][] values = [.. columns.Values];
        var placeOf = new Dictionary<int, int>(new SameValues(values, pending));
        var sums = new List<decimal>();
        var first = new List<int>();
        for (var row = 0; row < amounts.Length; row++)
        {
            if (placeOf.TryGetValue(row, out var place))
            {
                sums[place] += amounts[row];
            }
            else
            {
                placeOf.Add(row, sums.Count);
                sums.Add(amounts[row]);
                first.Add(row);
            }
        }

        var merged = columns.ToDictionary(c => c.Key, c => first.Select(row => c.Value[row]).ToArray());
        return new([.. sums], [.. first.Select(row => pending[row])], d => merged[d]);
    }

    private static bool Admits((int[] Codes, bool[] Admitted)[] limits, int row)
    {
        foreach (var (codes, admitted) in limits)
        {
            if (!admitted[codes[row]])
            {
                return false;
            }
        }

        return true;
    }

    // Rows are alike when they have the same value in every column.
    private sealed class SameValues(int[][] columns, bool[] pending) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y)
        {
            foreach (var column in columns)
            {
                if (column[x] != column[y])
                {
                    return false;
                }
            }

            return pending[x] == pending[y];
        }

        public int GetHashCode(int row)
        {
            var hash = 0;
            foreach (var column in columns)
            {
                hash = (hash * 31) + column[row];
            }

            return hash;
        }
    }
}
