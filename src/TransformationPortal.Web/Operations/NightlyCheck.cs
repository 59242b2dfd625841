using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using TransformationPortal.Data.Audit;

namespace TransformationPortal.Web.Operations;

/// <summary>What was found when everything that is sealed was last looked over.</summary>
public sealed class LastCheck
{
    /// <summary>When (UTC), and what was wrong; nothing before the first since the start.</summary>
    public (DateTimeOffset At, PortalVerified Found)? Value { get; set; }
}

/// <summary>
/// Looks over, soon after the start and then each night, all that must stay as it was written. Each instance does: its anchor
/// is its own. What was found is in the log, in the audit log, on the administrators' page and in the answer of health.
/// </summary>
public sealed partial class NightlyCheck(
    IServiceScopeFactory scopes, LastCheck last, AuditAnchorFile anchors, PortalMeter meter, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<NightlyCheck> logger)
    : BackgroundService
{
    // When nobody works (UTC).
    private static readonly TimeSpan Hour = TimeSpan.FromHours(2);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        var wait = AfterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or RetryLimitExceededException or IOException or InvalidOperationException)
            {
                NotChecked(fault);
            }

            var now = clock.GetUtcNow();
            var next = new DateTimeOffset(now.Date, TimeSpan.Zero) + Hour;
            wait = (next > now ? next : next.AddDays(1)) - now;
        }
    }

    /// <summary>Looks everything over now.</summary>
    public async Task<PortalVerified> CheckAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<PortalVerification>().VerifyAsync(anchors.Read(), ct);
        last.Value = (clock.GetUtcNow(), found);
        meter.Wrong(found.Wrong.Count);
        foreach (var wrong in found.Wrong)
        {
            Wrong(wrong);
        }

        if (found is { Wrong.Count: 0, Last: { } whole })
        {
            anchors.Write(whole);
        }

        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(
            AuditAction.Checked, "Editions, files, histories, positions and this log", Summary(found), ct);
        Checked(found.Editions, found.AuditEntries, found.Wrong.Count);
        return found;
    }

    private static string Summary(PortalVerified found) => string.Create(CultureInfo.InvariantCulture,
        $"{found.Editions} editions, {found.AuditEntries} entries: {(found.Wrong.Count == 0 ? "nothing is wrong" : string.Join(' ', found.Wrong))}");

    [LoggerMessage(Level = LogLevel.Error, Message = "Not as it was written: {Wrong}")]
    private partial void Wrong(string wrong);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Editions} editions and {Entries} entries of the audit log were checked, {Wrong} things are wrong")]
    private partial void Checked(int editions, long entries, int wrong);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is sealed could not be checked")]
    private partial void NotChecked(Exception fault);
}
