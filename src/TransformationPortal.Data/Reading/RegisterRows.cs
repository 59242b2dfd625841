using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads the registers that reports speak of too: their own rows, and none of a report.</summary>
internal static class RegisterRows
{
    public static Task<List<Milestone>> MilestonesAsync(PortalDbContext context, CancellationToken ct) => MilestonesAsync(new StoredRows(context), ct);

    public static Task<List<Milestone>> MilestonesAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<MilestoneEntity>().InRegister().Where(m => m.Project.RetiredOn == null).OrderBy(m => m.Id)
            .Select(m => new Milestone(m.Project.Code, m.Title, m.Baseline, m.Forecast, m.Actual, m.Basis)), ct);

    public static Task<List<Risk>> RisksAsync(PortalDbContext context, CancellationToken ct) => RisksAsync(new StoredRows(context), ct);

    public static Task<List<Risk>> RisksAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<RiskEntity>().InRegister().Where(r => r.Project == null || r.Project.RetiredOn == null).OrderBy(r => r.Id)
            .Select(r => new Risk(
                r.Ref, r.Project == null ? null : r.Project.Code, r.Impact, r.InitialRating, r.Controls, r.ResidualRating, r.FurtherAction, r.Reviewed, r.IsCritical, r.Basis)
                {
                    Closed = r.Closed,
                    ClosedBecause = r.ClosedBecause,
                }), ct);

    public static Task<List<Dependency>> DependenciesAsync(PortalDbContext context, CancellationToken ct) => DependenciesAsync(new StoredRows(context), ct);

    public static Task<List<Dependency>> DependenciesAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<DependencyEntity>().InRegister()
            .Where(d => d.Project.RetiredOn == null && d.Needs.RetiredOn == null).OrderBy(d => d.Id)
            .Select(d => new Dependency(d.Project.Code, d.Needs.Code, d.What, d.NeededBy, new RagRating(d.Rag, d.Reason), d.Basis)), ct);
}
