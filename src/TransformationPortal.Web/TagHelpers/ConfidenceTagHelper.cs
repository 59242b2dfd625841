using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;confidence band="…" programme="…" /&gt;</c>: a band of confidence as the council's word, a shape and a colour.</summary>
[HtmlTargetElement("confidence", Attributes = "band,programme", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConfidenceTagHelper : TagHelper
{
    public Confidence Band { get; set; }

    /// <summary>The programme, whose council may have words of its own.</summary>
    public Programme Programme { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The fuller the shape, the surer the saving.
        var (name, shape) = Band switch
        {
            Confidence.Delivered => ("delivered", """<circle cx="8" cy="8" r="7" /><path class="badge__mark" d="m4.5 8.2 2.4 2.4 4.6-5" />"""),
            Confidence.High => ("high", """<circle cx="8" cy="8" r="7" />"""),
            Confidence.Medium => ("medium", """<circle class="badge__ring" cx="8" cy="8" r="6" /><path d="M8 2a6 6 0 0 1 0 12Z" />"""),
            Confidence.Low => ("low", """<circle class="badge__ring" cx="8" cy="8" r="6" />"""),
            _ => throw new ArgumentOutOfRangeException(nameof(context), Band, "Unknown confidence."),
        };
        Badge.Write(output, "confidence confidence--" + name, shape, Programme.Label(Band));
        output.Attributes.SetAttribute("title", Band.Meaning());
    }
}
