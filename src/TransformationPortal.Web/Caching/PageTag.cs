using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Branding;

namespace TransformationPortal.Web.Caching;

/// <summary>The tag by which a browser asks whether a page of published editions has changed.</summary>
public sealed class PageTag(BrandingCache branding)
{
    // Pages change with the program that makes them, not only with the editions they show.
    private static readonly string Build = typeof(PageTag).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Says that the page may be kept, and under which tag: its content's, the program's, the audience's and the look's.</summary>
    /// <param name="content">What names the content: the seals of the editions shown, and what else the page depends on.</param>
    /// <returns>The answer “not modified”, where the reader has the page as it is.</returns>
    public StatusCodeResult? Apply(HttpContext context, string content)
    {
        var look = branding.Current.Version;
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{content}-{Build}-{look}-{PageCacheWriter.AudienceOf(context.User)}\""));
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)) ? new(StatusCodes.Status304NotModified) : null;
    }

    /// <summary>Says that a page is for this reader alone to keep, and to be asked for anew each time.</summary>
    public static void AskEachTime(HttpContext context) => context.Response.GetTypedHeaders().CacheControl = new() { Private = true, NoCache = true };
}
