using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Whether a session may go on: it was not ended, the person still exists and nothing has ended all their sessions since (a
/// new password, a change of roles, being disabled). The database is asked once a minute for each session, not once for each
/// request.
/// </summary>
internal sealed class SessionCheck(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<PortalUser> signIn, ILoggerFactory loggers, RecentSessions recent, UserSessions sessions)
    : SecurityStampValidator<PortalUser>(options, signIn, loggers)
{
    /// <summary>For the session cookie: asks the database only where the session was not found good within the last minute.</summary>
    public static Task ValidatePrincipalAsync(CookieValidatePrincipalContext context) =>
        // Building a validator builds all of Identity and takes a database context; a page that is kept needs neither.
        UserSessions.Of(context.Principal) is { } id && context.HttpContext.RequestServices.GetRequiredService<RecentSessions>().Contains(id)
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

/// <summary>The sessions that were found good within the last minute.</summary>
public sealed class RecentSessions : IDisposable
{
    private static readonly TimeSpan LongerThanAnyRequest = TimeSpan.FromMinutes(10);
    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public bool Contains(Guid id) => sessions.TryGetValue(id, out bool isGood) && isGood;

    public void Add(Guid id, TimeSpan lifetime)
    {
        // Found good just before it was ended.
        if (!sessions.TryGetValue(id, out _))
        {
            Set(id, true, lifetime);
        }
    }

    /// <summary>Has the database asked at every request of a session that was ended.</summary>
    public void Forget(Guid id) => Set(id, false, LongerThanAnyRequest);

    /// <summary>Has the database asked once for every session: one of them was ended somewhere else.</summary>
    public void Clear() => sessions.Clear();

    public void Dispose() => sessions.Dispose();

    private void Set(Guid id, bool isGood, TimeSpan lifetime) =>
        sessions.Set(id, isGood, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lifetime });
}
