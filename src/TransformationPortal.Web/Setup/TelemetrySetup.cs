using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TransformationPortal.Web.Operations;

namespace TransformationPortal.Web.Setup;

/// <summary>Sends traces, metrics and logs by OTLP to where <c>Portal:Telemetry</c> says; nothing is measured or sent without it.</summary>
internal static class TelemetrySetup
{
    // The framework's own: requests, connections, sign-in, queries, memory.
    private static readonly string[] Meters =
    [
        PortalMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Identity",
        "Microsoft.AspNetCore.Diagnostics", "Microsoft.EntityFrameworkCore", "System.Runtime",
    ];

    /// <summary>Where it is sent; nothing where it is not.</summary>
    public static Uri? Endpoint(IConfiguration configuration) =>
        Uri.TryCreate(configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.Telemetry)}"], UriKind.Absolute, out var endpoint) ? endpoint : null;

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PortalMeter>();
        if (Endpoint(builder.Configuration) is not { } endpoint)
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(PortalMeter.Name, serviceVersion: PortalVersion.Current, serviceInstanceId: Environment.MachineName))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(o => o.Filter = static http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddSqlClientInstrumentation()
                .AddOtlpExporter(o => o.Endpoint = endpoint))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(o => o.Endpoint = endpoint));
    }
}
