using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformationPortal.Data.Setup;

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
            { IsReachable: true } => HealthCheckResult.Unhealthy("reachable, but it lacks migrations: " + string.Join(", ", health.PendingMigrations)),
            _ => HealthCheckResult.Unhealthy("not reachable"),
        };
    }
}

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(e => $"{e.Key}: {e.Value.Status} {e.Value.Description}".TrimEnd());
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. lines]), context.RequestAborted);
    }
}
