using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads the registers that reports speak of too: their own rows, and none of a report.</summary>
internal static class RegisterRows
{
    public static Task<List<Milestone>> MilestonesAsync(PortalDbContext context, CancellationToken ct) => MilestonesAsync(new StoredRows(context), ct);

    public static Task<List<Milestone>> MilestonesAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<MilestoneEntity>().InRegister().Where(m => m.Project.RetiredOn == null).OrderBy(m => m.Id)
            .Select(MilestoneEntity.ToMilestone), ct);

    public static Task<List<Risk>> RisksAsync(PortalDbContext context, CancellationToken ct) => RisksAsync(new StoredRows(context), ct);

    public static Task<List<Risk>> RisksAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<RiskEntity>().InRegister().Where(r => r.Project == null || r.Project.RetiredOn == null).OrderBy(r => r.Id)
            .Select(RiskEntity.ToRisk), ct);

    public static Task<List<Dependency>> DependenciesAsync(PortalDbContext context, CancellationToken ct) => DependenciesAsync(new StoredRows(context), ct);

    public static Task<List<Dependency>> DependenciesAsync(ProgrammeRows rows, CancellationToken ct) =>
        rows.ListAsync(rows.Of<DependencyEntity>().InRegister()
            .Where(d => d.Project.RetiredOn == null && d.Needs.RetiredOn == null).OrderBy(d => d.Id)
            .Select(DependencyEntity.ToDependency), ct);
}
