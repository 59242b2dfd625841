using Microsoft.Extensions.Options;

namespace TransformationPortal.Web.Security;

/// <summary>Headers that every answer carries.</summary>
internal static class SecurityHeaders
{
    // Everything comes from the portal itself; no script or style stands in a page; nobody may frame it.
    private static string ContentSecurityPolicy(string formTargets) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"form-action {formTargets}; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        // Signing out leads on to the council's own sign-in, and a browser counts that as an answer to the form.
        var provider = ProviderSetup.Origin(app.ApplicationServices.GetRequiredService<IOptions<ProviderOptions>>().Value);
        var policy = ContentSecurityPolicy(provider is null ? "'self'" : "'self' " + provider);
        return app.Use((context, next) => AddAsync(context, next, policy));
    }

    private static Task AddAsync(HttpContext context, RequestDelegate next, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // Menus differ by role: what says nothing of its own is one person's, and asked for each time.
        context.Response.OnStarting(static state =>
        {
            var answer = ((HttpContext)state).Response.Headers;
            answer.CacheControl = answer.CacheControl.Count > 0 ? answer.CacheControl : "private, no-cache";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
