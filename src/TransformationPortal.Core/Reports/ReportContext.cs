using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Reports;

/// <summary>What a report is held against: its project with its lines, the programme's years, the calendar, the reports before it.</summary>
public sealed record ReportContext
{
    public required Project Project { get; init; }

    public required ReportingMonth Month { get; init; }

    /// <summary>The day on which it is looked at.</summary>
    public required DateOnly Today { get; init; }

    public required FinancialYear FirstYear { get; init; }

    public required FinancialYear LastYear { get; init; }

    /// <summary>The project's savings lines; none where it only helps others to save.</summary>
    public IReadOnlyList<ReportSavingsLine> Lines { get; init; } = [];

    /// <summary>The cost lines whose spend the project reports.</summary>
    public IReadOnlyList<ReportCostLine> CostLines { get; init; } = [];

    /// <summary>Every project of the programme by its code, for dependencies.</summary>
    public IReadOnlyList<ProjectName> Projects { get; init; } = [];

    /// <summary>The project's approved reports of earlier months, the newest first.</summary>
    public IReadOnlyList<PastReport> Previous { get; init; } = [];

    /// <summary>For what the programme demands evidence; nothing where it leaves that to each project.</summary>
    public EvidenceRule? EvidenceFor { get; init; }

    /// <summary>The first month that the council reports on; nothing where that is not settled.</summary>
    public ReportingMonth? ReportsFrom { get; init; }

    public ReportingWindow Window => ReportingWindow.Of(Month);

    /// <summary>The years that amounts may be entered for.</summary>
    public IReadOnlyList<FinancialYear> Years => FinancialYear.Range(FirstYear, LastYear);

    /// <summary>What the last approved report says; nothing before there is one.</summary>
    public ReportContent? LastApproved => Previous.Count > 0 ? Previous[0].Content : null;
}

/// <summary>A savings line as a report shows it.</summary>
/// <param name="Targets">Pounds by year; a year without a target is not there.</param>
public sealed record ReportSavingsLine(string Ref, string Title, IReadOnlyList<ReportTarget> Targets)
{
    /// <summary>The revised target of a year, or the original one where it was never revised; nothing where there is none.</summary>
    public Money? TargetFor(FinancialYear year) => Targets.FirstOrDefault(t => t.Year == year)?.Amount;
}

/// <summary>The target that a year is measured against, in pounds.</summary>
public sealed record ReportTarget(FinancialYear Year, Money Amount);

public sealed record ReportCostLine(string Code, string Name);

public sealed record ProjectName(string Code, string Name);

/// <summary>An approved report of an earlier month.</summary>
public sealed record PastReport(ReportingMonth Month, ReportContent Content)
{
    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>What its writers answered to the doubts that it raised.</summary>
    public IReadOnlyList<DoubtAnswer> Answers { get; init; } = [];
}
