using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.TagHelpers;

/// <summary>
/// <c>&lt;figure-link figure="…" /&gt;</c>: a figure that leads to what it is made of. Its text is the figure's own, or
/// <c>text</c> where a table prints it in its own way.
/// </summary>
[HtmlTargetElement("figure-link", Attributes = "figure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FigureTagHelper : TagHelper
{
    public Figure Figure { get; set; } = null!;

    public string? Text { get; set; }

    /// <summary>The addresses of the figure's edition, on a page that shows more than one; else those of the page's own.</summary>
    public EditionLinks? In { get; set; }

    /// <summary>The page that the figure stands on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figure figure--link");
        output.Attributes.SetAttribute("href", (In ?? ViewContext.ViewData.Opened().Links).To(Figure.Source));
        output.Content.SetContent(Text ?? Figure.Text);
    }
}
