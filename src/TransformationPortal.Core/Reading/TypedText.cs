using System.Globalization;
using System.Text;

namespace TransformationPortal.Core.Reading;

/// <summary>
/// Cleans what people type or paste. Every kind of line break becomes a line feed, with Word's own (vertical tab, form
/// feed). Other control characters, and marks that take no room or turn the direction of a line, are left out: nobody sees
/// them, and papers print them as faults. Joiners within emoji and scripts that need them stay.
/// </summary>
public static class TypedText
{
    private const char Joiner = '\u200D';
    private const char NonJoiner = '\u200C';

    // The same letter more often than that is too long, which is said instead.
    private const int NothingAtMost = 40;

    // Without their punctuation.
    private static readonly HashSet<string> NoReasons = new(StringComparer.Ordinal) { "na", "none", "nil", "tbc", "tba", "tbd", "asabove", "seeabove", "test", "asdf", "qwerty" };

    /// <summary>The cleaned text, and how many characters that nobody sees were left out.</summary>
    /// <remarks>Lone halves of surrogate pairs are left out too: no file can hold them.</remarks>
    public static CleanText Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new("", 0);
        }

        var clean = new StringBuilder(text.Length);
        var gone = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }

            if (IsLineBreak(c))
            {
                clean.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || IsUnseen(c) && !Joins(text, i))
            {
                gone++;
            }
            else
            {
                clean.Append(c);
            }
        }

        return new(gone == 0 && clean.Length == text.Length && clean.Equals(text) ? text : clean.ToString(), gone);
    }

    /// <summary>
    /// How many characters a text has: UTF-16 units of the cleaned text. That is what a browser's <c>maxlength</c>, a script's
    /// <c>length</c> and a database's <c>nvarchar(n)</c> count, so all of them agree; most emoji count as two or more.
    /// </summary>
    public static int Count(string? text) => Clean(text).Text.Length;

    /// <summary>
    /// Whether a text says nothing although something stands there: a dot, a dash, a single letter, “x” over and over, or what
    /// people put into a field that they want to get past, such as <c>n/a</c>, <c>none</c> or <c>tbc</c>.
    /// </summary>
    public static bool SaysNothing(string? text)
    {
        var letters = new string([.. Line(text).Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return letters.Length < 2 || (letters.Length <= NothingAtMost && letters.Distinct().Count() == 1) || NoReasons.Contains(letters);
    }

    /// <summary>
    /// One line: cleaned, without space around it, every kind and run of space as one space, every dash and minus sign as a
    /// hyphen. What the readers of amounts, days, years and codes work on.
    /// </summary>
    public static string Line(string? text)
    {
        var line = new StringBuilder();
        foreach (var c in Clean(text).Text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else
            {
                line.Append(IsDash(c) ? '-' : c);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>A hyphen, dash or minus sign of any kind.</summary>
    internal static bool IsDash(char c) => c is '-' or >= '\u2010' and <= '\u2015' or '\u2212' or '\u207B' or '\uFE58' or '\uFE63' or '\uFF0D';

    // VT and FF are how Word hands over its line and page breaks; NEL, LS and PS come from other systems.
    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsUnseen(char c) => c != '\t' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    // Between two characters that are not plain Latin a joiner has a meaning: a family of emoji, or a letter's form.
    private static bool Joins(string text, int at) =>
        text[at] is Joiner or NonJoiner && at > 0 && at + 1 < text.Length && text[at - 1] > '\u02FF' && text[at + 1] > '\u02FF'
        && !IsUnseen(text[at - 1]) && !IsUnseen(text[at + 1]) && !char.IsPunctuation(text[at - 1]) && !char.IsWhiteSpace(text[at - 1]);
}

/// <summary>A text without what nobody sees.</summary>
/// <param name="Text">With line feeds as its only line breaks.</param>
/// <param name="Removed">How many characters were left out; line breaks that were changed do not count.</param>
public readonly record struct CleanText(string Text, int Removed)
{
    /// <summary>What a person is told where something was left out.</summary>
    public string? Note => Removed switch
    {
        0 => null,
        1 => "One character that cannot be seen was left out.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Removed:#,0} characters that cannot be seen were left out."),
    };
}
