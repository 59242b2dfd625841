using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Import;
using TransformationPortal.Data.Import.Registers;

namespace TransformationPortal.Data.History;

/// <summary>
/// The registers whose changes hold from a day. Not among them: those whose rows have a month of their own. A decision's outcome
/// and the year that a move is given later are kept with their days besides.
/// </summary>
internal static class DatedRegisters
{
    public static DatedRegister<Milestone> Milestones { get; } = new(
        MilestonesRegister.Definition, s => s.Milestones, (s, rows) => s with { Milestones = rows },
        m => [m.Project, m.Title, m.Baseline, m.Forecast, m.Actual, m.Basis],
        r => new(
            r.Get(MilestonesRegister.Project), r.Get(MilestonesRegister.Title), r.Get(MilestonesRegister.Baseline), r.Find(MilestonesRegister.Forecast),
            r.Find(MilestonesRegister.Actual), r.Find(MilestonesRegister.Basis)));

    public static DatedRegister<Risk> Risks { get; } = new(
        RisksRegister.Definition, s => s.Risks, (s, rows) => s with { Risks = rows },
        k => [k.Ref, k.Project, k.Impact, k.InitialRating, k.Controls, k.ResidualRating, k.FurtherAction, k.Reviewed, k.IsCritical, k.Basis],
        r => new(
            r.Get(RisksRegister.Ref), r.Find(RisksRegister.Project), r.Get(RisksRegister.Impact), r.Get(RisksRegister.InitialRating), r.Get(RisksRegister.Controls),
            r.Get(RisksRegister.ResidualRating), r.Find(RisksRegister.FurtherAction), r.Find(RisksRegister.Reviewed), r.Get(RisksRegister.IsCritical), r.Find(RisksRegister.Basis)));

    public static DatedRegister<Dependency> Dependencies { get; } = new(
        DependenciesRegister.Definition, s => s.Dependencies, (s, rows) => s with { Dependencies = rows },
        d => [d.Project, d.Needs, d.What, d.NeededBy, d.Rating.Rating, d.Rating.Reason, d.Basis],
        r => new(
            r.Get(DependenciesRegister.Project), r.Get(DependenciesRegister.Needs), r.Get(DependenciesRegister.What), r.Find(DependenciesRegister.NeededBy),
            new RagRating(r.Get(DependenciesRegister.Rating), r.Get(DependenciesRegister.Reason)), r.Find(DependenciesRegister.Basis)));

    /// <summary>Owners before what belongs to them.</summary>
    public static IReadOnlyList<DatedRegister> InOrder { get; } =
    [
        new DatedRegister<Programme>(ProgrammeRegister.Definition, s => [s.Programme], (s, rows) => s with { Programme = rows[0] }, Cells, Programme),
        new DatedRegister<Board>(
            BoardsRegister.Definition, s => s.Boards, (s, rows) => s with { Boards = rows }, b => [b.Name, b.Kind, b.ReportsTo, b.Role, b.Basis],
            r => new(r.Get(BoardsRegister.Name), r.Get(BoardsRegister.Kind), r.Find(BoardsRegister.ReportsTo), r.Get(BoardsRegister.Role), r.Find(BoardsRegister.Basis))),
        new DatedRegister<Workstream>(
            WorkstreamsRegister.Definition, s => s.Workstreams, (s, rows) => s with { Workstreams = rows }, w => [w.Name, w.ShortName, w.IsComponent, w.Basis],
            r => new(r.Get(WorkstreamsRegister.Name), r.Get(WorkstreamsRegister.ShortName), r.Get(WorkstreamsRegister.IsComponent), r.Find(WorkstreamsRegister.Basis))),
        new DatedRegister<Directorate>(
            DirectoratesRegister.Definition, s => s.Directorates, (s, rows) => s with { Directorates = rows }, d => [d.Name, d.ShortName],
            r => new(r.Get(DirectoratesRegister.Name), r.Get(DirectoratesRegister.ShortName))),
        new DatedRegister<TargetSource>(
            SourcesRegister.Definition, s => s.Sources, (s, rows) => s with { Sources = rows }, t => [t.Name, t.ShortName, t.IsCore],
            r => new(r.Get(SourcesRegister.Name), r.Get(SourcesRegister.ShortName), r.Get(SourcesRegister.IsCore))),
        new DatedRegister<CoreActivity>(
            ActivitiesRegister.Definition, s => s.Activities, (s, rows) => s with { Activities = rows }, a => [a.Name, a.Group, a.FirstTarget],
            r => new(r.Get(ActivitiesRegister.Name), r.Find(ActivitiesRegister.Group), r.Find(ActivitiesRegister.FirstTarget))),
        new DatedRegister<Project>(
            ProjectsRegister.Definition, s => s.Projects, (s, rows) => s with { Projects = rows },
            p => [p.Code, p.Name, p.Phase, p.Board, p.Workstream, p.Directorate, p.AccountableOfficer, p.Start, p.PlannedEnd, p.Summary, p.Basis],
            r => new(
                r.Get(ProjectsRegister.Code), r.Get(ProjectsRegister.Name), r.Get(ProjectsRegister.Phase), r.Get(ProjectsRegister.Board), r.Get(ProjectsRegister.Workstream),
                r.Get(ProjectsRegister.Directorate), r.Get(ProjectsRegister.Officer), r.Find(ProjectsRegister.Start), r.Find(ProjectsRegister.PlannedEnd),
                r.Find(ProjectsRegister.Summary), r.Find(ProjectsRegister.Basis), null, [])),

        // A line stands under the board of its project, and is given it when an edition is composed.
        new DatedRegister<SavingsLine>(
            SavingsLinesRegister.Definition, s => s.SavingsLines, (s, rows) => s with { SavingsLines = rows },
            l => [l.Ref, l.Project, l.Title, l.Workstream, l.Directorate, l.Source, l.Activity],
            r => new(
                r.Get(SavingsLinesRegister.Ref), r.Get(SavingsLinesRegister.Title), r.Get(SavingsLinesRegister.Project), r.Get(SavingsLinesRegister.Workstream), "",
                r.Get(SavingsLinesRegister.Directorate), r.Get(SavingsLinesRegister.Source), r.Find(SavingsLinesRegister.Activity), [])),
        new DatedRegister<SavingsTarget>(
            SavingsTargetsRegister.Definition, s => s.Targets, (s, rows) => s with { Targets = rows }, t => [t.Line, t.Year, t.Original, t.Revised, t.CarriedOut],
            r => new(
                r.Get(SavingsTargetsRegister.Line), r.Get(SavingsTargetsRegister.Year), r.Find(SavingsTargetsRegister.Original), r.Find(SavingsTargetsRegister.Revised),
                r.Find(SavingsTargetsRegister.CarriedOut)))
        {
            // A year is measured for ever against the target that it closed with; what it carried is said afterwards.
            ClosesOn = t => t.Year.LastDay,
            AsClosed = (then, now) => now with { Original = then.Original, Revised = then.Revised },
        },
        new DatedRegister<Decision>(
            DecisionsRegister.Definition, s => s.Decisions, (s, rows) => s with { Decisions = rows },
            d => [d.Ref, d.Title, d.Body, d.Due, d.Outcome, d.Note, d.Settled, d.OutcomeNote],
            r => new(
                r.Get(DecisionsRegister.Ref), r.Get(DecisionsRegister.Title), r.Get(DecisionsRegister.Body), r.Find(DecisionsRegister.Due), r.Get(DecisionsRegister.Outcome),
                r.Find(DecisionsRegister.Note), r.Find(DecisionsRegister.Settled), r.Find(DecisionsRegister.OutcomeNote)))
        {
            // An outcome has its own day, on which it was taken.
            Keep = (then, now) => then with { Outcome = now.Outcome, Settled = now.Settled, OutcomeNote = now.OutcomeNote, Entered = now.Entered },
        },
        new DatedRegister<Reprofile>(
            ReprofilesRegister.Definition, s => s.Reprofiles, (s, rows) => s with { Reprofiles = rows },
            m => [m.Decision, m.Line, m.Label, m.Amount, m.FromYear, m.ToYear, m.Confidence, m.Note, m.IsCarryForward],
            r => new(
                r.Get(ReprofilesRegister.Decision), r.Get(ReprofilesRegister.Line), r.Get(ReprofilesRegister.Label), r.Get(ReprofilesRegister.Amount),
                r.Get(ReprofilesRegister.FromYear), r.Find(ReprofilesRegister.ToYear), r.Get(ReprofilesRegister.Confidence), r.Find(ReprofilesRegister.Note),
                r.Find(ReprofilesRegister.CarryForward) ?? false))
        {
            Keep = (then, now) => then with { Entered = now.Entered, Rehomed = now.Rehomed },
        },
        new DatedRegister<CostArea>(
            CostAreasRegister.Definition, s => s.CostAreas, (s, rows) => s with { CostAreas = rows }, a => [a.Code, a.Name],
            r => new(r.Get(CostAreasRegister.Code), r.Get(CostAreasRegister.Name))),
        new DatedRegister<CostLine>(
            CostLinesRegister.Definition, s => s.CostLines, WithCostLines, l => [l.Code, l.Area, l.Name, l.Note],
            r => new(r.Get(CostLinesRegister.Code), r.Get(CostLinesRegister.Area), r.Get(CostLinesRegister.Name), r.Find(CostLinesRegister.Note), [])),
        new DatedRegister<CostBudget>(
            CostBudgetRegister.Definition, Budgets, WithBudgets, b => [b.Line, b.Year, b.Amount],
            r => new(r.Get(CostBudgetRegister.Line), r.Get(CostBudgetRegister.Year), r.Get(CostBudgetRegister.Amount))),
        new DatedRegister<Funding>(
            FundingRegister.Definition, s => s.Funding, (s, rows) => s with { Funding = rows }, f => [f.Source, f.Amount, f.Status],
            r => new(r.Get(FundingRegister.Source), r.Get(FundingRegister.Amount), r.Get(FundingRegister.Status))),
        Risks, Milestones, Dependencies,
        new DatedRegister<Benefit>(
            BenefitsRegister.Definition, s => s.Benefits, (s, rows) => s with { Benefits = rows }, b => [b.Project, b.Text, b.Basis],
            r => new(r.Get(BenefitsRegister.Project), r.Get(BenefitsRegister.Benefit), r.Find(BenefitsRegister.Basis))),
        new DatedRegister<DocumentReference>(
            DocumentsRegister.Definition, s => s.Documents, (s, rows) => s with { Documents = rows }, d => [d.Key, d.Title, d.Kind, d.Note],
            r => new(r.Get(DocumentsRegister.Key), r.Get(DocumentsRegister.Title), r.Get(DocumentsRegister.Kind), r.Find(DocumentsRegister.Note))),
        new DatedRegister<Meeting>(
            MeetingsRegister.Definition, s => s.Meetings, (s, rows) => s with { Meetings = rows }, m => [m.Body, m.Date, m.Time, m.Item, m.Note],
            r => new(r.Get(MeetingsRegister.Body), r.Find(MeetingsRegister.Date), r.Find(MeetingsRegister.Time), r.Find(MeetingsRegister.Item), r.Find(MeetingsRegister.Note))),
        new DatedRegister<PlanStage>(
            PlanRegister.Definition, s => s.Plan, (s, rows) => s with { Plan = rows }, p => [p.Name, p.Stage, p.Start, p.End, p.Basis],
            r => new(r.Get(PlanRegister.Name), r.Get(PlanRegister.Stage), r.Get(PlanRegister.Start), r.Get(PlanRegister.End), r.Find(PlanRegister.Basis))),
        new DatedRegister<Pressure>(
            PressuresRegister.Definition, s => s.Pressures, (s, rows) => s with { Pressures = rows },
            p => [p.Ref, p.Year, p.Directorate, p.Project, p.Why, p.Amount, p.Since, p.Owner, p.Cover, p.HowCovered],
            r => new(
                r.Get(PressuresRegister.Ref), r.Get(PressuresRegister.Why), r.Get(PressuresRegister.Directorate), r.Find(PressuresRegister.Project), r.Get(PressuresRegister.Year),
                r.Get(PressuresRegister.Amount), r.Find(PressuresRegister.Since), r.Get(PressuresRegister.Owner), r.Get(PressuresRegister.Cover), r.Find(PressuresRegister.HowCovered))),
        new DatedRegister<CouncilWord>(
            WordsRegister.Definition, s => s.Words, (s, rows) => s with { Words = rows }, w => [w.Word, w.Meaning, w.NowCalled, w.KeptBy],
            r => new(r.Get(WordsRegister.Word), r.Find(WordsRegister.Meaning), r.Find(WordsRegister.NowCalled), r.Find(WordsRegister.KeptBy))),
    ];

    /// <summary>The register of that definition; nothing where its changes have no day.</summary>
    public static DatedRegister? Find(RegisterDefinition register) => InOrder.FirstOrDefault(d => d.Register == register);

    private static object?[] Cells(Programme p) =>
    [
        p.Name, p.Council, p.FirstYear, p.LastYear, p.Objective, p.PlannedBenefitLow, p.PlannedBenefitHigh, p.RedundancyProvision, p.Provenance,
        .. ProgrammeRegister.Bands.Select(b => p.ConfidenceLabels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Label),
        .. ProgrammeRegister.Bands.Select(b => p.ConfidenceLabels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Alias), p.FinanceSignsAbove, p.Licence,
        .. ProgrammeRegister.SavingsAlsoBy.Select((_, i) => p.SavingsAlsoBy is { } chosen && i < chosen.Count ? chosen[i] : (SavingsGrouping?)null),
    ];

    private static Programme Programme(RegisterRow r) => new(
        r.Get(ProgrammeRegister.Name), r.Get(ProgrammeRegister.Council), r.Get(ProgrammeRegister.FirstYear), r.Get(ProgrammeRegister.LastYear), r.Get(ProgrammeRegister.Objective),
        r.Find(ProgrammeRegister.PlannedBenefitLow), r.Find(ProgrammeRegister.PlannedBenefitHigh), r.Find(ProgrammeRegister.RedundancyProvision), r.Find(ProgrammeRegister.Provenance),
        [.. ProgrammeRegister.Bands.Select(b => new ConfidenceLabel(b.Confidence, r.Get(b.Label), r.Find(b.Alias)))])
    {
        FinanceSignsAbove = r.Find(ProgrammeRegister.FinanceSignsAbove),
        Licence = r.Find(ProgrammeRegister.Licence),
        SavingsAlsoBy = SavingsGroupingFacts.Chosen([.. ProgrammeRegister.SavingsAlsoBy.Select(c => r.Find(c))]),
    };

    // A line that was changed keeps its amounts; those of one that was taken out come with what belongs to it.
    private static ProgrammeState WithCostLines(ProgrammeState state, IReadOnlyList<CostLine> lines)
    {
        var amounts = state.CostLines.ToDictionary(l => l.Code, l => l.Amounts, StringComparer.Ordinal);
        return state with { CostLines = [.. lines.Select(l => l with { Amounts = amounts.GetValueOrDefault(l.Code) ?? [] })] };
    }

    private static IReadOnlyList<CostBudget> Budgets(ProgrammeState state) =>
        [.. state.CostLines.SelectMany(l => l.Amounts.Where(a => a.Kind == CostKind.Budget).Select(a => new CostBudget(l.Code, a.Year, a.Amount)))];

    private static ProgrammeState WithBudgets(ProgrammeState state, IReadOnlyList<CostBudget> budgets)
    {
        var ofLine = budgets.ToLookup(b => b.Line, b => new CostAmount(CostKind.Budget, b.Year, null, b.Amount, null), StringComparer.Ordinal);
        return state with { CostLines = [.. state.CostLines.Select(l => l with { Amounts = [.. ofLine[l.Code], .. l.Amounts.Where(a => a.Kind != CostKind.Budget)] })] };
    }

    /// <summary>A cost line's budget for a year.</summary>
    private sealed record CostBudget(string Line, FinancialYear Year, Money Amount);
}
