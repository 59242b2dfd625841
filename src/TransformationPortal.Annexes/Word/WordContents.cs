using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TransformationPortal.Annexes.Word;

/// <summary>Headings with the marks that the contents lead to, and the contents themselves.</summary>
internal sealed class WordContents
{
    private readonly List<(string Mark, int Level, string Text)> headings = [];

    public Paragraph Heading(string text, int level)
    {
        var number = headings.Count + 1;
        var mark = string.Create(CultureInfo.InvariantCulture, $"_Toc{number:000000000}");
        headings.Add((mark, level, text));
        var style = level switch { 1 => WordStyles.Heading1, 2 => WordStyles.Heading2, _ => WordStyles.Heading3 };
        var id = number.ToString(CultureInfo.InvariantCulture);
        return WordText.Paragraph(style, [new BookmarkStart { Id = id, Name = mark }, .. WordText.Runs(text), new BookmarkEnd { Id = id }]);
    }

    /// <summary>
    /// A contents field over the headings made so far. Its lines are there already, each leading to its heading; the page
    /// numbers are fields of their own, which a program fills in when it lays the pages out.
    /// </summary>
    public IEnumerable<OpenXmlElement> Contents(int levels)
    {
        List<(string Mark, int Level, string Text)> listed = [.. headings.Where(h => h.Level <= levels)];
        if (listed.Count == 0)
        {
            yield break;
        }

        yield return WordText.Paragraph(WordStyles.ContentsHeading, "Contents");
        for (var i = 0; i < listed.Count; i++)
        {
            var (mark, level, text) = listed[i];
            var line = WordText.Paragraph(level == 1 ? WordStyles.Contents1 : WordStyles.Contents2, Array.Empty<OpenXmlElement>());
            if (i == 0)
            {
                line.Append(Mark(FieldCharValues.Begin));
                line.Append(Instruction(string.Create(CultureInfo.InvariantCulture, $"TOC \\o \"1-{levels}\" \\h \\z \\u")));
                line.Append(Mark(FieldCharValues.Separate));
            }

            line.Append(new Hyperlink(
            [
                .. WordText.Runs(text, WordStyles.Link), new Run(new TabChar()),
                Mark(FieldCharValues.Begin), Instruction($"PAGEREF {mark} \\h"), Mark(FieldCharValues.Separate), new Run(new Text("1")), Mark(FieldCharValues.End),
            ]) { Anchor = mark, History = true });
            if (i == listed.Count - 1)
            {
                line.Append(Mark(FieldCharValues.End));
            }

            yield return line;
        }
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Instruction(string text) => new(new FieldCode($" {text} ") { Space = SpaceProcessingModeValues.Preserve });
}
