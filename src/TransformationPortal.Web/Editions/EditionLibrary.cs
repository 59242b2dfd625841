using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Caching;

namespace TransformationPortal.Web.Editions;

/// <summary>
/// The published editions. An edition never changes once it is published, so its content is read and its seal checked once
/// and then kept in memory; which editions exist is asked once a request, so that a new one is seen at once.
/// </summary>
public sealed class EditionLibrary(EditionStore store, EditionCache cache)
{
    private IReadOnlyList<EditionEntry>? published;

    /// <summary>What was published, the newest quarter first and within it the newest edition first; the same throughout a request.</summary>
    public async Task<IReadOnlyList<EditionEntry>> ListAsync(CancellationToken cancellationToken) => published ??= await store.ListAsync(cancellationToken);

    /// <summary>The edition of a quarter with that number, or its latest; nothing when there is none.</summary>
    public async Task<PublishedEdition?> FindAsync(Quarter quarter, int? number, CancellationToken cancellationToken)
    {
        var editions = (await ListAsync(cancellationToken)).Where(e => e.Quarter == quarter).ToList();
        var latest = editions.Select(e => e.Number).DefaultIfEmpty().Max();
        if (editions.Find(e => e.Number == (number ?? latest)) is not { } entry)
        {
            return null;
        }

        // The seal names the content, so a database that is replaced under a running portal shows its own.
        var edition = await cache.OpenAsync(entry.Seal, () => store.FindAsync(quarter, entry.Number, CancellationToken.None), cancellationToken);
        return edition is null ? null : edition with { LatestNumber = latest };
    }

    /// <summary>The history that an edition closes: the latest edition of each earlier quarter, the oldest first, and it.</summary>
    public async Task<IReadOnlyList<PublishedEdition>> UpToAsync(PublishedEdition last, CancellationToken cancellationToken)
    {
        var history = new List<PublishedEdition>();
        foreach (var quarter in (await store.ListAsync(cancellationToken)).Select(e => e.Quarter).Distinct().Where(q => q < last.Content.Quarter).Order())
        {
            history.Add(await FindAsync(quarter, null, cancellationToken) ?? throw new InvalidOperationException($"{quarter} is published no more."));
        }

        return [.. history, last];
    }
}
