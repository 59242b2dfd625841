using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>Reads reports of a month with all that they are held against: a handful of queries, however many projects.</summary>
internal sealed class OpenedReports(PortalDbContext context, RecordedRegisters registers, CouncilClock clock)
{
    // A doubt looks at the two reports before this one.
    private const int PastReports = 2;

    /// <summary>The reports of the projects that a query chooses, by their code; a report that nobody started opens pre-filled.</summary>
    public async Task<IReadOnlyList<OpenedReport>> ReadAsync(ReportingMonth month, IQueryable<ProjectEntity> chosen, CancellationToken ct)
    {
        var settings = await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.FirstYear, s.LastYear, s.ReportsFrom, s.EvidenceFor }).SingleOrDefaultAsync(ct)
            ?? throw new ProgrammeMissingException();

        // A project that was retired is reported on no more; what was reported stays.
        var reported = chosen.Where(p => p.RetiredOn == null || context.HighlightReports.Any(r => r.ProjectId == p.Id && r.Month == month));
        var projects = await reported.AsNoTracking().OrderBy(p => p.Id).Select(p => new
            {
                p.Id,
                Project = new Project(
                    p.Code, p.Name, p.Phase, p.Board.Name, p.Workstream.Name, p.Directorate.Name, p.AccountableOfficer, p.Start, p.PlannedEnd, p.Summary, p.Basis,
                    null, new List<Core.Ratings.AspectRating>()),
            }).ToListAsync(ct);
        var ids = projects.Select(p => p.Id).ToList();
        var names = await context.Projects.AsNoTracking().OrderBy(p => p.Id).Select(p => new ProjectName(p.Code, p.Name)).ToListAsync(ct);
        var lines = await LinesAsync(ids, ct);
        var costLines = (await context.ReportedCostLines.AsNoTracking().Where(c => ids.Contains(c.ProjectId)).OrderBy(c => c.LineId)
            .Select(c => new { c.ProjectId, Line = new ReportCostLine(c.Line.Code, c.Line.Name) }).ToListAsync(ct)).ToLookup(c => c.ProjectId, c => c.Line);
        var previous = await PreviousAsync(month, ids, ct);
        var officers = (await context.ProjectAssignments.AsNoTracking().Where(a => ids.Contains(a.ProjectId)).OrderBy(a => a.User!.DisplayName).ThenBy(a => a.UserId)
            .Select(a => new { a.ProjectId, a.User!.UserName, a.User.DisplayName, a.User.LockoutEnd }).ToListAsync(ct))
            .ToLookup(a => (a.ProjectId, PortalUser.IsDisabled(a.LockoutEnd, new DateTimeOffset(clock.Now, TimeSpan.Zero))), a => new Person(a.UserName ?? "", a.DisplayName));
        var rows = await context.HighlightReports.AsNoTracking().Include(r => r.Remarks).Include(r => r.Answers).AsSplitQuery()
            .Where(r => r.Month == month && ids.Contains(r.ProjectId)).ToDictionaryAsync(r => r.ProjectId, ct);
        var words = await RegisterHistoryReading.WordsAsync(context, registers, ct);
        var first = await new RegisterPrefill(context).ReadAsync(month, [.. ids.Where(id => !rows.ContainsKey(id) && !previous.Contains(id))], ct);
        return
        [
            .. projects.OrderBy(p => p.Project.Code, Core.CodeOrder.Instance).Select(p =>
            {
                var frame = new ReportContext
                {
                    Project = p.Project,
                    Month = month,
                    Today = clock.Today,
                    FirstYear = settings.FirstYear,
                    LastYear = settings.LastYear,
                    ReportsFrom = settings.ReportsFrom,
                    EvidenceFor = settings.EvidenceFor,
                    Lines = [.. lines[p.Id]],
                    CostLines = [.. costLines[p.Id].OrderBy(c => c.Code, Core.CodeOrder.Instance)],
                    Projects = names,
                    Previous = [.. previous[p.Id]],
                };
                var report = rows.TryGetValue(p.Id, out var row)
                    ? ReportMapping.Read(row, p.Project.Code)
                    : HighlightReport.NotStarted(p.Project.Code, month, Opening(frame, words, first.GetValueOrDefault(p.Id)));
                return new OpenedReport(report, frame, [.. officers[(p.Id, false)]]) { Leavers = [.. officers[(p.Id, true)]] };
            }),
        ];
    }

    // As the last approved report left it and the registers were told since; the first, as the registers are.
    private static ReportContent Opening(ReportContext frame, RegisterWords words, ReportContent? first) => frame.Previous.MaxBy(r => r.Month) is { } last
        ? RegisterSince.In(ReportPrefill.From(last.Content, frame.Month), frame.Project.Code, last, words, frame.Month.LastDay)
        : first!;

    private async Task<ILookup<int, ReportSavingsLine>> LinesAsync(List<int> ids, CancellationToken ct)
    {
        var targets = (await context.SavingsTargets.AsNoTracking().Where(t => ids.Contains(t.Line.ProjectId)).OrderBy(t => t.Id)
            .Select(t => new { t.LineId, t.Year, Amount = t.Revised ?? t.Original }).ToListAsync(ct))
            .Where(t => t.Amount is not null).ToLookup(t => t.LineId, t => new ReportTarget(t.Year, t.Amount!.Value));
        var lines = await context.SavingsLines.AsNoTracking().Where(l => ids.Contains(l.ProjectId)).Select(l => new { l.Id, l.ProjectId, l.Ref, l.Title }).ToListAsync(ct);
        return lines.OrderBy(l => l.Ref, Core.CodeOrder.Instance).ToLookup(l => l.ProjectId, l => new ReportSavingsLine(l.Ref, l.Title, [.. targets[l.Id].OrderBy(t => t.Year)]));
    }

    // Which versions are in force is read first, and then only the contents that are wanted.
    private async Task<ILookup<int, PastReport>> PreviousAsync(ReportingMonth month, List<int> ids, CancellationToken ct)
    {
        var inForce = await context.ReportVersions.AsNoTracking()
            .Where(v => ids.Contains(v.Report.ProjectId) && v.Report.Month < month && v.Number == v.Report.ApprovedVersion)
            .Select(v => new { v.Id, v.ReportId, v.Report.ProjectId, v.Report.Month, v.SubmittedAt }).ToListAsync(ct);
        var wanted = inForce.GroupBy(v => v.ProjectId).SelectMany(g => g.OrderByDescending(v => v.Month).Take(PastReports)).ToList();
        var versions = wanted.Select(v => v.Id).ToList();
        var contents = await context.ReportVersions.AsNoTracking().Where(v => versions.Contains(v.Id)).Select(v => new { v.Id, v.Content }).ToDictionaryAsync(v => v.Id, v => v.Content, ct);
        var reports = wanted.Select(v => v.ReportId).ToList();
        var answers = (await context.DoubtAnswers.AsNoTracking().Where(a => reports.Contains(a.ReportId)).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.ReportId);
        return wanted.ToLookup(v => v.ProjectId, v => new PastReport(v.Month, ReportJson.Read(contents[v.Id]))
        {
            WrittenAt = v.SubmittedAt,
            Answers = [.. answers[v.ReportId].Select(ReportMapping.Read)],
        });
    }
}
