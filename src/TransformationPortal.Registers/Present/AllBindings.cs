using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Present;

/// <summary>Where each register that is kept has its rows. The programme's frame, which is one row, stands apart.</summary>
internal static class AllBindings
{
    /// <summary>In the order of the registers: a row after those that it names.</summary>
    public static IReadOnlyList<RegisterBinding> InOrder { get; } =
    [
        new RegisterBinding<BoardEntity>(
            BoardsRegister.Definition, c => c.Boards.OrderBy(b => b.DisplayOrder).ThenBy(b => b.Id),
            BoardsRegister.Name.Of((BoardEntity b) => b.Name),
            BoardsRegister.Kind.Of((BoardEntity b) => b.Kind),
            BoardsRegister.ReportsTo.Of((BoardEntity b) => b.ReportsTo?.Name),
            BoardsRegister.Role.Of((BoardEntity b) => b.Role),
            BoardsRegister.Basis.Of((BoardEntity b) => b.Basis)),
        new RegisterBinding<WorkstreamEntity>(
            WorkstreamsRegister.Definition, c => c.Workstreams.OrderBy(w => w.DisplayOrder).ThenBy(w => w.Id),
            WorkstreamsRegister.Name.Of((WorkstreamEntity w) => w.Name),
            WorkstreamsRegister.ShortName.Of((WorkstreamEntity w) => w.ShortName),
            WorkstreamsRegister.IsComponent.Of((WorkstreamEntity w) => w.IsComponent),
            WorkstreamsRegister.Basis.Of((WorkstreamEntity w) => w.Basis)),
        new RegisterBinding<DirectorateEntity>(
            DirectoratesRegister.Definition, c => c.Directorates.OrderBy(d => d.DisplayOrder).ThenBy(d => d.Id),
            DirectoratesRegister.Name.Of((DirectorateEntity d) => d.Name),
            DirectoratesRegister.ShortName.Of((DirectorateEntity d) => d.ShortName)),
        new RegisterBinding<TargetSourceEntity>(
            SourcesRegister.Definition, c => c.TargetSources.OrderBy(s => s.DisplayOrder).ThenBy(s => s.Id),
            SourcesRegister.Name.Of((TargetSourceEntity s) => s.Name),
            SourcesRegister.ShortName.Of((TargetSourceEntity s) => s.ShortName),
            SourcesRegister.IsCore.Of((TargetSourceEntity s) => s.IsCore)),
        new RegisterBinding<CoreActivityEntity>(
            ActivitiesRegister.Definition, c => c.CoreActivities.OrderBy(a => a.DisplayOrder).ThenBy(a => a.Id),
            ActivitiesRegister.Name.Of((CoreActivityEntity a) => a.Name),
            ActivitiesRegister.Group.Of((CoreActivityEntity a) => a.Group),
            ActivitiesRegister.FirstTarget.Of((CoreActivityEntity a) => a.FirstTarget)),
        new RegisterBinding<ProjectEntity>(
            ProjectsRegister.Definition, c => c.Projects.OrderBy(p => p.Id),
            ProjectsRegister.Code.Of((ProjectEntity p) => p.Code),
            ProjectsRegister.Name.Of((ProjectEntity p) => p.Name),
            ProjectsRegister.Phase.Of((ProjectEntity p) => p.Phase),
            ProjectsRegister.Board.Of((ProjectEntity p) => p.Board.Name),
            ProjectsRegister.Workstream.Of((ProjectEntity p) => p.Workstream.Name),
            ProjectsRegister.Directorate.Of((ProjectEntity p) => p.Directorate.Name),
            ProjectsRegister.Officer.Of((ProjectEntity p) => p.AccountableOfficer),
            ProjectsRegister.Start.Of((ProjectEntity p) => p.Start),
            ProjectsRegister.PlannedEnd.Of((ProjectEntity p) => p.PlannedEnd),
            ProjectsRegister.Summary.Of((ProjectEntity p) => p.Summary),
            ProjectsRegister.Basis.Of((ProjectEntity p) => p.Basis)),
        new RegisterBinding<ProjectRatingEntity>(
            RatingsRegister.Definition, c => c.ProjectRatings.OrderBy(r => r.Id),
            RatingsRegister.Project.Of((ProjectRatingEntity r) => r.Project.Code),
            RatingsRegister.Month.Of((ProjectRatingEntity r) => r.Month),
            RatingsRegister.Aspect.Of((ProjectRatingEntity r) => r.Aspect),
            RatingsRegister.Rating.Of((ProjectRatingEntity r) => r.Rag),
            RatingsRegister.Reason.Of((ProjectRatingEntity r) => r.Reason),
            RatingsRegister.Basis.Of((ProjectRatingEntity r) => r.Basis)),
        new RegisterBinding<SavingsLineEntity>(
            SavingsLinesRegister.Definition, c => c.SavingsLines.OrderBy(l => l.Id),
            SavingsLinesRegister.Ref.Of((SavingsLineEntity l) => l.Ref),
            SavingsLinesRegister.Project.Of((SavingsLineEntity l) => l.Project.Code),
            SavingsLinesRegister.Title.Of((SavingsLineEntity l) => l.Title),
            SavingsLinesRegister.Workstream.Of((SavingsLineEntity l) => l.Workstream.Name),
            SavingsLinesRegister.Directorate.Of((SavingsLineEntity l) => l.Directorate.Name),
            SavingsLinesRegister.Source.Of((SavingsLineEntity l) => l.Source.Name),
            SavingsLinesRegister.Activity.Of((SavingsLineEntity l) => l.Activity?.Name)),
        new RegisterBinding<SavingsTargetEntity>(
            SavingsTargetsRegister.Definition, c => c.SavingsTargets.OrderBy(t => t.Id),
            SavingsTargetsRegister.Line.Of((SavingsTargetEntity t) => t.Line.Ref),
            SavingsTargetsRegister.Year.Of((SavingsTargetEntity t) => t.Year),
            SavingsTargetsRegister.Original.Of((SavingsTargetEntity t) => t.Original),
            SavingsTargetsRegister.Revised.Of((SavingsTargetEntity t) => t.Revised),
            SavingsTargetsRegister.CarriedOut.Of((SavingsTargetEntity t) => t.CarriedOut)),
        new RegisterBinding<SavingsPositionEntity>(
            SavingsPositionsRegister.Definition, c => c.SavingsPositions.OrderBy(p => p.Id),
            SavingsPositionsRegister.Line.Of((SavingsPositionEntity p) => p.Line.Ref),
            SavingsPositionsRegister.AsAt.Of((SavingsPositionEntity p) => p.AsAt),
            SavingsPositionsRegister.Year.Of((SavingsPositionEntity p) => p.Year),
            SavingsPositionsRegister.Confidence.Of((SavingsPositionEntity p) => p.Confidence),
            SavingsPositionsRegister.Amount.Of((SavingsPositionEntity p) => p.Amount)),
        new RegisterBinding<DecisionEntity>(
            DecisionsRegister.Definition, c => c.Decisions.OrderBy(d => d.Id),
            DecisionsRegister.Ref.Of((DecisionEntity d) => d.Ref),
            DecisionsRegister.Title.Of((DecisionEntity d) => d.Title),
            DecisionsRegister.Body.Of((DecisionEntity d) => d.Body),
            DecisionsRegister.Due.Of((DecisionEntity d) => d.Due),
            DecisionsRegister.Outcome.Of((DecisionEntity d) => d.Outcome),
            DecisionsRegister.Note.Of((DecisionEntity d) => d.Note),
            DecisionsRegister.Settled.Of((DecisionEntity d) => d.Settled),
            DecisionsRegister.OutcomeNote.Of((DecisionEntity d) => d.OutcomeNote)),
        new RegisterBinding<ReprofileEntity>(
            ReprofilesRegister.Definition, c => c.Reprofiles.OrderBy(r => r.Id),
            ReprofilesRegister.Decision.Of((ReprofileEntity r) => r.Decision.Ref),
            ReprofilesRegister.Line.Of((ReprofileEntity r) => r.Line.Ref),
            ReprofilesRegister.Label.Of((ReprofileEntity r) => r.Label),
            ReprofilesRegister.Amount.Of((ReprofileEntity r) => r.Amount),
            ReprofilesRegister.FromYear.Of((ReprofileEntity r) => r.FromYear),
            ReprofilesRegister.ToYear.Of((ReprofileEntity r) => r.ToYear),
            ReprofilesRegister.Confidence.Of((ReprofileEntity r) => r.Confidence),
            ReprofilesRegister.Note.Of((ReprofileEntity r) => r.Note),
            ReprofilesRegister.CarryForward.Of((ReprofileEntity r) => r.IsCarryForward)),
        new RegisterBinding<CostAreaEntity>(
            CostAreasRegister.Definition, c => c.CostAreas.OrderBy(a => a.Id),
            CostAreasRegister.Code.Of((CostAreaEntity a) => a.Code),
            CostAreasRegister.Name.Of((CostAreaEntity a) => a.Name)),
        new RegisterBinding<CostLineEntity>(
            CostLinesRegister.Definition, c => c.CostLines.OrderBy(l => l.Id),
            CostLinesRegister.Code.Of((CostLineEntity l) => l.Code),
            CostLinesRegister.Area.Of((CostLineEntity l) => l.Area.Code),
            CostLinesRegister.Name.Of((CostLineEntity l) => l.Name),
            CostLinesRegister.Note.Of((CostLineEntity l) => l.Note)),
        new RegisterBinding<CostBudgetEntity>(
            CostBudgetRegister.Definition, c => c.CostBudgets.OrderBy(b => b.Id),
            CostBudgetRegister.Line.Of((CostBudgetEntity b) => b.Line.Code),
            CostBudgetRegister.Year.Of((CostBudgetEntity b) => b.Year),
            CostBudgetRegister.Amount.Of((CostBudgetEntity b) => b.Amount)),
        new RegisterBinding<SpendEntity>(
            SpendRegister.Definition, c => c.Spend.OrderBy(s => s.Id),
            SpendRegister.Line.Of((SpendEntity s) => s.Line.Code),
            SpendRegister.Month.Of((SpendEntity s) => s.Month),
            SpendRegister.Kind.Of((SpendEntity s) => s.Kind),
            SpendRegister.Amount.Of((SpendEntity s) => s.Amount),
            SpendRegister.Note.Of((SpendEntity s) => s.Note)),
        new RegisterBinding<FundingEntity>(
            FundingRegister.Definition, c => c.Funding.OrderBy(f => f.Id),
            FundingRegister.Source.Of((FundingEntity f) => f.Source),
            FundingRegister.Amount.Of((FundingEntity f) => f.Amount),
            FundingRegister.Status.Of((FundingEntity f) => f.Status)),
        RegisterBinding.Of(
            RisksRegister.Definition, c => c.Risks.InRegister().OrderBy(r => r.Id), RiskEntity.ToRisk, RisksRegister.Values),
        RegisterBinding.Of(
            MilestonesRegister.Definition, c => c.Milestones.InRegister().OrderBy(m => m.Id), MilestoneEntity.ToMilestone, MilestonesRegister.Values),
        RegisterBinding.Of(
            DependenciesRegister.Definition, c => c.Dependencies.InRegister().OrderBy(d => d.Id), DependencyEntity.ToDependency, DependenciesRegister.Values),
        new RegisterBinding<BenefitEntity>(
            BenefitsRegister.Definition, c => c.Benefits.OrderBy(b => b.Id),
            BenefitsRegister.Project.Of((BenefitEntity b) => b.Project.Code),
            BenefitsRegister.Benefit.Of((BenefitEntity b) => b.Text),
            BenefitsRegister.Basis.Of((BenefitEntity b) => b.Basis)),
        new RegisterBinding<DocumentEntity>(
            DocumentsRegister.Definition, c => c.Documents.OrderBy(d => d.Id),
            DocumentsRegister.Key.Of((DocumentEntity d) => d.Key),
            DocumentsRegister.Title.Of((DocumentEntity d) => d.Title),
            DocumentsRegister.Kind.Of((DocumentEntity d) => d.Kind),
            DocumentsRegister.Note.Of((DocumentEntity d) => d.Note)),
        new RegisterBinding<MeetingEntity>(
            MeetingsRegister.Definition, c => c.Meetings.OrderBy(m => m.Id),
            MeetingsRegister.Body.Of((MeetingEntity m) => m.Body),
            MeetingsRegister.Date.Of((MeetingEntity m) => m.Date),
            MeetingsRegister.Time.Of((MeetingEntity m) => m.Time),
            MeetingsRegister.Item.Of((MeetingEntity m) => m.Item),
            MeetingsRegister.Note.Of((MeetingEntity m) => m.Note)),
        new RegisterBinding<PlanStageEntity>(
            PlanRegister.Definition, c => c.PlanStages.OrderBy(p => p.Id),
            PlanRegister.Name.Of((PlanStageEntity p) => p.Name),
            PlanRegister.Stage.Of((PlanStageEntity p) => p.Stage),
            PlanRegister.Start.Of((PlanStageEntity p) => p.Start),
            PlanRegister.End.Of((PlanStageEntity p) => p.End),
            PlanRegister.Basis.Of((PlanStageEntity p) => p.Basis)),
        new RegisterBinding<PressureEntity>(
            PressuresRegister.Definition, c => c.Pressures.OrderBy(p => p.Id),
            PressuresRegister.Ref.Of((PressureEntity p) => p.Ref),
            PressuresRegister.Year.Of((PressureEntity p) => p.Year),
            PressuresRegister.Directorate.Of((PressureEntity p) => p.Directorate.Name),
            PressuresRegister.Project.Of((PressureEntity p) => p.Project?.Code),
            PressuresRegister.Why.Of((PressureEntity p) => p.Why),
            PressuresRegister.Amount.Of((PressureEntity p) => p.Amount),
            PressuresRegister.Since.Of((PressureEntity p) => p.Since),
            PressuresRegister.Owner.Of((PressureEntity p) => p.Owner),
            PressuresRegister.Cover.Of((PressureEntity p) => p.Cover),
            PressuresRegister.HowCovered.Of((PressureEntity p) => p.HowCovered)),
        new RegisterBinding<CouncilWordEntity>(
            WordsRegister.Definition, c => c.CouncilWords.OrderBy(w => w.Id),
            WordsRegister.Word.Of((CouncilWordEntity w) => w.Word),
            WordsRegister.Meaning.Of((CouncilWordEntity w) => w.Meaning),
            WordsRegister.NowCalled.Of((CouncilWordEntity w) => w.NowCalled),
            WordsRegister.KeptBy.Of((CouncilWordEntity w) => w.KeptBy)),
        new RegisterBinding<ReportedCostLineEntity>(
            ReportCostLinesRegister.Definition, c => c.ReportedCostLines.OrderBy(l => l.Id),
            ReportCostLinesRegister.Line.Of((ReportedCostLineEntity l) => l.Line.Code),
            ReportCostLinesRegister.Project.Of((ReportedCostLineEntity l) => l.Project.Code)),
    ];
}
