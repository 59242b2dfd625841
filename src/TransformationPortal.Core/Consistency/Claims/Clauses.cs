using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Parts a sentence that has several quantities into what is said of each.</summary>
internal static partial class Clauses
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>For each quantity from where to where the words are its own.</summary>
    public static List<(int At, int End)> Of(string sentence, IReadOnlyList<(int At, int End)> quantities)
    {
        var segments = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i < quantities.Count; i++)
        {
            var end = i + 1 == quantities.Count ? sentence.Length : Boundary(sentence, quantities[i].End, quantities[i + 1].At);
            segments.Add((from, end));
            from = end;
        }

        // “£2.4m (33%) amber”: both are of the same.
        for (var i = segments.Count - 2; i >= 0; i--)
        {
            if (Again().IsMatch(sentence[quantities[i].End..Math.Max(quantities[i].End, quantities[i + 1].At)]))
            {
                segments[i] = segments[i + 1] = (segments[i].Item1, segments[i + 1].Item2);
            }
        }

        return segments;
    }

    // Between two quantities the strongest division parts what is said of the one from what is said of the other.
    private static int Boundary(string sentence, int end, int next)
    {
        var between = sentence[end..Math.Max(end, next)];

        // “A (£1m) and B (£2m)”: a name stands before the bracket of its amount.
        if (between.TrimEnd().EndsWith('(') && between.IndexOf(')', StringComparison.Ordinal) is var closed and >= 0)
        {
            return end + closed;
        }

        foreach (var division in new[] { Strong(), Comma(), Joined() })
        {
            if (division.Match(between) is { Success: true } match)
            {
                return end + match.Index;
            }
        }

        return end + (Weak().Matches(between) is [.., var last] ? last.Index : 0);
    }

    [GeneratedRegex(@"^\s*(?:\(|,?\s*or\s+|,?\s*that\s+is,?\s+)(?:some\s+|about\s+|nearly\s+|over\s+|just\s+)*$", Options, 10_000)]
    private static partial Regex Again();

    [GeneratedRegex(@";|:\s|\s[–—]\s|,\s+(?:and|but|while|whereas|with|leaving|against|of\s+which|compared|plus|the\s+rest)\b|\b(?:but|while|whereas|although|against|towards|versus|rather\s+than|of\s+which|compared\s+(?:with|to))\b", Options, 10_000)]
    private static partial Regex Strong();

    [GeneratedRegex(@",\s|\s\(", Options, 10_000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\sand\s|\splus\s|\sor\s", Options, 10_000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\s(?:of|from|to|out\s+of|with|than|for)\s", Options, 10_000)]
    private static partial Regex Weak();
}
