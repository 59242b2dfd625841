using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace TransformationPortal.Web.Caching;

/// <summary>
/// Session cookies that were read within the last minute, with what they hold: opening the seal of the same cookie at every
/// request costs more than finding a kept page. Whether a cookie has expired, and whether its session may go on, is asked
/// of what it holds as before.
/// </summary>
internal sealed class TicketCache(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly MemoryCache tickets = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        // A purpose ties a cookie to one connection: it is read anew each time.
        if (protectedText is null || purpose is not null)
        {
            return inner.Unprotect(protectedText, purpose);
        }

        if (tickets.TryGetValue(protectedText, out AuthenticationTicket? known))
        {
            return known;
        }

        var read = inner.Unprotect(protectedText, purpose);
        if (read is not null)
        {
            tickets.Set(protectedText, read, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        }

        return read;
    }

    public void Dispose() => tickets.Dispose();
}

/// <summary>Puts <see cref="TicketCache"/> before the format that the framework has set up for the session cookie.</summary>
internal sealed class TicketCacheSetup : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme)
        {
            options.TicketDataFormat = new TicketCache(options.TicketDataFormat);
        }
    }
}
