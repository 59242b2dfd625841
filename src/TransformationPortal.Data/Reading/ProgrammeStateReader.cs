using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads the write side into the one record that editions are composed from: one query a table, none a row.</summary>
public sealed class ProgrammeStateReader(PortalDbContext context)
{
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<ProgrammeState> ReadAsync(CancellationToken ct) => new()
    {
        Programme = await ProgrammeAsync(ct),
        Boards = await context.Boards.AsNoTracking().OrderBy(b => b.DisplayOrder).ThenBy(b => b.Id)
            .Select(b => new Board(b.Name, b.Kind, b.ReportsTo!.Name, b.Role, b.Basis)).ToListAsync(ct),
        Workstreams = await context.Workstreams.AsNoTracking().OrderBy(w => w.DisplayOrder).ThenBy(w => w.Id)
            .Select(w => new Workstream(w.Name, w.ShortName, w.IsComponent, w.Basis)).ToListAsync(ct),
        Directorates = await context.Directorates.AsNoTracking().OrderBy(d => d.DisplayOrder).ThenBy(d => d.Id)
            .Select(d => new Directorate(d.Name, d.ShortName)).ToListAsync(ct),
        Sources = await context.TargetSources.AsNoTracking().OrderBy(s => s.DisplayOrder).ThenBy(s => s.Id)
            .Select(s => new TargetSource(s.Name, s.ShortName, s.IsCore)).ToListAsync(ct),
        Activities = await context.CoreActivities.AsNoTracking().OrderBy(a => a.DisplayOrder).ThenBy(a => a.Id)
            .Select(a => new CoreActivity(a.Name, a.Group)).ToListAsync(ct),
        Projects = await ProjectsAsync(ct),
        Ratings = await context.ProjectRatings.AsNoTracking().OrderBy(r => r.Id)
            .Select(r => new MonthlyRating(r.Project.Code, r.Month, new AspectRating(r.Aspect, new RagRating(r.Rag, r.Reason)))).ToListAsync(ct),
        SavingsLines = await context.SavingsLines.AsNoTracking().OrderBy(l => l.Id)
            .Select(l => new SavingsLine(
                l.Ref, l.Title, l.Project.Code, l.Workstream.Name, l.Project.Board.Name, l.Directorate.Name, l.Source.Name, l.Activity!.Name, new List<SavingsAmount>()))
            .ToListAsync(ct),
        Targets = await context.SavingsTargets.AsNoTracking().OrderBy(t => t.Id)
            .Select(t => new SavingsTarget(t.Line.Ref, t.Year, t.Original, t.Revised)).ToListAsync(ct),
        Positions = await context.SavingsPositions.AsNoTracking().OrderBy(p => p.Id)
            .Select(p => new SavingsPosition(p.Line.Ref, p.AsAt, p.Year, p.Confidence, p.Amount)).ToListAsync(ct),
        Decisions = await context.Decisions.AsNoTracking().OrderBy(d => d.Id)
            .Select(d => new Decision(d.Ref, d.Title, d.Body, d.Due, d.Outcome, d.Note, d.Settled, d.OutcomeNote)).ToListAsync(ct),
        Reprofiles = await context.Reprofiles.AsNoTracking().OrderBy(r => r.Id)
            .Select(r => new Reprofile(r.Decision.Ref, r.Line.Ref, r.Label, r.Amount, r.FromYear, r.ToYear, r.Confidence, r.Note, r.IsCarryForward)).ToListAsync(ct),
        CostAreas = await context.CostAreas.AsNoTracking().OrderBy(a => a.Id)
            .Select(a => new Core.Costs.CostArea(a.Code, a.Name)).ToListAsync(ct),
        CostLines = await CostLineReading.ReadAsync(context, ct),
        Funding = await context.Funding.AsNoTracking().OrderBy(f => f.Id)
            .Select(f => new Funding(f.Source, f.Amount, f.Status)).ToListAsync(ct),
        Risks = await context.Risks.AsNoTracking().Where(r => r.Month == null).OrderBy(r => r.Id)
            .Select(r => new Risk(r.Ref, r.Project!.Code, r.Impact, r.InitialRating, r.Controls, r.ResidualRating, r.FurtherAction, r.Reviewed, r.IsCritical, r.Basis))
            .ToListAsync(ct),
        Milestones = await context.Milestones.AsNoTracking().Where(m => m.Month == null).OrderBy(m => m.Id)
            .Select(m => new Milestone(m.Project.Code, m.Title, m.Baseline, m.Forecast, m.Actual, m.Basis)).ToListAsync(ct),
        Dependencies = await context.Dependencies.AsNoTracking().Where(d => d.Month == null).OrderBy(d => d.Id)
            .Select(d => new Dependency(d.Project.Code, d.Needs.Code, d.What, d.NeededBy, new RagRating(d.Rag, d.Reason), d.Basis)).ToListAsync(ct),
        Benefits = await context.Benefits.AsNoTracking().OrderBy(b => b.Id)
            .Select(b => new Benefit(b.Project.Code, b.Text, b.Basis)).ToListAsync(ct),
        Documents = await context.Documents.AsNoTracking().OrderBy(d => d.Id)
            .Select(d => new DocumentReference(d.Key, d.Title, d.Kind, d.Note)).ToListAsync(ct),
        Meetings = await context.Meetings.AsNoTracking().OrderBy(m => m.Id)
            .Select(m => new Meeting(m.Body, m.Date, m.Time, m.Item, m.Note)).ToListAsync(ct),
        Plan = await context.PlanStages.AsNoTracking().OrderBy(p => p.Id)
            .Select(p => new PlanStage(p.Name, p.Stage, p.Start, p.End, p.Basis)).ToListAsync(ct),
        Stories = await StoryReading.ReadAsync(context, ct),
        AnnexEdits = await StoryReading.AnnexAsync(context, ct),
        Reported = await ReportedMonthReading.ReadAsync(context, ct),
    };

    private async Task<Programme> ProgrammeAsync(CancellationToken ct)
    {
        var labels = await context.ConfidenceLabels.AsNoTracking().OrderBy(l => l.Id)
            .Select(l => new ConfidenceLabel(l.Confidence, l.Label, l.Alias)).ToListAsync(ct);
        return await context.ProgrammeSettings.AsNoTracking()
            .Select(s => new Programme(
                s.Name, s.Council, s.FirstYear, s.LastYear, s.Objective, s.PlannedBenefitLow, s.PlannedBenefitHigh, s.RedundancyProvision, s.Provenance, labels))
            .SingleOrDefaultAsync(ct) ?? throw new ProgrammeMissingException();
    }

    private Task<List<Project>> ProjectsAsync(CancellationToken ct) =>
        context.Projects.AsNoTracking().OrderBy(p => p.Id)
            .Select(p => new Project(
                p.Code, p.Name, p.Phase, p.Board.Name, p.Workstream.Name, p.Directorate.Name, p.AccountableOfficer, p.Start, p.PlannedEnd, p.Summary, p.Basis,
                null, new List<AspectRating>()))
            .ToListAsync(ct);
}

/// <summary>There is no programme in the database yet.</summary>
public sealed class ProgrammeMissingException() : Exception("There is no programme in the database yet. Import one first.");
