using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// What looks doubtful in days, by the last day of the month: a milestone whose day has passed and that still stands as on its
/// way, in a project that is not green (under green, <see cref="ReportDoubts"/> asks); a forecast that moved later since the last
/// approved report without a reason of its own; a step of a path to green that should be done while its rating is not green.
/// </summary>
internal static class DayDoubts
{
    public static ReportDoubt? MilestonePassed(ReportContent content, ReportContext context)
    {
        var passed = content.Milestones.Where(m => m.Actual is null && (m.Forecast ?? m.Baseline) is { } due && due <= context.Month.LastDay).ToList();
        return passed.Count == 0 || ReportDoubts.IsGreen(content) ? null : new(
            DoubtKind.MilestonePassed, ReportSection.Milestones, ReportFields.Milestone(passed[0].Key, nameof(MilestoneEntry.Forecast)),
            $"The day has passed, and it is not said that it was reached: {ReportDoubt.List(passed.Select(m => $"{ReportWords.Named(m.Title, "a milestone")} on {DateFormat.Long((m.Forecast ?? m.Baseline)!.Value)}"))}.");
    }

    public static ReportDoubt? MilestoneMoved(ReportContent content, ReportContext context)
    {
        if (context.LastApproved is not { } last)
        {
            return null;
        }

        var moved = content.Milestones.Select(m => (Now: m, Was: last.Milestones.FirstOrDefault(w => w.Key == m.Key)))
            .Where(p => p.Now.Actual is null && p.Was?.Forecast is { } was && p.Now.Forecast > was && (p.Now.SlipReason is null || p.Now.SlipReason == p.Was.SlipReason)).ToList();
        return moved.Count == 0 ? null : new(
            DoubtKind.MilestoneMoved, ReportSection.Milestones, ReportFields.Milestone(moved[0].Now.Key, nameof(MilestoneEntry.SlipReason)),
            $"No reason is given why it moved: {ReportDoubt.List(moved.Select(p => $"{ReportWords.Named(p.Now.Title, "a milestone")} from {DateFormat.Long(p.Was!.Forecast!.Value)} to {DateFormat.Long(p.Now.Forecast!.Value)}"))}.");
    }

    public static ReportDoubt? PathPassed(ReportContent content, ReportContext context)
    {
        var passed = content.PathToGreen
            .Where(s => s.Due is { } due && due <= context.Month.LastDay && content.Rating(s.Aspect)?.Rag is { } rag and not Rag.Green).ToList();
        return passed.Count == 0 ? null : new(
            DoubtKind.PathToGreenPassed, ReportSection.Ratings, ReportFields.PathToGreen(passed[0].Key, nameof(PathToGreenStep.Due)),
            $"The path to green should be done, but the rating is not green: {ReportDoubt.List(passed.Select(s => $"{ReportWords.Named(s.Action, "a step")} ({ReportWords.Rating(s.Aspect)}) by {DateFormat.Long(s.Due!.Value)}"))}.");
    }
}
