using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// What looks doubtful in a report.
/// <list type="bullet">
/// <item>Green with slipped milestones: the project is rated green overall, although a milestone not yet reached is forecast
/// later than its baseline, or was forecast for a day that had passed by the end of the month.</item>
/// <item>High confidence with nothing delivered late in the year: in the last three months of the year, January to March, a line
/// still has an amount at high confidence in that year and nothing delivered.</item>
/// <item>Unchanged three months running: the report says what the two before it said, whatever was spent.</item>
/// <item>Red risk under a green project: a risk or issue is rated high with its controls in place, and the project green overall.</item>
/// <item>Capacity gap without a risk: posts are missing, and no risk or issue of the report is named as covering the gap.</item>
/// <item>The questions of <see cref="RatingDoubts"/>, <see cref="DayDoubts"/> and <see cref="AmountDoubts"/>.</item>
/// </list>
/// </summary>
public static class ReportDoubts
{
    /// <summary>The months before the end of the financial year that count as late in it.</summary>
    private const int LateMonths = 3;

    public static IReadOnlyList<ReportDoubt> Find(ReportContent content, ReportContext context) =>
    [
        .. new[]
        {
            SlippedMilestones(content, context.Month), NothingDelivered(content, context.Month), Unchanged(content, context.Previous),
            RedRisk(content), CapacityGap(content), RatingDoubts.LowConfidence(content), RatingDoubts.BetterThanWorst(content),
            RatingDoubts.ReasonKept(content, context), RatingDoubts.SameText(content, context), DayDoubts.MilestonePassed(content, context),
            DayDoubts.MilestoneMoved(content, context), DayDoubts.PathPassed(content, context), AmountDoubts.Delivered(content, context),
            AmountDoubts.Unusual(content, context),
        }.OfType<ReportDoubt>(),
    ];

    private static ReportDoubt? SlippedMilestones(ReportContent content, ReportingMonth month)
    {
        if (!IsGreen(content))
        {
            return null;
        }

        var slipped = content.Milestones.Where(m => m.Actual is null && (m.SlipDays > 0 || (m.Forecast ?? m.Baseline) <= month.LastDay)).ToList();
        return slipped.Count == 0 ? null : Doubt(DoubtKind.GreenWithSlippedMilestones, ReportSection.Ratings, ReportFields.Rag(RagAspect.Overall),
            $"The project is rated green although {(slipped.Count == 1 ? "a milestone has" : "milestones have")} slipped: {List(slipped.Select(Slip))}.");
    }

    private static string Slip(MilestoneEntry milestone) => milestone.SlipDays is { } days and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"“{milestone.Title}” by {days} {(days == 1 ? "day" : "days")}")
        : $"“{milestone.Title}” was due on {DateFormat.Long(milestone.Forecast ?? milestone.Baseline!.Value)} and is not reached";

    private static ReportDoubt? NothingDelivered(ReportContent content, ReportingMonth month)
    {
        var year = month.FinancialYear;
        if (month.FirstDay.AddMonths(LateMonths) <= year.LastDay)
        {
            return null;
        }

        var lines = content.Savings.Where(c => c.Year == year && c.Amount > Money.Zero).GroupBy(c => c.Line, StringComparer.Ordinal)
            .Where(g => g.Any(c => c.Confidence == Confidence.High) && !g.Any(c => c.Confidence == Confidence.Delivered))
            .Select(g => $"{g.Key} ({ReportWords.Pounds(g.First(c => c.Confidence == Confidence.High).Amount.OrZero())})").ToList();
        return lines.Count == 0 ? null : Doubt(DoubtKind.HighConfidenceNothingDelivered, ReportSection.Savings, "Savings",
            $"{year} ends on {DateFormat.Long(year.LastDay)}, and these savings are at high confidence with nothing delivered: {List(lines)}.");
    }

    private static ReportDoubt? Unchanged(ReportContent content, IReadOnlyList<PastReport> previous) =>
        !IsUnchanged(content, previous) ? null : Doubt(DoubtKind.UnchangedThreeMonths, ReportSection.Progress, ReportFields.Progress,
            $"The report says the same as those for {previous[0].Month.Name} and {previous[1].Month.Name}: nothing has changed three months running.");

    /// <summary>Whether the whole report says what the two before it said.</summary>
    internal static bool IsUnchanged(ReportContent content, IReadOnlyList<PastReport> previous) =>
        previous.Count >= 2 && SaysTheSame(content, previous[0].Content) && SaysTheSame(previous[0].Content, previous[1].Content);

    private static bool SaysTheSame(ReportContent one, ReportContent other) =>
        ReportChanges.Between(one, other).All(c => c.Section == ReportSection.Spend || c.Field == ReportFields.UnchangedBecause);

    private static ReportDoubt? RedRisk(ReportContent content)
    {
        var red = content.Risks.Where(r => r.Closed is null && r.ResidualRating == RiskLevel.High).ToList();
        return red.Count == 0 || !IsGreen(content) ? null : Doubt(DoubtKind.RedRiskUnderGreen, ReportSection.RisksAndIssues, "Risks",
            $"The project is rated green although {List(red.Select(r => $"{r.Kind.ToString().ToLowerInvariant()} {r.Key}"))} stay{(red.Count == 1 ? "s" : "")} high after controls.");
    }

    private static ReportDoubt? CapacityGap(ReportContent content)
    {
        if (content.Capacity is not { Gap: > 0 } capacity || content.Risks.Any(r => r.Key == capacity.Risk))
        {
            return null;
        }

        return Doubt(DoubtKind.CapacityGapWithoutRisk, ReportSection.Capacity, ReportFields.Capacity(nameof(CapacityEntry.Risk)), string.Create(CultureInfo.InvariantCulture,
            $"{capacity.Gap:0.##} of the {capacity.PostsNeeded:0.##} posts needed {(capacity.Gap == 1 ? "is" : "are")} not filled, and no risk or issue is named that covers the gap."));
    }

    internal static bool IsGreen(ReportContent content) => content.Rating(RagAspect.Overall)?.Rag == Rag.Green;

    private static string List(IEnumerable<string> items) => ReportDoubt.List(items);

    private static ReportDoubt Doubt(DoubtKind kind, ReportSection section, string field, string sentence) => new(kind, section, field, sentence);
}
