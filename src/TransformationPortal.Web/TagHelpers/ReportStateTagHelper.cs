using Microsoft.AspNetCore.Razor.TagHelpers;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.TagHelpers;

/// <summary><c>&lt;report-state state="…" /&gt;</c>: where a report stands, as word, shape and colour.</summary>
[HtmlTargetElement("report-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReportStateTagHelper : TagHelper
{
    public ReportState State { get; set; }

    /// <summary>Whether it was approved once and is being changed.</summary>
    public bool Reopened { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The further a report has come, the fuller the shape.
        var (name, shape) = State switch
        {
            ReportState.NotStarted => ("not-started", """<circle class="badge__ring" cx="8" cy="8" r="6" />"""),
            ReportState.Draft => ("draft", """<circle class="badge__ring" cx="8" cy="8" r="6" /><path d="M8 8V2a6 6 0 0 1 6 6Z" />"""),
            ReportState.Submitted => ("submitted", """<circle class="badge__ring" cx="8" cy="8" r="6" /><path d="M8 2a6 6 0 0 1 0 12Z" />"""),
            ReportState.Returned => ("returned", """<path d="M7 1v4h8v6H7v4L0 8Z" />"""),
            ReportState.Approved => ("approved", """<circle cx="8" cy="8" r="7" /><path class="badge__mark" d="m4.5 8.2 2.4 2.4 4.6-5" />"""),
            _ => throw new ArgumentOutOfRangeException(nameof(context), State, "Unknown state of a report."),
        };
        Badge.Write(output, "report-state report-state--" + name, shape, Reopened && State == ReportState.Draft ? "Reopened" : State.Name());
    }
}
