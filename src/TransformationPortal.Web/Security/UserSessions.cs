using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Caching;

namespace TransformationPortal.Web.Security;

/// <summary>A browser in which somebody is signed in, for its owner to see.</summary>
/// <param name="SignedInAt">UTC.</param>
/// <param name="IsThisOne">Whether it is the one that asks.</param>
public sealed record OwnSession(Guid Id, DateTime SignedInAt, string Browser, bool IsThisOne);

/// <summary>What the council's own sign-in says of a session that began there.</summary>
/// <param name="Name">What it calls the session, where it does.</param>
/// <param name="IdToken">Its proof of who signed in.</param>
public sealed record ProviderSession(string? Name, string? IdToken);

/// <summary>
/// The sessions that may go on. A session cookie proves who signed in, and cannot be taken back once it was copied; what it
/// names here can.
/// </summary>
public sealed class UserSessions(PortalDbContext context, SessionCache recent, AuditLog log, TimeProvider clock)
{
    /// <summary>How long a session lives in which nothing is asked for.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>The claim that names the session.</summary>
    public const string Claim = "portal:session";

    // Nobody needs to know it to the minute, and reading should not write.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static Guid? Of(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(Claim), out var id) ? id : null;

    /// <summary>Begins a session.</summary>
    /// <returns>The claim that names it.</returns>
    public async Task<Claim> BeginAsync(PortalUser user, string browser, ProviderSession? provider = null)
    {
        // Cookies that nobody used for so long have ended by themselves; their rows go now and then with a new one.
        var ended = Now - Idle - Noted;
        await context.UserSessions.Where(s => s.SeenAt < ended).ExecuteDeleteAsync();
        var session = new UserSession
        {
            Id = Guid.NewGuid(),
            UserId = user.Id,
            SignedInAt = Now,
            SeenAt = Now,
            Browser = browser.Length > Lengths.Name ? browser[..Lengths.Name] : browser,
            ProviderSession = provider?.Name is { Length: <= Lengths.Name } name ? name : null,
            IdToken = provider is null ? null : provider.IdToken is { Length: <= Lengths.LongText } token ? token : "",
        };
        context.Add(session);
        await context.SaveChangesAsync();
        return new(Claim, session.Id.ToString("N", CultureInfo.InvariantCulture));
    }

    /// <summary>Whether a session of this person may go on.</summary>
    public async Task<bool> IsAliveAsync(Guid id, string userId)
    {
        if (await context.UserSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UserId == userId) is not { } session)
        {
            return false;
        }

        if (Now - session.SeenAt > Noted)
        {
            var now = Now;
            await context.UserSessions.Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.SeenAt, now));
        }

        return true;
    }

    /// <summary>The sessions of somebody, the newest first.</summary>
    /// <param name="current">The one that asks.</param>
    public async Task<IReadOnlyList<OwnSession>> ListAsync(string userId, Guid? current, CancellationToken ct) =>
        [.. (await context.UserSessions.AsNoTracking().Where(s => s.UserId == userId).OrderByDescending(s => s.SignedInAt).ToListAsync(ct))
            .Select(s => new OwnSession(s.Id, s.SignedInAt, s.Browser, s.Id == current))];

    /// <summary>Whether somebody proved who they are in this session within so long.</summary>
    public async Task<bool> IsFreshAsync(Guid id, TimeSpan within)
    {
        var since = Now - within;
        return await context.UserSessions.AnyAsync(s => s.Id == id && s.SignedInAt >= since);
    }

    /// <summary>The proof with which a session began at the council's own sign-in; nothing where it began here.</summary>
    public Task<string?> IdTokenAsync(Guid id) => context.UserSessions.Where(s => s.Id == id).Select(s => s.IdToken).SingleOrDefaultAsync();

    /// <summary>Ends the sessions of somebody that began at the council's own sign-in.</summary>
    /// <param name="name">The one that it calls so; all of them where it is nothing.</param>
    /// <param name="before">UTC; a session that began later goes on.</param>
    public async Task EndOfProviderAsync(string? userId, string? name, DateTime before)
    {
        var ended = context.UserSessions.Where(s => s.IdToken != null && s.SignedInAt <= before
            && (userId == null || s.UserId == userId) && (name == null || s.ProviderSession == name));
        var ids = await ended.Select(s => s.Id).ToListAsync();
        await ended.ExecuteDeleteAsync();
        ids.ForEach(recent.Forget);
    }

    /// <summary>Ends one session: its cookie opens nothing more, wherever it was copied to.</summary>
    public async Task EndAsync(Guid id, string userId)
    {
        if (await context.UserSessions.Where(s => s.Id == id && s.UserId == userId).ExecuteDeleteAsync() > 0)
        {
            await log.WriteAsync(AuditAction.SignedOut, await context.Users.Where(u => u.Id == userId).Select(u => u.UserName).FirstOrDefaultAsync() ?? userId, null, default);
        }

        recent.Forget(id);
    }

    /// <summary>Ends every session of somebody.</summary>
    public async Task EndAllAsync(string userId)
    {
        var all = await context.UserSessions.AsNoTracking().Where(s => s.UserId == userId).Select(s => s.Id).ToListAsync();
        await context.UserSessions.Where(s => s.UserId == userId).ExecuteDeleteAsync();
        all.ForEach(recent.Forget);
    }
}
