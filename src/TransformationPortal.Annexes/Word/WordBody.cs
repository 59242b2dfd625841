using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Word;

/// <summary>
/// The body of a paper: front, contents, parts. A section with a table too wide for the upright sheet is turned; a part that
/// would be turned back and forth lies on its side from beginning to end, its lines no longer than on the upright sheet.
/// </summary>
internal sealed class WordBody(MainDocumentPart main, Paper paper, WordPages pages, WordNumbering numbering, WordLinks links)
{
    private readonly WordContents contents = new(paper);
    private readonly WordTables tables = new(paper);
    private readonly WordRegisters registers = new(paper);
    private readonly WordCharts charts = new(main, paper);

    /// <param name="headingPages">The page of each heading, in order; none where nobody has laid the paper out yet.</param>
    public Body Build(AnnexDocument document, AnnexFace face, Logo? logo, bool forPages, IReadOnlyList<int>? headingPages)
    {
        var body = new Body();
        var isLandscape = false;
        for (var part = 0; part < document.Parts.Count; part++)
        {
            var (title, sections) = document.Parts[part];
            var isFirst = true;
            var lies = Turns(sections) > 2;
            foreach (var section in sections)
            {
                var turns = (lies || IsLandscape(section, isLandscape)) != isLandscape;
                if (turns)
                {
                    if (body.HasChildren)
                    {
                        body.Append(pages.End(isLandscape));
                    }

                    isLandscape = !isLandscape;
                }

                if (isFirst && title is not null)
                {
                    body.Append(OnNewPage(contents.Heading(title, 1), !turns));
                }

                isFirst = false;
                body.Append(contents.Heading(section.Title, title is null ? 1 : 2));
                body.Append(section.Blocks.SelectMany((b, i) =>
                {
                    var elements = Block(b, document.NumbersRunOn ? 0 : part, paper.Width(isLandscape), title is null ? 2 : 3, i == 0 ? section.Title : null);
                    return IsText(b) ? Text(elements, isLandscape ? paper.LandscapeWidth - paper.LongestLine : 0, isAfterTable: i > 0 && !IsText(section.Blocks[i - 1])) : elements;
                }));
            }
        }

        // What only a machine reads stands last; and a table may not be the last thing in a file.
        body.Append(WordText.Named(WordStyles.Note, [(AnnexFace.SealName, face.Seal)]));
        body.Append(WordText.Paragraph(WordStyles.Spacer, Array.Empty<OpenXmlElement>()));
        body.Append(pages.Section(isLandscape));
        var levels = document.Parts.Count > 1 ? 2 : 1;
        List<OpenXmlElement> front = [.. logo is null ? [] : new OpenXmlElement[] { WordLogo.Paragraph(main, logo) }, .. Front(document, face), .. forPages ? contents.WithPageNumbers(levels) : contents.Field(levels, headingPages)];
        for (var i = 0; i < front.Count; i++)
        {
            body.InsertAt(front[i], i);
        }

        return body;
    }

    private IEnumerable<OpenXmlElement> Front(AnnexDocument document, AnnexFace face)
    {
        // The title heads the whole for who finds their way by headings, whatever the style says.
        var title = WordText.Paragraph(WordStyles.Title, document.Title);
        title.ParagraphProperties!.OutlineLevel = new OutlineLevel { Val = 0 };
        yield return title;
        yield return WordText.Paragraph(WordStyles.Subtitle, document.Subject);
        foreach (var warning in new[] { face.Warning, face.Notice }.OfType<string>())
        {
            yield return WordText.Paragraph(WordStyles.Warning, warning);
        }

        foreach (var (name, value) in face.Facts.Where(f => f.Name != AnnexFace.SealName))
        {
            yield return WordText.Named(WordStyles.Fact, name, value, isTabbed: paper.Small < paper.Body);
        }
    }

    private IEnumerable<OpenXmlElement> Block(AnnexBlock block, int part, int width, int level, string? heading) => block switch
    {
        AnnexBlock.Lead lead => [links.Paragraph(WordStyles.Lead, lead.Text)],
        AnnexBlock.Paragraph paragraph => [links.Paragraph("Normal", paragraph.Text)],
        AnnexBlock.Numbered numbered => [Numbered(numbered.Text, part)],
        AnnexBlock.Details details => details.Lines.Select(l => WordText.Named(WordStyles.Fact, l.Name, l.Text, isTabbed: paper.Small < paper.Body)),
        AnnexBlock.Box box => box.Items.Select((item, i) => links.Paragraph(WordStyles.Box, box.Items.Count == 1 ? item : AnnexText.Of($"({Letter(i)}) {item}"))),
        AnnexBlock.Subheading subheading => [contents.Heading(subheading.Text, level)],
        AnnexBlock.Bullets bullets => bullets.Items.Select(i => links.Paragraph(WordStyles.Bullet, i)),
        AnnexBlock.Tiles tiles => tables.Tiles(tiles.Title, tiles.Items, width),
        AnnexBlock.Figures figures => tables.Figures(figures.Table, width),
        AnnexBlock.Chart chart => Chart(chart, width, level),
        AnnexBlock.Register register => registers.Register(register.Table, width, register.Table.Title == heading),
        AnnexBlock.Note note => [WordText.Paragraph(WordStyles.Note, note.Text)],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block of a paper."),
    };

    private IEnumerable<OpenXmlElement> Chart(AnnexBlock.Chart chart, int width, int level)
    {
        yield return contents.Heading(chart.View.Title, level);
        var summary = WordText.Paragraph("Normal", chart.View.Summary);
        summary.ParagraphProperties!.KeepNext = new KeepNext();
        yield return summary;

        if (chart.HasPicture)
        {
            yield return charts.Chart(chart, width);
        }

        foreach (var element in tables.Figures(chart.View.Table, width))
        {
            yield return element;
        }
    }

    private Paragraph Numbered(AnnexText text, int part)
    {
        var paragraph = links.Paragraph(WordStyles.Numbered, text);
        paragraph.ParagraphProperties!.NumberingProperties = numbering.Paragraphs(part);
        return paragraph;
    }

    private static Paragraph OnNewPage(Paragraph heading, bool isBreakNeeded)
    {
        heading.ParagraphProperties!.PageBreakBefore = isBreakNeeded ? new PageBreakBefore() : null;
        return heading;
    }

    // How often the sheet would be turned within a part, were each section to have it as it needs.
    private int Turns(IReadOnlyList<AnnexSection> sections)
    {
        var (turns, isLandscape) = (0, false);
        foreach (var section in sections)
        {
            if (IsLandscape(section, isLandscape) != isLandscape)
            {
                (turns, isLandscape) = (turns + 1, !isLandscape);
            }
        }

        return turns;
    }

    private static bool IsText(AnnexBlock block) => block is AnnexBlock.Lead or AnnexBlock.Paragraph or AnnexBlock.Numbered or AnnexBlock.Bullets or AnnexBlock.Details or AnnexBlock.Box;

    // The eye loses a line as long as the turned sheet is wide, and a table needs room below it.
    private static IEnumerable<OpenXmlElement> Text(IEnumerable<OpenXmlElement> elements, int indent, bool isAfterTable)
    {
        var isFirst = true;
        foreach (var element in elements)
        {
            if (element is Paragraph { ParagraphProperties: { } properties })
            {
                properties.Indentation = indent > 0 ? new Indentation { Right = Twips(indent) } : properties.Indentation;
                properties.SpacingBetweenLines = isAfterTable && isFirst ? new SpacingBetweenLines { Before = Twips(240) } : properties.SpacingBetweenLines;
                isFirst = false;
            }

            yield return element;
        }
    }

    private static string Letter(int index) => ((char)('a' + (index % 26))).ToString();

    private static string Twips(int length) => length.ToString(CultureInfo.InvariantCulture);

    // A register's table stays on the sheet as it lies, where it goes in: turning back and forth would leave half-empty pages.
    private bool IsLandscape(AnnexSection section, bool isLandscape) => section.Blocks.Any(NeedsLandscape)
        || (isLandscape && section.Blocks.All(b => b is AnnexBlock.Register { Table: var table } && RegisterFit.ShapeOf(table, paper) != RegisterShape.Records));

    private bool NeedsLandscape(AnnexBlock block) => block switch
    {
        AnnexBlock.Figures figures => !TableFit.FitsPortrait(figures.Table, paper),
        AnnexBlock.Chart chart => !TableFit.FitsPortrait(chart.View.Table, paper),
        AnnexBlock.Register register => RegisterFit.ShapeOf(register.Table, paper) == RegisterShape.LandscapeTable,
        _ => false,
    };
}
