using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>The place of a cell in a table, counted from 0; the column of row labels is not counted.</summary>
public readonly record struct CellPlace(int Row, int Column);

/// <summary>
/// Which cells of a table add up to which. A cell's slice is the sum of others where these narrow it on one dimension, do
/// not overlap, and together make its amount exactly; so a spreadsheet can show a total as a sum without anybody saying so.
/// </summary>
/// <param name="edition">The edition that the tables are of.</param>
public sealed class TableSums(Edition edition)
{
    /// <summary>The cells that add up to a cell; none where the table does not hold them.</summary>
    public IReadOnlyList<CellPlace> PartsOf(FigureTable table, CellPlace place)
    {
        if (ScopeOf(CellAt(table, place)) is not { } whole)
        {
            return [];
        }

        List<(CellPlace, Scope)> below = [.. Places(table.Rows.Count, row => place with { Row = row })];
        List<(CellPlace, Scope)> beside = [.. Places(table.Columns.Count, column => place with { Column = column })];
        return Partition(whole, below) ?? Partition(whole, beside) ?? IfAgreed(whole, below) ?? [];

        IEnumerable<(CellPlace, Scope)> Places(int count, Func<int, CellPlace> at) =>
            from other in Enumerable.Range(0, count).Select(at)
            where other != place
            let scope = ScopeOf(CellAt(table, other))
            where scope is not null
            select (other, scope);
    }

    private static FigureCell CellAt(FigureTable table, CellPlace place) => table.Rows[place.Row].Cells[place.Column];

    private static IReadOnlyList<CellPlace>? Partition(Scope whole, List<(CellPlace Place, Scope Scope)> others) => others
        .Select(o => (o.Place, o.Scope, Dimension: o.Scope.NarrowedDimension(whole)))
        .Where(o => o.Dimension is not null)
        .GroupBy(o => o.Dimension!, StringComparer.Ordinal)
        .Select(family => Widest([.. family.Select(o => (o.Place, o.Scope, Values: o.Scope.Filters[family.Key]))]))
        .Where(parts => parts.Sum(p => p.Scope.Amount) == whole.Amount && AreDisjoint(parts.Select(p => p.Values)))
        .OrderBy(parts => parts.Count)
        .Select(parts => (IReadOnlyList<CellPlace>)[.. parts.Select(p => p.Place)])
        .FirstOrDefault();

    // A group's own total stands for its members: what another part holds is not counted again.
    private static List<(CellPlace Place, Scope Scope, HashSet<string> Values)> Widest(List<(CellPlace Place, Scope Scope, HashSet<string> Values)> parts) =>
        [.. parts.Where((part, i) => !parts.Where((other, j) => part.Values.IsProperSubsetOf(other.Values) || (j < i && part.Values.SetEquals(other.Values))).Any())];

    private static bool AreDisjoint(IEnumerable<HashSet<string>> sets)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return sets.All(set => set.All(seen.Add));
    }

    // The total as it would be if every pending decision were agreed: the total as it stands, and what each decision moves.
    private static List<CellPlace>? IfAgreed(Scope whole, List<(CellPlace Place, Scope Scope)> others)
    {
        if (whole.Basis != DecisionBasis.IfAgreed)
        {
            return null;
        }

        var stands = others.Where(o => o.Scope.Basis == DecisionBasis.AsItStands && o.Scope.HasFiltersOf(whole)).Take(1);
        var moves = others.Where(o => o.Scope.Basis == DecisionBasis.IfAgreed && o.Scope.IsMoveWithin(whole));
        List<(CellPlace Place, Scope Scope)> parts = [.. stands, .. moves];
        return parts.Count > 0 && parts.Sum(p => p.Scope.Amount) == whole.Amount ? [.. parts.Select(p => p.Place)] : null;
    }

    private Scope? ScopeOf(FigureCell cell) => cell.Figure is { Amount: { } amount } figure ? figure.Source switch
    {
        Derivation.OfSavings(var slice) => new("savings", slice.Basis, Named(slice), amount),
        Derivation.OfCosts(var slice) => new Scope("costs", slice.Basis, Named(slice), amount) { Wider = WithArea(slice) },
        Derivation.OfProjects(var filter) => new("projects by " + filter.Aspect, default, Named(filter), amount),
        _ => null,
    } : null;

    // A line of cost lies within its area, although its slice does not name the area.
    private Dictionary<string, HashSet<string>>? WithArea(Slice<CostDimension> slice)
    {
        if (slice[CostDimension.Line].IsEmpty || !slice[CostDimension.Area].IsEmpty)
        {
            return null;
        }

        var areas = edition.CostLines.Where(l => slice[CostDimension.Line].Contains(l.Code)).Select(l => l.Area);
        return Named(slice.Where(CostDimension.Area, areas));
    }

    private static Dictionary<string, HashSet<string>> Named<TDimension>(Slice<TDimension> slice)
        where TDimension : struct, Enum => slice.Filters.ToDictionary(f => f.Key.ToString(), f => f.Value.ToHashSet(StringComparer.Ordinal));

    private static Dictionary<string, HashSet<string>> Named(ProjectFilter filter)
    {
        (string Name, string? Value)[] limits =
        [
            (nameof(filter.Phase), filter.Phase?.ToString()), (nameof(filter.Rag), filter.Rag?.ToString()), (nameof(filter.Workstream), filter.Workstream), (nameof(filter.Board), filter.Board),
        ];
        return limits.Where(l => l.Value is not null).ToDictionary(l => l.Name, l => new HashSet<string>([l.Value!], StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What a figure counts, whichever ledger it is of.</summary>
    private sealed record Scope(string Ledger, DecisionBasis Basis, IReadOnlyDictionary<string, HashSet<string>> Filters, decimal Amount)
    {
        /// <summary>The same limits with one that follows from them; none where nothing follows.</summary>
        public IReadOnlyDictionary<string, HashSet<string>>? Wider { get; init; }

        /// <summary>The one dimension on which this counts less than the whole; nothing when there is none, or more than one.</summary>
        public string? NarrowedDimension(Scope whole) =>
            Ledger != whole.Ledger || Basis != whole.Basis ? null : Narrowed(Filters, whole.Filters) ?? (Wider is null ? null : Narrowed(Wider, whole.Filters));

        public bool HasFiltersOf(Scope other) => Filters.Count == other.Filters.Count && IsWithin(other);

        public bool IsMoveWithin(Scope whole) => Filters.ContainsKey(nameof(SavingsDimension.Decision)) && IsWithin(whole);

        private bool IsWithin(Scope whole) =>
            Ledger == whole.Ledger && whole.Filters.All(f => Filters.TryGetValue(f.Key, out var values) && values.SetEquals(f.Value));

        private static string? Narrowed(IReadOnlyDictionary<string, HashSet<string>> part, IReadOnlyDictionary<string, HashSet<string>> whole)
        {
            if (whole.Keys.Any(d => !part.ContainsKey(d)))
            {
                return null;
            }

            List<string> differing = [.. part.Keys.Where(d => !whole.TryGetValue(d, out var values) || !values.SetEquals(part[d]))];
            return differing is [var only] && (!whole.TryGetValue(only, out var all) || part[only].IsProperSubsetOf(all)) ? only : null;
        }
    }
}
