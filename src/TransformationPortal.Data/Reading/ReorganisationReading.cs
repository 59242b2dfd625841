using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads what was re-organised, and what went into something else by it.</summary>
internal static class ReorganisationReading
{
    /// <returns>The first first; of one day, in the order in which they were recorded.</returns>
    public static async Task<List<Reorganisation>> ReadAsync(PortalDbContext context, CancellationToken ct) =>
    [
        .. (await context.Reorganisations.AsNoTracking().Include(r => r.Members).OrderBy(r => r.On).ThenBy(r => r.Id).AsSplitQuery().ToListAsync(ct))
            .Select(r => new Reorganisation(r.Grouping, r.Kind, r.On, r.From, r.To, Codes(r, isLine: false), Codes(r, isLine: true))),
    ];

    /// <summary>The rows that were retired because they went into others.</summary>
    public static async Task<FormerGroupings> FormerAsync(ProgrammeRows rows, IReadOnlyList<Reorganisation> reorganisations, CancellationToken ct)
    {
        var merged = reorganisations.Where(r => r.Kind == ReorganisationKind.Merged).ToLookup(r => r.Grouping, r => r.From);
        List<string> Names(Grouping grouping) => [.. merged[grouping]];
        var (boards, workstreams, directorates, sources, activities) =
            (Names(Grouping.Board), Names(Grouping.Workstream), Names(Grouping.Directorate), Names(Grouping.Source), Names(Grouping.Activity));
        return merged.Count == 0 ? FormerGroupings.None : new(
            await rows.ListAsync(rows.Of<BoardEntity>().Where(b => b.RetiredOn != null && boards.Contains(b.Name))
                .Select(b => new Board(b.Name, b.Kind, b.ReportsTo == null ? null : b.ReportsTo.Name, b.Role, b.Basis)), ct),
            await rows.ListAsync(rows.Of<WorkstreamEntity>().Where(w => w.RetiredOn != null && workstreams.Contains(w.Name))
                .Select(w => new Workstream(w.Name, w.ShortName, w.IsComponent, w.Basis)), ct),
            await rows.ListAsync(rows.Of<DirectorateEntity>().Where(d => d.RetiredOn != null && directorates.Contains(d.Name)).Select(d => new Directorate(d.Name, d.ShortName)), ct),
            await rows.ListAsync(rows.Of<TargetSourceEntity>().Where(s => s.RetiredOn != null && sources.Contains(s.Name)).Select(s => new TargetSource(s.Name, s.ShortName, s.IsCore)), ct),
            await rows.ListAsync(rows.Of<CoreActivityEntity>().Where(a => a.RetiredOn != null && activities.Contains(a.Name)).Select(a => new CoreActivity(a.Name, a.Group, a.FirstTarget)), ct));
    }

    private static List<string> Codes(ReorganisationEntity reorganisation, bool isLine) =>
        [.. reorganisation.Members.Where(m => m.IsLine == isLine).OrderBy(m => m.Id).Select(m => m.Code)];
}
