using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>A report of the month in hand, as far as it says whose turn it is.</summary>
/// <param name="NeedsFinance">Whether finance has savings to confirm in it and has not answered.</param>
/// <param name="DaysLate">As the desk of the PMO counts them.</param>
/// <param name="Officers">The ids of those whose desk it lies on.</param>
public sealed record WaitingReport(ReportState State, bool NeedsFinance, int DaysLate, IReadOnlyList<string> Officers)
{
    /// <summary>To be started, finished or changed.</summary>
    public bool WaitsForOfficer => State.IsWithOfficer();

    /// <summary>Its savings are to be confirmed, or not.</summary>
    public bool WaitsForFinance => State == ReportState.Submitted && NeedsFinance;

    /// <summary>To be returned or approved, or to be chased because it is late.</summary>
    public bool WaitsForPmo => WaitsForOfficer ? DaysLate > 0 : State == ReportState.Submitted && !NeedsFinance;
}

/// <summary>
/// For whom the reports of the month in hand wait: what the desks show, counted without reading what the reports say, so that
/// every page can show it.
/// </summary>
public sealed class WaitingReports(PortalDbContext context, ReportReader reader, CouncilClock clock)
{
    /// <summary>Every report of the month in hand, also those that nobody has started; none while there is no programme.</summary>
    public async Task<IReadOnlyList<WaitingReport>> ReadAsync(CancellationToken ct)
    {
        if (await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.ReportsFrom }).SingleOrDefaultAsync(ct) is not { } settings)
        {
            return [];
        }

        var month = await reader.MonthInHandAsync(ct);
        var rows = await context.Projects.AsNoTracking()
            .LeftJoin(context.HighlightReports.Where(r => r.Month == month), p => p.Id, r => r.ProjectId, (p, r) => new { Project = p, Report = r })
            .Where(x => x.Report != null
                || (x.Project.RetiredOn == null && (x.Project.Phase == ProjectPhase.InFlight || x.Project.Phase == ProjectPhase.Planning)))
            .Select(x => new
            {
                x.Project.Phase,
                State = x.Report == null ? (ReportState?)null : x.Report.State,
                IsAnswered = x.Report != null && x.Report.IsFinanceConfirmed != null,
                FirstSubmittedAt = x.Report == null ? null : x.Report.FirstSubmittedAt,
                HasLines = context.SavingsLines.Any(l => l.ProjectId == x.Project.Id),

                // Read only where nothing else says whether there is anything to confirm.
                Content = x.Report != null && x.Report.State == ReportState.Submitted && !context.SavingsLines.Any(l => l.ProjectId == x.Project.Id)
                    ? x.Report.Content : null,
                Officers = context.ProjectAssignments.Where(a => a.ProjectId == x.Project.Id).Select(a => a.UserId).ToList(),
            }).ToListAsync(ct);
        var window = ReportingWindow.Of(month);
        return
        [
            .. rows.Select(r => new WaitingReport(
                r.State ?? ReportState.NotStarted,
                !r.IsAnswered && (r.HasLines || (r.Content is { } content && ReportJson.Read(content).Savings.Count > 0)),
                r.State is null && settings.ReportsFrom is { } first && month < first ? 0
                    : window.DaysLate(r.FirstSubmittedAt is { } at ? CouncilTime.DayOf(at) : null, clock.Today),
                r.Phase.IsLive() ? r.Officers : [])),
        ];
    }
}
