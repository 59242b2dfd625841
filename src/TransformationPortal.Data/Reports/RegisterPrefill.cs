using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>What the registers say of projects that have had no approved report yet, as the content their first one opens with.</summary>
internal sealed class RegisterPrefill(PortalDbContext context)
{
    public async Task<IReadOnlyDictionary<int, ReportContent>> ReadAsync(ReportingMonth month, List<int> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<int, ReportContent>();
        }

        var codes = await context.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, ct);
        var ratings = (await context.ProjectRatings.AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.Month <= month)
            .Select(r => new { r.ProjectId, r.Month, r.Aspect, r.Rag, r.Reason }).ToListAsync(ct)).ToLookup(r => r.ProjectId);
        var positions = (await context.SavingsPositions.AsNoTracking().Where(p => ids.Contains(p.Line.ProjectId) && p.AsAt <= month)
            .Select(p => new { p.Line.ProjectId, Position = new SavingsPosition(p.Line.Ref, p.AsAt, p.Year, p.Confidence, p.Amount) }).ToListAsync(ct))
            .ToLookup(p => p.ProjectId, p => p.Position);
        var milestones = (await context.Milestones.InRegister().AsNoTracking().Where(m => ids.Contains(m.ProjectId)).OrderBy(m => m.Id)
            .Select(MilestoneEntity.ToMilestone).ToListAsync(ct)).ToLookup(m => m.Project, StringComparer.Ordinal);
        var risks = (await context.Risks.InRegister().AsNoTracking()
            .Where(r => r.ProjectId != null && ids.Contains(r.ProjectId.Value)).OrderBy(r => r.Id)
            .Select(RiskEntity.ToRisk).ToListAsync(ct)).ToLookup(r => r.Project!, StringComparer.Ordinal);
        var dependencies = (await context.Dependencies.InRegister().AsNoTracking().Where(d => ids.Contains(d.ProjectId)).OrderBy(d => d.Id)
            .Select(DependencyEntity.ToDependency).ToListAsync(ct)).ToLookup(d => d.Project, StringComparer.Ordinal);
        return ids.ToDictionary(id => id, id =>
        {
            var rated = ratings[id].Select(r => r.Month).DefaultIfEmpty().Max();
            return ReportPrefill.From(
                codes[id],
                ratings[id].Where(r => r.Month == rated).Select(r => new AspectRating(r.Aspect, new RagRating(r.Rag, r.Reason))),
                positions[id].GroupBy(p => p.Line, StringComparer.Ordinal).SelectMany(g => g.Where(p => p.AsAt == g.Max(o => o.AsAt))),
                milestones[codes[id]],
                risks[codes[id]],
                dependencies[codes[id]]);
        });
    }
}
