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
    SecondFactors factors,
    IOptions<PortalSignInOptions> settings,
    TimeProvider clock)
    : SignInManager<PortalUser>(users, http, claims, options, logger, schemes, confirmation)
{
    private static readonly PortalUser Nobody = new();
    private static string? nobodysPassword;

    /// <summary>Signs somebody in by password, or refuses; a refusal takes as long whoever it is, so that its time tells no names.</summary>
    /// <returns>Succeeded, failed, locked out, or waiting for the second factor; and the account's own name, where there is one.</returns>
    public async Task<(SignInResult Result, string? UserName)> TryAsync(string userName, string password)
    {
        var user = await UserManager.FindByNameAsync(userName);
        if (user?.PasswordHash is null || user.OneTimePasswordUntil < clock.GetUtcNow().UtcDateTime || !settings.Value.MaySignInHere(user.UserName))
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

    /// <summary>Whose password was right and whose second factor is waited for; nobody where that is too long ago.</summary>
    public async Task<PortalUser?> WaitingAsync() =>
        await ValidateTwoFactorSecurityStampAsync((await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal);

    /// <summary>Signs in whoever's password was right, by a code of their app. A wrong one counts as a wrong password does.</summary>
    /// <param name="remember">Whether this browser is not to be asked again for some days.</param>
    public Task<SignInResult> TryAppCodeAsync(string code, bool remember) => TrySecondAsync(user => factors.IsAppCodeAsync(user, code), remember);

    /// <summary>Signs in whoever's password was right, by one of the recovery codes, which is then spent.</summary>
    public Task<SignInResult> TryRecoveryCodeAsync(string code) => TrySecondAsync(user => factors.IsRecoveryCodeAsync(user, code), remember: false);

    /// <summary>Signs in whoever a passkey belongs to: it stands for password and second factor alike.</summary>
    public async Task<bool> TryPasskeyAsync(PortalUser user)
    {
        // Strangers cannot guess at a passkey: a lock-out that they caused does not keep its owner out.
        if (user.IsDisabledAt(clock.GetUtcNow()) || !settings.Value.MaySignInHere(user.UserName))
        {
            return false;
        }

        await SignInFullyAsync(user, remember: false);
        return true;
    }

    public override async Task SignInWithClaimsAsync(PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        // Another session takes the place of the one that this browser had, if any.
        await EndThisAsync();
        var session = await sessions.BeginAsync(user, Context.Request.Headers.UserAgent.ToString(), authenticationProperties?.GetParameter<ProviderSession>(nameof(ProviderSession)));
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(session));
    }

    public override async Task SignOutAsync()
    {
        await EndThisAsync();
        await base.SignOutAsync();
    }

    /// <summary>Whether the browser was remembered, and nothing has ended the person's sessions since.</summary>
    public override async Task<bool> IsTwoFactorClientRememberedAsync(PortalUser user) => settings.Value.RememberedDays > 0
        && await ValidateTwoFactorSecurityStampAsync((await Context.AuthenticateAsync(IdentityConstants.TwoFactorRememberMeScheme)).Principal) is { } remembered
        && remembered.Id == user.Id;

    protected override async Task<SignInResult> SignInOrTwoFactorAsync(PortalUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false)
    {
        if (bypassTwoFactor || !await factors.HasAnyAsync(user) || await IsTwoFactorClientRememberedAsync(user))
        {
            return await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor: true);
        }

        // With the stamp, so that what ends sessions ends a sign-in under way.
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, user.Id));
        identity.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, await UserManager.GetSecurityStampAsync(user)));
        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
        return SignInResult.TwoFactorRequired;
    }

    private async Task<SignInResult> TrySecondAsync(Func<PortalUser, Task<bool>> isRight, bool remember)
    {
        if (await WaitingAsync() is not { } user)
        {
            return SignInResult.NotAllowed;
        }

        var browser = user.IsDisabledAt(clock.GetUtcNow()) ? null : browsers.Find(Context.Request, user);
        if (browser is null && await UserManager.IsLockedOutAsync(user))
        {
            return SignInResult.LockedOut;
        }

        if (await isRight(user))
        {
            await UserManager.ResetAccessFailedCountAsync(user);
            await SignInFullyAsync(user, remember && settings.Value.RememberedDays > 0);
            return SignInResult.Success;
        }

        if (browser is null)
        {
            await UserManager.AccessFailedAsync(user);
        }
        else
        {
            browsers.CountFailure(browser);
        }

        return SignInResult.Failed;
    }

    private async Task SignInFullyAsync(PortalUser user, bool remember)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (remember)
        {
            await RememberTwoFactorClientAsync(user);
        }

        await SignInAsync(user, isPersistent: false);
        browsers.Remember(Context.Response, user);
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
