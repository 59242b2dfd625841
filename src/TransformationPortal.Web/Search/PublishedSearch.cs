using TransformationPortal.Core.Searching;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Search;

/// <summary>Searches what is published: of every quarter, the edition in force.</summary>
public sealed class PublishedSearch(EditionLibrary library, SearchIndexCache cache)
{
    public async Task<SearchIndex> IndexAsync(CancellationToken cancellationToken)
    {
        var inForce = (await library.ListAsync(cancellationToken)).GroupBy(e => e.Quarter).Select(q => q.MaxBy(e => e.Number)!).ToList();
        return await cache.GetAsync(inForce, (entry, cancel) => library.FindAsync(entry.Quarter, entry.Number, cancel), cancellationToken);
    }
}
