using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.History;

/// <summary>
/// What boards, workstreams and so on are called that a fact names as they were called when it was recorded. A programme is
/// made of today's names before its re-organisations are undone, and those give an earlier quarter its own.
/// </summary>
internal sealed class FormerGroupingNames(IReadOnlyList<Reorganisation> reorganisations)
{
    /// <summary>The days on which something went into something else.</summary>
    public IEnumerable<DateOnly> Days => reorganisations.Where(r => r.Kind == ReorganisationKind.Merged).Select(r => r.On);

    /// <summary>The name that a row of a grouping has now; nothing where the register holds no groupings or the name is its own.</summary>
    public string? Now(string register, string name) =>
        GroupingOf(register) is { } grouping && On(DateOnly.MinValue, grouping, name) is var now && now != name ? now : null;

    /// <summary>
    /// What to call a grouping in a programme of a day: renamed, it goes by its new name; what went into another is itself until then.
    /// </summary>
    public string On(DateOnly day, string register, string name) => GroupingOf(register) is { } grouping ? On(day, grouping, name) : name;

    private string On(DateOnly day, Grouping grouping, string name)
    {
        foreach (var r in reorganisations.Where(r => r.Grouping == grouping && r.Kind.EndsName()))
        {
            if (string.Equals(name, r.From, StringComparison.OrdinalIgnoreCase) && (r.Kind == ReorganisationKind.Renamed || r.On <= day))
            {
                name = r.To;
            }
        }

        return name;
    }

    /// <summary>What the rows of a register are; nothing where others are not grouped by them.</summary>
    /// <param name="register">As the history has it.</param>
    public static Grouping? GroupingOf(string register) => register switch
    {
        "boards" => Grouping.Board,
        "workstreams" => Grouping.Workstream,
        "directorates" => Grouping.Directorate,
        "sources" => Grouping.Source,
        "activities" => Grouping.Activity,
        _ => null,
    };
}
