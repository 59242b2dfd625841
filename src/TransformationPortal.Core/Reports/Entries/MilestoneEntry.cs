using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Reports;

/// <summary>A step of the project: the day first agreed, the day now expected, the day it was reached.</summary>
public sealed record MilestoneEntry(string? Key, string? Title, DateOnly? Baseline, DateOnly? Forecast, DateOnly? Actual)
{
    public static EntryList<MilestoneEntry> List { get; } = new("Milestones", ReportSection.Milestones)
    {
        KeyPrefix = _ => "M",
        Get = content => content.Milestones,
        With = (content, rows) => content with { Milestones = rows },
        Key = m => m.Key,
        WithKey = (m, key) => m with { Key = key },
        Empty = key => new(key, null, null, null, null),
        Named = (m, _) => $"Milestone {ReportWords.Named(m.Title, m.Key ?? "")}",
        Order = rows => rows.OrderBy(m => m.Baseline ?? DateOnly.MaxValue),
        Fields =
        [
            new EntryText<MilestoneEntry>(nameof(Title), "title", m => m.Title, (m, v) => m with { Title = v }),
            new EntryDay<MilestoneEntry>(nameof(Baseline), "baseline", m => m.Baseline, (m, v) => m with { Baseline = v }),
            new EntryDay<MilestoneEntry>(nameof(Forecast), "forecast", m => m.Forecast, (m, v) => m with { Forecast = v }),
            new EntryDay<MilestoneEntry>(nameof(Actual), "reached", m => m.Actual, (m, v) => m with { Actual = v }) { Question = "Reached on" },
            new EntryText<MilestoneEntry>(nameof(SlipReason), "why it moved", m => m.SlipReason, (m, v) => m with { SlipReason = v })
            {
                Question = "Why it moved, if it is later than before",
            },
        ],
    };

    /// <summary>Why the forecast moved later; nothing where it did not, or nobody said.</summary>
    public string? SlipReason { get; init; }

    /// <summary>Days late (positive) or early (negative) against the baseline; nothing while there is no baseline.</summary>
    public int? SlipDays => Baseline is { } baseline ? (Actual ?? Forecast ?? baseline).DayNumber - baseline.DayNumber : null;

    /// <summary>What the programme's register says of a milestone, as a report says it.</summary>
    public static MilestoneEntry Of(Milestone milestone, string? key = null) =>
        new(key, milestone.Title, milestone.Baseline, milestone.Forecast, milestone.Actual);

    /// <summary>What a report says of a milestone, as the register does.</summary>
    public Milestone ToMilestone(string project) => new(project, Title ?? "", Baseline ?? default, Forecast, Actual, Basis: null);
}
