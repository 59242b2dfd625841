using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

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
        var milestones = (await context.Milestones.InReports().AsNoTracking().OrderBy(m => m.Id)
            .Select(m => new { m.Month, Item = new Milestone(m.Project.Code, m.Title, m.Baseline, m.Forecast, m.Actual, m.Basis) }).ToListAsync(ct))
            .ToLookup(m => (m.Item.Project, m.Month!.Value), m => m.Item);
        var risks = (await context.Risks.InReports().AsNoTracking().Where(r => r.Project != null).OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Month,
                Item = new Risk(r.Ref, r.Project!.Code, r.Impact, r.InitialRating, r.Controls, r.ResidualRating, r.FurtherAction, r.Reviewed, r.IsCritical, r.Basis)
                {
                    Closed = r.Closed,
                    ClosedBecause = r.ClosedBecause,
                },
            }).ToListAsync(ct))
            .ToLookup(r => (r.Item.Project!, r.Month!.Value), r => r.Item);
        var dependencies = (await context.Dependencies.InReports().AsNoTracking().OrderBy(d => d.Id)
            .Select(d => new { d.Month, Item = new Dependency(d.Project.Code, d.Needs.Code, d.What, d.NeededBy, new RagRating(d.Rag, d.Reason), d.Basis) }).ToListAsync(ct))
            .ToLookup(d => (d.Item.Project, d.Month!.Value), d => d.Item);
        return
        [
            .. reports.Select(r => new ReportedMonth(
                r.Code, r.Month, r.WrittenAt ?? DateTime.MinValue, [.. milestones[(r.Code, r.Month)]], [.. risks[(r.Code, r.Month)]], [.. dependencies[(r.Code, r.Month)]])),
        ];
    }
}
