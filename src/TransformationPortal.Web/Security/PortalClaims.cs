using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>What a session says of its person: beside name and roles, whether they have yet to choose a password.</summary>
internal sealed class PortalClaims(UserManager<PortalUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole>(users, roles, options)
{
    public const string OneTimePassword = "portal:one-time-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.OneTimePasswordUntil is not null)
        {
            identity.AddClaim(new Claim(OneTimePassword, "yes"));
        }

        return identity;
    }
}

/// <summary>Somebody who came in with a password that was given to them sees one page until they have chosen their own.</summary>
internal static class OneTimePasswords
{
    public const string Page = "/account/password";

    public static IApplicationBuilder UseOneTimePasswords(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.HasClaim(c => c.Type == PortalClaims.OneTimePassword)
            || path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            || IsFile(context))
        {
            return next(context);
        }

        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            context.Response.Redirect(context.Request.PathBase + Page);
        }

        return Task.CompletedTask;
    });

    // What the page itself is made of: files of the portal, and the council's look. An address that only ends like one is none.
    private static bool IsFile(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/look", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.Equals("/look.css", StringComparison.OrdinalIgnoreCase)
        || context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(context.Request.Path).Exists;
}
