using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Consistency;

/// <summary>A mark of a footnote in a text, and no footnote under it.</summary>
internal static partial class MarkFindings
{
    public static IEnumerable<Finding> In(IReadOnlyList<ProseText> prose) =>
        from text in prose
        let words = text.Text.Replace("**", "", StringComparison.Ordinal)
        from mark in Mark().Matches(words).Select(m => m.Groups["mark"].Value).Distinct()
        where !IsExplained(words, mark) && !prose.Any(other => other != text && other.Where == text.Where && IsNote(other.Text, mark))
        select new Finding(
            FindingKind.Label, FindingSeverity.ToBeSigned, $"{text.Name} has the footnote mark “{mark}” and no footnote to it.", text.Where, text.Name,
            "Write the footnote, as ^[its words] right after what it belongs to, or take the mark out.");

    private static bool IsExplained(string words, string mark) => IsNote(words, mark) || mark == "*" && Emphasis().IsMatch(words);

    private static bool IsNote(string words, string mark) =>
        Regex.IsMatch(words.Replace("**", "", StringComparison.Ordinal), $@"(?:^|\n|[.;]\s+){Regex.Escape(mark)}\s*\S", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    [GeneratedRegex(@"(?<=[\p{L}\p{N}%.,;:)”’])(?<!\b(?:k|c|m)?m)(?<mark>\*|†|‡|[¹²³⁴⁵⁶⁷⁸⁹]|\[[0-9]{1,2}\])(?=[\s.,;:)]|$)|(?<=[\p{L}\p{N}%)”’]\s)(?<mark>\[[0-9]{1,2}\])(?=[\s.,;:)]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<![\w*])\*[^*\s][^*\n]*\*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Emphasis();
}
