using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;rag rating="…" /&gt;</c>: a rating as word, shape and colour, so that it reads in greyscale and aloud.</summary>
[HtmlTargetElement("rag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RagTagHelper : TagHelper
{
    /// <summary>The rating; none for what has not been rated.</summary>
    public Rag? Rating { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, word, shape) = Rating switch
        {
            Rag.Green => ("green", "Green", """<circle cx="8" cy="8" r="7" />"""),
            Rag.Amber => ("amber", "Amber", """<path d="M8 1 15.5 15H.5Z" />"""),
            Rag.Red => ("red", "Red", """<path d="M8 .5 15.5 8 8 15.5 .5 8Z" />"""),
            null => ("none", "Not rated", """<path d="M1 7h14v2H1Z" />"""),
            _ => throw new ArgumentOutOfRangeException(nameof(context), Rating, "Unknown rating."),
        };
        Badge.Write(output, "rag rag--" + name, shape, word);
        if (Rating is { } rating)
        {
            output.Attributes.SetAttribute("title", rating.Meaning());
        }
    }
}
