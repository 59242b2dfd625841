using System.Collections.Concurrent;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Searching;

namespace TransformationPortal.Web.Search;

/// <summary>
/// The index over the editions in force, kept in memory and made anew when one of them changes. What an edition holds is taken
/// out of it once: only the newest quarter is read again when it is published or corrected.
/// </summary>
public sealed class SearchIndexCache : IDisposable
{
    private readonly ConcurrentDictionary<string, SearchedEdition> bySeal = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim making = new(1);
    private volatile Built? built;

    /// <summary>The index over these editions.</summary>
    /// <param name="inForce">The newest edition of each quarter.</param>
    /// <param name="open">Opens one of them.</param>
    public async Task<SearchIndex> GetAsync(
        IReadOnlyList<EditionEntry> inForce, Func<EditionEntry, CancellationToken, Task<PublishedEdition?>> open, CancellationToken cancellationToken)
    {
        var key = string.Concat(inForce.Select(e => e.Seal));
        if (built is { } kept && kept.Key == key)
        {
            return kept.Index;
        }

        await making.WaitAsync(cancellationToken);
        try
        {
            if (built is { } other && other.Key == key)
            {
                return other.Index;
            }

            var searched = new List<SearchedEdition>(inForce.Count);
            foreach (var entry in inForce)
            {
                if (!bySeal.TryGetValue(entry.Seal, out var edition) && await open(entry, cancellationToken) is { } opened)
                {
                    bySeal[entry.Seal] = edition = SearchedEdition.Of(opened.Content);
                }

                if (edition is not null)
                {
                    searched.Add(edition);
                }
            }

            foreach (var gone in bySeal.Keys.Except(inForce.Select(e => e.Seal), StringComparer.Ordinal).ToList())
            {
                bySeal.TryRemove(gone, out _);
            }

            built = new(key, new SearchIndex(searched));
            return built.Index;
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    private sealed record Built(string Key, SearchIndex Index);
}
