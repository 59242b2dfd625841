using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.History;

/// <summary>
/// The registers whose changes hold from a day. Not among them: those whose rows have a month of their own. A decision's outcome
/// and the year that a move is given later are kept with their days besides.
/// </summary>
internal static class DatedRegisters
{
    public static DeclaredDatedRegister<Milestone> Milestones { get; } = new(
        MilestonesRegister.Definition, s => s.Milestones, (s, rows) => s with { Milestones = rows }, MilestonesRegister.Values,
        MilestonesRegister.Read);

    public static DeclaredDatedRegister<Risk> Risks { get; } = new(
        RisksRegister.Definition, s => s.Risks, (s, rows) => s with { Risks = rows }, RisksRegister.Values, RisksRegister.Read);

    public static DeclaredDatedRegister<Dependency> Dependencies { get; } = new(
        DependenciesRegister.Definition, s => s.Dependencies, (s, rows) => s with { Dependencies = rows }, DependenciesRegister.Values,
        DependenciesRegister.Read);

    /// <summary>Owners before what belongs to them.</summary>
    public static IReadOnlyList<DatedRegister> InOrder { get; } =
    [
        DatedProgramme.Register,
        new DeclaredDatedRegister<Board>(
            BoardsRegister.Definition, s => s.Boards, (s, rows) => s with { Boards = rows },
            [
                BoardsRegister.Name.Of((Board b) => b.Name),
                BoardsRegister.Kind.Of((Board b) => b.Kind),
                BoardsRegister.ReportsTo.Of((Board b) => b.ReportsTo),
                BoardsRegister.Role.Of((Board b) => b.Role),
                BoardsRegister.Basis.Of((Board b) => b.Basis),
            ],
            r => new(r.Get(BoardsRegister.Name), r.Get(BoardsRegister.Kind), r.Find(BoardsRegister.ReportsTo), r.Get(BoardsRegister.Role), r.Find(BoardsRegister.Basis))),
        new DeclaredDatedRegister<Workstream>(
            WorkstreamsRegister.Definition, s => s.Workstreams, (s, rows) => s with { Workstreams = rows },
            [
                WorkstreamsRegister.Name.Of((Workstream w) => w.Name),
                WorkstreamsRegister.ShortName.Of((Workstream w) => w.ShortName),
                WorkstreamsRegister.IsComponent.Of((Workstream w) => w.IsComponent),
                WorkstreamsRegister.Basis.Of((Workstream w) => w.Basis),
            ],
            r => new(r.Get(WorkstreamsRegister.Name), r.Get(WorkstreamsRegister.ShortName), r.Get(WorkstreamsRegister.IsComponent), r.Find(WorkstreamsRegister.Basis))),
        new DeclaredDatedRegister<Directorate>(
            DirectoratesRegister.Definition, s => s.Directorates, (s, rows) => s with { Directorates = rows },
            [
                DirectoratesRegister.Name.Of((Directorate d) => d.Name),
                DirectoratesRegister.ShortName.Of((Directorate d) => d.ShortName),
            ],
            r => new(r.Get(DirectoratesRegister.Name), r.Get(DirectoratesRegister.ShortName))),
        new DeclaredDatedRegister<TargetSource>(
            SourcesRegister.Definition, s => s.Sources, (s, rows) => s with { Sources = rows },
            [
                SourcesRegister.Name.Of((TargetSource t) => t.Name),
                SourcesRegister.ShortName.Of((TargetSource t) => t.ShortName),
                SourcesRegister.IsCore.Of((TargetSource t) => t.IsCore),
            ],
            r => new(r.Get(SourcesRegister.Name), r.Get(SourcesRegister.ShortName), r.Get(SourcesRegister.IsCore))),
        new DeclaredDatedRegister<CoreActivity>(
            ActivitiesRegister.Definition, s => s.Activities, (s, rows) => s with { Activities = rows },
            [
                ActivitiesRegister.Name.Of((CoreActivity a) => a.Name),
                ActivitiesRegister.Group.Of((CoreActivity a) => a.Group),
                ActivitiesRegister.FirstTarget.Of((CoreActivity a) => a.FirstTarget),
            ],
            r => new(r.Get(ActivitiesRegister.Name), r.Find(ActivitiesRegister.Group), r.Find(ActivitiesRegister.FirstTarget))),
        new DeclaredDatedRegister<Project>(
            ProjectsRegister.Definition, s => s.Projects, (s, rows) => s with { Projects = rows },
            [
                ProjectsRegister.Code.Of((Project p) => p.Code),
                ProjectsRegister.Name.Of((Project p) => p.Name),
                ProjectsRegister.Phase.Of((Project p) => p.Phase),
                ProjectsRegister.Board.Of((Project p) => p.Board),
                ProjectsRegister.Workstream.Of((Project p) => p.Workstream),
                ProjectsRegister.Directorate.Of((Project p) => p.Directorate),
                ProjectsRegister.Officer.Of((Project p) => p.AccountableOfficer),
                ProjectsRegister.Start.Of((Project p) => p.Start),
                ProjectsRegister.PlannedEnd.Of((Project p) => p.PlannedEnd),
                ProjectsRegister.Summary.Of((Project p) => p.Summary),
                ProjectsRegister.Basis.Of((Project p) => p.Basis),
            ],
            r => new(
                r.Get(ProjectsRegister.Code), r.Get(ProjectsRegister.Name), r.Get(ProjectsRegister.Phase), r.Get(ProjectsRegister.Board), r.Get(ProjectsRegister.Workstream),
                r.Get(ProjectsRegister.Directorate), r.Get(ProjectsRegister.Officer), r.Find(ProjectsRegister.Start), r.Find(ProjectsRegister.PlannedEnd),
                r.Find(ProjectsRegister.Summary), r.Find(ProjectsRegister.Basis), null, [])),

        // A line stands under the board of its project, and is given it when an edition is composed.
        new DeclaredDatedRegister<SavingsLine>(
            SavingsLinesRegister.Definition, s => s.SavingsLines, (s, rows) => s with { SavingsLines = rows },
            [
                SavingsLinesRegister.Ref.Of((SavingsLine l) => l.Ref),
                SavingsLinesRegister.Project.Of((SavingsLine l) => l.Project),
                SavingsLinesRegister.Title.Of((SavingsLine l) => l.Title),
                SavingsLinesRegister.Workstream.Of((SavingsLine l) => l.Workstream),
                SavingsLinesRegister.Directorate.Of((SavingsLine l) => l.Directorate),
                SavingsLinesRegister.Source.Of((SavingsLine l) => l.Source),
                SavingsLinesRegister.Activity.Of((SavingsLine l) => l.Activity),
            ],
            r => new(
                r.Get(SavingsLinesRegister.Ref), r.Get(SavingsLinesRegister.Title), r.Get(SavingsLinesRegister.Project), r.Get(SavingsLinesRegister.Workstream), "",
                r.Get(SavingsLinesRegister.Directorate), r.Get(SavingsLinesRegister.Source), r.Find(SavingsLinesRegister.Activity), [])),
        new DeclaredDatedRegister<SavingsTarget>(
            SavingsTargetsRegister.Definition, s => s.Targets, (s, rows) => s with { Targets = rows },
            [
                SavingsTargetsRegister.Line.Of((SavingsTarget t) => t.Line),
                SavingsTargetsRegister.Year.Of((SavingsTarget t) => t.Year),
                SavingsTargetsRegister.Original.Of((SavingsTarget t) => t.Original),
                SavingsTargetsRegister.Revised.Of((SavingsTarget t) => t.Revised),
                SavingsTargetsRegister.CarriedOut.Of((SavingsTarget t) => t.CarriedOut),
            ],
            r => new(
                r.Get(SavingsTargetsRegister.Line), r.Get(SavingsTargetsRegister.Year), r.Find(SavingsTargetsRegister.Original), r.Find(SavingsTargetsRegister.Revised),
                r.Find(SavingsTargetsRegister.CarriedOut)))
        {
            // A year is measured for ever against the target that it closed with; what it carried is said afterwards.
            ClosesOn = t => t.Year.LastDay,
            AsClosed = (then, now) => now with { Original = then.Original, Revised = then.Revised },
        },
        new DeclaredDatedRegister<Decision>(
            DecisionsRegister.Definition, s => s.Decisions, (s, rows) => s with { Decisions = rows },
            [
                DecisionsRegister.Ref.Of((Decision d) => d.Ref),
                DecisionsRegister.Title.Of((Decision d) => d.Title),
                DecisionsRegister.Body.Of((Decision d) => d.Body),
                DecisionsRegister.Due.Of((Decision d) => d.Due),
                DecisionsRegister.Outcome.Of((Decision d) => d.Outcome),
                DecisionsRegister.Note.Of((Decision d) => d.Note),
                DecisionsRegister.Settled.Of((Decision d) => d.Settled),
                DecisionsRegister.OutcomeNote.Of((Decision d) => d.OutcomeNote),
            ],
            r => new(
                r.Get(DecisionsRegister.Ref), r.Get(DecisionsRegister.Title), r.Get(DecisionsRegister.Body), r.Find(DecisionsRegister.Due), r.Get(DecisionsRegister.Outcome),
                r.Find(DecisionsRegister.Note), r.Find(DecisionsRegister.Settled), r.Find(DecisionsRegister.OutcomeNote)))
        {
            // An outcome has its own day, on which it was taken.
            Keep = (then, now) => then with { Outcome = now.Outcome, Settled = now.Settled, OutcomeNote = now.OutcomeNote, Entered = now.Entered },
        },
        new DeclaredDatedRegister<Reprofile>(
            ReprofilesRegister.Definition, s => s.Reprofiles, (s, rows) => s with { Reprofiles = rows },
            [
                ReprofilesRegister.Decision.Of((Reprofile m) => m.Decision),
                ReprofilesRegister.Line.Of((Reprofile m) => m.Line),
                ReprofilesRegister.Label.Of((Reprofile m) => m.Label),
                ReprofilesRegister.Amount.Of((Reprofile m) => m.Amount),
                ReprofilesRegister.FromYear.Of((Reprofile m) => m.FromYear),
                ReprofilesRegister.ToYear.Of((Reprofile m) => m.ToYear),
                ReprofilesRegister.Confidence.Of((Reprofile m) => m.Confidence),
                ReprofilesRegister.Note.Of((Reprofile m) => m.Note),
                ReprofilesRegister.CarryForward.Of((Reprofile m) => m.IsCarryForward),
            ],
            r => new(
                r.Get(ReprofilesRegister.Decision), r.Get(ReprofilesRegister.Line), r.Get(ReprofilesRegister.Label), r.Get(ReprofilesRegister.Amount),
                r.Get(ReprofilesRegister.FromYear), r.Find(ReprofilesRegister.ToYear), r.Get(ReprofilesRegister.Confidence), r.Find(ReprofilesRegister.Note),
                r.Find(ReprofilesRegister.CarryForward) ?? false))
        {
            Keep = (then, now) => then with { Entered = now.Entered, Rehomed = now.Rehomed },
        },
        new DeclaredDatedRegister<CostArea>(
            CostAreasRegister.Definition, s => s.CostAreas, (s, rows) => s with { CostAreas = rows },
            [
                CostAreasRegister.Code.Of((CostArea a) => a.Code),
                CostAreasRegister.Name.Of((CostArea a) => a.Name),
            ],
            r => new(r.Get(CostAreasRegister.Code), r.Get(CostAreasRegister.Name))),
        DatedCosts.Lines, DatedCosts.Budget,
        new DeclaredDatedRegister<Funding>(
            FundingRegister.Definition, s => s.Funding, (s, rows) => s with { Funding = rows },
            [
                FundingRegister.Source.Of((Funding f) => f.Source),
                FundingRegister.Amount.Of((Funding f) => f.Amount),
                FundingRegister.Status.Of((Funding f) => f.Status),
            ],
            r => new(r.Get(FundingRegister.Source), r.Get(FundingRegister.Amount), r.Get(FundingRegister.Status))),
        Risks, Milestones, Dependencies,
        new DeclaredDatedRegister<Benefit>(
            BenefitsRegister.Definition, s => s.Benefits, (s, rows) => s with { Benefits = rows },
            [
                BenefitsRegister.Project.Of((Benefit b) => b.Project),
                BenefitsRegister.Benefit.Of((Benefit b) => b.Text),
                BenefitsRegister.Basis.Of((Benefit b) => b.Basis),
            ],
            r => new(r.Get(BenefitsRegister.Project), r.Get(BenefitsRegister.Benefit), r.Find(BenefitsRegister.Basis))),
        new DeclaredDatedRegister<DocumentReference>(
            DocumentsRegister.Definition, s => s.Documents, (s, rows) => s with { Documents = rows },
            [
                DocumentsRegister.Key.Of((DocumentReference d) => d.Key),
                DocumentsRegister.Title.Of((DocumentReference d) => d.Title),
                DocumentsRegister.Kind.Of((DocumentReference d) => d.Kind),
                DocumentsRegister.Note.Of((DocumentReference d) => d.Note),
            ],
            r => new(r.Get(DocumentsRegister.Key), r.Get(DocumentsRegister.Title), r.Get(DocumentsRegister.Kind), r.Find(DocumentsRegister.Note))),
        new DeclaredDatedRegister<Meeting>(
            MeetingsRegister.Definition, s => s.Meetings, (s, rows) => s with { Meetings = rows },
            [
                MeetingsRegister.Body.Of((Meeting m) => m.Body),
                MeetingsRegister.Date.Of((Meeting m) => m.Date),
                MeetingsRegister.Time.Of((Meeting m) => m.Time),
                MeetingsRegister.Item.Of((Meeting m) => m.Item),
                MeetingsRegister.Note.Of((Meeting m) => m.Note),
            ],
            r => new(r.Get(MeetingsRegister.Body), r.Find(MeetingsRegister.Date), r.Find(MeetingsRegister.Time), r.Find(MeetingsRegister.Item), r.Find(MeetingsRegister.Note))),
        new DeclaredDatedRegister<PlanStage>(
            PlanRegister.Definition, s => s.Plan, (s, rows) => s with { Plan = rows },
            [
                PlanRegister.Name.Of((PlanStage p) => p.Name),
                PlanRegister.Stage.Of((PlanStage p) => p.Stage),
                PlanRegister.Start.Of((PlanStage p) => p.Start),
                PlanRegister.End.Of((PlanStage p) => p.End),
                PlanRegister.Basis.Of((PlanStage p) => p.Basis),
            ],
            r => new(r.Get(PlanRegister.Name), r.Get(PlanRegister.Stage), r.Get(PlanRegister.Start), r.Get(PlanRegister.End), r.Find(PlanRegister.Basis))),
        new DeclaredDatedRegister<Pressure>(
            PressuresRegister.Definition, s => s.Pressures, (s, rows) => s with { Pressures = rows },
            [
                PressuresRegister.Ref.Of((Pressure p) => p.Ref),
                PressuresRegister.Year.Of((Pressure p) => p.Year),
                PressuresRegister.Directorate.Of((Pressure p) => p.Directorate),
                PressuresRegister.Project.Of((Pressure p) => p.Project),
                PressuresRegister.Why.Of((Pressure p) => p.Why),
                PressuresRegister.Amount.Of((Pressure p) => p.Amount),
                PressuresRegister.Since.Of((Pressure p) => p.Since),
                PressuresRegister.Owner.Of((Pressure p) => p.Owner),
                PressuresRegister.Cover.Of((Pressure p) => p.Cover),
                PressuresRegister.HowCovered.Of((Pressure p) => p.HowCovered),
            ],
            r => new(
                r.Get(PressuresRegister.Ref), r.Get(PressuresRegister.Why), r.Get(PressuresRegister.Directorate), r.Find(PressuresRegister.Project),
                r.Get(PressuresRegister.Year), r.Get(PressuresRegister.Amount), r.Find(PressuresRegister.Since), r.Get(PressuresRegister.Owner),
                r.Get(PressuresRegister.Cover), r.Find(PressuresRegister.HowCovered))),
        new DeclaredDatedRegister<CouncilWord>(
            WordsRegister.Definition, s => s.Words, (s, rows) => s with { Words = rows },
            [
                WordsRegister.Word.Of((CouncilWord w) => w.Word),
                WordsRegister.Meaning.Of((CouncilWord w) => w.Meaning),
                WordsRegister.NowCalled.Of((CouncilWord w) => w.NowCalled),
                WordsRegister.KeptBy.Of((CouncilWord w) => w.KeptBy),
            ],
            r => new(r.Get(WordsRegister.Word), r.Find(WordsRegister.Meaning), r.Find(WordsRegister.NowCalled), r.Find(WordsRegister.KeptBy))),
    ];

    /// <summary>What the database is told of the registers.</summary>
    public static RecordedRegisters Recorded { get; } = new(
        [
            .. AllRegisters.InOrder.Select(r => new RecordedRegister(
                r.Name, r.Title, r.Columns.ToDictionary(c => c.Name, c => c.Heading, StringComparer.Ordinal))),
        ],
        InOrder, Milestones, Risks, Dependencies);

    /// <summary>The register of that definition; nothing where its changes have no day.</summary>
    public static DatedRegister? Find(RegisterDefinition register) => InOrder.FirstOrDefault(d => d.Name == register.Name);
}
