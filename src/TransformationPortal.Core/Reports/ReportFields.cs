using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// The names of a report's fields, the same in a form, in a problem, in a remark and in the history:
/// <c>Ratings[Cost].Reason</c>, <c>Savings[S-010][2019/20][High]</c>, <c>Milestones[M1].Actual</c>.
/// </summary>
public static class ReportFields
{
    public const string Progress = "Progress";
    public const string NextSteps = "NextSteps";
    public const string UnchangedBecause = "UnchangedBecause";

    public static string Rag(RagAspect aspect) => $"Ratings[{aspect}].Rag";

    public static string Reason(RagAspect aspect) => $"Ratings[{aspect}].Reason";

    /// <param name="part">A property of <see cref="PathToGreenStep"/>.</param>
    public static string PathToGreen(string? key, string part) => PathToGreenStep.List.Field(key, part);

    /// <summary>Where a path to green is to be added for an aspect that has none.</summary>
    public static string PathToGreen(RagAspect aspect) => $"PathToGreen[{aspect}]";

    public static string Savings(string line, FinancialYear year, Confidence confidence) => $"Savings[{line}][{year}][{confidence}]";

    public static string Variance(string line, FinancialYear year) => $"Variances[{line}][{year}]";

    public static string Spend(string costLine) => $"Spend[{costLine}]";

    /// <param name="part">A property of <see cref="MilestoneEntry"/>.</param>
    public static string Milestone(string? key, string part) => MilestoneEntry.List.Field(key, part);

    /// <param name="part">A property of <see cref="RiskEntry"/>.</param>
    public static string Risk(string? key, string part) => RiskEntry.List.Field(key, part);

    /// <param name="part">A property of <see cref="DependencyEntry"/>.</param>
    public static string Dependency(string? key, string part) => DependencyEntry.List.Field(key, part);

    /// <param name="part">A property of <see cref="CapacityEntry"/>.</param>
    public static string Capacity(string part) => CapacityEntry.Part.Field(part);

    /// <param name="part">A property of <see cref="DecisionSought"/>.</param>
    public static string Decision(string? key, string part) => DecisionSought.List.Field(key, part);

    /// <param name="part">A property of <see cref="EvidenceEntry"/>.</param>
    public static string Evidence(string? key, string part) => EvidenceEntry.List.Field(key, part);

    /// <summary>A rating as something that evidence shows.</summary>
    public static string Shown(RagAspect aspect) => $"Ratings[{aspect}]";

    /// <summary>What a line delivered for a year as something that evidence shows.</summary>
    public static string Shown(string line, FinancialYear year) => $"Savings[{line}][{year}]";

    /// <summary>A milestone as something that evidence shows.</summary>
    public static string Shown(MilestoneEntry milestone) => $"Milestones[{milestone.Key}]";

    /// <summary>The section that a field, or a whole list such as <c>Milestones</c>, belongs to; nothing where it is no field of a report.</summary>
    public static ReportSection? SectionOf(string? field)
    {
        var end = field?.AsSpan().IndexOfAny('[', '.') ?? -1;
        var part = end < 0 ? field : field![..end];
        return part switch
        {
            "Ratings" => ReportSection.Ratings,
            Progress or NextSteps or UnchangedBecause => ReportSection.Progress,
            "Savings" or "Variances" => ReportSection.Savings,
            "Spend" => ReportSection.Spend,
            _ => ReportParts.All.FirstOrDefault(p => p.Name == part)?.Section,
        };
    }
}
