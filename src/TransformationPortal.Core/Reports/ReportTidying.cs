using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// Brings what was posted into its canonical shape: texts without space around them, what is empty left out, rows in a fixed
/// order, a key for every row. Two contents that mean the same are then the same.
/// </summary>
internal static class ReportTidying
{
    /// <param name="content">What was posted.</param>
    /// <param name="stored">What the report holds, whose keys are not given to other rows.</param>
    /// <param name="project">Code of the project, which new references of risks begin with.</param>
    public static ReportContent Tidy(ReportContent content, ReportContent stored, string project)
    {
        content = ReportParts.All.Aggregate(content, (tidied, part) => part.Tidy(tidied, stored, project));
        return content with
        {
            Ratings = [.. content.Ratings.Select(r => r with { Reason = Clean(r.Reason) }).Where(r => r is not { Rag: null, Reason: null }).OrderBy(r => r.Aspect)],
            Progress = Clean(content.Progress),
            NextSteps = Clean(content.NextSteps),
            UnchangedBecause = Clean(content.UnchangedBecause),
            Savings = [.. content.Savings.Where(s => s.Amount is not null).OrderBy(s => s.Line, CodeOrder.Instance).ThenBy(s => s.Year).ThenBy(s => s.Confidence)],
            Variances = [.. content.Variances.Select(v => v with { Text = Clean(v.Text) }).Where(v => v.Text is not null)
                .OrderBy(v => v.Line, CodeOrder.Instance).ThenBy(v => v.Year)],
            Spend = [.. content.Spend.Where(s => s.Amount is not null).OrderBy(s => s.CostLine, CodeOrder.Instance)],
        };
    }

    /// <summary>A text without space around it; nothing where nothing is left.</summary>
    internal static string? Clean(string? text) => TypedText.Clean(text).Text.Trim() is { Length: > 0 } clean ? clean : null;
}
