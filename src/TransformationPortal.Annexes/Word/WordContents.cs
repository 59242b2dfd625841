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
    /// A contents field over the headings made so far, its lines already there, each leading to its heading. Which page a
    /// heading falls on only the program that lays the pages out can know, so the lines have no numbers, which would be wrong;
    /// they come when the reader updates the field. Asking for that on opening would greet every reader with a warning.
    /// </summary>
    public IEnumerable<OpenXmlElement> Field(int levels)
    {
        List<(string Mark, int Level, string Text)> listed = [.. headings.Where(h => h.Level <= levels)];
        yield return WordText.Paragraph(WordStyles.ContentsHeading, "Contents");
        for (var i = 0; i < listed.Count; i++)
        {
            var (mark, level, text) = listed[i];
            var line = WordText.Paragraph(level == 1 ? WordStyles.Contents1 : WordStyles.Contents2, Array.Empty<OpenXmlElement>());
            if (i == 0)
            {
                line.Append(Mark(FieldCharValues.Begin));
                line.Append(Instruction(string.Create(CultureInfo.InvariantCulture, $"TOC \\o \"1-{levels}\" \\h \\z")));
                line.Append(Mark(FieldCharValues.Separate));
            }

            line.Append(new Hyperlink([.. WordText.Runs(text, WordStyles.Link)]) { Anchor = mark, History = true });
            if (i == listed.Count - 1)
            {
                line.Append(Mark(FieldCharValues.End));
            }

            yield return line;
        }
    }

    /// <summary>
    /// The same contents for a file that is turned into pages at once: plain lines, each with the number of its page. The
    /// program that lays the pages out fills these numbers in, while it would leave those of a contents field as they are.
    /// </summary>
    public IEnumerable<OpenXmlElement> WithPageNumbers(int levels)
    {
        return headings.Where(h => h.Level <= levels).Select(h => WordText.Paragraph(h.Level == 1 ? WordStyles.Contents1 : WordStyles.Contents2,
        [
            new Hyperlink(
            [
                .. WordText.Runs(h.Text, WordStyles.Link), new Run(new TabChar()),
                Mark(FieldCharValues.Begin), Instruction($"PAGEREF {h.Mark} \\h"), Mark(FieldCharValues.Separate), new Run(new Text("1")), Mark(FieldCharValues.End),
            ]) { Anchor = h.Mark, History = true },
        ])).Prepend(WordText.Paragraph(WordStyles.ContentsHeading, "Contents"));
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Instruction(string text) => new(new FieldCode($" {text} ") { Space = SpaceProcessingModeValues.Preserve });
}
