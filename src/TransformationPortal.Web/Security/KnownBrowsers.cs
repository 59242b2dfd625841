using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// The browsers in which somebody has signed in before. Strangers who guess at a name lock it for every other browser, and so
/// cannot keep its owner out; a known browser in which guesses fail is soon a stranger's too.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, PortalCookies cookies) : IDisposable
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("TransformationPortal.KnownBrowsers").ToTimeLimitedDataProtector();
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>What is remembered for this person in the browser that asks; nothing where they never signed in there.</summary>
    public string? Find(HttpRequest request, PortalUser user)
    {
        if (request.Cookies[CookieName(user)] is not { } cookie)
        {
            return null;
        }

        try
        {
            // Whatever ended the person's sessions ended what browsers remembered, too.
            var parts = protector.Unprotect(cookie).Split('\n');
            return parts is [var id, var stamp, var browser] && id == user.Id && stamp == user.SecurityStamp && Failures(browser) < MostFailures
                ? browser
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Remembers that somebody has signed in in the browser that is answered.</summary>
    public void Remember(HttpResponse response, PortalUser user)
    {
        var browser = RandomNumberGenerator.GetHexString(32);
        response.Cookies.Append(
            CookieName(user), protector.Protect($"{user.Id}\n{user.SecurityStamp}\n{browser}", Remembered),
            cookies.Own(response.HttpContext, "/account/sign-in", Remembered));
    }

    /// <summary>Counts a wrong password in a known browser.</summary>
    public void CountFailure(string browser) => failures.Set(
        browser, Failures(browser) + 1, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) });

    public void Dispose() => failures.Dispose();

    private int Failures(string browser) => failures.TryGetValue(browser, out int count) ? count : 0;

    // Two who share a browser are both known in it, and the name of the cookie is nobody's.
    private string CookieName(PortalUser user) =>
        cookies.Name("portal-known-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Id)))[..12]);
}
