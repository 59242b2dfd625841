using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;

namespace TransformationPortal.Data.Reading;

/// <summary>
/// Reads the write side into the one record that editions are composed from: one query a table, none a row. What is retired,
/// and what belongs to it, is left out.
/// </summary>
public sealed class ProgrammeStateReader(PortalDbContext context, RecordedRegisters registers)
{
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public Task<ProgrammeState> ReadAsync(CancellationToken ct) => ReadAsync(new StoredRows(context), ct);

    /// <summary>As it would be once what the context tracks is saved. Every register must be tracked.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    internal Task<ProgrammeState> ReadTrackedAsync(CancellationToken ct) => ReadAsync(new TrackedRows(context), ct);

    private async Task<ProgrammeState> ReadAsync(ProgrammeRows rows, CancellationToken ct)
    {
        var projects = await ProjectsAsync(rows, ct);
        var codes = projects.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var reorganisations = await ReorganisationReading.ReadAsync(context, ct);
        var ratings = await rows.ListAsync(rows.Of<ProjectRatingEntity>().OrderBy(r => r.Id)
            .Select(r => new MonthlyRating(r.Project.Code, r.Month, new AspectRating(r.Aspect, new RagRating(r.Rag, r.Reason)))), ct);
        var actions = await rows.ListAsync(rows.Of<RecoveryActionEntity>().OrderBy(a => a.Id)
            .Select(a => new MonthlyAction(a.Project.Code, a.Month, new RecoveryAction(a.Aspect, a.Action, a.Owner, a.Due))), ct);
        var lines = await rows.ListAsync(rows.Of<SavingsLineEntity>().Where(l => l.RetiredOn == null).OrderBy(l => l.Id)
            .Select(l => new SavingsLine(
                l.Ref, l.Title, l.Project.Code, l.Workstream.Name, l.Project.Board.Name, l.Directorate.Name, l.Source.Name, l.Activity == null ? null : l.Activity.Name,
                new List<SavingsAmount>())), ct);
        var refs = lines.Select(l => l.Ref).ToHashSet(StringComparer.Ordinal);
        var positions = await rows.ListAsync(rows.Of<SavingsPositionEntity>().OrderBy(p => p.Id)
            .Select(p => new SavingsPosition(p.Line.Ref, p.AsAt, p.Year, p.Confidence, p.Amount)), ct);
        var (costLines, spendOfOthers) = await CostLineReading.ReadAsync(rows, ct);
        var stories = await StoryReading.ReadAsync(context, ct);
        var reported = await ReportedMonthReading.ReadAsync(context, ct);
        var now = new ProgrammeState
        {
            Programme = await ProgrammeAsync(rows, ct),
            Boards = await rows.ListAsync(rows.Of<BoardEntity>().Where(b => b.RetiredOn == null).OrderBy(b => b.DisplayOrder).ThenBy(b => b.Id)
                .Select(b => new Board(b.Name, b.Kind, b.ReportsTo == null ? null : b.ReportsTo.Name, b.Role, b.Basis)), ct),
            Workstreams = await rows.ListAsync(rows.Of<WorkstreamEntity>().Where(w => w.RetiredOn == null).OrderBy(w => w.DisplayOrder).ThenBy(w => w.Id)
                .Select(w => new Workstream(w.Name, w.ShortName, w.IsComponent, w.Basis)), ct),
            Directorates = await rows.ListAsync(rows.Of<DirectorateEntity>().Where(d => d.RetiredOn == null).OrderBy(d => d.DisplayOrder).ThenBy(d => d.Id)
                .Select(d => new Directorate(d.Name, d.ShortName)), ct),
            Sources = await rows.ListAsync(rows.Of<TargetSourceEntity>().Where(s => s.RetiredOn == null).OrderBy(s => s.DisplayOrder).ThenBy(s => s.Id)
                .Select(s => new TargetSource(s.Name, s.ShortName, s.IsCore)), ct),
            Activities = await rows.ListAsync(rows.Of<CoreActivityEntity>().Where(a => a.RetiredOn == null).OrderBy(a => a.DisplayOrder).ThenBy(a => a.Id)
                .Select(a => new CoreActivity(a.Name, a.Group, a.FirstTarget)), ct),
            Projects = projects,
            Ratings = [.. ratings.Where(r => codes.Contains(r.Project))],
            Actions = [.. actions.Where(a => codes.Contains(a.Project))],
            SavingsLines = lines,
            Targets = await rows.ListAsync(rows.Of<SavingsTargetEntity>().Where(t => t.Line.RetiredOn == null).OrderBy(t => t.Id)
                .Select(t => new SavingsTarget(t.Line.Ref, t.Year, t.Original, t.Revised, t.CarriedOut)), ct),
            Positions = [.. positions.Where(p => refs.Contains(p.Line))],
            Decisions = await rows.ListAsync(rows.Of<DecisionEntity>().Where(d => d.RetiredOn == null).OrderBy(d => d.Id)
                .Select(d => new Decision(d.Ref, d.Title, d.Body, d.Due, d.Outcome, d.Note, d.Settled, d.OutcomeNote) { Entered = d.EnteredOn }), ct),
            Reprofiles = await rows.ListAsync(rows.Of<ReprofileEntity>().Where(r => r.Decision.RetiredOn == null && r.Line.RetiredOn == null).OrderBy(r => r.Id)
                .Select(r => new Reprofile(r.Decision.Ref, r.Line.Ref, r.Label, r.Amount, r.FromYear, r.ToYear, r.Confidence, r.Note, r.IsCarryForward)
                {
                    Entered = r.EnteredOn,
                    Rehomed = r.RehomedOn,
                }), ct),
            CostAreas = await rows.ListAsync(rows.Of<CostAreaEntity>().Where(a => a.RetiredOn == null).OrderBy(a => a.Id)
                .Select(a => new Core.Costs.CostArea(a.Code, a.Name)), ct),
            CostLines = costLines,
            Funding = await rows.ListAsync(rows.Of<FundingEntity>().OrderBy(f => f.Id).Select(f => new Funding(f.Source, f.Amount, f.Status)), ct),
            Risks = await RegisterRows.RisksAsync(rows, ct),
            Milestones = await RegisterRows.MilestonesAsync(rows, ct),
            Dependencies = await RegisterRows.DependenciesAsync(rows, ct),
            Benefits = await rows.ListAsync(rows.Of<BenefitEntity>().Where(b => b.Project.RetiredOn == null).OrderBy(b => b.Id)
                .Select(b => new Benefit(b.Project.Code, b.Text, b.Basis)), ct),
            Documents = await rows.ListAsync(rows.Of<DocumentEntity>().Where(d => d.RetiredOn == null).OrderBy(d => d.Id)
                .Select(d => new DocumentReference(d.Key, d.Title, d.Kind, d.Note)), ct),
            Meetings = await rows.ListAsync(rows.Of<MeetingEntity>().OrderBy(m => m.Id).Select(m => new Meeting(m.Body, m.Date, m.Time, m.Item, m.Note)), ct),
            Plan = await rows.ListAsync(rows.Of<PlanStageEntity>().OrderBy(p => p.Id).Select(p => new PlanStage(p.Name, p.Stage, p.Start, p.End, p.Basis)), ct),
            Pressures = await rows.ListAsync(rows.Of<PressureEntity>().Where(p => p.Project == null || p.Project.RetiredOn == null).OrderBy(p => p.Id)
                .Select(p => new Pressure(p.Ref, p.Why, p.Directorate.Name, p.Project == null ? null : p.Project.Code, p.Year, p.Amount, p.Since, p.Owner, p.Cover, p.HowCovered)), ct),
            Words = await rows.ListAsync(rows.Of<CouncilWordEntity>().OrderBy(w => w.Id).Select(w => new CouncilWord(w.Word, w.Meaning, w.NowCalled, w.KeptBy)), ct),
            Stories = [.. stories.Select(s => s with { Spotlights = [.. s.Spotlights.Where(p => codes.Contains(p.Project))] })],
            Reorganisations = reorganisations,
            Former = await ReorganisationReading.FormerAsync(rows, reorganisations, ct),
            AnnexEdits = await StoryReading.AnnexAsync(context, ct),
            Reported =
            [
                .. reported.Where(m => codes.Contains(m.Project))
                    .Select(m => m with { Dependencies = [.. m.Dependencies.Where(d => codes.Contains(d.Needs))] }),
            ],
        };
        var dated = await now.WithVersionsAsync(context, registers, ct);

        // What has a month of its own comes back for a quarter in which its owner was still there.
        return dated.Versions.Count == 0 ? dated : dated with
        {
            Versions =
            [
                .. dated.Versions,
                new OwnedRows<MonthlyRating>(ratings, Owned<MonthlyRating>(s => s.Projects.Select(p => p.Code), r => r.Project), (s, all) => s with { Ratings = all }),
                new OwnedRows<MonthlyAction>(actions, Owned<MonthlyAction>(s => s.Projects.Select(p => p.Code), a => a.Project), (s, all) => s with { Actions = all }),
                new OwnedRows<SavingsPosition>(positions, Owned<SavingsPosition>(s => s.SavingsLines.Select(l => l.Ref), p => p.Line), (s, all) => s with { Positions = all }),
                new OwnedRows<(string Code, CostAmount Amount)>(
                    spendOfOthers, Owned<(string Code, CostAmount Amount)>(s => s.CostLines.Select(l => l.Code), a => a.Code), CostLineReading.With),
                new OwnedRows<QuarterStory>(stories, _ => _ => true, (s, all) => s with { Stories = all }),
                new OwnedRows<ReportedMonth>(reported, Owned<ReportedMonth>(s => s.Projects.Select(p => p.Code), r => r.Project), (s, all) => s with { Reported = all }),
            ],
        };
    }

    private static Func<ProgrammeState, Func<T, bool>> Owned<T>(Func<ProgrammeState, IEnumerable<string>> owners, Func<T, string> owner) => state =>
    {
        var there = owners(state).ToHashSet(StringComparer.Ordinal);
        return row => there.Contains(owner(row));
    };

    private static async Task<Programme> ProgrammeAsync(ProgrammeRows rows, CancellationToken ct)
    {
        var labels = await rows.ListAsync(rows.Of<ConfidenceLabelEntity>().OrderBy(l => l.Id).Select(l => new ConfidenceLabel(l.Confidence, l.Label, l.Alias)), ct);
        var programmes = await rows.ListAsync(rows.Of<ProgrammeSettingsEntity>()
            .Select(s => new Programme(
                s.Name, s.Council, s.FirstYear, s.LastYear, s.Objective, s.PlannedBenefitLow, s.PlannedBenefitHigh, s.RedundancyProvision, s.Provenance, labels)
            {
                FinanceSignsAbove = s.FinanceSignsAbove,
                Licence = s.Licence,
                ReportsFrom = s.ReportsFrom,
                EvidenceFor = s.EvidenceFor,
                SavingsAlsoBy = SavingsGroupingFacts.Chosen(new[] { s.SavingsAlsoBy, s.SavingsAlsoBySecond, s.SavingsAlsoByThird }),
            }), ct);
        return programmes.SingleOrDefault() ?? throw new ProgrammeMissingException();
    }

    private static Task<List<Project>> ProjectsAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<ProjectEntity>().Where(p => p.RetiredOn == null).OrderBy(p => p.Id)
            .Select(p => new Project(
                p.Code, p.Name, p.Phase, p.Board.Name, p.Workstream.Name, p.Directorate.Name, p.AccountableOfficer, p.Start, p.PlannedEnd, p.Summary, p.Basis,
                null, new List<AspectRating>())), ct);
}

/// <summary>There is no programme in the database yet.</summary>
public sealed class ProgrammeMissingException() : Exception("There is no programme in the database yet. Import one first.");
