using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Data.History;

/// <summary>
/// What is recorded with two times elsewhere than in the history of the registers: outcomes of decisions, years that moves were
/// given, re-organisations, and the reports of a month.
/// </summary>
internal static class LateFactReading
{
    // More than these are not named one by one.
    private const int FewReports = 5;

    public static async Task<IReadOnlyList<LateFact>> ReadAsync(PortalDbContext context, CancellationToken ct)
    {
        var outcomes = await context.Decisions.AsNoTracking().Where(d => d.Settled != null && d.RecordedAt != null).OrderBy(d => d.Id)
            .Select(d => new { d.Ref, d.Outcome, d.Settled, d.RecordedAt }).ToListAsync(ct);
        var rehomed = await context.Reprofiles.AsNoTracking().Where(r => r.RehomedOn != null && r.RehomedAt != null).OrderBy(r => r.Id)
            .Select(r => new { r.Decision.Ref, r.Label, r.ToYear, r.RehomedOn, r.RehomedAt }).ToListAsync(ct);
        var reorganisations = await context.Reorganisations.AsNoTracking().OrderBy(r => r.Id).Select(r => new { r.Grouping, r.From, r.To, r.Kind, r.On, r.At }).ToListAsync(ct);
        var reports = await context.HighlightReports.AsNoTracking().Where(r => r.ApprovedVersion != null && r.ApprovedAt != null)
            .Select(r => new { r.Project.Code, r.Month, At = r.ApprovedAt!.Value }).ToListAsync(ct);
        return
        [
            .. outcomes.Select(d => new LateFact("Decisions", d.Ref, "Outcome", nameof(DecisionOutcome.Pending), d.Outcome.ToString(), d.Settled, CouncilTime.DayOf(d.RecordedAt!.Value))),
            .. rehomed.Select(r => new LateFact("Re-profiles", $"{r.Ref}, {r.Label}", "To year", null, r.ToYear?.ToString(), r.RehomedOn, CouncilTime.DayOf(r.RehomedAt!.Value))),
            .. reorganisations.Select(r => new LateFact("Re-organisations", ReorganisationWords.Name(r.Grouping), r.Kind.ToString(), r.From, r.To, r.On, CouncilTime.DayOf(r.At))),

            // One line for what was approved on one day.
            .. reports.GroupBy(r => (r.Month, Day: CouncilTime.DayOf(r.At))).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Month).Select(g => new LateFact(
                "Highlight reports", g.Key.Month.Name, g.Count() == 1 ? "1 report approved" : $"{MoneyFormat.Count(g.Count())} reports approved", null,
                g.Count() > FewReports ? null : string.Join(", ", g.Select(r => r.Code).Order(CodeOrder.Instance)), g.Key.Month.LastDay, g.Key.Day)),
        ];
    }
}
