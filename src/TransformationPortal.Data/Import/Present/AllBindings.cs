using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Import.Registers;

namespace TransformationPortal.Data.Import.Present;

/// <summary>Where each register that is kept has its rows. The programme's frame, which is one row, stands apart.</summary>
internal static class AllBindings
{
    /// <summary>In the order of the registers: a row after those that it names.</summary>
    public static IReadOnlyList<RegisterBinding> InOrder { get; } =
    [
        new RegisterBinding<BoardEntity>(BoardsRegister.Definition, c => c.Boards.OrderBy(b => b.DisplayOrder).ThenBy(b => b.Id),
            b => b.Name, b => b.Kind, b => b.ReportsTo?.Name, b => b.Role, b => b.Basis),
        new RegisterBinding<WorkstreamEntity>(WorkstreamsRegister.Definition, c => c.Workstreams.OrderBy(w => w.DisplayOrder).ThenBy(w => w.Id),
            w => w.Name, w => w.ShortName, w => w.IsComponent, w => w.Basis),
        new RegisterBinding<DirectorateEntity>(DirectoratesRegister.Definition, c => c.Directorates.OrderBy(d => d.DisplayOrder).ThenBy(d => d.Id),
            d => d.Name, d => d.ShortName),
        new RegisterBinding<TargetSourceEntity>(SourcesRegister.Definition, c => c.TargetSources.OrderBy(s => s.DisplayOrder).ThenBy(s => s.Id),
            s => s.Name, s => s.ShortName, s => s.IsCore),
        new RegisterBinding<CoreActivityEntity>(ActivitiesRegister.Definition, c => c.CoreActivities.OrderBy(a => a.DisplayOrder).ThenBy(a => a.Id),
            a => a.Name, a => a.Group, a => a.FirstTarget),
        new RegisterBinding<ProjectEntity>(ProjectsRegister.Definition, c => c.Projects.OrderBy(p => p.Id),
            p => p.Code, p => p.Name, p => p.Phase, p => p.Board.Name, p => p.Workstream.Name, p => p.Directorate.Name, p => p.AccountableOfficer,
            p => p.Start, p => p.PlannedEnd, p => p.Summary, p => p.Basis),
        new RegisterBinding<ProjectRatingEntity>(RatingsRegister.Definition, c => c.ProjectRatings.OrderBy(r => r.Id),
            r => r.Project.Code, r => r.Month, r => r.Aspect, r => r.Rag, r => r.Reason, r => r.Basis),
        new RegisterBinding<SavingsLineEntity>(SavingsLinesRegister.Definition, c => c.SavingsLines.OrderBy(l => l.Id),
            l => l.Ref, l => l.Project.Code, l => l.Title, l => l.Workstream.Name, l => l.Directorate.Name, l => l.Source.Name, l => l.Activity?.Name),
        new RegisterBinding<SavingsTargetEntity>(SavingsTargetsRegister.Definition, c => c.SavingsTargets.OrderBy(t => t.Id),
            t => t.Line.Ref, t => t.Year, t => t.Original, t => t.Revised, t => t.CarriedOut),
        new RegisterBinding<SavingsPositionEntity>(SavingsPositionsRegister.Definition, c => c.SavingsPositions.OrderBy(p => p.Id),
            p => p.Line.Ref, p => p.AsAt, p => p.Year, p => p.Confidence, p => p.Amount),
        new RegisterBinding<DecisionEntity>(DecisionsRegister.Definition, c => c.Decisions.OrderBy(d => d.Id),
            d => d.Ref, d => d.Title, d => d.Body, d => d.Due, d => d.Outcome, d => d.Note, d => d.Settled, d => d.OutcomeNote),
        new RegisterBinding<ReprofileEntity>(ReprofilesRegister.Definition, c => c.Reprofiles.OrderBy(r => r.Id),
            r => r.Decision.Ref, r => r.Line.Ref, r => r.Label, r => r.Amount, r => r.FromYear, r => r.ToYear, r => r.Confidence, r => r.Note, r => r.IsCarryForward),
        new RegisterBinding<CostAreaEntity>(CostAreasRegister.Definition, c => c.CostAreas.OrderBy(a => a.Id),
            a => a.Code, a => a.Name),
        new RegisterBinding<CostLineEntity>(CostLinesRegister.Definition, c => c.CostLines.OrderBy(l => l.Id),
            l => l.Code, l => l.Area.Code, l => l.Name, l => l.Note),
        new RegisterBinding<CostBudgetEntity>(CostBudgetRegister.Definition, c => c.CostBudgets.OrderBy(b => b.Id),
            b => b.Line.Code, b => b.Year, b => b.Amount),
        new RegisterBinding<SpendEntity>(SpendRegister.Definition, c => c.Spend.OrderBy(s => s.Id),
            s => s.Line.Code, s => s.Month, s => s.Kind, s => s.Amount, s => s.Note),
        new RegisterBinding<FundingEntity>(FundingRegister.Definition, c => c.Funding.OrderBy(f => f.Id),
            f => f.Source, f => f.Amount, f => f.Status),
        new RegisterBinding<RiskEntity>(RisksRegister.Definition, c => c.Risks.Where(r => r.Month == null).OrderBy(r => r.Id),
            r => r.Ref, r => r.Project?.Code, r => r.Impact, r => r.InitialRating, r => r.Controls, r => r.ResidualRating, r => r.FurtherAction, r => r.Reviewed,
            r => r.IsCritical, r => r.Basis),
        new RegisterBinding<MilestoneEntity>(MilestonesRegister.Definition, c => c.Milestones.Where(m => m.Month == null).OrderBy(m => m.Id),
            m => m.Project.Code, m => m.Title, m => m.Baseline, m => m.Forecast, m => m.Actual, m => m.Basis),
        new RegisterBinding<DependencyEntity>(DependenciesRegister.Definition, c => c.Dependencies.Where(d => d.Month == null).OrderBy(d => d.Id),
            d => d.Project.Code, d => d.Needs.Code, d => d.What, d => d.NeededBy, d => d.Rag, d => d.Reason, d => d.Basis),
        new RegisterBinding<BenefitEntity>(BenefitsRegister.Definition, c => c.Benefits.OrderBy(b => b.Id),
            b => b.Project.Code, b => b.Text, b => b.Basis),
        new RegisterBinding<DocumentEntity>(DocumentsRegister.Definition, c => c.Documents.OrderBy(d => d.Id),
            d => d.Key, d => d.Title, d => d.Kind, d => d.Note),
        new RegisterBinding<MeetingEntity>(MeetingsRegister.Definition, c => c.Meetings.OrderBy(m => m.Id),
            m => m.Body, m => m.Date, m => m.Time, m => m.Item, m => m.Note),
        new RegisterBinding<PlanStageEntity>(PlanRegister.Definition, c => c.PlanStages.OrderBy(p => p.Id),
            p => p.Name, p => p.Stage, p => p.Start, p => p.End, p => p.Basis),
        new RegisterBinding<PressureEntity>(PressuresRegister.Definition, c => c.Pressures.OrderBy(p => p.Id),
            p => p.Ref, p => p.Year, p => p.Directorate.Name, p => p.Project?.Code, p => p.Why, p => p.Amount, p => p.Since, p => p.Owner, p => p.Cover, p => p.HowCovered),
        new RegisterBinding<CouncilWordEntity>(WordsRegister.Definition, c => c.CouncilWords.OrderBy(w => w.Id),
            w => w.Word, w => w.Meaning, w => w.NowCalled, w => w.KeptBy),
        new RegisterBinding<ReportedCostLineEntity>(ReportCostLinesRegister.Definition, c => c.ReportedCostLines.OrderBy(l => l.Id),
            l => l.Line.Code, l => l.Project.Code),
    ];
}
