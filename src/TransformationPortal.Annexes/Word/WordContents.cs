using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word;

/// <summary>Headings with the marks that the contents lead to, and the contents themselves.</summary>
internal sealed class WordContents(Paper paper)
{
    private readonly List<Entry> headings = [];

    public Paragraph Heading(string text, int level)
    {
        var number = headings.Count + 1;
        var mark = string.Create(CultureInfo.InvariantCulture, $"_Toc{number:000000000}");
        headings.Add(new(mark, level, text));
        var style = level switch { 1 => WordStyles.Heading1, 2 => WordStyles.Heading2, _ => WordStyles.Heading3 };
        var id = number.ToString(CultureInfo.InvariantCulture);
        return WordText.Paragraph(style, [new BookmarkStart { Id = id, Name = mark }, .. WordText.Runs(text), new BookmarkEnd { Id = id }]);
    }

    /// <summary>
    /// A contents field over the headings made so far, its lines already there, each leading to its heading. Which page a
    /// heading falls on only a program that lays the pages out can know. Where one has, each line has its number; else the
    /// lines have none, which would be wrong, and get them when the reader updates the field. Asking Word for that on opening
    /// would greet every reader with a warning.
    /// </summary>
    /// <param name="pages">The page of each heading, in order; none where they are not known.</param>
    public IEnumerable<OpenXmlElement> Field(int levels, IReadOnlyList<int>? pages)
    {
        List<(Entry Entry, int? Page)> listed = [.. headings.Select((h, i) => (h, pages?.Count == headings.Count ? pages[i] : (int?)null)).Where(h => h.h.Level <= levels)];
        yield return WordText.Paragraph(WordStyles.ContentsHeading, "Contents");
        for (var i = 0; i < listed.Count; i++)
        {
            var (entry, page) = listed[i];
            var line = Line(entry.Level);
            if (i == 0)
            {
                line.Append(Mark(FieldCharValues.Begin));
                line.Append(Instruction(string.Create(CultureInfo.InvariantCulture, $"TOC \\o \"1-{levels}\" \\h \\z")));
                line.Append(Mark(FieldCharValues.Separate));
            }

            line.Append(page is { } number ? Numbered(entry, number) : new Hyperlink([.. Words(entry.Text)]) { Anchor = entry.Mark, History = true });
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
    public IEnumerable<OpenXmlElement> WithPageNumbers(int levels) => headings.Where(h => h.Level <= levels).Select(h =>
    {
        var line = Line(h.Level);
        line.Append(Numbered(h, 1));
        return line;
    }).Prepend(WordText.Paragraph(WordStyles.ContentsHeading, "Contents"));

    // Where the number stands follows from the sheet, which a template may have of its own.
    private Paragraph Line(int level)
    {
        var line = WordText.Paragraph(level == 1 ? WordStyles.Contents1 : WordStyles.Contents2, Array.Empty<OpenXmlElement>());
        line.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = paper.PortraitWidth });
        return line;
    }

    private static Hyperlink Numbered(Entry entry, int page) => new(
    [
        .. Words(entry.Text), Plain(new Run(new TabChar())),
        Mark(FieldCharValues.Begin), Instruction($"PAGEREF {entry.Mark} \\h"), Mark(FieldCharValues.Separate),
        Plain(new Run(new Text(page.ToString(CultureInfo.InvariantCulture)))), Mark(FieldCharValues.End),
    ]) { Anchor = entry.Mark, History = true };

    private static IEnumerable<Run> Words(string text) => WordText.Runs(text).Select(Plain);

    // A list of forty links in the colour of links, each underlined, is harder to read than one in the colour of text.
    private static Run Plain(Run run)
    {
        run.RunProperties = new RunProperties(new RunStyle { Val = WordStyles.Link }, new Color { Val = CouncilColours.Ink }, new Underline { Val = UnderlineValues.None });
        return run;
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Instruction(string text) => new(new FieldCode($" {text} ") { Space = SpaceProcessingModeValues.Preserve });

    private sealed record Entry(string Mark, int Level, string Text);
}
