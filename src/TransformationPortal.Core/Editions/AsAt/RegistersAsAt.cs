namespace TransformationPortal.Core.Editions.AsAt;

/// <summary>
/// The registers as they were on a day. Each fact has two times: the day it holds from and the moment it was recorded. What
/// holds from a later day is not in them; what was recorded later and held by then is.
/// </summary>
internal static class RegistersAsAt
{
    public static ProgrammeState On(ProgrammeState state, DateOnly day) =>
        state.Versions.Count == 0 ? state : Sound(state.Versions.Aggregate(state, (then, register) => register.On(then, day)), state);

    // Every cell has days of its own, so a row may name one that comes later or went before. What is grouped under a name
    // needs the name, which is then as it is now; what belongs to a row that is not there goes with it.
    private static ProgrammeState Sound(ProgrammeState then, ProgrammeState now)
    {
        var projects = Names(then.Projects, p => p.Code);
        var lines = then.SavingsLines.Where(l => projects.Contains(l.Project)).ToList();
        var refs = Names(lines, l => l.Ref);
        var decisions = Names(then.Decisions, d => d.Ref);
        var costLines = Needed(then.CostAreas, now.CostAreas, a => a.Code, then.CostLines.Select(l => l.Area));
        var boards = Needed(then.Boards, now.Boards, b => b.Name, then.Projects.Select(p => p.Board));
        var named = Names(boards, b => b.Name);
        return then with
        {
            Boards = Needed(boards, now.Boards, b => b.Name, boards.Select(b => b.ReportsTo).OfType<string>()),
            Workstreams = Needed(then.Workstreams, now.Workstreams, w => w.Name, then.Projects.Select(p => p.Workstream).Concat(lines.Select(l => l.Workstream))),
            Directorates = Needed(then.Directorates, now.Directorates, d => d.Name, then.Projects.Select(p => p.Directorate).Concat(lines.Select(l => l.Directorate)).Concat(then.Pressures.Select(p => p.Directorate))),
            Sources = Needed(then.Sources, now.Sources, s => s.Name, lines.Select(l => l.Source)),
            Activities = Needed(then.Activities, now.Activities, a => a.Name, lines.Select(l => l.Activity).OfType<string>()),
            SavingsLines = lines,
            Targets = [.. then.Targets.Where(t => refs.Contains(t.Line))],
            Positions = [.. then.Positions.Where(p => refs.Contains(p.Line))],
            Reprofiles = [.. then.Reprofiles.Where(r => refs.Contains(r.Line) && decisions.Contains(r.Decision))],
            Ratings = [.. then.Ratings.Where(r => projects.Contains(r.Project))],
            Actions = [.. then.Actions.Where(a => projects.Contains(a.Project))],
            CostAreas = costLines,
            Risks = [.. then.Risks.Where(r => r.Project is null || projects.Contains(r.Project))],
            BoardMembers = [.. then.BoardMembers.Where(m => named.Contains(m.Board))],
            BoardLimits = [.. then.BoardLimits.Where(l => named.Contains(l.Board))],
            Pressures = [.. then.Pressures.Where(p => p.Project is null || projects.Contains(p.Project))],
            Milestones = [.. then.Milestones.Where(m => projects.Contains(m.Project))],
            Dependencies = [.. then.Dependencies.Where(d => projects.Contains(d.Project) && projects.Contains(d.Needs))],
            Benefits = [.. then.Benefits.Where(b => projects.Contains(b.Project))],
            Reported = [.. then.Reported.Where(r => projects.Contains(r.Project))
                .Select(r => r with { Dependencies = [.. r.Dependencies.Where(d => projects.Contains(d.Needs))] })],
            Stories = [.. then.Stories.Select(s => s with { Spotlights = [.. s.Spotlights.Where(p => projects.Contains(p.Project))] })],
        };
    }

    private static IReadOnlyList<T> Needed<T>(IReadOnlyList<T> then, IReadOnlyList<T> now, Func<T, string> name, IEnumerable<string> named)
    {
        var there = Names(then, name);
        var missing = named.Where(n => !there.Contains(n)).ToHashSet(StringComparer.Ordinal);
        return missing.Count == 0 ? then : [.. then, .. now.Where(row => missing.Contains(name(row)))];
    }

    private static HashSet<string> Names<T>(IEnumerable<T> rows, Func<T, string> name) => rows.Select(name).ToHashSet(StringComparer.Ordinal);
}
