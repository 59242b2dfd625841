using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>The lists of a report to which people add rows, and what the keys of new rows begin with.</summary>
internal static class ReportLists
{
    public const string PathToGreen = "PathToGreen";
    public const string Milestones = "Milestones";
    public const string Risks = "Risks";
    public const string Dependencies = "Dependencies";
    public const string Decisions = "Decisions";
    public const string Evidence = "Evidence";

    /// <summary>The lists of a section; none in a section without.</summary>
    public static IReadOnlyList<string> Of(ReportSection section) => section switch
    {
        ReportSection.Ratings => [PathToGreen],
        ReportSection.Milestones => [Milestones],
        ReportSection.RisksAndIssues => [Risks],
        ReportSection.Dependencies => [Dependencies],
        ReportSection.Decisions => [Decisions],
        ReportSection.Evidence => [Evidence],
        _ => [],
    };

    /// <summary>What the key of a new row begins with: references of risks carry the project, so that no two projects share one.</summary>
    public static string Prefix(string list, string project) => list switch
    {
        PathToGreen => "P",
        Milestones => "M",
        Risks => project + "-R",
        Dependencies => "N",
        Decisions => "D",
        Evidence => "E",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Unknown list of a report."),
    };
}
