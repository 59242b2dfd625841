using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.History;

/// <summary>
/// A row of a register over time, as texts. Of a cell's changes the one with the latest day that has come is in force, and of
/// one day the one that was recorded last; before all of them the cell said
/// what the one that was recorded first found.
/// </summary>
/// <param name="facts">What was changed, in the order in which it was recorded.</param>
/// <param name="now">The cells that the row has now; nothing where it is there no more.</param>
/// <param name="columns">The names of its cells.</param>
internal sealed class RowTimeline(IReadOnlyList<RegisterFact> facts, IReadOnlyList<string>? now, IReadOnlyList<string> columns)
{
    // A sort by day that keeps the order of recording within one.
    private readonly IReadOnlyList<(RegisterFact Fact, int Recorded)> inOrder =
        [.. facts.Select((fact, i) => (fact, i)).OrderBy(p => p.fact.HoldsFrom.Day ?? DateOnly.MinValue)];

    /// <summary>Where it stood among the rows when it was last taken out.</summary>
    public int Place => facts.LastOrDefault(f => f is { Column: null, IsThere: false })?.Place ?? 0;

    /// <summary>The cells as they were on a day; nothing where there was no such row.</summary>
    public IReadOnlyList<string>? On(DateOnly day)
    {
        var comings = Comings();

        // What belongs to a row comes and goes with it, unsaid: what is there now is believed over the last that was said.
        if (comings.Count > 0 && comings[^1].Fact.IsThere != now is not null)
        {
            comings.RemoveAt(comings.Count - 1);
        }

        var last = comings.LastOrDefault(p => p.Fact.HoldsFrom.IsBy(day)).Fact;
        var next = comings.FirstOrDefault(p => !p.Fact.HoldsFrom.IsBy(day));
        var isThere = last?.IsThere ?? (next.Fact is null ? now is not null : !next.Fact.IsThere);
        if (!isThere)
        {
            return null;
        }

        // A row that was removed and made again under its name is another row: its cells were those that it left with.
        var until = next.Fact?.Action == RegisterAction.Removed ? next.Recorded : int.MaxValue;
        var since = comings.Where(p => p.Fact.Action == RegisterAction.Removed && p.Recorded < until && p != next).Select(p => p.Recorded).DefaultIfEmpty(-1).Max();
        var left = until < int.MaxValue ? next.Fact!.Cells : now ?? facts.LastOrDefault(f => f is { Column: null, IsThere: false })?.Cells;
        return left is null ? null : [.. left.Select((text, i) => Cell(columns[i], text, day, since, until))];
    }

    // What is taken out from a day before it came was never there: neither its coming nor its going is left.
    private List<(RegisterFact Fact, int Recorded)> Comings()
    {
        static DateOnly Day(RegisterFact fact) => fact.HoldsFrom.Day ?? DateOnly.MinValue;
        List<(RegisterFact Fact, int Recorded)> told = [.. facts.Select((fact, i) => (fact, i)).Where(p => p.fact.Column is null)];
        var wasThere = told is [var first, ..] && !first.Fact.IsThere;
        var left = new List<(RegisterFact Fact, int Recorded)>();
        foreach (var coming in told)
        {
            if (!coming.Fact.IsThere && left.RemoveAll(c => c.Fact.IsThere && Day(c.Fact) >= Day(coming.Fact)) > 0
                && !(left.Where(c => Day(c.Fact) < Day(coming.Fact)).OrderBy(c => Day(c.Fact)).LastOrDefault().Fact?.IsThere ?? wasThere))
            {
                continue;
            }

            left.Add(coming);
        }

        return [.. left.OrderBy(c => Day(c.Fact))];
    }

    private string Cell(string column, string text, DateOnly day, int since, int until)
    {
        var changes = inOrder.Where(p => p.Fact.Column == column && p.Recorded > since && p.Recorded < until).Select(p => p.Fact).ToList();
        return changes.Count == 0 ? text
            : changes.LastOrDefault(f => f.HoldsFrom.IsBy(day)) is { } inForce ? inForce.To ?? ""
            : facts.Where((f, i) => f.Column == column && i > since && i < until).First().From ?? "";
    }
}
