using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>Something that a correction changes: a cause with all that it changes, a text, a rating, a milestone.</summary>
/// <param name="Key">16 hexadecimal digits that follow from what it says: who confirms it has seen just this.</param>
/// <param name="Group">What kind of thing it is: <c>Figures</c>.</param>
/// <param name="Before">As it was; nothing where there was none, or where the sentence says it.</param>
/// <param name="After">As it would be.</param>
/// <param name="Names">What a notice calls it by: a code, a name, a title.</param>
public sealed record ReviewedChange(string Key, string Group, string Sentence, string? Before, string? After, IReadOnlyList<string> Names)
{
    /// <summary>Whether every quarter has its own, as it has its texts: beside another quarter's, they say nothing.</summary>
    public bool IsOfItsQuarter => Group is not (FiguresGroup or ProjectsGroup or MilestonesGroup or NamesGroup);

    internal const string FiguresGroup = "Figures";
    internal const string ProjectsGroup = "Projects";
    internal const string MilestonesGroup = "Milestones";
    internal const string NamesGroup = "Names";

    /// <summary>Whether words name it: one of its names stands in them as a word, whatever its case.</summary>
    public bool IsNamedIn(string? words) => !string.IsNullOrWhiteSpace(words) && Names.Any(name =>
        name.Trim().Length > 1 && Regex.IsMatch(words, $@"(?<![\w-]){Regex.Escape(name.Trim())}(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}

/// <summary>
/// A published edition beside the correction that would follow it. What a correction changes is either named in its notice or
/// confirmed by who publishes it; one that changes nothing is none.
/// </summary>
public sealed class CorrectionReview
{
    // What tells editions apart that say the same.
    private static readonly string[] Apart = ["schemaVersion", "quarter", "asAt", "number", "notice", "reconciliationNotes", "recordedLater"];

    // Whose changes are listed one by one.
    private static readonly string[] Listed = ["savingsLines", "costLines", "projects", "milestones", "story", "financialAnnex", "decisions", "reprofiles", "risks", "dependencies", "benefits", "reorganisations"];

    /// <param name="published">The edition in force.</param>
    /// <param name="draft">What would take its place.</param>
    public CorrectionReview(Edition published, Edition draft)
    {
        var comparison = new EditionComparison(published, draft, DecisionBasis.AsItStands);
        Changes =
        [
            .. Figures(comparison), .. comparison.Projects.Select(Project), .. comparison.Milestones.Select(m => Milestone(m, draft)), 

            // Notes are signed for findings that who publishes has answered one by one.
            .. comparison.Texts.Where(t => t.Section != EditionTexts.Notes).Select(t => Text(t, draft)),
            .. comparison.After.Reorganised.Concat(comparison.Before.Reorganised).Select(r => Of(ReviewedChange.NamesGroup, ReorganisationWords.Of(r.Reorganisation), null, null, [r.Reorganisation.From, r.Reorganisation.To])),
        ];
        var others = Others(published, draft, Changes.Count > 0);
        Changes = [.. Changes, .. others];
    }

    /// <summary>What would change: figures by cause, then projects, milestones, texts and the rest.</summary>
    public IReadOnlyList<ReviewedChange> Changes { get; }

    public bool IsNone => Changes.Count == 0;

    /// <summary>What somebody has to confirm who publishes under a notice: what the notice does not name.</summary>
    public IReadOnlyList<ReviewedChange> ToConfirm(string? notice) => [.. Changes.Where(c => !c.IsNamedIn(notice))];

    // A cause that no headline figure shows is there all the same: what it moves may cancel out in all of them.
    private static IEnumerable<ReviewedChange> Figures(EditionComparison comparison)
    {
        var shown = comparison.Figures.Concat(comparison.ByYear).Where(f => f.Changed && f.After.Unit == FigureUnit.Pounds).DistinctBy(f => (f.Title, f.Change))
            .SelectMany(f => f.Parts.Select(part => (part.Cause, Figure: f.Title, part.Amount))).ToLookup(p => p.Cause);
        var changes = comparison.Savings.Entries.Select(c => (c.Cause, c.Line, c.Title)).Concat(comparison.Costs.Entries.Select(c => (c.Cause, c.Line, c.Title)));
        return changes.GroupBy(c => c.Cause).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Text, StringComparer.Ordinal).Select(g =>
        {
            var lines = g.Select(c => (c.Line, c.Title)).Distinct().OrderBy(l => l.Line, CodeOrder.Instance).ToList();
            var where = lines.Count <= 3 ? string.Join(", ", lines.Select(l => $"{l.Line} {l.Title}")) : $"{MoneyFormat.Count(lines.Count)} lines, {lines[0].Line} to {lines[^1].Line}";
            var effects = shown[g.Key].GroupBy(p => p.Figure).Select(f => $"{f.Key} {ChangeWords.Of(f.Sum(p => p.Amount), FigureUnit.Pounds)}").ToList();
            return Of(ReviewedChange.FiguresGroup, $"{g.Key.Text} ({where})", null, effects.Count == 0 ? "No headline figure changes by it." : string.Join("; ", effects),
                [g.Key.Key, .. lines.SelectMany(l => new[] { l.Line, l.Title }), .. ProjectNames(comparison, g.Key.Key)]);
        });
    }

    private static IEnumerable<string> ProjectNames(EditionComparison comparison, string code) =>
        comparison.After.Content.FindProject(code) is { } project ? [project.Name] : [];

    private static ReviewedChange Project(ProjectChange change) => Of(
        ReviewedChange.ProjectsGroup, $"{change.Code} {change.Name}", Standing(change.Before, change), Standing(change.After, change), [change.Code, change.Name]);

    private static string? Standing(Project? project, ProjectChange change) => project is null ? null : string.Join(", ", new[] { change.PhaseChanged ? project.Phase.Name() : null }
        .Concat(change.Ratings.Select(r => $"{r.Aspect} {project.Rating(r.Aspect)?.Rating.ToString() ?? "not rated"}")).OfType<string>());

    private static ReviewedChange Milestone(MilestoneChange change, Edition draft) => Of(
        ReviewedChange.MilestonesGroup, $"{change.Project}: {change.Title}", Day(change.Before), Day(change.After),
        [change.Project, change.Title, .. draft.FindProject(change.Project) is { } project ? new[] { project.Name } : []]);

    private static string? Day(Milestone? milestone) => milestone is null ? null : milestone.Actual is { } reached
        ? $"reached on {DateFormat.Long(reached)}" : $"expected on {DateFormat.Long(milestone.Forecast ?? milestone.Baseline)}";

    // A text goes by the code that it begins with, and what stands in it.
    private static ReviewedChange Text(TextChange change, Edition draft)
    {
        var label = change.Label.Split(',')[0];
        var code = label.Split(' ')[0];
        return Of(change.Section, change.Label, change.Before, change.After,
            [label, code, change.Section.TrimEnd('s'), change.Section, .. draft.FindProject(code) is { } project ? new[] { project.Name } : []]);
    }

    private static IEnumerable<ReviewedChange> Others(Edition published, Edition draft, bool isListed)
    {
        var (before, after) = (Members(published), Members(draft));
        foreach (var name in after.Select(m => m.Key).Union(before.Select(m => m.Key)).Where(n => !Apart.Contains(n)))
        {
            if ((isListed && Listed.Contains(name)) || JsonNode.DeepEquals(before[name], after[name]))
            {
                continue;
            }

            var words = Words(name);
            yield return Of("Other entries", $"{words} read differently", null, null, [words, words.TrimEnd('s')]);
        }
    }

    private static JsonObject Members(Edition edition) => JsonNode.Parse(EditionJson.Write(edition))!.AsObject();

    private static string Words(string member)
    {
        var words = Regex.Replace(member, "(?<=[a-z])(?=[A-Z])", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static ReviewedChange Of(string group, string sentence, string? before, string? after, IReadOnlyList<string> names) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{group}\u001F{sentence}\u001F{before}\u001F{after}")))[..16], group, sentence, before, after,
        [.. names.Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]);
}
