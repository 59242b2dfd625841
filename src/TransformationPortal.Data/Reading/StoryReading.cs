using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads what is told about every quarter.</summary>
internal static class StoryReading
{
    public static async Task<IReadOnlyList<QuarterStory>> ReadAsync(PortalDbContext context, CancellationToken ct)
    {
        var items = await context.QuarterTexts.AsNoTracking().OrderBy(t => t.Id)
            .Select(t => new { t.Quarter, Item = new StoryItem(t.Kind, t.Order, t.Text, t.Link) }).ToListAsync(ct);
        var measures = await context.Measures.AsNoTracking().OrderBy(m => m.DisplayOrder).ThenBy(m => m.Id)
            .Select(m => new { m.Quarter, Item = new Measure(m.Label, m.Value, m.Caption, m.Source, m.LinkText, m.Document!.Key) }).ToListAsync(ct);
        var spotlights = await context.Spotlights.AsNoTracking().OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Quarter,
                Item = new Spotlight(s.Project.Code, s.AccountableOfficer, s.PeopleInvolved, s.ExpectedLow, s.ExpectedHigh, s.Aim, s.DoneSoFar, s.Next),
            })
            .ToListAsync(ct);
        var quarters = items.Select(i => i.Quarter).Union(measures.Select(m => m.Quarter)).Union(spotlights.Select(s => s.Quarter)).Order();
        return
        [
            .. quarters.Select(quarter => new QuarterStory(
                quarter,
                [.. items.Where(i => i.Quarter == quarter).Select(i => i.Item)],
                [.. measures.Where(m => m.Quarter == quarter).Select(m => m.Item)],
                [.. spotlights.Where(s => s.Quarter == quarter).Select(s => s.Item)])),
        ];
    }

    /// <summary>The sections of the financial annex that the PMO worded itself.</summary>
    public static async Task<IReadOnlyList<AnnexEdit>> AnnexAsync(PortalDbContext context, CancellationToken ct) =>
    [
        .. (await context.AnnexParagraphs.AsNoTracking().OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(ct))
            .GroupBy(p => (p.Quarter, p.Section)).Select(g => new AnnexEdit(g.Key.Quarter, g.Key.Section, [.. g.Select(p => p.Text)])),
    ];
}
