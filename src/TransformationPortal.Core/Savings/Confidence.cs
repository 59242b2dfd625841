namespace TransformationPortal.Core.Savings;

/// <summary>Confidence of delivery: how sure it is that a saving will be, or that it has been, made. Ordered from surest to least.</summary>
public enum Confidence
{
    Delivered,
    High,
    Medium,
    Low,
}

/// <summary>What every band of confidence means.</summary>
public static class ConfidenceFacts
{
    /// <summary>The bands from surest to least sure: the order of every table and chart.</summary>
    public static IReadOnlyList<Confidence> Bands { get; } = [Confidence.Delivered, Confidence.High, Confidence.Medium, Confidence.Low];

    public static string Meaning(this Confidence confidence) => confidence switch
    {
        Confidence.Delivered => "Made: the saving is in the accounts",
        Confidence.High => "Planned in detail and expected in full",
        Confidence.Medium => "Planned, with risks that are being managed",
        Confidence.Low => "Not yet planned, or at serious risk",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Unknown confidence."),
    };
}
