namespace TransformationPortal.Core.Reports;

/// <summary>Everything that a highlight report holds. A draft may be incomplete; what is missing is nothing, never a zero.</summary>
public sealed record ReportContent
{
    public static ReportContent Empty { get; } = new();

    public IReadOnlyList<RatingEntry> Ratings { get; init; } = [];

    public IReadOnlyList<PathToGreenStep> PathToGreen { get; init; } = [];

    /// <summary>What was done in the period.</summary>
    public string? Progress { get; init; }

    /// <summary>What is done next.</summary>
    public string? NextSteps { get; init; }

    /// <summary>Why nothing has changed since the last approved report, where the officer said so in one action.</summary>
    public string? UnchangedBecause { get; init; }

    public IReadOnlyList<SavingsCell> Savings { get; init; } = [];

    public IReadOnlyList<VarianceExplanation> Variances { get; init; } = [];

    public IReadOnlyList<SpendEntry> Spend { get; init; } = [];

    public IReadOnlyList<MilestoneEntry> Milestones { get; init; } = [];

    /// <summary>Risks and issues.</summary>
    public IReadOnlyList<RiskEntry> Risks { get; init; } = [];

    public IReadOnlyList<DependencyEntry> Dependencies { get; init; } = [];

    public CapacityEntry? Capacity { get; init; }

    public IReadOnlyList<DecisionSought> Decisions { get; init; } = [];

    /// <summary>What shows what the report says.</summary>
    public IReadOnlyList<EvidenceEntry> Evidence { get; init; } = [];

    /// <summary>The rating of an aspect; nothing where none is entered.</summary>
    public RatingEntry? Rating(Ratings.RagAspect aspect) => Ratings.FirstOrDefault(r => r.Aspect == aspect);

    /// <summary>This content with one section taken from another.</summary>
    public ReportContent With(ReportSection section, ReportContent other) => section switch
    {
        ReportSection.Ratings => Parts(section, other) with { Ratings = other.Ratings },
        ReportSection.Progress => this with { Progress = other.Progress, NextSteps = other.NextSteps },
        ReportSection.Savings => this with { Savings = other.Savings, Variances = other.Variances },
        ReportSection.Spend => this with { Spend = other.Spend },
        _ => Parts(section, other),
    };

    private ReportContent Parts(ReportSection section, ReportContent other) =>
        ReportParts.Of(section).Aggregate(this, (content, part) => part.Take(content, other));
}
