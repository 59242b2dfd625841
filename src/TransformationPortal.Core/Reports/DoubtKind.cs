namespace TransformationPortal.Core.Reports;

/// <summary>The questions that a good colleague asks of a report.</summary>
public enum DoubtKind
{
    GreenWithSlippedMilestones,
    HighConfidenceNothingDelivered,
    UnchangedThreeMonths,
    RedRiskUnderGreen,
    CapacityGapWithoutRisk,
    GreenWithLowConfidence,
    BetterThanWorstAspect,
    RatingChangedReasonKept,
    SameTextThreeMonths,
    MilestonePassed,
    MilestoneMoved,
    PathToGreenPassed,
    DeliveredWithoutEvidence,
    UnusualAmount,
}

public static class DoubtKindFacts
{
    /// <summary>As a column or a filter says it.</summary>
    public static string Title(this DoubtKind kind) => Facts(kind).Title;

    /// <summary>The same from month to month, as an address says it: <c>green-with-slipped-milestones</c>.</summary>
    public static string Key(this DoubtKind kind) => Facts(kind).Key;

    private static (string Title, string Key) Facts(DoubtKind kind) => kind switch
    {
        DoubtKind.GreenWithSlippedMilestones => ("Green with slipped milestones", "green-with-slipped-milestones"),
        DoubtKind.HighConfidenceNothingDelivered => ("High confidence with nothing delivered", "high-confidence-nothing-delivered"),
        DoubtKind.UnchangedThreeMonths => ("Unchanged three months running", "unchanged-three-months"),
        DoubtKind.RedRiskUnderGreen => ("Red risk under a green project", "red-risk-under-green"),
        DoubtKind.CapacityGapWithoutRisk => ("Capacity gap without a risk", "capacity-gap-without-risk"),
        DoubtKind.GreenWithLowConfidence => ("Green with savings at low confidence", "green-with-low-confidence"),
        DoubtKind.BetterThanWorstAspect => ("Overall better than its worst aspect", "better-than-worst-aspect"),
        DoubtKind.RatingChangedReasonKept => ("Rating changed, reason word for word as before", "rating-changed-reason-kept"),
        DoubtKind.SameTextThreeMonths => ("Same text three months running", "same-text-three-months"),
        DoubtKind.MilestonePassed => ("Milestone past its day", "milestone-passed"),
        DoubtKind.MilestoneMoved => ("Milestone moved without a reason", "milestone-moved"),
        DoubtKind.PathToGreenPassed => ("Path to green past its day", "path-to-green-passed"),
        DoubtKind.DeliveredWithoutEvidence => ("Delivered without evidence", "delivered-without-evidence"),
        DoubtKind.UnusualAmount => ("Amount far from last month’s or the target", "unusual-amount"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown doubt."),
    };
}

/// <summary>Why a person should look twice at a report. It changes no rating; the officer answers it.</summary>
/// <param name="Field">The field that it is about.</param>
/// <param name="Sentence">The doubt, with what raises it.</param>
public sealed record ReportDoubt(DoubtKind Kind, ReportSection Section, string Field, string Sentence)
{
    /// <summary>As <see cref="DoubtKindFacts.Key"/> has it.</summary>
    public string Key => Kind.Key();

    public override string ToString() => Sentence;

    // The first few are enough to look; the report itself holds them all.
    internal static string List(IEnumerable<string> items)
    {
        const int length = 5;
        var all = items.ToList();
        return all.Count <= length
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(length))} and {all.Count - length} more");
    }
}
