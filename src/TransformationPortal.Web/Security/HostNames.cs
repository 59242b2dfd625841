using Microsoft.AspNetCore.HostFiltering;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// The names by which the portal may be asked. A request says itself which name it was meant for, and where an answer leads to
/// follows from it.
/// </summary>
internal static class HostNames
{
    // Health is asked for on the machine itself.
    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Where readers reach the portal by one address, no other name is answered.</summary>
    public static void AddHostNames(this WebApplicationBuilder builder)
    {
        if (Uri.TryCreate(builder.Configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.Address)}"], UriKind.Absolute, out var address))
        {
            builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [address.Host, .. Own]);
        }
    }
}
