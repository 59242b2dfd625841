using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Setup;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Operations;

/// <summary>Is the database reachable, and does it hold every migration this program has?</summary>
internal sealed class DatabaseCheck(PortalDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = await database.HealthAsync(cancellationToken);
        return health switch
        {
            { IsReady: true } => HealthCheckResult.Healthy("reachable, with every migration"),
            { IsReachable: true } => HealthCheckResult.Unhealthy("reachable, but it lacks migrations: " + string.Join(", ", health.PendingMigrations) + "; run the command migrate"),
            _ => HealthCheckResult.Unhealthy("not reachable; look whether it runs, and at the setting ConnectionStrings:Portal"),
        };
    }
}

/// <summary>
/// Are the published editions what was published? A damaged one is not shown to anybody, the others are: the portal can still do
/// its work, so this is a warning. All of them are read, so it is asked once a minute at most.
/// </summary>
internal sealed class EditionsCheck(EditionStore editions, EditionsHealth last, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (last.Value is not { } known || clock.GetUtcNow() - known.At > Fresh)
        {
            known = new(clock.GetUtcNow(), (await editions.VerifyAsync(cancellationToken)).Wrong);
            last.Value = known;
        }

        return known.Damaged.Count == 0 ? HealthCheckResult.Healthy("every published edition matches its seal") : HealthCheckResult.Degraded(string.Join(" ", known.Damaged));
    }
}

/// <summary>What the nightly look at the audit log, and at what it seals, found. The portal can still do its work, so this is a warning.</summary>
internal sealed class SealedCheck(LastCheck last) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(last.Value switch
    {
        null => HealthCheckResult.Healthy("not looked over yet since the start"),
        { Found.Wrong.Count: 0 } => HealthCheckResult.Healthy("everything that is sealed is as it was written"),
        { Found.Wrong: var wrong } => HealthCheckResult.Degraded(string.Join(' ', wrong)),
    });
}

/// <summary>What was found when the editions were last looked at.</summary>
internal sealed class EditionsHealth
{
    public EditionsFound? Value { get; set; }
}

internal sealed record EditionsFound(DateTimeOffset At, IReadOnlyList<string> Damaged);

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddSingleton<EditionsHealth>()
            .AddSingleton<Stopping>().AddHostedService(provider => provider.GetRequiredService<Stopping>())
            .AddHealthChecks()
            .AddCheck<Stopping>("instance", tags: [Ready])
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<EditionsCheck>("editions", tags: [Ready])
            .AddCheck<SealedCheck>("audit log", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";

        // Strangers are told that something is wrong; what, those who mend it.
        var says = context.User.IsInRole(Roles.Administrator) || context.User.IsInRole(Roles.Pmo);
        var lines = report.Entries.Select(e => $"{e.Key}: {e.Value.Status} {(says ? e.Value.Description : "")}".TrimEnd());
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. lines]), context.RequestAborted);
    }
}
