using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Views;

/// <summary>Re-organisations in the reader’s words.</summary>
public static class ReorganisationWords
{
    /// <summary>One sentence: <c>On 1 October 2019 the directorate “Highways” became “Place”.</c></summary>
    public static string Of(Reorganisation r) => $"On {DateFormat.Long(r.On)} the {Name(r.Grouping)} “{r.From}” {r.Kind switch
    {
        ReorganisationKind.Renamed => $"became “{r.To}”",
        ReorganisationKind.Merged => $"went into “{r.To}”",
        ReorganisationKind.Split => $"gave a part to the new “{r.To}”",
        ReorganisationKind.PartMoved => $"gave a part to “{r.To}”",
        _ => throw new ArgumentOutOfRangeException(nameof(r), r.Kind, "Unknown kind of re-organisation."),
    }}.";

    /// <summary>What the grouping is called within a sentence.</summary>
    public static string Name(Grouping grouping) => grouping switch
    {
        Grouping.Activity => "core activity",
        Grouping.Source => "source of targets",
        _ => grouping.ToString().ToLowerInvariant(),
    };
}
