using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Annexes;

/// <summary>The place of a cell in a table, counted from 0; the column of row labels is not counted.</summary>
public readonly record struct CellPlace(int Row, int Column);

/// <summary>
/// Which cells of a table add up to which. A cell's slice is the sum of others where these narrow it on one dimension, do
/// not overlap, and together make its amount exactly; so a spreadsheet can show a total as a sum without anybody saying so.
/// </summary>
public static class TableSums
{
    /// <summary>The cells that add up to a cell; none where the table does not hold them.</summary>
    public static IReadOnlyList<CellPlace> PartsOf(FigureTable table, CellPlace place)
    {
        if (Scope.Of(CellAt(table, place)) is not { } whole)
        {
            return [];
        }

        List<(CellPlace, Scope)> below = [.. Places(table.Rows.Count, row => place with { Row = row })];
        List<(CellPlace, Scope)> beside = [.. Places(table.Columns.Count, column => place with { Column = column })];
        return Partition(whole, below) ?? Partition(whole, beside) ?? IfAgreed(whole, below) ?? [];

        IEnumerable<(CellPlace, Scope)> Places(int count, Func<int, CellPlace> at) =>
            from other in Enumerable.Range(0, count).Select(at)
            where other != place
            let scope = Scope.Of(CellAt(table, other))
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

    /// <summary>What a figure counts, whichever ledger it is of.</summary>
    private sealed record Scope(string Ledger, DecisionBasis Basis, IReadOnlyDictionary<string, HashSet<string>> Filters, decimal Amount)
    {
        public static Scope? Of(FigureCell cell) => cell.Figure is { Amount: { } amount } figure ? figure.Source switch
        {
            Derivation.OfSavings(var slice) => new("savings", slice.Basis, Named(slice), amount),
            Derivation.OfCosts(var slice) => new("costs", slice.Basis, Named(slice), amount),
            Derivation.OfProjects(var filter) => new("projects by " + filter.Aspect, default, Named(filter), amount),
            _ => null,
        } : null;

        /// <summary>The one dimension on which this counts less than the whole; nothing when there is none, or more than one.</summary>
        public string? NarrowedDimension(Scope whole)
        {
            if (Ledger != whole.Ledger || Basis != whole.Basis || whole.Filters.Keys.Any(d => !Filters.ContainsKey(d)))
            {
                return null;
            }

            List<string> differing = [.. Filters.Keys.Where(d => !whole.Filters.TryGetValue(d, out var values) || !values.SetEquals(Filters[d]))];
            return differing is [var only] && (!whole.Filters.TryGetValue(only, out var all) || Filters[only].IsProperSubsetOf(all)) ? only : null;
        }

        public bool HasFiltersOf(Scope other) =>
            Ledger == other.Ledger && Filters.Count == other.Filters.Count && other.Filters.All(f => Filters.TryGetValue(f.Key, out var values) && values.SetEquals(f.Value));

        public bool IsMoveWithin(Scope whole) =>
            Ledger == whole.Ledger && Filters.ContainsKey(nameof(Savings.SavingsDimension.Decision))
            && whole.Filters.All(f => Filters.TryGetValue(f.Key, out var values) && values.SetEquals(f.Value));

        private static Dictionary<string, HashSet<string>> Named<TDimension>(Slice<TDimension> slice)
            where TDimension : struct, Enum => slice.Filters.ToDictionary(f => f.Key.ToString(), f => f.Value.ToHashSet(StringComparer.Ordinal));

        private static Dictionary<string, HashSet<string>> Named(ProjectFilter filter)
        {
            var named = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            Add(nameof(filter.Phase), filter.Phase?.ToString());
            Add(nameof(filter.Rag), filter.Rag?.ToString());
            Add(nameof(filter.Workstream), filter.Workstream);
            Add(nameof(filter.Board), filter.Board);
            return named;

            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    named.Add(name, [value]);
                }
            }
        }
    }
}
