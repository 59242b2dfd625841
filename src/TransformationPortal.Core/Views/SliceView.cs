using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>One limit of a slice in the reader's words.</summary>
public sealed record SliceTerm<TDimension>(TDimension Dimension, string Name, IReadOnlyList<string> Values)
    where TDimension : struct, Enum;

/// <summary>A slice of a ledger laid open: the entries that make its figure, and the figure cut further.</summary>
/// <param name="Total">The figure; empty when nothing is recorded.</param>
/// <param name="Entries">Exactly the entries that make it, in the ledger's order.</param>
/// <param name="Cut">The same figure cut by one or two dimensions.</param>
public sealed record SliceView<TEntry, TDimension>(
    Slice<TDimension> Slice,
    IReadOnlyList<SliceTerm<TDimension>> Terms,
    Money? Total,
    IReadOnlyList<TEntry> Entries,
    SliceCut<TDimension> Cut)
    where TDimension : struct, Enum
{
    /// <summary>The slice in one line: <c>Revised target, 2019/20, Customer services</c>.</summary>
    public string Title => string.Join(", ", Terms.Select(t => string.Join(" or ", t.Values)));
}

/// <summary>A figure cut by one dimension, and by a second where the reader asked for it.</summary>
/// <param name="Columns">None when it is cut by rows alone; the pivot then has row totals and no columns.</param>
public sealed record SliceCut<TDimension>(TDimension Rows, TDimension? Columns, IReadOnlyList<string> RowLabels, IReadOnlyList<string> ColumnLabels, LedgerPivot Pivot)
    where TDimension : struct, Enum;

/// <summary>Lays slices of an edition open.</summary>
public static class SliceViews
{
    /// <summary>What savings can be cut by on a page.</summary>
    public static IReadOnlyList<SavingsDimension> SavingsCuts { get; } =
    [
        SavingsDimension.Year, SavingsDimension.Workstream, SavingsDimension.Confidence, SavingsDimension.Directorate, SavingsDimension.Source,
        SavingsDimension.Board, SavingsDimension.Activity, SavingsDimension.Project, SavingsDimension.Line,
    ];

    /// <summary>What savings can also be cut by across a page: not by project or line, of which there may be thousands.</summary>
    public static IReadOnlyList<SavingsDimension> SavingsColumns { get; } = [.. SavingsCuts.Where(d => d is not (SavingsDimension.Project or SavingsDimension.Line))];

    /// <summary>What costs can be cut by on a page.</summary>
    public static IReadOnlyList<CostDimension> CostCuts { get; } = [CostDimension.Year, CostDimension.Area, CostDimension.Line, CostDimension.Month, CostDimension.Kind];

    /// <summary>What costs can also be cut by across a page.</summary>
    public static IReadOnlyList<CostDimension> CostColumns { get; } = [.. CostCuts.Where(d => d != CostDimension.Line)];

    /// <param name="rows">What to cut by; the first dimension that tells its entries apart when none is given.</param>
    /// <param name="columns">What to cut by across; not done for a dimension that is the rows', or that is none of <see cref="SavingsColumns"/>.</param>
    public static SliceView<SavingsEntry, SavingsDimension> Open(this Edition edition, Slice<SavingsDimension> slice, SavingsDimension? rows, SavingsDimension? columns) =>
        Open(edition.Savings, slice, SavingsCuts, rows, Across(SavingsColumns, columns), d => d.Name(), edition.Label);

    /// <inheritdoc cref="Open(Edition, Slice{SavingsDimension}, SavingsDimension?, SavingsDimension?)"/>
    public static SliceView<CostEntry, CostDimension> Open(this Edition edition, Slice<CostDimension> slice, CostDimension? rows, CostDimension? columns) =>
        Open(edition.Costs, slice, CostCuts, rows, Across(CostColumns, columns), d => d.Name(), edition.Label);

    private static TDimension? Across<TDimension>(IReadOnlyList<TDimension> possible, TDimension? asked)
        where TDimension : struct, Enum => asked is { } dimension && possible.Contains(dimension) ? dimension : null;

    private static SliceView<TEntry, TDimension> Open<TEntry, TDimension>(
        Ledger<TEntry, TDimension> ledger,
        Slice<TDimension> slice,
        IReadOnlyList<TDimension> cuts,
        TDimension? rows,
        TDimension? columns,
        Func<TDimension, string> name,
        Func<TDimension, string, string> label)
        where TDimension : struct, Enum
    {
        var by = rows ?? cuts.FirstOrDefault(d => slice[d].Length != 1 && ledger.Pivot(slice, d).Rows.Count > 1, cuts[^1]);
        var across = columns is { } c && !EqualityComparer<TDimension>.Default.Equals(c, by) ? columns : null;
        var pivot = across is { } other ? ledger.Pivot(slice, by, other) : ledger.Pivot(slice, by);
        return new(
            slice,
            [.. slice.Filters.Select(f => new SliceTerm<TDimension>(f.Key, name(f.Key), [.. f.Value.Select(v => label(f.Key, v))]))],
            ledger.Sum(slice),
            [.. ledger.EntriesIn(slice)],
            new(by, across, [.. pivot.Rows.Select(v => label(by, v))], across is { } a ? [.. pivot.Columns.Select(v => label(a, v))] : [], pivot));
    }
}
