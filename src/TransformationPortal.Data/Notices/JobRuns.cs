using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>Which jobs ran when. An instance begins one by noting it, and of several that do, the database lets one.</summary>
public sealed class JobRuns(PortalDbContext context, TimeProvider clock)
{
    private const int Kept = 200;

    /// <summary>Begins a job for the moment that it is due at.</summary>
    /// <param name="dueAt">UTC.</param>
    /// <returns>The run's number; nothing where another instance has it, or had.</returns>
    public async Task<int?> BeginAsync(string job, DateTime dueAt, CancellationToken ct)
    {
        if (await context.JobRuns.AnyAsync(r => r.Job == job && r.DueAt == dueAt, ct))
        {
            return null;
        }

        var run = new JobRunEntity { Job = job, DueAt = dueAt, StartedAt = clock.GetUtcNow().UtcDateTime, Machine = Environment.MachineName };
        context.Add(run);
        try
        {
            await context.SaveChangesAsync(ct);
            return run.Id;
        }
        catch (DbUpdateException e) when (UniqueKeyViolation.Caused(e))
        {
            return null;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Notes what came of a run, and lets go of the oldest of its job.</summary>
    public async Task EndAsync(int run, string job, string result, bool hasFailed, CancellationToken ct)
    {
        var (now, said) = (clock.GetUtcNow().UtcDateTime, OneLine.Of(result, Lengths.Text));
        await context.JobRuns.Where(r => r.Id == run).ExecuteUpdateAsync(u => u.SetProperty(r => r.EndedAt, now).SetProperty(r => r.Result, said).SetProperty(r => r.HasFailed, hasFailed), ct);
        if (await context.JobRuns.Where(r => r.Job == job).OrderByDescending(r => r.Id).Skip(Kept).Select(r => (int?)r.Id).FirstOrDefaultAsync(ct) is { } old)
        {
            await context.JobRuns.Where(r => r.Job == job && r.Id <= old).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>The last runs of a job, the newest first.</summary>
    public async Task<IReadOnlyList<JobRunEntity>> LastAsync(string job, int most, CancellationToken ct) =>
        await context.JobRuns.AsNoTracking().Where(r => r.Job == job).OrderByDescending(r => r.Id).Take(most).ToListAsync(ct);
}
