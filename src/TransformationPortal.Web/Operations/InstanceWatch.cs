using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TransformationPortal.Data;
using TransformationPortal.Data.Audit;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Text;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// Sees what other instances on the same database did. Whatever readers must see at once is in the audit log, so its last
/// number is asked for several times a second, and what is kept in memory is forgotten where an entry makes it stale.
/// </summary>
internal sealed partial class InstanceWatch(
    IServiceScopeFactory scopes, PageCache pages, BrandingCache looks, SessionCache sessions, AnnexFilesAhead files, IHostApplicationLifetime lifetime, ILogger<InstanceWatch> logger)
    : BackgroundService
{
    /// <summary>How long something may be seen late.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private static readonly HashSet<AuditAction> EndsSessions =
    [
        AuditAction.SignedOut, AuditAction.AccountChanged, AuditAction.AccountDisabled, AuditAction.PasswordChanged, AuditAction.PasswordGiven, AuditAction.RoleGiven, AuditAction.RoleTaken,
    ];

    private long seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything is kept in memory: what happens from here on is seen.
        await using (var scope = scopes.CreateAsyncScope())
        {
            seen = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().AuditEntries.MaxAsync(e => (long?)e.Number, cancellationToken) ?? 0;
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        var isAway = false;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                isAway = false;
            }
            catch (Exception fault) when (fault is DbException or RetryLimitExceededException or InvalidOperationException)
            {
                // While the database is away, what is kept may be stale for no longer than it is kept.
                if (!isAway)
                {
                    NotAsked(fault);
                }

                isAway = true;
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var entries = scope.ServiceProvider.GetRequiredService<PortalDbContext>().AuditEntries.AsNoTracking();
        var news = await entries.Where(e => e.Number > seen).OrderBy(e => e.Number).Select(e => new { e.Number, e.Action }).ToListAsync(ct);
        Forget([.. news.Select(n => n.Action)]);
        seen = news.Count == 0 ? seen : news[^1].Number;
    }

    private void Forget(HashSet<AuditAction> happened)
    {
        if (happened.Contains(AuditAction.Published))
        {
            pages.Clear();
            files.Wake();
        }

        if (happened.Contains(AuditAction.LookChanged))
        {
            looks.Forget();
            pages.Clear();
        }

        if (happened.Overlaps(EndsSessions))
        {
            sessions.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not say what other instances did")]
    private partial void NotAsked(Exception fault);
}
