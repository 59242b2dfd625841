using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A milestone whose day is not what it was.</summary>
/// <param name="Before">In the earlier edition; none when it is new.</param>
/// <param name="After">In the later edition; none when it was withdrawn.</param>
public sealed record MilestoneChange(Milestone? Before, Milestone? After)
{
    public string Project => (After ?? Before)!.Project;

    public string Title => (After ?? Before)!.Title;

    public DateOnly? ExpectedBefore => Before is null ? null : Day(Before);

    public DateOnly? ExpectedAfter => After is null ? null : Day(After);

    /// <summary>Days later (positive) or earlier (negative) than the earlier edition expected; 0 when it is new or withdrawn.</summary>
    public int Days => ExpectedBefore is { } was && ExpectedAfter is { } now ? now.DayNumber - was.DayNumber : 0;

    public bool Slipped => Days > 0;

    /// <summary>Whether it was reached between the two.</summary>
    public bool ReachedSince => After?.Actual is not null && Before?.Actual is null;

    private static DateOnly Day(Milestone milestone) => milestone.Actual ?? milestone.Forecast ?? milestone.Baseline;
}

/// <summary>The milestones that slipped, were reached, came or went.</summary>
public static class MilestoneChanges
{
    /// <summary>What changed, the longest slip first.</summary>
    public static IReadOnlyList<MilestoneChange> Between(Edition from, Edition to)
    {
        var (before, after) = (ByName(from), ByName(to));
        return
        [
            .. before.Keys.Union(after.Keys).Select(name => new MilestoneChange(before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
                .Where(c => c.Before is null || c.After is null || c.Days != 0 || c.ReachedSince)
                .OrderByDescending(c => c.Days).ThenBy(c => c.Project, CodeOrder.Instance).ThenBy(c => c.ExpectedAfter ?? c.ExpectedBefore).ThenBy(c => c.Title, StringComparer.Ordinal),
        ];
    }

    // A project may have two milestones of one title: they are then told apart by their order.
    private static Dictionary<(string Project, string Title, int Place), Milestone> ByName(Edition edition) =>
        edition.Milestones.GroupBy(m => (m.Project, m.Title)).SelectMany(g => g.Select((m, i) => (Key: (g.Key.Project, g.Key.Title, i), Milestone: m)))
            .ToDictionary(p => p.Key, p => p.Milestone);
}
