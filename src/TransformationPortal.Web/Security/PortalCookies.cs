using Microsoft.Extensions.Options;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// How every cookie of the portal is set. Where the portal answers over HTTPS only, its name has the prefix by which browsers
/// refuse one that came otherwise, or that another host of the same domain put in its place.
/// </summary>
public sealed class PortalCookies(IHostEnvironment environment, IOptions<PortalOptions> options)
{
    // What has the prefix must be secure, without a domain, and for every address of the host.
    private const string Prefix = "__Host-";

    private bool IsHttpsOnly { get; } = HttpsOnly.IsAsked(environment, options.Value);

    /// <summary>The name under which browsers keep a cookie.</summary>
    public string Name(string name) => IsHttpsOnly ? Prefix + name : name;

    /// <summary>Sets a cookie of the framework's as those of the portal are set.</summary>
    public void Guard(CookieBuilder cookie, string name)
    {
        cookie.Name = Name(name);
        cookie.HttpOnly = true;
        cookie.SecurePolicy = IsHttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = IsHttpsOnly ? "/" : cookie.Path;
    }

    /// <summary>A cookie that no other site brings along.</summary>
    /// <param name="path">The addresses of the portal that need it; over HTTPS the prefix demands all of them.</param>
    /// <param name="life">Until the browser is closed where it is nothing.</param>
    public CookieOptions Own(HttpContext http, string path, TimeSpan? life = null) => new()
    {
        HttpOnly = true,
        Secure = IsHttpsOnly,
        SameSite = SameSiteMode.Strict,
        Path = IsHttpsOnly ? "/" : http.Request.PathBase + path,
        MaxAge = life,
        IsEssential = true,
    };
}
