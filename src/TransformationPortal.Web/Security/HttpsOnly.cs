using Microsoft.Extensions.Options;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Outside Development the portal answers over HTTPS only, since sessions would else cross the network in the open. A
/// request that came otherwise is told so in a sentence; the health checks answer either way.
/// </summary>
internal static class HttpsOnly
{
    /// <summary>Whether the settings ask for it.</summary>
    public static bool IsAsked(IHostEnvironment environment, PortalOptions options) => options.RequireHttps ?? !environment.IsDevelopment();

    public static void UseHttpsOnly(this WebApplication app)
    {
        if (!IsAsked(app.Environment, app.Services.GetRequiredService<IOptions<PortalOptions>>().Value))
        {
            return;
        }

        app.UseHsts();
        app.Use(static async (context, next) =>
        {
            if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                "The Transformation Portal answers over HTTPS only. Open its https address. If a server before the portal ends TLS, "
                + "it must pass X-Forwarded-Proto, and its address must stand in the setting Portal:TrustedProxies.", context.RequestAborted);
        });
    }
}
