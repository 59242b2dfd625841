using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

// While a report is a draft, whatever has not been entered yet is missing. Rows that people add carry a key that is unique in
// their list and stays with the row from month to month; a row that comes without one is given one when it is saved.

/// <summary>A rating of an aspect, with its reason.</summary>
public sealed record RatingEntry(RagAspect Aspect, Rag? Rag, string? Reason);

/// <summary>A step that brings a rating that is not green back to green.</summary>
/// <param name="Owner">A job title.</param>
public sealed record PathToGreenStep(string? Key, RagAspect Aspect, string? Action, string? Owner, DateOnly? Due);

/// <summary>How much of a line's target for a year stands at a confidence, in pounds; without an amount nothing is recorded.</summary>
public sealed record SavingsCell(string Line, FinancialYear Year, Confidence Confidence, Money? Amount);

/// <summary>Why the amounts of a line in a year do not add up to its revised target.</summary>
public sealed record VarianceExplanation(string Line, FinancialYear Year, string? Text);

/// <summary>What was spent on a cost line in the month, in pounds; negative where an earlier amount is corrected.</summary>
public sealed record SpendEntry(string CostLine, Money? Amount);

/// <summary>A step of the project: the day first agreed, the day now expected, the day it was reached.</summary>
public sealed record MilestoneEntry(string? Key, string? Title, DateOnly? Baseline, DateOnly? Forecast, DateOnly? Actual)
{
    /// <summary>Why the forecast moved later; nothing where it did not, or nobody said.</summary>
    public string? SlipReason { get; init; }

    /// <summary>Days late (positive) or early (negative) against the baseline; nothing while there is no baseline.</summary>
    public int? SlipDays => Baseline is { } baseline ? (Actual ?? Forecast ?? baseline).DayNumber - baseline.DayNumber : null;
}

public enum RiskKind
{
    /// <summary>May happen.</summary>
    Risk,

    /// <summary>Has happened.</summary>
    Issue,
}

/// <summary>Who has to know of a risk or issue and deal with it, from the project upwards.</summary>
public enum EscalationLevel
{
    Project,
    WorkstreamBoard,
    ProgrammeBoard,
    ManagementTeam,
}

public static class EscalationLevelFacts
{
    /// <summary>As readers meet it: <c>Workstream Board</c>.</summary>
    public static string Name(this EscalationLevel level) => level switch
    {
        EscalationLevel.Project => "Project",
        EscalationLevel.WorkstreamBoard => "Workstream Board",
        EscalationLevel.ProgrammeBoard => "Programme Board",
        EscalationLevel.ManagementTeam => "Management team",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level of escalation."),
    };
}

/// <summary>A risk or an issue of the project.</summary>
/// <param name="Key">Its reference, such as <c>R5</c>.</param>
/// <param name="InitialRating">Before anything is done about it; an issue has none.</param>
/// <param name="Controls">What is being done about it.</param>
/// <param name="ResidualRating">With that done.</param>
public sealed record RiskEntry(
    string? Key,
    RiskKind Kind,
    string? Impact,
    RiskLevel? InitialRating,
    string? Controls,
    RiskLevel? ResidualRating,
    string? FurtherAction,
    DateOnly? Reviewed,
    EscalationLevel? Escalation)
{
    /// <summary>The day on which it was closed; nothing while it is open.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Why it was closed.</summary>
    public string? ClosedBecause { get; init; }
}

/// <summary>What the project needs of another.</summary>
/// <param name="Needs">Code of the project that it waits for.</param>
public sealed record DependencyEntry(string? Key, string? Needs, string? What, DateOnly? NeededBy, Rag? Rag, string? Reason);

/// <summary>The posts that the project needs and has.</summary>
/// <param name="PostsNeeded">Full-time equivalents.</param>
/// <param name="PostsFilled">Full-time equivalents.</param>
/// <param name="HoldsUp">What the gap holds up.</param>
/// <param name="Risk">Key of the risk or issue of this report that covers the gap.</param>
public sealed record CapacityEntry(decimal? PostsNeeded, decimal? PostsFilled, string? HoldsUp, string? Risk)
{
    /// <summary>Posts needed but not filled, in full-time equivalents; none when all are.</summary>
    public decimal Gap => Math.Max(0, (PostsNeeded ?? 0) - (PostsFilled ?? PostsNeeded ?? 0));
}

/// <summary>A decision that the project asks somebody for.</summary>
/// <param name="Body">Who is to take it.</param>
public sealed record DecisionSought(string? Key, string? What, string? Body, DateOnly? NeededBy);

/// <summary>A document or an address that shows what the report says of something.</summary>
/// <param name="About">What it shows: a rating, what a line delivered for a year, or a milestone, as <c>ReportFields.Shown</c> names it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it is read; <c>https</c> only.</param>
/// <param name="Document">Key of the document that is kept with the report.</param>
public sealed record EvidenceEntry(string? Key, string? About, string? Title, string? Address, string? Document);
