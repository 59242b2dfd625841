using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>What somebody has beside their password.</summary>
/// <param name="HasApp">Whether an authenticator app is set up.</param>
/// <param name="RecoveryCodes">How many codes are left that stand in for it.</param>
public sealed record HeldFactors(bool HasApp, IReadOnlyList<UserPasskeyInfo> Passkeys, int RecoveryCodes)
{
    public bool Any => HasApp || Passkeys.Count > 0;
}

/// <summary>The second factor of accounts whose password the portal keeps: an authenticator app, passkeys, and recovery codes for the day on which both are lost.</summary>
public sealed class SecondFactors(UserManager<PortalUser> users, IOptions<PortalSignInOptions> options)
{
    private const int CodesGiven = 10;

    // As many as an app can show within the time in which one of them is good.
    private const int CodesKept = 8;
    private const string Own = "[Portal]";
    private const string UsedCodes = "UsedCodes";

    public async Task<HeldFactors> OfAsync(PortalUser user) =>
        new(user.TwoFactorEnabled, [.. await users.GetPasskeysAsync(user)], await users.CountRecoveryCodesAsync(user));

    public async Task<bool> HasAnyAsync(PortalUser user) => user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Whether one of their roles asks for a second factor; somebody without a password proves elsewhere who they are.</summary>
    public async Task<bool> IsRequiredAsync(PortalUser user) =>
        user.PasswordHash is not null && options.Value.SecondFactorFor.Count > 0
        && (await users.GetRolesAsync(user)).Intersect(options.Value.SecondFactorFor, StringComparer.Ordinal).Any();

    /// <summary>The secret that an app is to share, in groups of four letters; nothing where none was made.</summary>
    public async Task<string?> KeyAsync(PortalUser user) => await users.GetAuthenticatorKeyAsync(user);

    /// <summary>Makes the secret anew. It does not count before a code of the app was right.</summary>
    public Task NewKeyAsync(PortalUser user) => users.ResetAuthenticatorKeyAsync(user);

    /// <summary>Sets the app up, where the code that it shows is right.</summary>
    public async Task<bool> ConfirmAppAsync(PortalUser user, string code)
    {
        if (user.TwoFactorEnabled || !await IsAppCodeAsync(user, code))
        {
            return false;
        }

        return (await users.SetTwoFactorEnabledAsync(user, true)).Succeeded;
    }

    /// <summary>Whether it is a code that the app shows now. Each is good once.</summary>
    public async Task<bool> IsAppCodeAsync(PortalUser user, string typed)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        var used = (await users.GetAuthenticationTokenAsync(user, Own, UsedCodes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !used.Contains(code, StringComparer.Ordinal)
            && await users.GetAuthenticatorKeyAsync(user) is not null
            && await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code)
            && (await users.SetAuthenticationTokenAsync(user, Own, UsedCodes, string.Join(' ', used.TakeLast(CodesKept - 1).Append(code)))).Succeeded;
    }

    /// <summary>Whether it is one of their recovery codes, which is then spent.</summary>
    public async Task<bool> IsRecoveryCodeAsync(PortalUser user, string typed)
    {
        var letters = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return letters.Length == 10 && (await users.RedeemTwoFactorRecoveryCodeAsync(user, $"{letters[..5]}-{letters[5..]}")).Succeeded;
    }

    /// <summary>New recovery codes in the place of those there were. They are shown once.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(PortalUser user) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, CodesGiven) ?? []];

    public async Task RemoveAppAsync(PortalUser user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        await RemoveCodesOfNothingAsync(user);
    }

    public async Task RemovePasskeyAsync(PortalUser user, byte[] credentialId)
    {
        await users.RemovePasskeyAsync(user, credentialId);
        await RemoveCodesOfNothingAsync(user);
    }

    /// <summary>Takes everything away, so that the password alone lets them in.</summary>
    public async Task RemoveAllAsync(PortalUser user)
    {
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        await RemoveAppAsync(user);
    }

    /// <summary>What an app reads from the picture: whose account it is, and the secret.</summary>
    public static string AppAddress(PortalUser user, string key)
    {
        const string Issuer = "Transformation Portal";
        return $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
    }

    /// <summary>A secret as people type it: in groups of four.</summary>
    public static string Readable(string key)
    {
        var text = new StringBuilder();
        for (var i = 0; i < key.Length; i++)
        {
            text.Append(i > 0 && i % 4 == 0 ? " " : "").Append(char.ToLowerInvariant(key[i]));
        }

        return text.ToString();
    }

    // Codes that stand in for a second factor mean nothing without one.
    private async Task RemoveCodesOfNothingAsync(PortalUser user)
    {
        if (!await HasAnyAsync(user))
        {
            await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes");
        }
    }
}
