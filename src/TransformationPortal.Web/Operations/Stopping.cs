using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// Has whatever shares the readers out send them elsewhere before the portal stops: once it is told to stop it answers
/// <c>/health/ready</c> with 503, and goes on answering everything else for as long as <c>Portal:StopDelay</c> says.
/// </summary>
internal sealed class Stopping(IOptions<PortalOptions> options, TimeProvider clock) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool stops;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(stops ? HealthCheckResult.Unhealthy("this instance has been told to stop; send readers to another") : HealthCheckResult.Healthy("it runs"));

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        stops = true;
        return Task.Delay(TimeSpan.FromSeconds(options.Value.StopDelay), clock, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
