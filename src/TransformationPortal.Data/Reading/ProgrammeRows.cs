using Microsoft.EntityFrameworkCore;

namespace TransformationPortal.Data.Reading;

/// <summary>Where the rows of the registers are read from. The same queries read either place, so that a preview is what will be.</summary>
internal abstract class ProgrammeRows
{
    public abstract IQueryable<T> Of<T>()
        where T : class;

    public abstract Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken ct);
}

/// <summary>The rows that are stored.</summary>
internal sealed class StoredRows(PortalDbContext context) : ProgrammeRows
{
    public override IQueryable<T> Of<T>() => context.Set<T>().AsNoTracking();

    public override Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken ct) => query.ToListAsync(ct);
}

/// <summary>The rows that the context tracks, changes that are not saved among them.</summary>
internal sealed class TrackedRows(PortalDbContext context) : ProgrammeRows
{
    public override IQueryable<T> Of<T>() => context.ChangeTracker.Entries<T>().Where(e => e.State != EntityState.Deleted).Select(e => e.Entity).AsQueryable();

    public override Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken ct) => Task.FromResult(query.ToList());
}
