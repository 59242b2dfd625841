using System.Diagnostics.CodeAnalysis;

namespace TransformationPortal.Core.Reports;

/// <summary>The parts of a highlight report, in the order in which they are filled in. Each is saved by itself.</summary>
public enum ReportSection
{
    Ratings,
    Progress,
    Savings,
    Spend,
    Milestones,
    RisksAndIssues,
    Dependencies,
    Capacity,
    Decisions,
    Evidence,
}

public static class ReportSectionFacts
{
    public static IReadOnlyList<ReportSection> All { get; } = Enum.GetValues<ReportSection>();

    /// <summary>As its heading says it.</summary>
    public static string Title(this ReportSection section) => section switch
    {
        ReportSection.Ratings => "Ratings and path to green",
        ReportSection.Progress => "Progress and next steps",
        ReportSection.Savings => "Savings",
        ReportSection.Spend => "Spend this month",
        ReportSection.Milestones => "Milestones",
        ReportSection.RisksAndIssues => "Risks and issues",
        ReportSection.Dependencies => "Dependencies",
        ReportSection.Capacity => "Capacity",
        ReportSection.Decisions => "Decisions sought",
        ReportSection.Evidence => "Evidence",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section of a report."),
    };

    /// <summary>As an address says it: <c>risks-and-issues</c>.</summary>
    public static string Slug(this ReportSection section) => section switch
    {
        ReportSection.Ratings => "ratings",
        ReportSection.Progress => "progress",
        ReportSection.Savings => "savings",
        ReportSection.Spend => "spend",
        ReportSection.Milestones => "milestones",
        ReportSection.RisksAndIssues => "risks-and-issues",
        ReportSection.Dependencies => "dependencies",
        ReportSection.Capacity => "capacity",
        ReportSection.Decisions => "decisions",
        ReportSection.Evidence => "evidence",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section of a report."),
    };

    /// <summary>Reads what <see cref="Slug"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? slug, out ReportSection section)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Slug(), slug, StringComparison.OrdinalIgnoreCase))
            {
                section = candidate;
                return true;
            }
        }

        section = default;
        return false;
    }
}
