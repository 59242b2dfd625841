using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Operations;

namespace TransformationPortal.Web.Caching;

/// <summary>Gives kept pages before anything else is asked but who is reading.</summary>
internal sealed class PageCacheReader(RequestDelegate next, PageCache pages, BrandingCache branding, HeaderCounts counts, PortalMeter meter)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || pages.Find(PageCacheWriter.KeyOf(context, branding.Current)) is not { } page)
        {
            return next(context);
        }

        meter.Page(wasKept: true);
        return PageCacheWriter.SendAsync(context, page, counts);
    }
}
