using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// The project is rated overall and on its five aspects, each with a reason. Whatever is not green has a path to green: at
/// least one step with an action, an owner and a day.
/// </summary>
internal static class RatingsCheck
{
    public static void Check(ReportContent content, ReportFindings findings)
    {
        foreach (var aspect in Enum.GetValues<RagAspect>())
        {
            var name = ReportWords.Rating(aspect);
            var entry = content.Rating(aspect);
            if (entry?.Rag is null)
            {
                findings.Missing(ReportFields.Rag(aspect), $"Give the {name}: red, amber or green.");
            }

            findings.Text(ReportFields.Reason(aspect), entry?.Reason, ReportLimits.Paragraph, $"the reason of the {name}",
                entry?.Rag is { } rated ? $"Say why the {name} is {rated.ToString().ToLowerInvariant()}." : null);
            if (entry?.Rag is { } rag and not Rag.Green && !content.PathToGreen.Any(s => s.Aspect == aspect))
            {
                findings.Missing(ReportFields.PathToGreen(aspect),
                    $"The {name} is {rag.ToString().ToLowerInvariant()}: say what will bring it back to green, who does it and by when.");
            }
        }

        findings.Once(content.Ratings, r => r.Aspect.ToString(), r => ReportFields.Rag(r.Aspect), r => $"There are two {ReportWords.Rating(r.Aspect)}s: keep one.");
        findings.Rows("PathToGreen", content.PathToGreen.Count, ReportLimits.PathToGreenSteps, "steps to green");
        foreach (var step in content.PathToGreen)
        {
            var of = $"of the path to green of the {ReportWords.Rating(step.Aspect)}";
            findings.Text(ReportFields.PathToGreen(step.Key, nameof(step.Action)), step.Action, ReportLimits.Paragraph, $"the action {of}", $"Say what the action {of} is.");
            findings.Text(ReportFields.PathToGreen(step.Key, nameof(step.Owner)), step.Owner, ReportLimits.Title, $"the owner {of}", $"Say who owns the action {of}.");
            if (step.Due is null)
            {
                findings.Missing(ReportFields.PathToGreen(step.Key, nameof(step.Due)), $"Say by which day the action {of} is done.");
            }
        }
    }
}
