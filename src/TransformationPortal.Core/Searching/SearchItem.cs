using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Searching;

/// <summary>What a published quarter holds that a reader can search for, in the order in which hits are shown.</summary>
public enum SearchKind
{
    Figure,
    Project,
    Saving,
    Cost,
    Decision,
    Risk,
    Milestone,
    Dependency,
    Benefit,
    Text,
    Measure,
    Document,
    Meeting,
}

public static class SearchKindFacts
{
    /// <summary>Several of a kind, as a filter names them: <c>Savings lines</c>.</summary>
    public static string Name(this SearchKind kind) => kind switch
    {
        SearchKind.Figure => "Headline figures",
        SearchKind.Project => "Projects",
        SearchKind.Saving => "Savings lines",
        SearchKind.Cost => "Implementation costs",
        SearchKind.Decision => "Decisions",
        SearchKind.Risk => "Risks",
        SearchKind.Milestone => "Milestones",
        SearchKind.Dependency => "Dependencies",
        SearchKind.Benefit => "Benefits",
        SearchKind.Text => "Paragraphs",
        SearchKind.Measure => "Statistics",
        SearchKind.Document => "Documents",
        SearchKind.Meeting => "Meetings",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of hit."),
    };

    /// <summary>One of the kind, as a hit names it: <c>Savings line</c>.</summary>
    public static string One(this SearchKind kind) => kind switch
    {
        SearchKind.Dependency => "Dependency",
        SearchKind.Cost => "Implementation cost",
        _ => kind.Name()[..^1],
    };

    /// <summary>Its name in an address: <c>savings-lines</c>.</summary>
    public static string Slug(this SearchKind kind) => kind.Name().ToLowerInvariant().Replace(' ', '-');
}

/// <summary>Something that a reader can search for: what it says, and where it stands.</summary>
/// <param name="Key">What it is called within its kind, the same in every quarter: <c>TP-07</c>.</param>
/// <param name="Title">What a hit is headed with.</param>
/// <param name="Text">What else is searched; a line break ends a sentence.</param>
/// <param name="Address">Below its quarter: <c>projects/TP-07</c>.</param>
/// <param name="Amounts">Its amounts in pounds, without their sign; each once.</param>
public sealed record SearchItem(SearchKind Kind, string Key, string Title, string Text, string Address, IReadOnlyList<decimal> Amounts)
{
    /// <summary>Whether it says the same in the same place.</summary>
    public bool Equals(SearchItem? other) => other is not null && Kind == other.Kind && Key == other.Key && Title == other.Title
        && Text == other.Text && Address == other.Address && Amounts.SequenceEqual(other.Amounts);

    public override int GetHashCode() => HashCode.Combine(Kind, Key, Title, Text, Amounts.Count);
}

/// <summary>What an edition holds that can be searched for.</summary>
/// <param name="Number">The number of the edition.</param>
public sealed record SearchedEdition(Quarter Quarter, int Number, IReadOnlyList<SearchItem> Items)
{
    public static SearchedEdition Of(Edition edition) => new(edition.Quarter, edition.Number, [.. SearchItems.Of(edition)]);
}
