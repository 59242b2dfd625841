using System.Security.Claims;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Reading;

/// <summary>
/// Keeps the made pages of published editions. They hold nothing of the reader's own, so one copy serves everybody of the
/// same audience (the same set of roles); who may read is decided before the cache is asked.
/// </summary>
internal sealed class EditionPageCache : IOutputCachePolicy
{
    public const string Policy = "edition-pages";

    // Publishing clears the tag at once; another server of the same portal follows within this time.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>A short text that is the same for readers who are shown the same navigation.</summary>
    public static string AudienceOf(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? "public"
        : string.Concat(Roles.All.Select(r => user.IsInRole(r) ? r[0] : '-'));

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["audience"] = AudienceOf(context.HttpContext.User);
        context.Tags.Add(Policy);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (!StringValues.IsNullOrEmpty(response.Headers.SetCookie) || response.StatusCode != StatusCodes.Status200OK)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
