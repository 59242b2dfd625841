using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Whether a session may go on: the person still exists and nothing has ended their sessions since (a new password, a
/// change of roles, being disabled). The database is asked once a minute for each session, not once for each request.
/// </summary>
internal sealed class SessionCheck(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<PortalUser> signIn, ILoggerFactory loggers, RecentSessions recent)
    : SecurityStampValidator<PortalUser>(options, signIn, loggers)
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>For the session cookie: asks the database only where the session was not found good within the last minute.</summary>
    public static Task ValidatePrincipalAsync(CookieValidatePrincipalContext context) =>
        // Building a validator builds all of Identity and takes a database context; a page that is kept needs neither.
        context.Principal?.FindFirstValue(StampClaim) is { } stamp && context.HttpContext.RequestServices.GetRequiredService<RecentSessions>().Contains(stamp)
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);

    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var stamp = context.Principal?.FindFirstValue(StampClaim);
        if (await VerifySecurityStamp(context.Principal) is null || stamp is null)
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
            return;
        }

        recent.Add(stamp, Options.ValidationInterval);
    }
}

/// <summary>The sessions that were found good within the last minute, by their stamps, which are secrets of no use elsewhere.</summary>
internal sealed class RecentSessions : IDisposable
{
    private readonly MemoryCache stamps = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public bool Contains(string stamp) => stamps.TryGetValue(stamp, out _);

    public void Add(string stamp, TimeSpan lifetime) =>
        stamps.Set(stamp, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lifetime });

    /// <summary>Has the database asked at the session's next request.</summary>
    public void Forget(string stamp) => stamps.Remove(stamp);

    public void Dispose() => stamps.Dispose();
}
