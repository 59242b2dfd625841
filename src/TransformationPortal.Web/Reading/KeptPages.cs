using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Reading;

/// <summary>Marks pages that hold nothing of the reader's own, so that one copy serves everybody of the same audience.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class KeepPageAttribute(bool keep = true) : Attribute
{
    public bool Keep => keep;
}

/// <summary>
/// Keeps made pages of published editions for half a minute, by audience (the set of roles), address and the council's look,
/// as the bytes that are sent. It stands behind authorization, so a page is kept only for an audience that was let through; and since
/// authorization of these pages looks at nothing but the audience, <see cref="GivenPages"/> may give it to others of that
/// audience at once.
/// </summary>
internal sealed class KeptPages(RequestDelegate next, KeptPageShelf shelf, LookShelf looks, PortalMeter meter)
{
    /// <summary>A short text that is the same for readers who are shown the same navigation.</summary>
    public static string AudienceOf(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? "public"
        : string.Concat(Roles.All.Select(r => user.IsInRole(r) ? r[0] : '-'));

    public static PageKey KeyOf(HttpContext context, ShownLook look) =>
        new(AudienceOf(context.User), context.Request.Path, context.Request.QueryString.Value ?? "", look.Version);

    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<KeepPageAttribute>() is { Keep: true }
            ? MakeAsync(context)
            : next(context);

    internal static Task SendAsync(HttpContext context, KeptPage page)
    {
        var (headers, response) = (context.Response.Headers, context.Response);
        headers.ETag = page.Tag;
        headers.CacheControl = page.CacheControl;
        var asked = context.Request.Headers.IfNoneMatch;
        if (asked.Count > 0 && context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(page.ParsedTag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return Task.CompletedTask;
        }

        response.ContentType = page.ContentType;
        response.ContentLength = page.Body.Length;
        return response.Body.WriteAsync(page.Body, context.RequestAborted).AsTask();
    }

    private async Task MakeAsync(HttpContext context)
    {
        var key = KeyOf(context, await looks.GetAsync(context.RequestAborted));

        // Made whole even for a reader who has it already: else a page that everybody has would never be kept, and each
        // reader's question would be answered from the database.
        var asked = context.Request.Headers.IfNoneMatch;
        context.Request.Headers.IfNoneMatch = default;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var made = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(made));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(original);
            context.Request.Headers.IfNoneMatch = asked;
        }

        var (response, body) = (context.Response, made.ToArray());
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.ToString() is { Length: > 0 } tag
            && EntityTagHeaderValue.TryParse(tag, out var parsed) && response.Headers.SetCookie.Count == 0)
        {
            var page = new KeptPage(body, response.ContentType ?? "text/html", tag, parsed, response.Headers.CacheControl.ToString());
            meter.Page(wasKept: false);
            shelf.Keep(key, page);
            await SendAsync(context, page);
            return;
        }

        if (body.Length > 0)
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}

/// <summary>Gives kept pages before anything else is asked but who is reading.</summary>
internal sealed class GivenPages(RequestDelegate next, KeptPageShelf shelf, LookShelf looks, PortalMeter meter)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || shelf.Find(KeptPages.KeyOf(context, looks.Current)) is not { } page)
        {
            return next(context);
        }

        meter.Page(wasKept: true);
        return KeptPages.SendAsync(context, page);
    }
}

internal readonly record struct PageKey(string Audience, string Path, string Query, string Look);

internal sealed record KeptPage(byte[] Body, string ContentType, string Tag, EntityTagHeaderValue ParsedTag, string CacheControl);

/// <summary>Where pages are kept: up to 128 MB of them, each for half a minute, so that a correction is soon seen everywhere.</summary>
internal sealed class KeptPageShelf : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = 128 * 1024 * 1024 });

    public KeptPage? Find(PageKey key) => pages.TryGetValue(key, out KeptPage? page) ? page : null;

    public void Keep(PageKey key, KeptPage page) =>
        pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Body.Length + 1024, AbsoluteExpirationRelativeToNow = Lifetime });

    /// <summary>Forgets every page: something was published, and everybody is to see it at once.</summary>
    public void Clear() => pages.Clear();

    public void Dispose() => pages.Dispose();
}
