using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Web.Editions;

/// <summary>
/// A shared address outlives the names in it: what it calls by the name of another quarter is found under the name of this one.
/// </summary>
public sealed class NamesThen(EditionLibrary library)
{
    /// <summary>Reads the query of an address, under the names of then or of now.</summary>
    /// <param name="read">Reads it under the names that it has.</param>
    /// <param name="wrong">The term whose value the edition does not know, with the values that it knows; nothing where all are known.</param>
    /// <returns>What was read, with a sentence for each name that was another.</returns>
    public async Task<(T Read, IReadOnlyList<string> Notes)> ReadAsync<T>(
        OpenedEdition opened,
        IReadOnlyList<KeyValuePair<string, string>> query,
        Func<IReadOnlyList<KeyValuePair<string, string>>, T> read,
        Func<T, (string? Name, IReadOnlyCollection<string> Existing)?> wrong,
        CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var result = read(query);
        while (wrong(result) is (var name, var existing)
            && await OtherNameAsync(opened.Content, name, existing, query, cancellationToken) is { } other)
        {
            notes.Add(other.Sentence);
            query = other.Query;
            result = read(query);
        }

        return (result, notes);
    }

    private async Task<(IReadOnlyList<KeyValuePair<string, string>> Query, string Sentence)?> OtherNameAsync(
        Edition edition,
        string? name,
        IReadOnlyCollection<string> existing,
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancellationToken)
    {
        foreach (var grouping in Enum.GetValues<Grouping>().Where(g => SliceQuery.NameOf(ComparedEdition.DimensionOf(g)) == name))
        {
            var known = edition.Reorganisations ?? [];
            if (await library.ListAsync(cancellationToken) is [var latest, ..]
                && await library.FindAsync(latest.Quarter, null, cancellationToken) is { } newest)
            {
                known = [.. known, .. (newest.Content.Reorganisations ?? []).Where(r => !known.Any(r.IsSameAs))];
            }

            foreach (var pair in query.Where(p => p.Key == name && !existing.Contains(p.Value, StringComparer.OrdinalIgnoreCase)))
            {
                if (NamesThenAndNow.Find(known, grouping, pair.Value, existing) is { } found)
                {
                    return ([.. query.Select(p => (p.Key, p.Value) == (pair.Key, pair.Value) ? KeyValuePair.Create(p.Key, found.Name) : p)],
                        found.Sentence);
                }
            }
        }

        return null;
    }
}
