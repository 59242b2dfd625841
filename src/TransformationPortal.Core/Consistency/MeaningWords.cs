using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Consistency;

/// <summary>The words by which two texts are told to speak of the same thing: without case, endings and small words, years in full.</summary>
internal static partial class MeaningWords
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "with", "that", "which", "was", "were", "has", "have", "from", "into", "are", "now", "its", "this", "each", "per", "all", "still",
    };

    public static HashSet<string> Of(string text) =>
        [.. Word().Matches(text).Select(m => Root(m.Value.ToLowerInvariant())).Where(w => w.Length > 2 && !Small.Contains(w))];

    /// <summary>How alike two sets of words are: the words they share among all.</summary>
    public static decimal Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : (decimal)one.Count(other.Contains) / one.Union(other).Count();

    private static string Root(string word) => char.IsDigit(word[0])
        ? word.Length == 5 ? "20" + word : word
        : word switch
        {
            "spent" or "spending" => "spend",
            "saved" or "savings" or "saves" => "saving",
            _ when word.Length > 4 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };

    [GeneratedRegex(@"(?:20)?[0-9]{2}/[0-9]{2}|\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
