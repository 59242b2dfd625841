using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>A limit of the slice with the address of the same slice without it; no address where the slice needs it.</summary>
public sealed record SliceTermView(string Name, string Values, string? Without);

/// <summary>A row of the cut: its label, the narrower slice it stands for, and its amounts.</summary>
public sealed record CutRow(string Label, string Address, Money? Total, IReadOnlyList<(Money? Amount, string Address)> Cells);

/// <summary>A choice of what to cut by.</summary>
public sealed record CutChoice(string Name, string Label);

/// <summary>What every slice page shows, whichever ledger it is of.</summary>
public sealed record SlicePage(
    string Path,
    string Heading,
    string CsvAddress,
    Money? Total,
    int EntryCount,
    IReadOnlyList<SliceTermView> Terms,
    string RowsName,
    string? ColumnsName,
    string RowsLabel,
    IReadOnlyList<string> ColumnLabels,
    IReadOnlyList<CutRow> Rows,
    IReadOnlyList<Money?> ColumnTotals,
    IReadOnlyList<CutChoice> RowChoices,
    IReadOnlyList<CutChoice> ColumnChoices,
    IReadOnlyList<KeyValuePair<string, string>> Hidden,
    IReadOnlyList<SliceFilterView> Filters)
{
    /// <summary>Where nothing is recorded here: what is recorded beside it, which makes the zero that led here.</summary>
    public NearbyView? Nearby { get; init; }

    /// <summary>A sentence for each name that the address has from another quarter.</summary>
    public IReadOnlyList<string> NamesNotes { get; init; } = [];

    /// <summary>Builds the page of a slice.</summary>
    public static SlicePage Of<TEntry, TDimension>(
        OpenedEdition opened,
        string path,
        string csvPath,
        SliceView<TEntry, TDimension> view,
        IReadOnlyList<TDimension> rows,
        IReadOnlyList<TDimension> across,
        Func<TDimension, string> name,
        Func<TDimension, string, string> label,
        TDimension needed,
        IReadOnlyList<SliceFilterView> filters)
        where TDimension : struct, Enum
    {
        var (slice, cut) = (view.Slice, view.Cut);
        string Link(Slice<TDimension> s) => opened.Links.Slice(s, path);
        bool IsNeeded(TDimension d) => EqualityComparer<TDimension>.Default.Equals(d, needed);
        var columns = cut.Columns is { } by ? cut.Pivot.Columns.Select(v => (Dimension: by, Value: v)).ToList() : [];
        return new(
            path,
            view.Title,
            opened.Links.Slice(slice, csvPath),
            view.Total,
            view.Entries.Count,
            [.. view.Terms.Select(t => new SliceTermView(t.Name, string.Join(" or ", t.Values), IsNeeded(t.Dimension) ? null : Link(slice.Without(t.Dimension))))],
            SliceQuery.NameOf(cut.Rows),
            cut.Columns is { } c ? SliceQuery.NameOf(c) : null,
            name(cut.Rows),
            cut.ColumnLabels,
            [.. cut.Pivot.Rows.Select((value, r) =>
            {
                var narrower = slice.Where(cut.Rows, value);
                return new CutRow(label(cut.Rows, value), Link(narrower), cut.Pivot.RowTotals[r],
                    [.. columns.Select((column, i) => (cut.Pivot.Cells[r][i], Link(narrower.Where(column.Dimension, column.Value))))]);
            })],
            cut.Columns is null ? [] : cut.Pivot.ColumnTotals,
            [.. rows.Select(d => new CutChoice(SliceQuery.NameOf(d), name(d)))],
            [.. across.Select(d => new CutChoice(SliceQuery.NameOf(d), name(d)))],
            [.. SliceQuery.Pairs(slice).Where(p => p.Key != SliceQuery.BasisName)],
            filters);
    }
}

/// <summary>What is recorded beside a slice that has no entries, each amount with the address of its slice.</summary>
public sealed record NearbyView(string Title, string Address, Money Total, IReadOnlyList<(string Label, Money Amount, string Address)> Parts)
{
    internal static NearbyView? Of<TDimension>(NearbyAmounts<TDimension>? nearby, OpenedEdition opened, string path)
        where TDimension : struct, Enum => nearby is null ? null
        : new(nearby.Title, opened.Links.Slice(nearby.Slice, path), nearby.Total, [.. nearby.Parts.Select(p => (p.Label, p.Amount, opened.Links.Slice(p.Slice, path)))]);
}

/// <summary>A filter that a reader can set on a slice page.</summary>
public sealed record SliceFilterView(string Name, string Label, IReadOnlyList<(string Value, string Label, bool Selected)> Options);

/// <summary>The page of a savings slice.</summary>
public sealed class SavingsSlicePage(
    OpenedEdition opened, SliceView<SavingsEntry, SavingsDimension> view, IReadOnlyList<string> namesNotes)
{
    private static readonly SavingsDimension[] Filterable =
    [
        SavingsDimension.Kind, SavingsDimension.Year, SavingsDimension.Workstream, SavingsDimension.Confidence,
        SavingsDimension.Directorate, SavingsDimension.Source, SavingsDimension.Board,
    ];

    public SlicePage Slice { get; } = SlicePage.Of(
        opened, "savings", "savings.csv", view, SliceViews.SavingsCuts, SliceViews.SavingsColumns, d => d.Name(), opened.Content.Label, SavingsDimension.Kind,
        SliceFilters.Of(opened.Content.Savings, view.Slice, Filterable, d => d.Name(), opened.Content.Label,
            (d, v) => d != SavingsDimension.Confidence || v != LedgerKeys.None)) with
    {
        Nearby = NearbyView.Of(Nearby.Of(opened.Content, view.Slice), opened, "savings"),
        NamesNotes = namesNotes,
    };

    public IReadOnlyList<SavingsEntry> Entries => view.Entries;

    /// <summary>Whether the amounts are targets, which have no confidence.</summary>
    public bool IsPosition => view.Slice[SavingsDimension.Kind].Contains(SavingsKeys.Kind(SavingsKind.Position));
}

/// <summary>The page of a cost slice.</summary>
public sealed class CostSlicePage(OpenedEdition opened, SliceView<CostEntry, CostDimension> view)
{
    private static readonly CostDimension[] Filterable = [CostDimension.Kind, CostDimension.Year, CostDimension.Area, CostDimension.Line];

    public SlicePage Slice { get; } = SlicePage.Of(
        opened, "costs/entries", "costs/entries.csv", view, SliceViews.CostCuts, SliceViews.CostColumns, d => d.Name(), opened.Content.Label, CostDimension.Kind,
        SliceFilters.Of(opened.Content.Costs, view.Slice, Filterable, d => d.Name(), opened.Content.Label, (_, _) => true)) with
    {
        Nearby = NearbyView.Of(Nearby.Of(opened.Content, view.Slice), opened, "costs/entries"),
    };

    public IReadOnlyList<CostEntry> Entries => view.Entries;
}

internal static class SliceFilters
{
    public static IReadOnlyList<SliceFilterView> Of<TEntry, TDimension>(
        Ledger<TEntry, TDimension> ledger,
        Slice<TDimension> slice,
        IReadOnlyList<TDimension> dimensions,
        Func<TDimension, string> name,
        Func<TDimension, string, string> label,
        Func<TDimension, string, bool> offered)
        where TDimension : struct, Enum =>
        [.. dimensions.Select(d => new SliceFilterView(SliceQuery.NameOf(d), name(d),
            [.. ledger.Values(d).Where(v => offered(d, v)).Select(v => (v, label(d, v), slice[d].Contains(v)))]))];
}
