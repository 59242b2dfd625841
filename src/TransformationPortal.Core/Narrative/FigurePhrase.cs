using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TransformationPortal.Core.Narrative;

/// <summary>
/// A figure's name in prose, without its braces: a measure, and terms that limit it or say how it is printed, as in
/// <c>savings 2019/20 Delivered</c> or <c>savings.share years=next3 confidence=Low,Medium</c>. A value that holds spaces
/// stands in quotation marks.
/// </summary>
/// <param name="Text">As it was written, without the braces.</param>
public sealed record FigurePhrase(string Measure, IReadOnlyList<PhraseTerm> Terms, string Text)
{
    /// <summary>In its braces, as prose holds it.</summary>
    public string InBraces => "{" + Text + "}";

    /// <summary>Reads what stands between two braces. Whether the measure and the values exist is not asked here.</summary>
    /// <param name="text">Without the braces.</param>
    /// <returns>False when it has no measure, a quotation is not closed, or a term has a name and no value.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out FigurePhrase? phrase)
    {
        phrase = null;
        var terms = new List<PhraseTerm>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Term(text, ref at) is { } term)
            {
                terms.Add(term);
            }
            else
            {
                return false;
            }
        }

        if (terms.Count == 0 || terms[0] is not { Name: null, Values: [var measure] })
        {
            return false;
        }

        phrase = new(measure.ToLowerInvariant(), [.. terms.Skip(1)], text.Trim());
        return true;
    }

    /// <summary>A value as a phrase holds it: in quotation marks where it could be read as more than one.</summary>
    public static string Quoted(string value) =>
        value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.') ? value
            : value.Contains('"', StringComparison.Ordinal) ? $"“{value}”" : $"\"{value}\"";

    private static PhraseTerm? Term(string text, ref int at)
    {
        string? name = null;
        var values = new List<string>();
        var value = new StringBuilder();
        for (; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
        {
            switch (text[at])
            {
                case '"' or '“':
                    var close = text.IndexOf(text[at] == '"' ? '"' : '”', at + 1);
                    if (close < 0)
                    {
                        return null;
                    }

                    value.Append(text, at + 1, close - at - 1);
                    at = close;
                    break;
                case '=' when name is null && values.Count == 0:
                    name = value.ToString();
                    value.Clear();
                    break;
                case ',':
                    values.Add(value.ToString());
                    value.Clear();
                    break;
                default:
                    value.Append(text[at]);
                    break;
            }
        }

        values.Add(value.ToString());
        return name is { Length: 0 } || values.Exists(v => v.Length == 0) ? null : new(name?.ToLowerInvariant(), values);
    }
}

/// <summary>A term of a phrase: one or more values, under the name of what they are values of where it was given.</summary>
public sealed record PhraseTerm(string? Name, IReadOnlyList<string> Values);
