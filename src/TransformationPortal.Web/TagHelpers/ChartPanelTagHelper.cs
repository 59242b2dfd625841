using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;chart-panel chart="…" /&gt;</c>: a chart with its table. The script draws the picture from the table, so the two cannot differ.</summary>
[HtmlTargetElement("chart-panel", Attributes = "chart")]
public sealed class ChartPanelTagHelper(IHtmlHelper html) : TagHelper
{
    public ChartView Chart { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "panel chart-panel");
        if (Chart.HasPicture)
        {
            output.Attributes.SetAttribute("data-chart", Shape);
        }

        output.Attributes.SetAttribute("aria-labelledby", Chart.Key + "-title");
        var more = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(await html.PartialAsync("_ChartPanel", Chart));
        output.Content.AppendHtml(more);
    }

    private string Shape => Chart.Shape switch
    {
        ChartShape.Bars => "bars",
        ChartShape.StackedBars => "stacked-bars",
        ChartShape.StackedColumns => "stacked-columns",
        ChartShape.GroupedColumns => "grouped-columns",
        _ => throw new InvalidOperationException("Unknown chart shape."),
    };
}
