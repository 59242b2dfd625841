using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Word;

/// <summary>Figures in sentences that lead to the portal's page of what they are made of.</summary>
internal sealed class WordLinks(MainDocumentPart main, AnnexFace face)
{
    private readonly Dictionary<Uri, string> ids = [];

    private readonly WordNotes notes = new(main);

    /// <summary>A paragraph of a text; each figure in it is a link where it is known how readers reach the portal.</summary>
    public Paragraph Paragraph(string style, AnnexText text) => WordText.Paragraph(style, text.Runs.SelectMany(Content));

    private IEnumerable<OpenXmlElement> Content(AnnexRun run)
    {
        if (run.Note is { } source)
        {
            return [notes.Mark(source)];
        }

        var words = WordText.Runs(run.Text, run.IsStrong ? WordStyles.Strong : null);
        return run.FigureAddress is { } figure && face.LinkTo(figure) is { } address ? [new Hyperlink(words) { Id = IdOf(address), History = true }] : words;
    }

    private string IdOf(Uri address)
    {
        if (!ids.TryGetValue(address, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"rIdLink{ids.Count + 1}");
            main.AddHyperlinkRelationship(address, isExternal: true, id);
            ids.Add(address, id);
        }

        return id;
    }
}
