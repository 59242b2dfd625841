using System.Collections.Concurrent;

namespace TransformationPortal.Core.Ledgers;

/// <summary>
/// A small in-memory cube: entries that each have one value on every dimension and an amount. Immutable and safe to read from
/// many threads. Entries that wait for a decision count only in slices taken on <see cref="DecisionBasis.IfAgreed"/>.
/// </summary>
/// <typeparam name="TEntry">An entry.</typeparam>
/// <typeparam name="TDimension">Its dimensions.</typeparam>
public abstract class Ledger<TEntry, TDimension>
    where TDimension : struct, Enum
{
    private readonly TEntry[] entries;
    private readonly decimal[] amounts;
    private readonly bool[]? pending;
    private readonly ConcurrentDictionary<TDimension, LedgerAxis> axes = new();

    protected Ledger(IEnumerable<TEntry> entries, Func<TEntry, Money> amount, Func<TEntry, bool> isPending)
    {
        this.entries = [.. entries];
        amounts = Array.ConvertAll(this.entries, e => amount(e).Pounds);
        pending = Array.Exists(this.entries, e => isPending(e)) ? Array.ConvertAll(this.entries, e => isPending(e)) : null;
    }

    public IReadOnlyList<TEntry> Entries => entries;

    /// <summary>The entry's value on a dimension.</summary>
    protected abstract string KeyOf(TEntry entry, TDimension dimension);

    /// <summary>The values of a dimension in the order in which readers expect them.</summary>
    protected abstract IReadOnlyList<string> Declared(TDimension dimension);

    /// <summary>Every value that occurs on a dimension, in the order in which readers expect them.</summary>
    public IReadOnlyList<string> Values(TDimension dimension) => Axis(dimension).Values;

    /// <summary>The values of a dimension that occur in a slice, in order.</summary>
    public IReadOnlyList<string> Values(TDimension dimension, Slice<TDimension> slice)
    {
        var axis = Axis(dimension);
        var seen = new bool[axis.Values.Length];
        foreach (var i in Indexes(slice))
        {
            seen[axis.Codes[i]] = true;
        }

        return [.. axis.Values.Where((_, code) => seen[code])];
    }

    /// <summary>The sum of a slice in pounds; nothing when no entry is in it.</summary>
    public Money? Sum(Slice<TDimension> slice)
    {
        decimal sum = 0;
        var any = false;
        foreach (var i in Indexes(slice))
        {
            sum += amounts[i];
            any = true;
        }

        return any ? new Money(sum) : null;
    }

    /// <summary>The entries of a slice, in the ledger's order.</summary>
    public IEnumerable<TEntry> EntriesIn(Slice<TDimension> slice) => Indexes(slice).Select(i => entries[i]);

    /// <summary>The sums of a slice cut by one dimension, in order; only values that occur in it.</summary>
    public IReadOnlyList<(string Value, Money Amount)> Cut(Slice<TDimension> slice, TDimension dimension)
    {
        var axis = Axis(dimension);
        var sums = new decimal?[axis.Values.Length];
        foreach (var i in Indexes(slice))
        {
            sums[axis.Codes[i]] = (sums[axis.Codes[i]] ?? 0) + amounts[i];
        }

        return [.. axis.Values.Select((value, code) => (value, sums[code])).Where(p => p.Item2.HasValue).Select(p => (p.value, new Money(p.Item2!.Value)))];
    }

    /// <summary>The sums of a slice cut by two dimensions: nothing lost, nothing counted twice.</summary>
    public LedgerPivot Pivot(Slice<TDimension> slice, TDimension rows, TDimension columns)
    {
        var (rowAxis, columnAxis) = (Axis(rows), Axis(columns));
        var width = columnAxis.Values.Length;
        var sums = new decimal?[rowAxis.Values.Length * width];
        foreach (var i in Indexes(slice))
        {
            ref var cell = ref sums[(rowAxis.Codes[i] * width) + columnAxis.Codes[i]];
            cell = (cell ?? 0) + amounts[i];
        }

        Money? At(int row, int column) => sums[(row * width) + column] is { } pounds ? new Money(pounds) : null;
        var usedRows = Enumerable.Range(0, rowAxis.Values.Length).Where(r => Enumerable.Range(0, width).Any(c => At(r, c) is not null)).ToList();
        var usedColumns = Enumerable.Range(0, width).Where(c => usedRows.Exists(r => At(r, c) is not null)).ToList();
        IReadOnlyList<IReadOnlyList<Money?>> cells = [.. usedRows.Select(r => (IReadOnlyList<Money?>)[.. usedColumns.Select(c => At(r, c))])];
        return new LedgerPivot(
            [.. usedRows.Select(r => rowAxis.Values[r])],
            [.. usedColumns.Select(c => columnAxis.Values[c])],
            cells,
            [.. cells.Select(row => row.SumOrNothing())],
            [.. usedColumns.Select((_, c) => cells.Select(row => row[c]).SumOrNothing())],
            cells.SelectMany(row => row).SumOrNothing());
    }

    private LedgerAxis Axis(TDimension dimension) => axes.GetOrAdd(
        dimension, static (d, ledger) => new LedgerAxis(Array.ConvertAll(ledger.entries, e => ledger.KeyOf(e, d)), ledger.Declared(d)), this);

    private IEnumerable<int> Indexes(Slice<TDimension> slice)
    {
        var filters = slice.Filters.Select(f => (Axis: Axis(f.Key), f.Value)).Select(f => (f.Axis.Codes, Admitted: f.Axis.Admit(f.Value))).ToArray();
        var skipPending = slice.Basis == DecisionBasis.AsItStands ? pending : null;
        for (var i = 0; i < entries.Length; i++)
        {
            if (skipPending is not null && skipPending[i])
            {
                continue;
            }

            var admitted = true;
            foreach (var (codes, values) in filters)
            {
                if (!values[codes[i]])
                {
                    admitted = false;
                    break;
                }
            }

            if (admitted)
            {
                yield return i;
            }
        }
    }
}
