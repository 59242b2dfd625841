using System.Globalization;
using System.Text;

namespace TransformationPortal.Core.Reading;

/// <summary>
/// What two texts have in common when people would call them the same: case, accents, the two apostrophes, kinds of dash
/// with or without space around them, <c>&amp;</c> for <c>and</c>, and double blanks make no difference. For searching and for
/// names that must differ; what is stored and shown stays as typed.
/// </summary>
public static class MatchingKey
{
    /// <summary>The key of a text; empty for one without a visible character. The same on every machine and database.</summary>
    public static string Of(string? text)
    {
        var key = new StringBuilder();
        foreach (var c in TypedText.Clean(text).Text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(c))
            {
                Blank(key);
            }
            else if (TypedText.IsDash(c))
            {
                key.Length = key is [.., ' '] ? key.Length - 1 : key.Length;
                key.Append('-');
            }
            else if (c == '&')
            {
                Blank(key);
                key.Append("and ");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                key.Append(Folded(char.ToLowerInvariant(c)));
            }
        }

        return key.ToString().Trim(' ');
    }

    /// <summary>The letters and figures of the key alone: the same for <c>TP-07</c> and <c>tp 07</c>.</summary>
    public static string Letters(string? text) => string.Concat(Of(text).Where(char.IsLetterOrDigit));

    /// <summary>Whether two texts have the same key.</summary>
    public static bool AreSame(string? one, string? other) => string.Equals(Of(one), Of(other), StringComparison.Ordinal);

    /// <summary>Whether a text holds what somebody searches for. A search for nothing finds everything.</summary>
    public static bool Holds(string? text, string? sought) =>
        Of(sought) is not { Length: > 0 } key || Of(text).Contains(key, StringComparison.Ordinal);

    private static void Blank(StringBuilder key)
    {
        if (key is { Length: > 0 } and not [.., ' ' or '-'])
        {
            key.Append(' ');
        }
    }

    // Letters that Unicode does not take apart, and signs that stand for one another.
    private static string Folded(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '`' or '´' or '′' or '＇' => "'",
        '“' or '”' or '„' or '″' => "\"",
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => c.ToString(),
    };
}
