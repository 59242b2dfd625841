using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Editions;

/// <summary>
/// Carries a programme over re-organisations, back to how it stood on a day or forward to how it stands under a later edition.
/// Only names of groupings change: amounts, projects and savings lines are what they were.
/// </summary>
internal static class Reorganising
{
    /// <summary>The programme as it was organised on a day: what came later is undone, the last first.</summary>
    public static ProgrammeState AsOn(ProgrammeState state, DateOnly day)
    {
        var inForce = state.Reorganisations.Where(r => r.On <= day).ToList();
        return state.Reorganisations.Where(r => r.On > day).Reverse().Aggregate(state, Undone) with { Reorganisations = inForce };
    }

    /// <summary>
    /// Carries an edition over the re-organisations that another knows and it does not, one after the other.
    /// </summary>
    /// <returns>Each re-organisation with the edition before it and after it, the first first.</returns>
    public static IReadOnlyList<(Reorganisation Reorganisation, Edition Before, Edition After)> Steps(Edition other, Edition edition)
    {
        var steps = new List<(Reorganisation, Edition, Edition)>();
        foreach (var reorganisation in Unknown(other, edition))
        {
            var after = Done(edition, reorganisation, other);
            steps.Add((reorganisation, edition, after));
            edition = after;
        }

        return steps;
    }

    // One that both know is struck out once: the same may have been done, undone and done again on one day.
    private static List<Reorganisation> Unknown(Edition knows, Edition doesNot)
    {
        List<Reorganisation> known = [.. doesNot.Reorganisations ?? []];
        return [.. (knows.Reorganisations ?? []).Where(r => known.FindIndex(r.IsSameAs) is var at && (at < 0 || !Struck(known, at)))];

        static bool Struck(List<Reorganisation> known, int at)
        {
            known.RemoveAt(at);
            return true;
        }
    }

    private static ProgrammeState Undone(ProgrammeState state, Reorganisation r)
    {
        // What was renamed or split off had no other name to come from; what was merged stands among what was there before.
        var (projects, lines) = Members(r);
        bool Moved(HashSet<string> members, string code) => r.Kind is not (ReorganisationKind.Merged or ReorganisationKind.PartMoved) || members.Contains(code);
        string Back(Grouping grouping, string name, bool moved) => grouping == r.Grouping && name == r.To && moved ? r.From : name;
        return state with
        {
            Boards = [.. Rows(Grouping.Board, state.Boards, state.Former.Boards, b => b.Name, (b, n) => b with { Name = n })
                .Select(b => r is { Grouping: Grouping.Board, Kind: ReorganisationKind.Renamed } && b.ReportsTo == r.To ? b with { ReportsTo = r.From } : b)],
            BoardMembers = [.. state.BoardMembers.Select(m => m with { Board = Back(Grouping.Board, m.Board, r.Kind == ReorganisationKind.Renamed) })],
            BoardLimits = [.. state.BoardLimits.Select(l => l with { Board = Back(Grouping.Board, l.Board, r.Kind == ReorganisationKind.Renamed) })],
            Workstreams = Rows(Grouping.Workstream, state.Workstreams, state.Former.Workstreams, w => w.Name, (w, n) => w with { Name = n }),
            Directorates = Rows(Grouping.Directorate, state.Directorates, state.Former.Directorates, d => d.Name, (d, n) => d with { Name = n }),
            Sources = Rows(Grouping.Source, state.Sources, state.Former.Sources, s => s.Name, (s, n) => s with { Name = n }),
            Activities = Rows(Grouping.Activity, state.Activities, state.Former.Activities, a => a.Name, (a, n) => a with { Name = n }),
            Pressures = [.. state.Pressures.Select(p => p with { Directorate = Back(Grouping.Directorate, p.Directorate, r.Kind != ReorganisationKind.Merged) })],
            Projects = [.. state.Projects.Select(p => Named(p, (g, name) => Back(g, name, Moved(projects, p.Code))))],
            SavingsLines = [.. state.SavingsLines.Select(l => Named(l, (g, name) => Back(g, name, g == Grouping.Board ? Moved(projects, l.Project) : Moved(lines, l.Ref))))],
        };

        IReadOnlyList<T> Rows<T>(Grouping grouping, IReadOnlyList<T> rows, IReadOnlyList<T> former, Func<T, string> name, Func<T, string, T> named) => (grouping == r.Grouping, r.Kind) switch
        {
            (false, _) => rows,
            (_, ReorganisationKind.Renamed) => [.. rows.Select(row => name(row) == r.To ? named(row, r.From) : row)],
            (_, ReorganisationKind.Split) => [.. rows.Where(row => name(row) != r.To)],
            (_, ReorganisationKind.PartMoved) => rows,
            _ => rows.Any(row => name(row) == r.From) ? rows : [.. rows.SelectMany(row => name(row) == r.To ? former.Where(f => name(f) == r.From).Prepend(row) : [row])],
        };
    }

    private static Edition Done(Edition edition, Reorganisation r, Edition other)
    {
        string Now(Grouping grouping, string name, bool moved) => grouping == r.Grouping && name == r.From && moved ? r.To : name;
        var (projects, lines) = Members(r);
        bool Moved(HashSet<string> members, string code) => r.Kind.EndsName() || members.Contains(code);
        return edition.Grouped(
            [.. Rows(Grouping.Board, edition.Boards, other.Boards, b => b.Name, (b, n) => b with { Name = n })
                .Select(b => r.Grouping == Grouping.Board && r.Kind.EndsName() && b.ReportsTo == r.From ? b with { ReportsTo = b.Name == r.To ? null : r.To } : b)],
            Rows(Grouping.Workstream, edition.Workstreams, other.Workstreams, w => w.Name, (w, n) => w with { Name = n }),
            Rows(Grouping.Directorate, edition.Directorates, other.Directorates, d => d.Name, (d, n) => d with { Name = n }),
            Rows(Grouping.Source, edition.Sources, other.Sources, s => s.Name, (s, n) => s with { Name = n }),
            Rows(Grouping.Activity, edition.Activities, other.Activities, a => a.Name, (a, n) => a with { Name = n }),
            [.. edition.Projects.Select(p => Named(p, (g, name) => Now(g, name, Moved(projects, p.Code))))],
            [.. edition.SavingsLines.Select(l => Named(l, (g, name) => Now(g, name, g == Grouping.Board ? Moved(projects, l.Project) : Moved(lines, l.Ref))))]);

        IReadOnlyList<T> Rows<T>(Grouping grouping, IReadOnlyList<T> rows, IReadOnlyList<T> later, Func<T, string> name, Func<T, string, T> named)
        {
            if (grouping != r.Grouping || rows.Any(row => name(row) == r.To))
            {
                return grouping == r.Grouping && r.Kind.EndsName() ? [.. rows.Where(row => name(row) != r.From)] : rows;
            }

            return !r.Kind.EndsName()
                ? [.. rows.SelectMany(row => name(row) == r.From ? later.Where(l => name(l) == r.To).Prepend(row) : [row])]
                : [.. rows.Select(row => name(row) == r.From ? named(row, r.To) : row)];
        }
    }

    private static (HashSet<string> Projects, HashSet<string> Lines) Members(Reorganisation r) =>
        (r.Projects.ToHashSet(StringComparer.Ordinal), r.Lines.ToHashSet(StringComparer.Ordinal));

    private static Project Named(Project project, Func<Grouping, string, string> name) => project with
    {
        Board = name(Grouping.Board, project.Board),
        Workstream = name(Grouping.Workstream, project.Workstream),
        Directorate = name(Grouping.Directorate, project.Directorate),
    };

    private static SavingsLine Named(SavingsLine line, Func<Grouping, string, string> name) => line with
    {
        Board = name(Grouping.Board, line.Board),
        Workstream = name(Grouping.Workstream, line.Workstream),
        Directorate = name(Grouping.Directorate, line.Directorate),
        Source = name(Grouping.Source, line.Source),
        Activity = line.Activity is { } activity ? name(Grouping.Activity, activity) : null,
    };
}
