using System.Globalization;

namespace TransformationPortal.Core.Reports;

/// <summary>The report says how many posts the project needs and has and, where some are missing, what that holds up.</summary>
internal static class CapacityCheck
{
    public static void Check(ReportContent content, ReportFindings findings)
    {
        var capacity = content.Capacity ?? new(null, null, null, null);
        var (needed, filled) = (ReportFields.Capacity(nameof(capacity.PostsNeeded)), ReportFields.Capacity(nameof(capacity.PostsFilled)));
        Posts(needed, capacity.PostsNeeded, "needs", findings);
        Posts(filled, capacity.PostsFilled, "has filled", findings);
        if (capacity.PostsFilled > capacity.PostsNeeded)
        {
            findings.Wrong(filled, "More posts are filled than are needed: check the two numbers.");
        }

        findings.Text(ReportFields.Capacity(nameof(capacity.HoldsUp)), capacity.HoldsUp, ReportLimits.Paragraph, "what the gap holds up",
            capacity.Gap > 0 ? string.Create(CultureInfo.InvariantCulture, $"Say what the gap of {capacity.Gap:0.##} {(capacity.Gap == 1 ? "post" : "posts")} holds up.") : null);
        if (capacity.Risk is { } key && findings.IsCode(ReportFields.Capacity(nameof(capacity.Risk)), key) && !content.Risks.Any(r => r.Key == key))
        {
            findings.Wrong(ReportFields.Capacity(nameof(capacity.Risk)), $"There is no risk or issue {ReportWords.Named(key, "of this reference")} in this report: choose one that is there.");
        }
    }

    private static void Posts(string field, decimal? posts, string verb, ReportFindings findings)
    {
        if (posts is not { } number)
        {
            findings.Missing(field, $"Say how many posts the project {verb}, in full-time equivalents; enter 0 if none.");
        }
        else if (number < 0)
        {
            findings.Wrong(field, $"The number of posts the project {verb} cannot be negative.");
        }
        else if (number >= ReportLimits.Posts)
        {
            findings.Wrong(field, $"Check the number of posts the project {verb}: it must be below 10,000.");
        }
    }
}
