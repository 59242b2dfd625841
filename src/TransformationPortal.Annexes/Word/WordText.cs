using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>Paragraphs and runs. All text enters a paper here, and is cleaned here.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, string text) => Paragraph(style, Runs(text));

    public static Paragraph Paragraph(string style, AnnexText text) =>
        Paragraph(style, text.Runs.SelectMany(r => Runs(r.Plain, r.IsStrong ? WordStyles.Strong : null)));

    public static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } });
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A name in strong type, then its value: a field of a record, a fact about the file.</summary>
    public static Paragraph Named(string style, string name, string value, bool isTabbed) =>
        Paragraph(style, [.. Runs(name + (isTabbed ? "" : ": "), WordStyles.Strong), .. isTabbed ? [new Run(new TabChar())] : Array.Empty<Run>(), .. Runs(value)]);

    /// <summary>Several fields of a record in one line, each with its name.</summary>
    public static Paragraph Named(string style, IEnumerable<(string Name, string Value)> fields) =>
        Paragraph(style, fields.SelectMany((f, i) => (IEnumerable<Run>)[.. i == 0 ? [] : Runs("  ·  "), .. Runs(f.Name.Replace(' ', '\u00A0') + ":\u00A0", WordStyles.Strong), .. Runs(f.Value)]));

    /// <summary>The text as runs; a new line in it stays one.</summary>
    public static IEnumerable<Run> Runs(string text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
        {
            run.RunProperties = new RunProperties { RunStyle = new RunStyle { Val = style } };
        }

        var lines = XmlText.Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        yield return run;
    }

    /// <summary>A simple field with the text that stands until a program has computed it.</summary>
    public static SimpleField Field(string instruction, string text) => new([.. Runs(text)]) { Instruction = $" {instruction} " };
}
