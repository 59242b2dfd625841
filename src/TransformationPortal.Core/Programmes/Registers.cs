using System.Text.Json.Serialization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Programmes;

/// <summary>A step of a project. Its slip is how far the actual or forecast day lies from the baseline.</summary>
/// <param name="Baseline">The day first agreed.</param>
/// <param name="Forecast">The day now expected.</param>
/// <param name="Actual">The day it was reached.</param>
public sealed record Milestone(string Project, string Title, DateOnly Baseline, DateOnly? Forecast, DateOnly? Actual, string? Basis)
{
    /// <summary>Days late (positive) or early (negative) against the baseline.</summary>
    [JsonIgnore]
    public int SlipDays => (Actual ?? Forecast ?? Baseline).DayNumber - Baseline.DayNumber;

    /// <summary>Not reached, although its forecast day has passed by <paramref name="day"/>.</summary>
    public bool IsOverdueOn(DateOnly day) => Actual is null && (Forecast ?? Baseline) < day;
}

/// <summary>A risk to the programme or, where <paramref name="Project"/> is named, to a project.</summary>
/// <param name="InitialRating">Before anything is done about it.</param>
/// <param name="ResidualRating">With its controls in place.</param>
/// <param name="IsCritical">Whether members see it on the dashboard.</param>
public sealed record Risk(
    string Ref,
    string? Project,
    string Impact,
    RiskLevel InitialRating,
    string Controls,
    RiskLevel ResidualRating,
    string? FurtherAction,
    DateOnly? Reviewed,
    bool IsCritical,
    string? Basis)
{
    /// <summary>The day on which it was closed; nothing while it is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Closed { get; init; }

    /// <summary>Why it was closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClosedBecause { get; init; }
}

/// <summary>What one project needs of another.</summary>
/// <param name="Project">The project that waits.</param>
/// <param name="Needs">The project that it waits for.</param>
public sealed record Dependency(string Project, string Needs, string What, DateOnly? NeededBy, RagRating Rating, string? Basis);

/// <summary>A non-financial benefit of a project.</summary>
public sealed record Benefit(string Project, string Text, string? Basis);

/// <summary>A document that readers are pointed to.</summary>
public sealed record DocumentReference(string Key, string Title, string Kind, string? Note);

/// <summary>An item on a body's agenda; undated while it is to be scheduled.</summary>
public sealed record Meeting(string Body, DateOnly? Date, TimeOnly? Time, string? Item, string? Note);

/// <summary>A bar of the programme plan.</summary>
public sealed record PlanStage(string Name, string Stage, DateOnly Start, DateOnly End, string? Basis);

/// <summary>Money that pays for implementation.</summary>
public sealed record Funding(string Source, Money Amount, FundingStatus Status);

public enum FundingStatus
{
    Confirmed,
    ToBeIdentified,
}

/// <summary>A word of the council's own: what it means, or the name that has taken its place.</summary>
/// <param name="Meaning">In plain words; nothing where it is only a former name.</param>
/// <param name="NowCalled">What it is called now; nothing while the word is in use.</param>
/// <param name="KeptBy">Who says what it means: a team or a job title.</param>
public sealed record CouncilWord(string Word, string? Meaning, string? NowCalled, string? KeptBy);
