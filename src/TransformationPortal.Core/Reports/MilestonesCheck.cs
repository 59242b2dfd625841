using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// A milestone has a title, a baseline and, until it is reached, a forecast. It is not reached in the future. Its baseline stays
/// as it was last approved: what moves is the forecast.
/// </summary>
internal static class MilestonesCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Milestones", content.Milestones.Count, ReportLimits.Milestones, "milestones");
        foreach (var milestone in content.Milestones)
        {
            Check(milestone, context, findings);
        }

        findings.Once(content.Milestones, m => m.Title, m => ReportFields.Milestone(m.Key, nameof(m.Title)), m => $"There are two milestones “{m.Title}”: give one of them another title.");
    }

    private static void Check(MilestoneEntry milestone, ReportContext context, ReportFindings findings)
    {
        var name = ReportWords.Named(milestone.Title, "the milestone");
        findings.Text(ReportFields.Milestone(milestone.Key, nameof(milestone.Title)), milestone.Title, ReportLimits.Title, "the milestone’s title", "Give the milestone a title.");
        if (milestone.Baseline is null)
        {
            findings.Missing(ReportFields.Milestone(milestone.Key, nameof(milestone.Baseline)), $"Give {name} its baseline, the day first agreed.");
        }
        else if (context.LastApproved?.Milestones.FirstOrDefault(m => m.Key == milestone.Key)?.Baseline is { } agreed && agreed != milestone.Baseline)
        {
            findings.Wrong(ReportFields.Milestone(milestone.Key, nameof(milestone.Baseline)),
                $"The baseline of {name} was agreed as {DateFormat.Long(agreed)} and stays so: change the forecast instead.");
        }

        if (milestone.Actual is null && milestone.Forecast is null)
        {
            findings.Missing(ReportFields.Milestone(milestone.Key, nameof(milestone.Forecast)), $"Say when {name} is now expected, or when it was reached.");
        }

        findings.Text(ReportFields.Milestone(milestone.Key, nameof(milestone.SlipReason)), milestone.SlipReason, ReportLimits.Paragraph, $"why {name} moved");
        if (milestone.Actual is { } actual && actual > context.Today)
        {
            findings.Wrong(ReportFields.Milestone(milestone.Key, nameof(milestone.Actual)),
                $"{ReportWords.Capital(name)} cannot have been reached on {DateFormat.Long(actual)}, which is in the future: enter the day as its forecast.");
        }
    }
}
