using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;risk-level level="…" /&gt;</c>: how grave a risk is, as word, shape and colour.</summary>
[HtmlTargetElement("risk-level", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RiskTagHelper : TagHelper
{
    public RiskLevel Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, bars) = Level switch
        {
            RiskLevel.High => ("high", """<path d="M1 10h4v5H1ZM6 6h4v9H6ZM11 1h4v14h-4Z" />"""),
            RiskLevel.Medium => ("medium", """<path d="M1 10h4v5H1ZM6 6h4v9H6Z" />"""),
            RiskLevel.Low => ("low", """<path d="M1 10h4v5H1Z" />"""),
            _ => throw new ArgumentOutOfRangeException(nameof(context), Level, "Unknown level of risk."),
        };
        Badge.Write(output, "risk-level risk-level--" + name, bars, Level.ToString());
    }
}
