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
    private const int MostLookedUp = 16;

    // So many entries are numbered on several cores at once.
    private const int WorthSharing = 20_000;

    private readonly TEntry[] entries;
    private readonly ConcurrentDictionary<TDimension, LedgerAxis> axes = new();
    private readonly LedgerRows<TDimension> rows;
    private readonly Lazy<LedgerRows<TDimension>> mergedRows;

    /// <param name="entries">The entries in order, in an array that nobody changes.</param>
    /// <param name="amount">What an entry adds to a sum.</param>
    /// <param name="isPending">Whether it waits for a decision.</param>
    protected Ledger(TEntry[] entries, Func<TEntry, Money> amount, Func<TEntry, bool> isPending)
    {
        this.entries = entries;
        rows = new(Array.ConvertAll(entries, e => amount(e).Pounds), Array.ConvertAll(entries, e => isPending(e)), d => Axis(d).Codes);
        mergedRows = new(() =>
        {
            TDimension[] coarse = [.. Enum.GetValues<TDimension>().Where(d => !IsFine(d))];
            if (entries.Length > WorthSharing)
            {
                Parallel.ForEach(coarse, d => Axis(d));
            }

            return rows.Merged(coarse);
        });
    }

    public IReadOnlyList<TEntry> Entries => entries;

    /// <summary>What gives an entry's value on a dimension.</summary>
    protected abstract Func<TEntry, string> KeyOf(TDimension dimension);

    /// <summary>The values of a dimension in the order in which readers expect them.</summary>
    protected abstract IReadOnlyList<string> Declared(TDimension dimension);

    /// <summary>
    /// Whether a dimension has nearly as many values as there are entries. Most figures ask for none of these, and are
    /// summed from entries that agree on all others and have been added up beforehand.
    /// </summary>
    protected virtual bool IsFine(TDimension dimension) => false;

    /// <summary>Every value that occurs on a dimension, in the order in which readers expect them.</summary>
    public IReadOnlyList<string> Values(TDimension dimension) => Axis(dimension).Values;

    /// <summary>The values of a dimension that occur in a slice, in order.</summary>
    public IReadOnlyList<string> Values(TDimension dimension, Slice<TDimension> slice)
    {
        var axis = Axis(dimension);
        return [.. CodesIn(slice, dimension).Select(code => axis.Values[code])];
    }

    /// <summary>The sum of a slice in pounds; nothing when no entry is in it.</summary>
    public Money? Sum(Slice<TDimension> slice)
    {
        var source = RowsFor(slice);
        decimal sum = 0;
        var any = false;
        foreach (var row in RowsIn(source, slice))
        {
            sum += source.Amounts[row];
            any = true;
        }

        return any ? new Money(sum) : null;
    }

    /// <summary>The entries of a slice, in the ledger's order.</summary>
    public IEnumerable<TEntry> EntriesIn(Slice<TDimension> slice) => RowsIn(rows, slice).Select(row => entries[row]);

    /// <summary>The sums of a slice cut by one dimension, in order; only values that occur in it.</summary>
    public IReadOnlyList<(string Value, Money Amount)> Cut(Slice<TDimension> slice, TDimension dimension)
    {
        var axis = Axis(dimension);
        var source = RowsFor(slice, dimension);
        var codes = source.Codes(dimension);
        var sums = new decimal?[axis.Values.Length];
        foreach (var row in RowsIn(source, slice))
        {
            sums[codes[row]] = (sums[codes[row]] ?? 0) + source.Amounts[row];
        }

        return [.. axis.Values.Zip(sums).Where(p => p.Second.HasValue).Select(p => (p.First, new Money(p.Second!.Value)))];
    }

    /// <summary>
    /// The sums of a slice cut by two dimensions: nothing lost, nothing counted twice. Its size is the number of rows times that
    /// of columns, whether they hold anything or not.
    /// </summary>
    public LedgerPivot Pivot(Slice<TDimension> slice, TDimension rows, TDimension columns)
    {
        int[] usedRows = [.. CodesIn(slice, rows)], usedColumns = [.. CodesIn(slice, columns)];
        var (rowPlaces, columnPlaces) = (Places(usedRows, Axis(rows)), Places(usedColumns, Axis(columns)));
        var cells = Array.ConvertAll(usedRows, _ => new Money?[usedColumns.Length]);
        var source = RowsFor(slice, rows, columns);
        var (rowCodes, columnCodes) = (source.Codes(rows), source.Codes(columns));
        foreach (var row in RowsIn(source, slice))
        {
            ref var cell = ref cells[rowPlaces[rowCodes[row]]][columnPlaces[columnCodes[row]]];
            cell = cell.OrZero() + new Money(source.Amounts[row]);
        }

        return new LedgerPivot(
            [.. usedRows.Select(r => Axis(rows).Values[r])],
            [.. usedColumns.Select(c => Axis(columns).Values[c])],
            cells,
            [.. cells.Select(row => row.SumOrNothing())],
            [.. usedColumns.Select((_, c) => cells.Select(row => row[c]).SumOrNothing())],
            cells.SelectMany(row => row).SumOrNothing());
    }

    /// <summary>The sums of a slice cut by one dimension as a pivot without columns: its row totals are all it has.</summary>
    public LedgerPivot Pivot(Slice<TDimension> slice, TDimension rows)
    {
        var cut = Cut(slice, rows);
        return new LedgerPivot(
            [.. cut.Select(part => part.Value)],
            [],
            [.. cut.Select(_ => Array.Empty<Money?>())],
            [.. cut.Select(part => (Money?)part.Amount)],
            [],
            Sum(slice));
    }

    private LedgerAxis Axis(TDimension dimension) => axes.GetOrAdd(
        dimension, static (d, ledger) => LedgerAxis.Of(ledger.entries, ledger.KeyOf(d), ledger.Declared(d)), this);

    private LedgerRows<TDimension> RowsFor(Slice<TDimension> slice, params ReadOnlySpan<TDimension> cutBy)
    {
        foreach (var dimension in cutBy)
        {
            if (IsFine(dimension))
            {
                return rows;
            }
        }

        return slice.Filters.Keys.Any(IsFine) ? rows : mergedRows.Value;
    }

    // A slice of a few projects or lines looks at their entries alone.
    private IEnumerable<int> RowsIn(LedgerRows<TDimension> source, Slice<TDimension> slice)
    {
        var narrow = slice.Filters.FirstOrDefault(f => IsFine(f.Key) && f.Value.Length <= MostLookedUp);
        return source.In(slice, Axis, narrow.Value.IsDefault ? null : Axis(narrow.Key).EntriesWith(narrow.Value));
    }

    // The codes of the values that occur in a slice, in order.
    private IEnumerable<int> CodesIn(Slice<TDimension> slice, TDimension dimension)
    {
        var source = RowsFor(slice, dimension);
        var codes = source.Codes(dimension);
        var seen = new bool[Axis(dimension).Values.Length];
        foreach (var row in RowsIn(source, slice))
        {
            seen[codes[row]] = true;
        }

        return Enumerable.Range(0, seen.Length).Where(code => seen[code]);
    }

    private static int[] Places(int[] used, LedgerAxis axis)
    {
        var places = new int[axis.Values.Length];
        for (var place = 0; place < used.Length; place++)
        {
            places[used[place]] = place;
        }

        return places;
    }
}
