namespace TransformationPortal.Core.Programmes;

/// <summary>What projects and savings lines are grouped under.</summary>
public enum Grouping
{
    Board,
    Workstream,
    Directorate,
    Source,
    Activity,
}

public enum ReorganisationKind
{
    /// <summary>It has another name; all that was under it is.</summary>
    Renamed,

    /// <summary>It went into one that was there already, with all that was under it.</summary>
    Merged,

    /// <summary>A part of what was under it went to a new one.</summary>
    Split,

    /// <summary>A part of what was under it went to one that was there already.</summary>
    PartMoved,
}

public static class ReorganisationKinds
{
    /// <summary>Whether nothing has the former name afterwards; where only a part went, the rest keeps it.</summary>
    public static bool EndsName(this ReorganisationKind kind) => kind is ReorganisationKind.Renamed or ReorganisationKind.Merged;
}

/// <summary>
/// From a day on, projects and savings lines stand under another name. No amount moves: what a quarter that ends before the
/// day calls by the old name, a later one calls by the new.
/// </summary>
/// <param name="On">The first day of the new name.</param>
/// <param name="From">The name until then.</param>
/// <param name="To">The name since.</param>
/// <param name="Projects">The codes of the projects that went from the one to the other.</param>
/// <param name="Lines">The references of the savings lines that did; under a board, savings lines stand with their project.</param>
public sealed record Reorganisation(
    Grouping Grouping, ReorganisationKind Kind, DateOnly On, string From, string To, IReadOnlyList<string> Projects, IReadOnlyList<string> Lines)
{
    /// <summary>Whether both speak of the same change: a day has one of its kind between two names.</summary>
    public bool IsSameAs(Reorganisation other) =>
        (Grouping, Kind, On, From, To) == (other.Grouping, other.Kind, other.On, other.From, other.To);
}

/// <summary>Groupings that went into others. Quarters that end before they did still have them.</summary>
public sealed record FormerGroupings(
    IReadOnlyList<Board> Boards, IReadOnlyList<Workstream> Workstreams, IReadOnlyList<Directorate> Directorates,
    IReadOnlyList<TargetSource> Sources, IReadOnlyList<CoreActivity> Activities)
{
    public static FormerGroupings None { get; } = new([], [], [], [], []);
}
