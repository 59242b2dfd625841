using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Searching;

/// <summary>A word of a text, as it stands there.</summary>
/// <param name="Start">Of its first character.</param>
/// <param name="Key">As it is searched for: letters and figures alone, in lower case, without accents.</param>
internal readonly record struct SearchWord(int Start, int Length, string Key);

/// <summary>
/// The words of a text. What an apostrophe or a hyphen joins is a word as a whole and in its parts, so that <c>O'Brien</c> is
/// found as obrien and as brien, and <c>TP-07</c> as tp07 and as 07. An ampersand is the word “and”.
/// </summary>
internal static class SearchWords
{
    public static IEnumerable<SearchWord> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '&')
            {
                yield return new(at, 1, "and");
            }

            if (!IsPart(text, at))
            {
                at++;
                continue;
            }

            var start = at;
            var part = at;
            var parts = 0;
            while (at < text.Length && (IsPart(text, at) || Joins(text, at)))
            {
                if (!IsPart(text, at))
                {
                    parts++;
                    foreach (var word in Word(text, part, at))
                    {
                        yield return word;
                    }

                    part = at + 1;
                }

                at++;
            }

            foreach (var word in Word(text, part, at))
            {
                yield return word;
            }

            if (parts > 0)
            {
                foreach (var word in Word(text, start, at))
                {
                    yield return word;
                }
            }
        }
    }

    private static IEnumerable<SearchWord> Word(string text, int start, int end)
    {
        // Most words are plain English, which needs no taking apart of letters.
        var word = text[start..end];
        var key = word.All(char.IsAsciiLetterOrDigit) ? word.ToLowerInvariant() : MatchingKey.Letters(word);
        if (key.Length > 0)
        {
            yield return new(start, end - start, key);
        }
    }

    private static bool IsPart(string text, int at) => char.IsLetterOrDigit(text[at])
        || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
        || char.IsSurrogate(text[at]);

    // An apostrophe, hyphen, stop or comma between letters or figures joins them: a name, a code, 2,308,000.
    private static bool Joins(string text, int at) => at > 0 && at + 1 < text.Length && IsPart(text, at - 1) && IsPart(text, at + 1)
        && (text[at] is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' || TypedText.IsDash(text[at])
            || text[at] is '.' or ',' or '/' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));
}
