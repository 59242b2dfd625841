using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>Puts an approved report in the place of whatever stood there for its project and month. The caller saves.</summary>
internal sealed class ApprovedRows(PortalDbContext context)
{
    public async Task ReplaceAsync(ProjectEntity project, ReportingMonth month, ReportContent content, CancellationToken ct)
    {
        var costLines = await context.ReportedCostLines.Where(c => c.ProjectId == project.Id).Select(c => c.Line).ToListAsync(ct);
        var reported = costLines.Select(l => l.Id).ToList();
        var spend = await context.Spend.Where(s => reported.Contains(s.LineId) && s.Month == month && s.Kind == CostKind.Actual).ToListAsync(ct);
        var milestones = await context.Milestones.InRegisterOrReportsTo(month).Where(m => m.ProjectId == project.Id).ToListAsync(ct);
        var risks = await context.Risks.InRegisterOrReportsTo(month).Where(r => r.ProjectId == project.Id).ToListAsync(ct);
        var dependencies = await context.Dependencies.InRegisterOrReportsTo(month).Include(d => d.Needs).Where(d => d.ProjectId == project.Id).ToListAsync(ct);
        var frame = new ProjectionFrame(
            project,
            await context.SavingsLines.Where(l => l.ProjectId == project.Id).ToDictionaryAsync(l => l.Ref, StringComparer.Ordinal, ct),
            costLines.ToDictionary(l => l.Code, StringComparer.Ordinal),
            await context.Projects.ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct),
            [.. milestones.OrderBy(m => m.Month)],
            [.. risks.OrderBy(r => r.Month)],
            [.. dependencies.OrderBy(d => d.Month)],
            spend.ToDictionary(s => s.Line.Code, s => s.Note, StringComparer.Ordinal));
        var rows = ReportProjection.Rows(frame, month, content).ToList();

        context.RemoveRange(await context.ProjectRatings.Where(r => r.ProjectId == project.Id && r.Month == month).ToListAsync(ct));
        context.RemoveRange(await context.RecoveryActions.Where(a => a.ProjectId == project.Id && a.Month == month).ToListAsync(ct));
        context.RemoveRange(await context.SavingsPositions.Where(p => p.Line.ProjectId == project.Id && p.AsAt == month).ToListAsync(ct));
        context.RemoveRange(spend);
        context.RemoveRange(milestones.Where(m => m.Month == month));
        context.RemoveRange(risks.Where(r => r.Month == month));
        context.RemoveRange(dependencies.Where(d => d.Month == month));
        context.AddRange(rows);
    }
}
