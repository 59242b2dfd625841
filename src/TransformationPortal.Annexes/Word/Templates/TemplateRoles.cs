using DocumentFormat.OpenXml.Wordprocessing;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>A style that papers need.</summary>
/// <param name="Id">By which papers refer to it.</param>
/// <param name="Name">By which it is looked for in a template, whatever the case; Word keeps the names of its own styles in English.</param>
/// <param name="Use">What it is for.</param>
internal sealed record TemplateRole(string Id, string Name, StyleValues Type, string Use);

/// <summary>The styles that papers need, in the order in which a paper shows them.</summary>
internal static class TemplateRoles
{
    public static IReadOnlyList<TemplateRole> All { get; } =
    [
        Paragraph("Normal", "Normal", "Text"),
        Paragraph(WordStyles.Title, "Title", "The title of a paper"),
        Paragraph(WordStyles.Subtitle, "Subtitle", "The programme and quarter under it"),
        Paragraph(WordStyles.Heading1, "heading 1", "Parts and main headings"),
        Paragraph(WordStyles.Heading2, "heading 2", "Headings in a part"),
        Paragraph(WordStyles.Heading3, "heading 3", "Headings below those"),
        Paragraph(WordStyles.ContentsHeading, "TOC Heading", "The heading of the contents"),
        Paragraph(WordStyles.Contents1, "toc 1", "Lines of the contents"),
        Paragraph(WordStyles.Contents2, "toc 2", "Lines of the contents, second level"),
        Paragraph(WordStyles.Lead, "Lead", "The sentence that sums a section up"),
        Paragraph(WordStyles.Numbered, "Numbered Paragraph", "Numbered paragraphs"),
        Paragraph(WordStyles.Bullet, "List Bullet", "Bullets"),
        Paragraph(WordStyles.Box, "Recommendations", "The box of recommendations"),
        Paragraph(WordStyles.Fact, "Fact", "Lines of a name and what it is, at the head"),
        Paragraph(WordStyles.Warning, "Warning", "That a paper is a draft, or corrected"),
        Paragraph(WordStyles.Caption, "caption", "Titles of tables"),
        Paragraph(WordStyles.Units, "Units", "The units of a table"),
        Paragraph(WordStyles.Note, "Note", "Notes under a table"),
        Paragraph(WordStyles.TableHead, "Table Head", "Column headings"),
        Paragraph(WordStyles.TableHeadRight, "Table Head Right", "Column headings over figures"),
        Paragraph(WordStyles.TableText, "Table Text", "Words in a table"),
        Paragraph(WordStyles.TableFigure, "Table Figure", "Figures in a table"),
        Paragraph(WordStyles.TileValue, "Tile Value", "Headline figures"),
        Paragraph(WordStyles.RecordField, "Record Field", "Registers in large print"),
        Paragraph(WordStyles.Header, "header", "The line that heads each page"),
        Paragraph(WordStyles.Footer, "footer", "The line that ends each page"),
        new(WordStyles.Strong, "Strong", StyleValues.Character, "Words that stand out"),
        new(WordStyles.Link, "Hyperlink", StyleValues.Character, "Links"),
        new(WordStyles.Table, "Council Table", StyleValues.Table, "Tables"),
    ];

    public static TemplateRole Of(string id) => All.First(r => r.Id == id);

    /// <summary>A template's style for a role, by its name; nothing where it has none.</summary>
    public static Style? Find(Styles styles, TemplateRole role) => styles.Elements<Style>().FirstOrDefault(s =>
        s.Type?.Value == role.Type && s.StyleId?.Value is { Length: > 0 } && string.Equals(s.StyleName?.Val?.Value?.Trim(), role.Name, StringComparison.OrdinalIgnoreCase));

    private static TemplateRole Paragraph(string id, string name, string use) => new(id, name, StyleValues.Paragraph, use);
}
