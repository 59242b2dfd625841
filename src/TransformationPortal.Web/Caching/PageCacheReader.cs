using TransformationPortal.Web.Branding;

namespace TransformationPortal.Web.Caching;

/// <summary>Gives kept pages before anything else is asked but who is reading.</summary>
internal sealed class PageCacheReader(RequestDelegate next, PageCache pages, BrandingCache branding)
{
    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && pages.Find(PageCacheWriter.KeyOf(context, branding.Current)) is { } page
            ? PageCacheWriter.SendAsync(context, page)
            : next(context);
}
