using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Narrative;

/// <summary>
/// The source of a figure that is not the portal's, right after it in prose: <c>£447m^[Statement of accounts, page 14]</c>. It
/// stays with the text in an edition and is a footnote wherever the text is read.
/// </summary>
public static partial class SourceNotes
{
    /// <summary>What a note begins with; a square bracket ends it.</summary>
    public const string Opening = "^[";

    /// <summary>The most characters of a source.</summary>
    public const int MostCharacters = 300;

    /// <summary>A text with each note replaced.</summary>
    /// <param name="with">Makes what stands in its place, of the source.</param>
    public static string Replace(string text, Func<string, string> with) =>
        text.Contains(Opening, StringComparison.Ordinal) ? Note().Replace(text, m => with(m.Groups["source"].Value.Trim())) : text;

    /// <summary>As one stretch of words, where there is no place for a footnote.</summary>
    public static string Inline(string text) => Replace(text, source => $" (source: {source})");

    /// <summary>A text with the source of an amount right after it.</summary>
    /// <param name="amount">As it stands in the text.</param>
    /// <returns>Nothing where the amount is not there, or has its source already.</returns>
    public static string? Mark(string text, string amount, string source)
    {
        for (var at = text.IndexOf(amount, StringComparison.Ordinal); at >= 0; at = text.IndexOf(amount, at + 1, StringComparison.Ordinal))
        {
            var end = at + amount.Length;
            if (!text.AsSpan(end).StartsWith(Opening, StringComparison.Ordinal) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return $"{text[..end]}{Opening}{source.Trim()}]{text[end..]}";
            }
        }

        return null;
    }

    /// <summary>What is wrong with the notes of a text.</summary>
    public static IEnumerable<ProseProblem> Problems(string text)
    {
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opening, at + 1, StringComparison.Ordinal))
        {
            var close = text.AsSpan(at).IndexOfAny(']', '\n');
            var source = close < 0 || text[at + close] != ']' ? null : text[(at + Opening.Length)..(at + close)].Trim();
            if (source is null)
            {
                yield return new(Opening, "“^[” begins the source of a figure and is not closed on its line. A source ends with ].", []);
            }
            else if (source.Length == 0 || source.AsSpan().IndexOfAny('[', '{') >= 0)
            {
                yield return new(Opening, "“^[…]” holds the source of a figure in plain words, such as ^[Statement of accounts 2018/19, page 14].", []);
            }
            else if (source.Length > MostCharacters)
            {
                yield return new(Opening, $"A source may have at most {MoneyFormat.Count(MostCharacters)} characters, and this one has {MoneyFormat.Count(source.Length)}.", []);
            }
        }
    }

    [GeneratedRegex(@"\^\[(?<source>[^\[\]\n]+)\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Note();
}
