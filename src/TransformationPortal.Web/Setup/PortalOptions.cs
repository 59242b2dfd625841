using System.Net;
using Microsoft.Extensions.Options;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Setup;

/// <summary>The settings under <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Whether anyone may read published quarters, or only people who have signed in.</summary>
    public bool PublicReading { get; set; }

    /// <summary>Whether an empty database is filled with the sample programme at the start.</summary>
    public bool SampleProgramme { get; set; }

    /// <summary>How many quarters of the sample are published: 1 as the council’s papers have it, 2 with the illustrative quarter after it.</summary>
    public int SampleQuarters { get; set; } = 1;

    /// <summary>Where the embedded database, stored files, keys and logs live; a relative path starts at the folder that the portal is started in.</summary>
    public string DataFolder { get; set; } = "App_Data";

    /// <summary>Whether the portal answers over HTTPS only; where it is not set, everywhere but in Development.</summary>
    public bool? RequireHttps { get; set; }

    /// <summary>Addresses of servers before the portal that may say how a reader reached them (X-Forwarded-Proto); the machine itself always may.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>How many passwords may be tried in a minute from one address; from 1 to 100,000.</summary>
    public int PasswordTriesPerMinute { get; set; } = 60;

    /// <summary>Where readers reach the portal, such as <c>https://transformation.example.org</c>. Figures in Word and PDF files lead there; where it is not set, they lead nowhere.</summary>
    public string? Address { get; set; }

    /// <summary>
    /// Whether the files of an edition are made as soon as it is published, and the newest edition is opened as soon as the
    /// portal has started, rather than when the first reader asks.
    /// </summary>
    public bool FilesAhead { get; set; } = true;

    /// <summary>Seconds that the portal goes on answering, while it says that it is not ready, once it was told to stop; from 0 to 60.</summary>
    public int StopDelay { get; set; }

    /// <summary>
    /// Where traces, metrics and logs are sent by OTLP over gRPC, such as <c>http://localhost:4317</c>; nothing is sent where it is not set.
    /// </summary>
    public string? Telemetry { get; set; }

    /// <summary>The path of LibreOffice's <c>soffice</c>, where it is not found by itself. PDF files are offered only where it is.</summary>
    public string? LibreOffice { get; set; }
}

/// <summary>Says which setting is wrong, before anything starts.</summary>
internal sealed class PortalOptionsCheck(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    private const int MostStopDelay = 60;

    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataFolder))
        {
            problems.Add("The setting Portal:DataFolder is empty. Give the folder where the portal keeps its database, files and logs.");
        }

        if (options.SampleProgramme && environment.IsProduction())
        {
            problems.Add("The setting Portal:SampleProgramme is true, but this is Production. The sample programme is for trying the portal out; set it to false.");
        }

        if (options.SampleQuarters is not (1 or 2))
        {
            problems.Add("The setting Portal:SampleQuarters must be 1 or 2: the sample’s own quarter, or that and the illustrative one after it.");
        }

        if (options.PasswordTriesPerMinute is < 1 or > 100_000)
        {
            problems.Add("The setting Portal:PasswordTriesPerMinute must be from 1 to 100000.");
        }

        if (!string.IsNullOrEmpty(options.Telemetry) && !(Uri.TryCreate(options.Telemetry, UriKind.Absolute, out var telemetry) && telemetry.Scheme is "https" or "http"))
        {
            problems.Add($"The setting Portal:Telemetry is “{options.Telemetry}”, which is no address such as http://localhost:4317.");
        }

        if (options.StopDelay is < 0 or > MostStopDelay)
        {
            problems.Add("The setting Portal:StopDelay must be a number of seconds from 0 to 60.");
        }

        problems.AddRange(options.TrustedProxies.Where(p => !IPAddress.TryParse(p, out _))
            .Select(p => $"The setting Portal:TrustedProxies holds “{p}”, which is no IP address such as 10.0.0.5."));

        if (!string.IsNullOrEmpty(options.Address) && !(Uri.TryCreate(options.Address, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http")))
        {
            problems.Add($"The setting Portal:Address is “{options.Address}”, which is no address such as https://transformation.example.org.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
