using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Operations;

/// <summary>Something that the portal does by itself, once each hour however many instances there are.</summary>
/// <param name="Name">As the database keeps it.</param>
/// <param name="RunAsync">Does it, and says what came of it. Done twice, or late, it does no harm.</param>
public sealed record PortalJob(string Name, string Title, Func<IServiceProvider, CancellationToken, Task<string>> RunAsync);

/// <summary>
/// Runs the portal's jobs. Of the instances on one database, the one that notes a run first runs it; what was missed while no
/// instance ran is done soon after a start.
/// </summary>
public sealed partial class PortalJobs(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<PortalJobs> logger) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Every job. Another one is another line.</summary>
    public static IReadOnlyList<PortalJob> All { get; } =
    [
        new("reminders", "Remind people of what is due, at the hour that the PMO has set", (services, ct) => services.GetRequiredService<Reminders>().RunAsync(ct)),
    ];

    /// <summary>Runs a job that was due, or is asked for.</summary>
    /// <param name="dueAt">UTC.</param>
    /// <returns>Whether it ran here.</returns>
    public async Task<bool> RunAsync(PortalJob job, DateTime dueAt, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<JobRuns>();
        if (await runs.BeginAsync(job.Name, dueAt, ct) is not { } run)
        {
            return false;
        }

        try
        {
            var result = await job.RunAsync(scope.ServiceProvider, ct);
            await runs.EndAsync(run, job.Name, result, hasFailed: false, ct);
            Ran(job.Name, result);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or RetryLimitExceededException or InvalidOperationException or IOException)
        {
            Failed(job.Name, fault);
            await runs.EndAsync(run, job.Name, fault.GetBaseException().Message, hasFailed: true, ct);
        }

        return true;
    }

    /// <summary>Runs a job now.</summary>
    public Task<bool> RunNowAsync(PortalJob job, CancellationToken ct) => RunAsync(job, clock.GetUtcNow().UtcDateTime, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        var wait = AfterStart;
        while (true)
        {
            await Task.Delay(wait, clock, stoppingToken);
            wait = Pause;
            try
            {
                var now = clock.GetUtcNow().UtcDateTime;
                foreach (var job in All)
                {
                    await RunAsync(job, new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc), stoppingToken);
                }
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or RetryLimitExceededException)
            {
                NotBegun(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job} ran: {Result}")]
    private partial void Ran(string job, string result);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private partial void Failed(string job, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The jobs could not be looked over")]
    private partial void NotBegun(Exception fault);
}
