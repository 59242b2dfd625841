using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformationPortal.Spreadsheets;

/// <summary>
/// The escapes of spreadsheets' texts: a character that XML cannot hold stands as <c>_x0001_</c>, and what only looks like
/// such an escape has its first underline escaped.
/// </summary>
public static partial class EscapedText
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
            if (!IsWritten(escaped, i, out var length))
            {
                return Rest(escaped, i);
            }

            i += length - 1;
        }

        return escaped;
    }

    private static string Rest(string text, int from)
    {
        var written = new StringBuilder(text, 0, from, text.Length + 16);
        for (var i = from; i < text.Length; i++)
        {
            if (IsWritten(text, i, out var length))
            {
                written.Append(text, i, length);
                i += length - 1;
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
        }

        return written.ToString();
    }

    // A carriage return may stand in XML, and is read from it as another line end.
    private static bool IsWritten(string text, int at, out int length) => XmlText.IsAllowed(text, at, out length) && text[at] != '\r';

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
