namespace TransformationPortal.Core.Reports;

/// <summary>The posts that the project needs and has.</summary>
/// <param name="PostsNeeded">Full-time equivalents.</param>
/// <param name="PostsFilled">Full-time equivalents.</param>
/// <param name="HoldsUp">What the gap holds up.</param>
/// <param name="Risk">Key of the risk or issue of this report that covers the gap.</param>
public sealed record CapacityEntry(decimal? PostsNeeded, decimal? PostsFilled, string? HoldsUp, string? Risk)
{
    public static SingleEntry<CapacityEntry> Part { get; } = new("Capacity", ReportSection.Capacity)
    {
        Get = content => content.Capacity,
        With = (content, entry) => content with { Capacity = entry },
        Empty = new(null, null, null, null),
        Fields =
        [
            new EntryNumber<CapacityEntry>(nameof(PostsNeeded), "posts needed", c => c.PostsNeeded, (c, v) => c with { PostsNeeded = v }),
            new EntryNumber<CapacityEntry>(nameof(PostsFilled), "posts filled", c => c.PostsFilled, (c, v) => c with { PostsFilled = v }),
            new EntryText<CapacityEntry>(nameof(HoldsUp), "what the gap holds up", c => c.HoldsUp, (c, v) => c with { HoldsUp = v })
            {
                Lines = 3,
            },
            new EntryText<CapacityEntry>(nameof(Risk), "risk that covers the gap", c => c.Risk, (c, v) => c with { Risk = v })
            {
                Question = "Risk or issue that covers the gap (optional)",
            },
        ],
    };

    /// <summary>Posts needed but not filled, in full-time equivalents; none when all are.</summary>
    public decimal Gap => Math.Max(0, (PostsNeeded ?? 0) - (PostsFilled ?? PostsNeeded ?? 0));
}
