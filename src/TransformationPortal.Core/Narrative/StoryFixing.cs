using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Narrative;

/// <summary>Fixes the figures of a quarter’s story as they read.</summary>
internal static class StoryFixing
{
    public static QuarterStory Fix(QuarterStory story, FigureReader figures) => story with
    {
        Items = [.. story.Items.Select(i => i with { Text = FixedProse.Fix(figures, i.Text) })],
        Spotlights = [.. story.Spotlights.Select(s => s with { Aim = FixedProse.Fix(figures, s.Aim), DoneSoFar = FixedProse.Fix(figures, s.DoneSoFar), Next = FixedProse.Fix(figures, s.Next) })],
    };
}
