using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>What a report opens with.</summary>
public static class ReportPrefill
{
    /// <summary>
    /// The last approved report, save for what belongs to its month alone: what was spent, and that nothing had changed. A risk
    /// that was closed stays until the end of its quarter, so that readers of the quarter see that it is.
    /// </summary>
    /// <param name="month">The month of the report that is opened.</param>
    public static ReportContent From(ReportContent lastApproved, ReportingMonth month) => lastApproved with
    {
        Spend = [],
        UnchangedBecause = null,
        Risks = lastApproved.Risks.Any(r => IsLongClosed(r.Closed, month)) ? [.. lastApproved.Risks.Where(r => !IsLongClosed(r.Closed, month))] : lastApproved.Risks,
    };

    private static bool IsLongClosed(DateOnly? closed, ReportingMonth month) => closed < Quarter.Containing(month.FirstDay).FirstDay;

    /// <summary>For a project's first report: what the programme's registers say of it.</summary>
    /// <param name="project">Code of the project.</param>
    /// <param name="ratings">Its last ratings.</param>
    /// <param name="positions">Its last savings positions.</param>
    public static ReportContent From(
        string project,
        IEnumerable<AspectRating> ratings,
        IEnumerable<SavingsPosition> positions,
        IEnumerable<Milestone> milestones,
        IEnumerable<Risk> risks,
        IEnumerable<Dependency> dependencies) =>
        ReportTidying.Tidy(
            new()
            {
                Ratings = [.. ratings.Select(r => new RatingEntry(r.Aspect, r.Rating.Rating, r.Rating.Reason))],
                Savings = [.. positions.Select(p => new SavingsCell(p.Line, p.Year, p.Confidence, p.Amount))],
                Milestones = [.. milestones.OrderBy(m => m.Baseline).ThenBy(m => m.Title, StringComparer.Ordinal).Select(m => MilestoneEntry.Of(m))],
                Risks = [.. risks.Select(r => RiskEntry.Of(r, Escalation(r.ResidualRating)))],
                Dependencies = [.. dependencies.OrderBy(d => d.Needs, CodeOrder.Instance).ThenBy(d => d.What, StringComparer.Ordinal)
                    .Select(d => DependencyEntry.Of(d))],
            },
            ReportContent.Empty,
            project);

    // The registers do not say who has to know. The higher a risk stays, the higher it goes; the officer confirms or changes it.
    internal static EscalationLevel Escalation(RiskLevel residual) => residual switch
    {
        RiskLevel.High => EscalationLevel.ProgrammeBoard,
        RiskLevel.Medium => EscalationLevel.WorkstreamBoard,
        _ => EscalationLevel.Project,
    };
}
