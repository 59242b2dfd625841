using System.Globalization;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Text;

/// <summary>
/// Text that the programme office writes, as HTML: emphasis, lists and links. HTML in it is shown, not obeyed, and a link
/// may lead only to an https address or a page of the portal. A figure leads to what it is made of, on the reader's basis.
/// </summary>
public static class StoryHtml
{
    private const string NotePlace = "\uE001";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Paragraphs and lists.</summary>
    public static IHtmlContent Block(string markdown, OpenedEdition opened) => new HtmlString(Render(markdown, opened));

    /// <summary>One line, without a paragraph around it.</summary>
    public static IHtmlContent Line(string markdown, OpenedEdition opened)
    {
        var html = Render(markdown, opened).Trim();
        return new HtmlString(html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html);
    }

    /// <summary>The mark of the footnote of that number.</summary>
    public static IHtmlContent NoteMark(int number) => new HtmlString(Mark(number));

    /// <summary>Footnotes under the text that they belong to, the first first; nothing where it has none.</summary>
    public static IHtmlContent Notes(IReadOnlyList<string> sources) => new HtmlString(Listed(sources));

    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"<sup><span class=\"govuk-visually-hidden\">note </span>{number}</sup>");

    private static string Listed(IReadOnlyList<string> sources) => string.Concat(sources.Select((source, i) =>
        $"<span class=\"source-note\">{Mark(i + 1)} Source: {HtmlEncoder.Default.Encode(source)}</span>"));

    // A note’s place is kept by a character that nobody writes while Markdown is read.
    private static string Render(string markdown, OpenedEdition opened)
    {
        var sources = new List<string>();
        var marked = SourceNotes.Replace(markdown.Replace(NotePlace, "", StringComparison.Ordinal), source =>
        {
            sources.Add(source);
            return NotePlace;
        });
        var html = RenderText(marked, opened);
        if (sources.Count == 0)
        {
            return html;
        }

        var parts = html.Split(NotePlace);
        var withMarks = string.Concat(parts.Select((part, i) => i == 0 ? part : Mark(i) + part)).TrimEnd();
        return withMarks.EndsWith("</p>", StringComparison.Ordinal) ? withMarks[..^4] + Listed(sources) + "</p>" : withMarks + Listed(sources);
    }

    private static string RenderText(string markdown, OpenedEdition opened)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!link.IsImage && link.Url?.StartsWith(FixedProse.Scheme, StringComparison.Ordinal) == true)
            {
                LeadToFigure(link, opened);
                continue;
            }

            link.Url = opened.Links.Story(link.Url, opened.Content) ?? link.Url;
            if (link.IsImage || !IsAllowed(link.Url))
            {
                link.Url = "";
                link.ReplaceBy(new EmphasisInline { DelimiterChar = '*', DelimiterCount = 1 }, copyChildren: true);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !IsAllowed(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        GlossaryWords.Link(document, opened.Content.Words ?? [], opened.Links.Glossary);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    // The title is what the figure reads if pending decisions are agreed; it is no text to hover over.
    private static void LeadToFigure(LinkInline link, OpenedEdition opened)
    {
        link.Url = opened.Links.ToFigure(link.Url![FixedProse.Scheme.Length..]);
        if (opened.Basis == DecisionBasis.IfAgreed && link.Title is { Length: > 0 } agreed)
        {
            link.Clear();
            link.AppendChild(new LiteralInline(agreed));
        }

        link.Title = null;
        link.GetAttributes().AddClass("figure");
        link.GetAttributes().AddClass("figure--link");
    }

    private static bool IsAllowed(string? address) => address is not null
        && ((Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "https")
            || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)));
}
