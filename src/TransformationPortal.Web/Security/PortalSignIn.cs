using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>Signs people in and out, each time with a session that can be ended.</summary>
public sealed class PortalSignIn(
    UserManager<PortalUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<PortalUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation,
    UserSessions sessions,
    KnownBrowsers browsers,
    TimeProvider clock)
    : SignInManager<PortalUser>(users, http, claims, options, logger, schemes, confirmation)
{
    private static readonly PortalUser Nobody = new();
    private static string? nobodysPassword;

    /// <summary>Signs somebody in by password, or refuses; a refusal takes as long whoever it is, so that its time tells no names.</summary>
    /// <returns>Succeeded, failed, or locked out; and the account's own name, where there is one.</returns>
    public async Task<(SignInResult Result, string? UserName)> TryAsync(string userName, string password)
    {
        var user = await UserManager.FindByNameAsync(userName);
        if (user is null || user.OneTimePasswordUntil < clock.GetUtcNow().UtcDateTime)
        {
            return (Refused(password, SignInResult.Failed), user?.UserName);
        }

        var browser = user.IsDisabledAt(clock.GetUtcNow()) ? null : browsers.Find(Context.Request, user);
        if (browser is null && await UserManager.IsLockedOutAsync(user))
        {
            return (Refused(password, SignInResult.LockedOut), user.UserName);
        }

        var result = browser is null
            ? await PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)
            : await InKnownBrowserAsync(user, password, browser);
        if (result.Succeeded)
        {
            browsers.Remember(Context.Response, user);
        }

        return (result, user.UserName);
    }

    public override async Task SignInWithClaimsAsync(PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        // Another session takes the place of the one that this browser had, if any.
        await EndThisAsync();
        var session = await sessions.BeginAsync(user, Context.Request.Headers.UserAgent.ToString());
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(session));
    }

    public override async Task SignOutAsync()
    {
        await EndThisAsync();
        await base.SignOutAsync();
    }

    private async Task EndThisAsync()
    {
        if (UserSessions.Of(Context.User) is { } id && UserManager.GetUserId(Context.User) is { } userId)
        {
            await sessions.EndAsync(id, userId);
        }
    }

    // Whether others have locked the account is not asked.
    private async Task<SignInResult> InKnownBrowserAsync(PortalUser user, string password, string browser)
    {
        if (await UserManager.CheckPasswordAsync(user, password))
        {
            return await SignInOrTwoFactorAsync(user, isPersistent: false);
        }

        browsers.CountFailure(browser);
        return SignInResult.Failed;
    }

    private SignInResult Refused(string password, SignInResult result)
    {
        nobodysPassword ??= UserManager.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        UserManager.PasswordHasher.VerifyHashedPassword(Nobody, nobodysPassword, password);
        return result;
    }
}
