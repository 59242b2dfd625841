using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Search;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Setup;

/// <summary>Puts the portal together: its services, and the order in which a request meets them.</summary>
internal static class PortalSetup
{
    /// <summary>Adds every service of the portal.</summary>
    /// <returns>The data folder, as a full path.</returns>
    public static string AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var folder = builder.Configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.DataFolder)}"] ?? new PortalOptions().DataFolder;
        var dataFolder = Path.GetFullPath(folder, builder.Environment.ContentRootPath);
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsCheck>();

        DataFolder.Make(dataFolder);
        builder.AddLogging(dataFolder);
        builder.AddTelemetry();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.AddHostNames();
        services.AddHttpContextAccessor();
        services.AddSingleton<WhoActs>(provider => () => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User.Identity?.Name);
        services.AddPortalData(builder.Configuration, dataFolder);
        services.AddPortalRegisters();
        services.AddSingleton(new PortalFolder(dataFolder));
        services.AddScoped<PortalState>();
        services.AddScoped<Trial>();
        services.AddSingleton<LastCheck>();
        services.AddSingleton<NightlyCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<NightlyCheck>());
        services.AddHostedService<InstanceWatch>();
        services.AddMail(dataFolder);
        services.AddSingleton<PortalJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<PortalJobs>());
        builder.AddSignIn(dataFolder);
        services.AddHealth();

        services.AddSingleton<EditionCache>();
        services.AddSingleton<PageTag>();
        services.AddScoped<EditionAddress>();
        services.AddScoped<NamesThen>();
        services.AddScoped<EditionLibrary>();
        services.AddHostedService<EditionAhead>();
        services.AddSingleton<Glossary>();
        services.AddSingleton<SearchIndexCache>();
        services.AddScoped<PublishedSearch>();
        services.AddScoped<ReportActors>();
        services.AddScoped<UploadedFiles>();
        services.AddAnnexFiles(builder.Configuration, dataFolder);
        services.AddApiDescription();
        services.AddSingleton<PageCache>();
        services.AddSingleton<HeaderCounts>();
        services.AddSingleton<BrandingCache>();
        services.AddControllersWithViews(o =>
        {
            o.Filters.Add<ProgrammeMissingFilter>();
            o.Filters.Add<MissingResultFilter>();
            o.Filters.Add(new AddressProblemFilter());
            o.Filters.Add<ExportLog>();
        });
        services.AddRouting(o => o.LowercaseUrls = true);

        // £ and – are letters like any other in a page; the default writes them as numbers.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(90));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>((forwarded, portal) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in portal.Value.TrustedProxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        return dataFolder;
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseHttpsOnly();
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseAuthentication();
        app.UseDuePages();
        app.UseMiddleware<PageCacheReader>();
        app.UseRouting();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseMiddleware<LargeRequests>();
        app.UseMiddleware<PageCacheWriter>();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapOpenApi("/api/openapi.json").RequireAuthorization(ReadPublished.Policy);
        app.MapControllers().WithStaticAssets();
    }
}
