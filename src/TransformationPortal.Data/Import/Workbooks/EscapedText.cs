using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>
/// The escapes of spreadsheets' texts: a character that XML cannot hold stands as <c>_x0001_</c>, and what only looks like
/// such an escape has its first underline escaped.
/// </summary>
internal static partial class EscapedText
{
    public static string Read(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;

    public static string Write(string text)
    {
        var escaped = Escape().Replace(text, "_x005F$0");
        for (var i = 0; i < escaped.Length; i++)
        {
            if (IsPair(escaped, i))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(escaped[i]) || char.IsSurrogate(escaped[i]) || escaped[i] == '\r')
            {
                return Rest(escaped, i);
            }
        }

        return escaped;
    }

    private static string Rest(string text, int from)
    {
        var written = new StringBuilder(text, 0, from, text.Length + 16);
        for (var i = from; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                written.Append(text, i++, 2);
            }
            else if (!XmlConvert.IsXmlChar(text[i]) || char.IsSurrogate(text[i]) || text[i] == '\r')
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                written.Append(text[i]);
            }
        }

        return written.ToString();
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
