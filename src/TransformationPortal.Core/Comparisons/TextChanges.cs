using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A text that reads differently in two editions.</summary>
/// <param name="Section">Where it stands: <c>Projects</c>.</param>
/// <param name="Label">Which text it is: <c>TP-07 Strategic Capability, summary</c>.</param>
/// <param name="Before">As it read; none where there was none.</param>
/// <param name="After">As it reads; none where there is none any more.</param>
public sealed record TextChange(string Section, string Label, string? Before, string? After);

/// <summary>The texts that changed.</summary>
public static class TextChanges
{
    /// <summary>What changed, section by section in the order of the dashboard; none when all texts are the same.</summary>
    public static IReadOnlyList<TextChange> Between(Edition from, Edition to)
    {
        var (before, after) = (Index(from), Index(to));
        var sections = after.Values.Concat(before.Values).Select(t => t.Section).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. after.Keys.Union(before.Keys).Select(key => (Old: before.GetValueOrDefault(key), New: after.GetValueOrDefault(key)))
                .Where(p => p.Old?.Text != p.New?.Text)
                .Select(p => new TextChange((p.New ?? p.Old)!.Section, (p.New ?? p.Old)!.Label, p.Old?.Text, p.New?.Text))
                .OrderBy(c => sections.IndexOf(c.Section)),
        ];
    }

    // Where two texts bear the same name, their order tells them apart.
    private static Dictionary<(string Section, string Key, int Place), EditionText> Index(Edition edition) =>
        EditionTexts.Of(edition).GroupBy(t => (t.Section, t.Key)).SelectMany(g => g.Select((t, i) => (Key: (g.Key.Section, g.Key.Key, i), Text: t)))
            .ToDictionary(p => p.Key, p => p.Text);
}
