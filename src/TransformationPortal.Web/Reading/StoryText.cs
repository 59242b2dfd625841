using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace TransformationPortal.Web.Reading;

/// <summary>
/// Text that the programme office writes, as HTML: emphasis, lists and links. HTML in it is shown, not obeyed, and a link
/// may lead only to http, https or a page of the portal.
/// </summary>
public static class StoryText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Paragraphs and lists.</summary>
    public static IHtmlContent Block(string markdown) => new HtmlString(Render(markdown));

    /// <summary>One line, without a paragraph around it.</summary>
    public static IHtmlContent Line(string markdown)
    {
        var html = Render(markdown).Trim();
        return new HtmlString(html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html);
    }

    private static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
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

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool IsAllowed(string? address) => address is not null
        && ((Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)));
}
