using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Caching;

/// <summary>
/// Keeps made pages of published editions for half a minute, by audience (the set of roles), address and the council's look,
/// as the bytes that are sent. It stands behind authorization, so a page is kept only for an audience that was let through; and since
/// authorization of these pages looks at nothing but the audience, <see cref="PageCacheReader"/> may give it to others of that
/// audience at once.
/// </summary>
internal sealed class PageCacheWriter(RequestDelegate next, PageCache pages, BrandingCache branding, HeaderCounts counts, PortalMeter meter)
{
    /// <summary>A short text that is the same for readers who are shown the same navigation.</summary>
    public static string AudienceOf(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? "public"
        : string.Concat(Roles.All.Select(r => user.IsInRole(r) ? r[0] : '-'));

    public static PageKey KeyOf(HttpContext context, ShownBranding look) =>
        new(AudienceOf(context.User), context.Request.Path, context.Request.QueryString.Value ?? "", look.Version);

    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<CachePageAttribute>() is { Keep: true }
            ? MakeAsync(context)
            : next(context);

    internal static Task SendAsync(HttpContext context, CachedPage page, HeaderCounts counts)
    {
        if (page.Places.Count == 0)
        {
            return SendAsync(context, page, page.Tag, page.ParsedTag, null);
        }

        var own = counts.OfAsync(context.User, context.RequestAborted);
        return own.IsCompletedSuccessfully ? SendAsync(context, page, own.Result) : WaitAsync(own);

        async Task WaitAsync(ValueTask<ReaderCounts> reading) => await SendAsync(context, page, await reading);
    }

    // The same page with another count is another page to a browser.
    private static Task SendAsync(HttpContext context, CachedPage page, ReaderCounts own)
    {
        if (own.Tag.Length == 0)
        {
            return SendAsync(context, page, page.Tag, page.ParsedTag, own);
        }

        var tag = page.Tag[..^1] + own.Tag + '"';
        return SendAsync(context, page, tag, new(tag, page.ParsedTag.IsWeak), own);
    }

    private static Task SendAsync(HttpContext context, CachedPage page, string tag, EntityTagHeaderValue parsed, ReaderCounts? own)
    {
        var (headers, response) = (context.Response.Headers, context.Response);
        headers.ETag = tag;
        headers.CacheControl = page.CacheControl;
        var asked = context.Request.Headers.IfNoneMatch;
        if (asked.Count > 0 && context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(parsed, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return Task.CompletedTask;
        }

        response.ContentType = page.ContentType;
        var body = own is null ? page.Body : CountPlaces.Fill(page.Body, page.Places, own);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private async Task MakeAsync(HttpContext context)
    {
        var key = KeyOf(context, await branding.GetAsync(context.RequestAborted));

        // Made whole even for a reader who has it already: else a page that everybody has would never be kept, and each
        // reader's question would be answered from the database.
        var asked = context.Request.Headers.IfNoneMatch;
        context.Request.Headers.IfNoneMatch = default;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var made = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(made));
        context.Features.Set(SharedPage.Instance);
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(original);
            context.Features.Set<SharedPage>(null);
            context.Request.Headers.IfNoneMatch = asked;
        }

        var (response, body) = (context.Response, made.ToArray());
        var places = CountPlaces.Find(body);
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.ToString() is { Length: > 0 } tag
            && EntityTagHeaderValue.TryParse(tag, out var parsed) && response.Headers.SetCookie.Count == 0)
        {
            var page = new CachedPage(body, response.ContentType ?? "text/html", tag, parsed, response.Headers.CacheControl.ToString(), places);
            meter.Page(wasKept: false);
            pages.Keep(key, page);
            await SendAsync(context, page, counts);
            return;
        }

        if (places.Count > 0)
        {
            // It is nobody else's, but was made as if it were.
            body = CountPlaces.Fill(body, places, await counts.OfAsync(context.User, context.RequestAborted));
        }

        if (body.Length > 0)
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
