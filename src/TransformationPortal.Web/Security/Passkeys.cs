using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Passkeys: made by Identity's own handler. What it has to remember between question and answer is kept in a cookie of five
/// minutes that is good once, so that asking for a passkey does not undo a sign-in that waits for a code.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<PortalUser> handler,
    UserManager<PortalUser> users,
    IDataProtectionProvider protection,
    PortalCookies cookies)
{
    private const string Cookie = "portal-passkey";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>What a browser asks its owner's device for, to make a passkey.</summary>
    /// <returns>JSON.</returns>
    public async Task<string> BeginAddingAsync(HttpContext http, PortalUser user)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = user.Id, Name = user.UserName!, DisplayName = user.DisplayName }, http);
        Keep(http, "adding", asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that a device made.</summary>
    /// <returns>Why not, as a sentence; nothing where it is kept.</returns>
    public async Task<string?> AddAsync(HttpContext http, PortalUser user, string credential, string name)
    {
        if (Kept(http, "adding") is not { } state)
        {
            return "Adding the passkey took too long. Try again.";
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != user.Id)
        {
            return "The passkey could not be checked. Try again, or use an authenticator app.";
        }

        made.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded ? null : "The passkey was not kept. Try again.";
    }

    /// <summary>What a browser asks its owner's device for, to sign in.</summary>
    /// <param name="user">Whose passkeys will do; anybody's where it is nobody.</param>
    /// <returns>JSON.</returns>
    public async Task<string> BeginSignInAsync(HttpContext http, PortalUser? user)
    {
        var asked = await handler.MakeRequestOptionsAsync(user, http);
        Keep(http, "signing in", asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered; nobody where it cannot be trusted.</summary>
    public async Task<PortalUser?> FindAsync(HttpContext http, string credential)
    {
        if (Kept(http, "signing in") is not { } state)
        {
            return null;
        }

        var shown = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!shown.Succeeded)
        {
            return null;
        }

        // Its counter, by which a copy would be noticed.
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return shown.User;
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("TransformationPortal.Passkeys", purpose).ToTimeLimitedDataProtector();

    private void Keep(HttpContext http, string purpose, string? state) =>
        http.Response.Cookies.Append(cookies.Name(Cookie), Protector(purpose).Protect(state ?? "", Life), cookies.Own(http, "/account"));

    private string? Kept(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[cookies.Name(Cookie)] is not { } cookie)
        {
            return null;
        }

        http.Response.Cookies.Delete(cookies.Name(Cookie), cookies.Own(http, "/account"));
        try
        {
            return Protector(purpose).Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
