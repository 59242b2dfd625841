using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Takes rows out of the registers. What no report and no published quarter can have used is deleted. Everything else is
/// retired: it stays for what used it, with the rows that belong to it, and is in no register and no later figure.
/// </summary>
internal sealed class Removal(PortalDbContext context, KeptRows kept)
{
    private readonly Retirement retirement = new(context);

    /// <returns>The entities that were retired; the others are deleted, or stay hidden with what they belong to.</returns>
    public async Task<IReadOnlySet<object>> ApplyAsync(IReadOnlyList<object> gone, DateOnly today, CancellationToken ct)
    {
        var retired = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (gone.Count == 0)
        {
            return retired;
        }

        var all = gone.ToHashSet(ReferenceEqualityComparer.Instance);
        var isPublished = await context.StoredEditions.AnyAsync(ct);
        var used = await UsedAsync(ct);
        var namedBy = NamedBy();
        retired.UnionWith(gone.Where(e => e is IRetirable && (isPublished || used.Contains(e))));
        for (var found = true; found;)
        {
            found = false;
            foreach (var entity in gone.Where(e => e is IRetirable && !retired.Contains(e)))
            {
                // What belongs to something retired goes with it, and so does what something that stays still names.
                if (retirement.Principals(entity).Any(retired.Contains) || namedBy[entity].Any(e => !all.Contains(e) || IsKept(e, retired)))
                {
                    found |= retired.Add(entity);
                }
            }
        }

        foreach (var entity in retired)
        {
            context.Entry(entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = today;
        }

        foreach (var entity in gone.Where(e => !IsKept(e, retired)))
        {
            if (entity is ProjectEntity project)
            {
                context.RemoveRange(await context.ProjectAssignments.Where(a => a.ProjectId == project.Id).ToListAsync(ct));
            }

            context.Remove(entity);
        }

        return retired;
    }

    private bool IsKept(object entity, HashSet<object> retired) =>
        retired.Contains(entity) || entity is not IRetirable && retirement.Principals(entity).Any(retired.Contains);

    private ILookup<object, object> NamedBy() => AllBindings.InOrder.SelectMany(b => kept[b.Register]).Select(r => r.Entity)
        .SelectMany(entity => retirement.Principals(entity).Select(principal => (principal, entity)))
        .ToLookup(p => p.principal, p => p.entity, ReferenceEqualityComparer.Instance);

    // By rows that are in no register: reports, what approved ones say, and the quarters' stories.
    private async Task<HashSet<object>> UsedAsync(CancellationToken ct)
    {
        var projects = (await context.HighlightReports.Select(r => r.ProjectId).Distinct().ToListAsync(ct))
            .Concat(await context.Spotlights.Select(s => s.ProjectId).Distinct().ToListAsync(ct))
            .Concat(await context.Dependencies.InReports().Select(d => d.NeedsId).Distinct().ToListAsync(ct)).ToHashSet();
        var documents = (await context.Measures.Where(m => m.DocumentId != null).Select(m => m.DocumentId!.Value).Distinct().ToListAsync(ct)).ToHashSet();
        var costLines = (await context.ReportedCostLines.Where(c => projects.Contains(c.ProjectId)).Select(c => c.LineId).Distinct().ToListAsync(ct)).ToHashSet();
        var used = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entity in AllBindings.InOrder.SelectMany(b => kept[b.Register]).Select(r => r.Entity))
        {
            if (entity switch
            {
                ProjectEntity project => projects.Contains(project.Id),
                SavingsLineEntity line => projects.Contains(line.ProjectId),
                CostLineEntity line => costLines.Contains(line.Id),
                DocumentEntity document => documents.Contains(document.Id),
                _ => false,
            })
            {
                used.Add(entity);
            }
        }

        return used;
    }
}
