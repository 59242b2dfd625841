using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>Reads highlight reports: one by one, as desks, with their history and their versions. Changes nothing.</summary>
public sealed class ReportReader(PortalDbContext context, RecordedRegisters registers, CouncilClock clock)
{
    private readonly OpenedReports reports = new(context, registers, clock);

    /// <summary>A project's report for a month, whether or not anybody has started it.</summary>
    /// <returns>Nothing when there is no such project.</returns>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<OpenedReport?> OpenAsync(string project, ReportingMonth month, CancellationToken ct) =>
        (await reports.ReadAsync(month, context.Projects.Where(p => p.Code == project), ct)) is [var only] ? only : null;

    /// <summary>The PMO's desk: every live project, and any other that has a report for the month.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<PmoDesk> PmoDeskAsync(ReportingMonth month, CancellationToken ct) =>
        PmoDesk.Of(month, clock.Today, await reports.ReadAsync(
            month,
            context.Projects.Where(p => p.Phase == ProjectPhase.InFlight || p.Phase == ProjectPhase.Planning
                || context.HighlightReports.Any(r => r.ProjectId == p.Id && r.Month == month)),
            ct));

    /// <summary>The desk of an officer: the live projects that are theirs.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<OfficerDesk> OfficerDeskAsync(Actor actor, ReportingMonth month, CancellationToken ct)
    {
        var codes = actor.Projects.ToList();
        return OfficerDesk.Of(month, clock.Today, await reports.ReadAsync(
            month, context.Projects.Where(p => codes.Contains(p.Code) && (p.Phase == ProjectPhase.InFlight || p.Phase == ProjectPhase.Planning)), ct));
    }

    /// <summary>
    /// The month that people are working on: the last for which anybody has started a report, or the one after it when all
    /// of its reports are approved and the next window has opened. The latest open month while there is no report.
    /// </summary>
    public async Task<ReportingMonth> MonthInHandAsync(CancellationToken ct)
    {
        var last = await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.LastYear, s.ReportsFrom }).SingleOrDefaultAsync(ct) ?? throw new ProgrammeMissingException();
        var end = ReportingMonth.Containing(last.LastYear.LastDay);
        var open = ReportingWindow.LatestOpen(clock.Today);
        var months = await MonthsAsync(ct);
        if (months.Count == 0)
        {
            var begun = last.ReportsFrom is { } first && first > open ? first : open;
            return begun < end ? begun : end;
        }

        var live = await context.Projects.CountAsync(p => p.Phase == ProjectPhase.InFlight || p.Phase == ProjectPhase.Planning, ct);
        var latest = months[0];
        return latest.Approved >= live && latest.Month < open && latest.Month < end ? latest.Month.AddMonths(1) : latest.Month;
    }

    /// <summary>The months for which there are reports, the newest first.</summary>
    public async Task<IReadOnlyList<ReportedMonthCount>> MonthsAsync(CancellationToken ct) =>
        await context.HighlightReports.AsNoTracking().GroupBy(r => r.Month).OrderByDescending(g => g.Key)
            .Select(g => new ReportedMonthCount(g.Key, g.Count(), g.Count(r => r.State == ReportState.Approved))).ToListAsync(ct);

    /// <summary>What happened to a report, the newest first; nothing while it is not started.</summary>
    public async Task<IReadOnlyList<ReportHistoryEntry>> HistoryAsync(string project, ReportingMonth month, CancellationToken ct) =>
        [.. (await EventsAsync(project, month, 0, ct)).Reverse()];

    /// <summary>Every version of a report that was submitted, the newest first.</summary>
    public async Task<IReadOnlyList<ReportVersion>> VersionsAsync(string project, ReportingMonth month, CancellationToken ct)
    {
        var rows = await context.ReportVersions.AsNoTracking().Where(v => v.Report.Project.Code == project && v.Report.Month == month)
            .OrderByDescending(v => v.Number).Select(v => new { Version = v, InForce = v.Report.ApprovedVersion }).ToListAsync(ct);
        return [.. rows.Select(r => ReportMapping.Read(r.Version, r.InForce))];
    }

    /// <summary>What happened after a revision, the oldest first.</summary>
    internal async Task<IReadOnlyList<ReportHistoryEntry>> EventsAsync(string project, ReportingMonth month, int after, CancellationToken ct)
    {
        var rows = await context.ReportHistory.AsNoTracking()
            .Where(h => h.Report.Project.Code == project && h.Report.Month == month && h.Revision > after).OrderBy(h => h.Id).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(h => h.Revision).OrderBy(g => g.Key).Select(g =>
            {
                var first = g.First();
                return new ReportHistoryEntry(g.Key, new(first.Action, first.By, first.At, first.Note,
                    [.. g.Where(h => h.Field is not null).Select(h => new ReportChange(h.Section!.Value, h.Field!, h.Label ?? h.Field!, h.From, h.To))]));
            }),
        ];
    }
}
