using System.Text;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>Text as XML can hold it.</summary>
public static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with every character that XML forbids replaced by U+FFFD: control characters and halves of pairs.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i, out var length))
            {
                return Cleaned(text);
            }

            i += length - 1;
        }

        return text;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAllowed(text, i, out var length))
            {
                clean.Append(text, i, length);
                i += length - 1;
            }
            else
            {
                clean.Append(Replacement);
            }
        }

        return clean.ToString();
    }

    internal static bool IsAllowed(string text, int at, out int length)
    {
        var isPair = at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);
        length = isPair ? 2 : 1;
        return isPair || (XmlConvert.IsXmlChar(text[at]) && !char.IsSurrogate(text[at]));
    }
}
