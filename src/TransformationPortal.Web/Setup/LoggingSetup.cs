using Serilog;
using Serilog.Events;
using Serilog.Sinks.OpenTelemetry;
using TransformationPortal.Web.Operations;

namespace TransformationPortal.Web.Setup;

/// <summary>
/// Logs to the console and to a file a day, aside from the requests that are logged. Levels can be changed under
/// <c>Serilog:MinimumLevel</c>.
/// </summary>
internal static class LoggingSetup
{
    public static void AddLogging(this WebApplicationBuilder builder, string dataFolder)
    {
        var line = new LogLineFormatter();
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)

            // Warns at each new key that it is not encrypted: keys are guarded by the rights of the data folder, as the
            // README says.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Async(sinks => sinks.Console(line).WriteTo.File(
                line,
                Path.Combine(dataFolder, "logs", "portal-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31,
                fileSizeLimitBytes: 100_000_000,
                rollOnFileSizeLimit: true,
                buffered: true,
                flushToDiskInterval: TimeSpan.FromSeconds(1)));
        if (TelemetrySetup.Endpoint(builder.Configuration) is { } endpoint)
        {
            configuration.WriteTo.OpenTelemetry(o =>
            {
                o.Endpoint = endpoint.ToString();
                o.Protocol = OtlpProtocol.Grpc;
                o.ResourceAttributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["service.name"] = PortalMeter.Name };
            });
        }

        builder.Services.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
