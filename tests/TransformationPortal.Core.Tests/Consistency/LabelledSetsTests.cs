using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using Xunit.Abstractions;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>
/// The gate on sentences whose verdict is known: how many contradictions it finds, and at how many innocent sentences it
/// alarms. The first set was there while the rules were made, the others were written one after another when they were done; what
/// the gate made of those on sight stands in docs/consistency-gate.md.
/// </summary>
public sealed class LabelledSetsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("first", 0.9, 0.02)]
    [InlineData("later", 0.9, 0.02)]
    [InlineData("last", 0.9, 0.02)]
    [InlineData("fresh", 0.9, 0.02)]
    [InlineData("committee", 0.9, 0.02)]
    [InlineData("unseen", 0.85, 0.02)]
    [InlineData("held", 0.9, 0.02)]
    [InlineData("blind", 0.9, 0.02)]
    public void Check_LabelledSentences_FindsWhatIsWrongAndLeavesWhatIsRight(string set, double found, double alarms)
    {
        var rows = LabelledSentence.Read(set);
        var baselines = rows.Select(r => r.Council).Distinct().ToDictionary(c => c, c => Keys(Councils.Of(c), Told(Councils.Of(c))), StringComparer.Ordinal);
        var missed = new List<string>();
        var alarmed = new List<string>();
        foreach (var row in rows)
        {
            var findings = Gate.Check(Councils.Of(row.Council), [], [.. Told(Councils.Of(row.Council)), row.Prose(Councils.Of(row.Council))]).Where(f => !baselines[row.Council].Contains(f.Key)).ToList();
            if (row.IsWrong && findings.Count == 0)
            {
                missed.Add($"{row.Kind}: {row.Text}");
            }
            else if (!row.IsWrong && findings.Count > 0)
            {
                alarmed.Add($"{row.Kind}: {row.Text} => {findings[0].Disagreement}");
            }
        }

        var (wrong, right) = (rows.Count(r => r.IsWrong), rows.Count(r => !r.IsWrong));
        output.WriteLine($"{set}: found {wrong - missed.Count} of {wrong}; alarms {alarmed.Count} of {right}\nMissed\n{string.Join('\n', missed)}\nAlarms\n{string.Join('\n', alarmed)}");
        Assert.True(wrong - missed.Count >= found * wrong, $"missed: {string.Join("\n", missed)}");
        Assert.True(alarmed.Count <= alarms * right, $"alarms: {string.Join("\n", alarmed)}");
    }

    // What the quarter says already.
    private static List<ProseText> Told(Edition edition) =>
    [
        .. edition.Story.Items.Select(i => new ProseText(i.Kind == StoryKind.Achievement ? ProsePlace.Achievement : ProsePlace.Focus, "pmo", $"{i.Kind} {i.Order}", i.Text)),
        .. edition.Story.Spotlights.SelectMany(s => new[] { s.Aim, s.DoneSoFar, s.Next }.Select((t, i) => new ProseText(ProsePlace.Spotlight, "pmo", $"Spotlight {i}", t, s.Project))),
    ];

    private static HashSet<string> Keys(Edition edition, IReadOnlyList<ProseText> prose) => [.. Gate.Check(edition, [], prose).Select(f => f.Key)];
}

/// <summary>A sentence of the sets with its verdict.</summary>
internal sealed record LabelledSentence(string Council, bool IsWrong, string Kind, string Place, string Text)
{
    public static IReadOnlyList<LabelledSentence> Read(string set) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Consistency", "Labelled", set + ".tsv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'))
            .Select(c => new LabelledSentence(c[0], c[1] == "wrong", c[2], c[3], c[4].Replace("\\n", "\n", StringComparison.Ordinal))),
    ];

    public ProseText Prose(Edition edition)
    {
        var home = ProseText.Workbench(edition.Quarter);
        return Place.StartsWith("Spotlight", StringComparison.Ordinal)
            ? new(ProsePlace.Spotlight, home, "The text", Text, edition.Story.Spotlights.Count > 0 ? edition.Story.Spotlights[0].Project : edition.Projects[0].Code)
            : new(Enum.Parse<ProsePlace>(Place), home, "The text", Text);
    }
}
