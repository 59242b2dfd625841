namespace TransformationPortal.Core;

/// <summary>Finds what somebody who mistyped a value most likely meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest changed letters, when those are few enough to be a slip; case does not count.</summary>
    public static string? To(string found, IEnumerable<string> candidates)
    {
        string? best = null;
        var least = Math.Max(2, found.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - found.Length) < least && Distance(found, candidate) is var distance && distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The nearest candidates, the nearest first, however far they are: those that begin as what was found does are near.</summary>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<string> Few(string found, IEnumerable<string> candidates, int count) =>
    [
        .. candidates.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(c => (Candidate: c, Distance: c.StartsWith(found, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(found, c)))
            .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.OrdinalIgnoreCase).Take(count).Select(c => c.Candidate),
    ];

    // Levenshtein's distance, one row at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
