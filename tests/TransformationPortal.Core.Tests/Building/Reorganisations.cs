using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>Re-organises a programme as the registers do it: all that names the one names the other, and what moved is noted.</summary>
internal static class Reorganisations
{
    private const string Name = "Quite another name";

    /// <summary>One to three re-organisations by lot, on that day or the days after.</summary>
    public static ProgrammeState Reorganised(this ProgrammeState state, Random lot, DateOnly from)
    {
        for (var left = 1 + lot.Next(3); left > 0; left--)
        {
            var grouping = Enum.GetValues<Grouping>()[lot.Next(5)];
            var names = state.SavingsLines.Select(l => Of(l, grouping)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Where(n => !n.EndsWith("not in the list", StringComparison.Ordinal)).ToList();
            if (names.Count == 0)
            {
                continue;
            }

            var name = names[lot.Next(names.Count)];
            var fresh = $"{Name} {left}";
            state = (lot.Next(3), names.Find(n => n != name)) switch
            {
                (0, { } other) => state.Merged(grouping, name, other, from),
                (1, _) => state.Split(grouping, name, fresh, from, _ => lot.Next(2) == 0),
                _ => state.Renamed(grouping, name, fresh, from),
            };
            from = from.AddDays(lot.Next(2));
        }

        return state;
    }

    public static ProgrammeState Renamed(this ProgrammeState state, Grouping grouping, string from, string to, DateOnly on) =>
        state.Moved(grouping, from, to, _ => true).Noted(new(grouping, ReorganisationKind.Renamed, on, from, to, [], [])).WithRows(grouping, n => n == from ? [to] : [n]);

    public static ProgrammeState Merged(this ProgrammeState state, Grouping grouping, string from, string to, DateOnly on) =>
        state.Moved(grouping, from, to, _ => true).Noted(Noted(state, grouping, ReorganisationKind.Merged, on, from, to, _ => true)).WithRows(grouping, n => n == from ? [] : [n])
            with { Former = Former(state, grouping, from) };

    public static ProgrammeState Split(this ProgrammeState state, Grouping grouping, string from, string to, DateOnly on, Func<string, bool> goes)
    {
        var going = state.Projects.Select(p => p.Code).Where(goes).ToHashSet(StringComparer.Ordinal);
        return state.Moved(grouping, from, to, going.Contains).Noted(Noted(state, grouping, ReorganisationKind.Split, on, from, to, going.Contains))
            .WithRows(grouping, n => n == from ? [n, to] : [n]);
    }

    private static string? Of(SavingsLine line, Grouping grouping) => grouping switch
    {
        Grouping.Workstream => line.Workstream,
        Grouping.Directorate => line.Directorate,
        Grouping.Source => line.Source,
        Grouping.Activity => line.Activity,
        _ => null,
    };

    private static string? Of(Project project, Grouping grouping) => grouping switch
    {
        Grouping.Board => project.Board,
        Grouping.Workstream => project.Workstream,
        Grouping.Directorate => project.Directorate,
        _ => null,
    };

    private static Reorganisation Noted(ProgrammeState state, Grouping grouping, ReorganisationKind kind, DateOnly on, string from, string to, Func<string, bool> goes) => new(
        grouping, kind, on, from, to,
        [.. state.Projects.Where(p => Of(p, grouping) == from && goes(p.Code)).Select(p => p.Code)],
        [.. state.SavingsLines.Where(l => goes(l.Project) && (grouping == Grouping.Board ? state.Projects.First(p => p.Code == l.Project).Board == from : Of(l, grouping) == from)).Select(l => l.Ref)]);

    private static ProgrammeState Noted(this ProgrammeState state, Reorganisation reorganisation) => state with { Reorganisations = [.. state.Reorganisations, reorganisation] };

    private static ProgrammeState Moved(this ProgrammeState state, Grouping grouping, string from, string to, Func<string, bool> goes)
    {
        string Now(Grouping g, string name, string project) => g == grouping && name == from && goes(project) ? to : name;
        return state with
        {
            Projects = [.. state.Projects.Select(p => p with { Board = Now(Grouping.Board, p.Board, p.Code), Workstream = Now(Grouping.Workstream, p.Workstream, p.Code), Directorate = Now(Grouping.Directorate, p.Directorate, p.Code) })],
            SavingsLines = [.. state.SavingsLines.Select(l => l with
            {
                Workstream = Now(Grouping.Workstream, l.Workstream, l.Project), Directorate = Now(Grouping.Directorate, l.Directorate, l.Project),
                Source = Now(Grouping.Source, l.Source, l.Project), Activity = l.Activity is null ? null : Now(Grouping.Activity, l.Activity, l.Project),
            })],
        };
    }

    // The rows of the grouping by the names that each becomes.
    private static ProgrammeState WithRows(this ProgrammeState s, Grouping grouping, Func<string, IEnumerable<string>> become) => grouping switch
    {
        Grouping.Board => s with { Boards = [.. s.Boards.SelectMany(b => become(b.Name).Select(n => b with { Name = n }))] },
        Grouping.Workstream => s with { Workstreams = [.. s.Workstreams.SelectMany(w => become(w.Name).Select(n => w with { Name = n }))] },
        Grouping.Directorate => s with { Directorates = [.. s.Directorates.SelectMany(d => become(d.Name).Select(n => d with { Name = n }))] },
        Grouping.Source => s with { Sources = [.. s.Sources.SelectMany(t => become(t.Name).Select(n => t with { Name = n }))] },
        _ => s with { Activities = [.. s.Activities.SelectMany(a => become(a.Name).Select(n => a with { Name = n }))] },
    };

    private static FormerGroupings Former(ProgrammeState s, Grouping grouping, string name) => grouping switch
    {
        Grouping.Board => s.Former with { Boards = [.. s.Former.Boards, .. s.Boards.Where(b => b.Name == name)] },
        Grouping.Workstream => s.Former with { Workstreams = [.. s.Former.Workstreams, .. s.Workstreams.Where(w => w.Name == name)] },
        Grouping.Directorate => s.Former with { Directorates = [.. s.Former.Directorates, .. s.Directorates.Where(d => d.Name == name)] },
        Grouping.Source => s.Former with { Sources = [.. s.Former.Sources, .. s.Sources.Where(t => t.Name == name)] },
        _ => s.Former with { Activities = [.. s.Former.Activities, .. s.Activities.Where(a => a.Name == name)] },
    };
}
