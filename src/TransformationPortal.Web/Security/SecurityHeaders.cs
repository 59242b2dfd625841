namespace TransformationPortal.Web.Security;

/// <summary>Headers that every answer carries.</summary>
internal static class SecurityHeaders
{
    // Everything comes from the portal itself; no script or style stands in a page; nobody may frame it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
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
    });
}
