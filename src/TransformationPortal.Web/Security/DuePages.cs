namespace TransformationPortal.Web.Security;

/// <summary>
/// Somebody who came in with a password that was given to them, who has yet to set up a second factor, or who is to be told of
/// something first, sees that page and their own account until it is done.
/// </summary>
internal static class DuePages
{
    /// <summary>The claim whose value is the page that is due.</summary>
    public const string Claim = "portal:due";

    public const string Password = "/account/password";
    public const string SecondFactor = "/account/second-factor";
    public const string FactorReset = "/account/second-factor/taken-away";

    public static IApplicationBuilder UseDuePages(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var path = context.Request.Path;
        if (context.User.FindFirst(Claim)?.Value is not { } due
            || path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/problem", StringComparison.OrdinalIgnoreCase) || IsFile(context))
        {
            return next(context);
        }

        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            context.Response.Redirect(context.Request.PathBase + due);
        }

        return Task.CompletedTask;
    });

    // What the page itself is made of: files of the portal, and the council's look. An address that only ends like one is none.
    private static bool IsFile(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/look", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.Equals("/look.css", StringComparison.OrdinalIgnoreCase)
        || context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(context.Request.Path).Exists;
}
