using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.WebUtilities;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Web.Text;

/// <summary>The council's own words in a text: each leads to the glossary where it first occurs.</summary>
public static class GlossaryWords
{
    /// <summary>A word's place on the glossary's page.</summary>
    public static string Anchor(string word) => "word-" + WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(word.ToUpper(CultureInfo.InvariantCulture)));

    /// <summary>Makes links of the words that have a meaning. A word within a link stays as it is, and the longest word wins.</summary>
    /// <param name="glossary">The address of the glossary.</param>
    internal static void Link(MarkdownDocument document, IEnumerable<CouncilWord> words, string glossary)
    {
        foreach (var word in words.Where(w => w.Meaning is not null).OrderByDescending(w => w.Word.Length))
        {
            foreach (var literal in document.Descendants<LiteralInline>().Where(l => !IsInLink(l)).ToList())
            {
                if (Place(literal.Content.ToString(), word.Word) is { } at)
                {
                    var text = literal.Content.ToString();
                    var link = new LinkInline($"{glossary}#{Anchor(word.Word)}", "") { IsClosed = true };
                    link.AppendChild(new LiteralInline(text.Substring(at, word.Word.Length)));
                    literal.InsertBefore(new LiteralInline(text[..at]));
                    literal.InsertBefore(link);
                    literal.Content = new(text[(at + word.Word.Length)..]);
                    break;
                }
            }
        }
    }

    private static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private static int? Place(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return at;
            }
        }

        return null;
    }
}
