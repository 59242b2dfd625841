using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace TransformationPortal.Web.Caching;

internal readonly record struct PageKey(string Audience, string Path, string Query, string Branding);

/// <param name="Places">Where the reader's own counts belong in its bytes.</param>
internal sealed record CachedPage(
    byte[] Body, string ContentType, string Tag, EntityTagHeaderValue ParsedTag, string CacheControl, IReadOnlyList<CountPlace> Places);

/// <summary>Where pages are kept: up to 128 MB of them, each for half a minute, so that a correction is soon seen everywhere.</summary>
internal sealed class PageCache : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = 128 * 1024 * 1024 });

    public CachedPage? Find(PageKey key) => pages.TryGetValue(key, out CachedPage? page) ? page : null;

    public void Keep(PageKey key, CachedPage page) =>
        pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Body.Length + 1024, AbsoluteExpirationRelativeToNow = Lifetime });

    /// <summary>Forgets every page: something was published, and everybody is to see it at once.</summary>
    public void Clear() => pages.Clear();

    public void Dispose() => pages.Dispose();
}
