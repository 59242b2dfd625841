using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TransformationPortal.Annexes.Word;

/// <summary>Footnotes of a paper: where figures that are not the portal’s come from. A paper without any has no part for them.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private Footnotes? notes;

    private int last;

    /// <summary>The mark of a new footnote.</summary>
    public Run Mark(string source)
    {
        notes ??= Begin();
        last++;
        notes.Append(new Footnote(WordText.Paragraph(WordStyles.Note, [new Run(Raised(), new FootnoteReferenceMark()), .. WordText.Runs($" Source: {source}")])) { Id = last });
        return new Run(Raised(), new FootnoteReference { Id = last });
    }

    // What parts the text from its footnotes is a footnote of its own kind.
    private Footnotes Begin()
    {
        var part = main.AddNewPart<FootnotesPart>("rIdNotes");
        part.Footnotes = new Footnotes(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        return part.Footnotes;
    }

    private static RunProperties Raised() => new(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });
}
