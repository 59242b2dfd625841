using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TransformationPortal.Web.Mail;

/// <summary>Links in messages that end following something without signing in: sealed, so that nobody can make one, and good for half a year.</summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(183);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("TransformationPortal.Unsubscribe").ToTimeLimitedDataProtector();

    public string Of(string userId, string thing) => protector.Protect($"{userId}\n{thing}", Life);

    /// <returns>Whose it is and what it ends; nothing where it is forged or too old.</returns>
    public (string UserId, string Thing)? Read(string? token)
    {
        try
        {
            return token is { Length: > 0 and <= 2000 } && protector.Unprotect(token).Split('\n', 2) is [var user, var thing] ? (user, thing) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
