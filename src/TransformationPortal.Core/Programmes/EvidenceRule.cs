namespace TransformationPortal.Core.Programmes;

/// <summary>For what a programme demands evidence before a report can be submitted.</summary>
public enum EvidenceRule
{
    DeliveredSavings,
    BetterRatings,
    DeliveredSavingsAndBetterRatings,
}

public static class EvidenceRuleFacts
{
    /// <summary>As a choice of the programme says it.</summary>
    public static string Name(this EvidenceRule rule) => rule switch
    {
        EvidenceRule.DeliveredSavings => "Delivered savings",
        EvidenceRule.BetterRatings => "Ratings that got better",
        EvidenceRule.DeliveredSavingsAndBetterRatings => "Delivered savings and ratings that got better",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };
}
