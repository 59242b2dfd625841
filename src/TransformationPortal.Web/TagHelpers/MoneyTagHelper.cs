using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;money amount="…" as="Pounds" /&gt;</c>: an amount by the one formatter; a blank, said aloud as such, where nothing is recorded.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public Money? Amount { get; set; }

    /// <summary>How it is shown.</summary>
    [HtmlAttributeName("as")]
    public MoneyStyle Style { get; set; } = MoneyStyle.Pounds;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figure");
        if (Amount is null)
        {
            output.Content.SetHtmlContent("""<span class="govuk-visually-hidden">Nothing recorded</span>""");
        }
        else
        {
            output.Content.SetContent(MoneyFormat.Format(Amount, Style));
        }
    }
}
