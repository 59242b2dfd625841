using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Helpers;
using Microsoft.AspNetCore.Html;

namespace TransformationPortal.Web.Text;

/// <summary>The glossary as the portal shows it: the one that the project's own documentation holds, each word with an anchor.</summary>
public sealed class Glossary
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly Lazy<(IHtmlContent Text, IReadOnlyList<string> Terms)> content = new(Read);

    public IHtmlContent Text => content.Value.Text;

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Terms => content.Value.Terms;

    /// <summary>The place of one of its words on the page.</summary>
    public static string Anchor(string term) => LinkHelper.UrilizeAsGfm(term);

    private static (IHtmlContent, IReadOnlyList<string>) Read()
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream("glossary.md")
            ?? throw new InvalidOperationException("The glossary is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var markdown = reader.ReadToEnd();
        var lines = markdown.Split('\n');

        // The page has a heading of its own.
        var body = string.Join('\n', lines.SkipWhile(l => l.StartsWith("# ", StringComparison.Ordinal)));
        return (new HtmlString(Markdown.ToHtml(body, Pipeline)), [.. lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].Trim())]);
    }
}
