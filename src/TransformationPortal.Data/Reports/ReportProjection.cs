using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reports;

/// <summary>What the rows of an approved report refer to, and what earlier rows say that a report does not hold.</summary>
/// <param name="EarlierMilestones">The project's milestones of the registers and then of earlier reports; so the two lists after it.</param>
/// <param name="SpendNotes">Notes on the month's spend, by cost line.</param>
internal sealed record ProjectionFrame(
    ProjectEntity Project,
    IReadOnlyDictionary<string, SavingsLineEntity> Lines,
    IReadOnlyDictionary<string, CostLineEntity> CostLines,
    IReadOnlyDictionary<string, ProjectEntity> Projects,
    IReadOnlyList<MilestoneEntity> EarlierMilestones,
    IReadOnlyList<RiskEntity> EarlierRisks,
    IReadOnlyList<DependencyEntity> EarlierDependencies,
    IReadOnlyDictionary<string, string?> SpendNotes);

/// <summary>
/// An approved report as rows of the registers that editions are composed from: its ratings, positions, spend, milestones,
/// risks and dependencies of its month. Issues are not risks that members are shown, so they stay in the report.
/// </summary>
internal static class ReportProjection
{
    /// <param name="content">What was approved: complete, as <see cref="ReportCheck"/> sees to.</param>
    public static IEnumerable<object> Rows(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        Ratings(frame, month, content)
            .Concat<object>(PathToGreen(frame, month, content))
            .Concat(Positions(frame, month, content))
            .Concat(Spend(frame, month, content))
            .Concat(Milestones(frame, month, content))
            .Concat(Risks(frame, month, content))
            .Concat(Dependencies(frame, month, content));

    private static IEnumerable<ProjectRatingEntity> Ratings(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.Ratings.Select(r => new ProjectRatingEntity { Project = frame.Project, Month = month, Aspect = r.Aspect, Rag = r.Rag!.Value, Reason = r.Reason! });

    private static IEnumerable<RecoveryActionEntity> PathToGreen(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.PathToGreen.Where(s => s.Action is not null).Select(s => new RecoveryActionEntity
        {
            Project = frame.Project,
            Month = month,
            Aspect = s.Aspect,
            Action = s.Action!,
            Owner = s.Owner,
            Due = s.Due,
        });

    private static IEnumerable<SavingsPositionEntity> Positions(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.Savings.Select(s => new SavingsPositionEntity
        {
            Line = frame.Lines[s.Line],
            AsAt = month,
            Year = s.Year,
            Confidence = s.Confidence,
            Amount = s.Amount!.Value,
        });

    private static IEnumerable<SpendEntity> Spend(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.Spend.Select(s => new SpendEntity
        {
            Line = frame.CostLines[s.CostLine],
            Month = month,
            Kind = CostKind.Actual,
            Amount = s.Amount!.Value,
            Note = frame.SpendNotes.GetValueOrDefault(s.CostLine),
        });

    private static IEnumerable<MilestoneEntity> Milestones(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.Milestones.Select(m => MilestoneEntity.Of(
            m.ToMilestone(frame.Project.Code) with { Basis = frame.EarlierMilestones.LastOrDefault(e => e.Title == m.Title)?.Basis },
            frame.Project,
            month));

    // Whether members see a risk on the dashboard is the PMO's to say, in the register; the report leaves it as it
    // is there, or was last for a risk that only reports know.
    private static IEnumerable<RiskEntity> Risks(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        from risk in content.Risks
        where risk.Kind == RiskKind.Risk
        let earlier = frame.EarlierRisks.FirstOrDefault(e => e.Ref == risk.Key)
        select RiskEntity.Of(
            risk.ToRisk(frame.Project.Code) with { IsCritical = earlier?.IsCritical ?? false, Basis = earlier?.Basis },
            frame.Project,
            month);

    private static IEnumerable<DependencyEntity> Dependencies(ProjectionFrame frame, ReportingMonth month, ReportContent content) =>
        content.Dependencies.Select(d => DependencyEntity.Of(
            d.ToDependency(frame.Project.Code) with
            {
                Basis = frame.EarlierDependencies.LastOrDefault(e => e.Needs.Code == d.Needs && e.What == d.What)?.Basis,
            },
            frame.Project,
            frame.Projects[d.Needs!],
            month));
}
