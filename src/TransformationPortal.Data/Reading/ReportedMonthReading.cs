using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads what approved reports say of milestones, risks and dependencies, month by month.</summary>
internal static class ReportedMonthReading
{
    public static async Task<IReadOnlyList<ReportedMonth>> ReadAsync(PortalDbContext context, CancellationToken ct)
    {
        var reports = await context.HighlightReports.AsNoTracking().Where(r => r.ApprovedVersion != null).OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Project.Code, r.Month,
                WrittenAt = context.ReportVersions.Where(v => v.ReportId == r.Id && v.Number == r.ApprovedVersion).Select(v => (DateTime?)v.SubmittedAt).FirstOrDefault(),
            }).ToListAsync(ct);
        var milestones = (await context.Milestones.InReports().AsNoTracking().OrderBy(m => m.Id).Said(MilestoneEntity.ToMilestone).ToListAsync(ct))
            .ToLookup(m => (m.Row.Project, m.Month!.Value), m => m.Row);
        var risks = (await context.Risks.InReports().AsNoTracking().Where(r => r.Project != null).OrderBy(r => r.Id).Said(RiskEntity.ToRisk).ToListAsync(ct))
            .ToLookup(r => (r.Row.Project!, r.Month!.Value), r => r.Row);
        var dependencies = (await context.Dependencies.InReports().AsNoTracking().OrderBy(d => d.Id).Said(DependencyEntity.ToDependency).ToListAsync(ct))
            .ToLookup(d => (d.Row.Project, d.Month!.Value), d => d.Row);
        return
        [
            .. reports.Select(r => new ReportedMonth(
                r.Code, r.Month, r.WrittenAt ?? DateTime.MinValue, [.. milestones[(r.Code, r.Month)]], [.. risks[(r.Code, r.Month)]], [.. dependencies[(r.Code, r.Month)]])),
        ];
    }
}
