using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

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
    private static readonly IReadOnlyList<FieldOption> Levels =
        [.. Enum.GetValues<RiskLevel>().Reverse().Select(l => new FieldOption(l.ToString(), l.ToString()))];

    public static EntryList<RiskEntry> List { get; } = new("Risks", ReportSection.RisksAndIssues)
    {
        KeyPrefix = project => $"{project}-R",
        Get = content => content.Risks,
        With = (content, rows) => content with { Risks = rows },
        Key = r => r.Key,
        WithKey = (r, key) => r with { Key = key },
        Empty = key => new(key, RiskKind.Risk, null, null, null, null, null, null, null),
        Named = (r, _) => $"{r.Kind} {r.Key}",
        Fields =
        [
            new EntryChoice<RiskEntry, RiskKind>(nameof(Kind), "risk or issue", r => r.Kind, (r, v) => r with { Kind = v ?? RiskKind.Risk })
            {
                SaysNothingAlone = true,
                Choices = [new("Risk", "Risk: it may happen"), new("Issue", "Issue: it has happened")],
            },
            new EntryText<RiskEntry>(nameof(Impact), "impact", r => r.Impact, (r, v) => r with { Impact = v })
            {
                Question = "What it would do, or does, to the project",
                Lines = 3,
            },
            new EntryText<RiskEntry>(nameof(Controls), "controls", r => r.Controls, (r, v) => r with { Controls = v })
            {
                Question = "What is being done about it",
                Lines = 3,
            },
            new EntryChoice<RiskEntry, RiskLevel>(
                nameof(InitialRating), "initial rating", r => r.InitialRating, (r, v) => r with { InitialRating = v })
            {
                Question = "Rating if nothing were done (not for an issue)",
                Choices = Levels,
            },
            new EntryChoice<RiskEntry, RiskLevel>(
                nameof(ResidualRating), "residual rating", r => r.ResidualRating, (r, v) => r with { ResidualRating = v })
            {
                Question = "Rating with the controls in place",
                Choices = Levels,
            },
            new EntryText<RiskEntry>(nameof(FurtherAction), "further action", r => r.FurtherAction, (r, v) => r with { FurtherAction = v })
            {
                Question = "Further action (optional)",
                Lines = 2,
            },
            new EntryChoice<RiskEntry, EscalationLevel>(
                nameof(Escalation), "escalated to", r => r.Escalation, (r, v) => r with { Escalation = v }, EscalationLevelFacts.Name)
            {
                Question = "Who has to deal with it",
            },
            new EntryDay<RiskEntry>(nameof(Reviewed), "reviewed", r => r.Reviewed, (r, v) => r with { Reviewed = v })
            {
                Question = "Last reviewed (optional)",
            },
            new EntryDay<RiskEntry>(nameof(Closed), "closed", r => r.Closed, (r, v) => r with { Closed = v })
            {
                Question = "Closed on, if it is over",
                IsAskedLater = true,
            },
            new EntryText<RiskEntry>(nameof(ClosedBecause), "why it is closed", r => r.ClosedBecause, (r, v) => r with { ClosedBecause = v })
            {
                IsAskedLater = true,
            },
        ],
    };

    /// <summary>The day on which it was closed; nothing while it is open.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Why it was closed.</summary>
    public string? ClosedBecause { get; init; }

    /// <summary>What the programme's register says of a risk, as a report says it.</summary>
    public static RiskEntry Of(Risk risk, EscalationLevel escalation) => new(
        risk.Ref, RiskKind.Risk, risk.Impact, risk.InitialRating, risk.Controls, risk.ResidualRating, risk.FurtherAction, risk.Reviewed, escalation)
    {
        Closed = risk.Closed,
        ClosedBecause = risk.ClosedBecause,
    };

    /// <summary>What a report says of a risk, as the register does; whether members see it is not the report's to say.</summary>
    public Risk ToRisk(string project) => new(
        Key ?? "", project, Impact ?? "", InitialRating ?? RiskLevel.Low, Controls ?? "", ResidualRating ?? RiskLevel.Low, FurtherAction, Reviewed,
        IsCritical: false, Basis: null)
    {
        Closed = Closed,
        ClosedBecause = ClosedBecause,
    };
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
