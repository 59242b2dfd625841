using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Caching;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Whether a session may go on: it was not ended, the person still exists and nothing has ended all their sessions since (a
/// new password, a change of roles, being disabled). The database is asked once a minute for each session, not once for each
/// request.
/// </summary>
internal sealed class SessionCheck(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<PortalUser> signIn, ILoggerFactory loggers, SessionCache recent, UserSessions sessions)
    : SecurityStampValidator<PortalUser>(options, signIn, loggers)
{
    /// <summary>For the session cookie: asks the database only where the session was not found good within the last minute.</summary>
    public static Task ValidatePrincipalAsync(CookieValidatePrincipalContext context) =>
        // Building a validator builds all of Identity and takes a database context; a page that is kept needs neither.
        UserSessions.Of(context.Principal) is { } id && context.HttpContext.RequestServices.GetRequiredService<SessionCache>().Contains(id)
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);

    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (UserSessions.Of(context.Principal) is not { } id
            || await VerifySecurityStamp(context.Principal) is not { } user
            || !await sessions.IsAliveAsync(id, user.Id))
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
            return;
        }

        recent.Add(id, Options.ValidationInterval);
    }
}
