using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Programmes;

/// <summary>What the PMO writes about a quarter.</summary>
public sealed record QuarterStory(
    Quarter Quarter, IReadOnlyList<StoryItem> Items, IReadOnlyList<Measure> Measures, IReadOnlyList<Spotlight> Spotlights);

public enum StoryKind
{
    Achievement,
    Focus,
}

/// <summary>A line of the quarter's story.</summary>
/// <param name="Text">Markdown of the simple kind.</param>
/// <param name="Link">Where it leads: <c>project:TP-07</c>, <c>spotlight:TP-01</c> or <c>document:key</c>.</param>
public sealed record StoryItem(StoryKind Kind, int Order, string Text, string? Link);

/// <summary>A statistic entered by hand, with its source.</summary>
/// <param name="Document">Key of the document where a reader finds more.</param>
public sealed record Measure(string Label, decimal Value, string? Caption, string Source, string? LinkText, string? Document);

/// <summary>A project shown at more length, under headings that stay the same each quarter.</summary>
/// <param name="ExpectedLow">Pounds a year, lower end of what the project expects to save.</param>
/// <param name="ExpectedHigh">Pounds a year, upper end.</param>
public sealed record Spotlight(
    string Project,
    string AccountableOfficer,
    string PeopleInvolved,
    Money? ExpectedLow,
    Money? ExpectedHigh,
    string Aim,
    string DoneSoFar,
    string Next);
