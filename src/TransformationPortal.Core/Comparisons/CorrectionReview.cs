using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>
/// A published edition beside the correction that would follow it. What a correction changes is either named in its notice or
/// confirmed by who publishes it; one that changes nothing is none. It is complete by how it is made: whatever differs between
/// the two as they are written is listed, and taken out of the list only where a cause, a rating or a day says it already.
/// </summary>
public sealed class CorrectionReview
{
    private static readonly string[] Places = ["project", "workstream", "board", "directorate", "source", "activity", "area"];
    private static readonly string[] Days = ["baseline", "forecast", "actual"];

    private readonly EditionComparison comparison;
    private readonly ReviewNames names;
    private readonly HashSet<(string Line, string Place)> amounts = [];
    private readonly HashSet<(string Line, ChangeKind Kind)> lines = [];

    /// <param name="published">The edition in force.</param>
    /// <param name="draft">What would take its place.</param>
    public CorrectionReview(Edition published, Edition draft)
    {
        comparison = new EditionComparison(published, draft, DecisionBasis.AsItStands);
        names = new ReviewNames(published, draft);
        foreach (var change in comparison.Savings.Entries)
        {
            var (item, cause) = (change.Entry.Item, change.Cause.Kind);
            lines.Add((change.Line, cause));
            Moved(change.Line, cause, RowDifferences.AmountKey(
                item.Kind.ToString(), item.Year?.ToString(), null, item.Confidence?.ToString(), item.Decision, item.Pending ? "true" : null));
        }

        foreach (var change in comparison.Costs.Entries)
        {
            var (item, cause) = (change.Entry.Item, change.Cause.Kind);
            lines.Add((Cost(change.Line), cause));
            Moved(Cost(change.Line), cause, RowDifferences.AmountKey(item.Kind.ToString(), item.Year.ToString(), item.Month?.ToString(), null, null, null));
        }

        var rows = RowDifferences.Find(comparison.Before.Content, comparison.After.Content);
        Changes =
        [
            .. Figures(), .. comparison.Projects.Select(Project), .. rows.Where(r => r.Member == "milestones").SelectMany(Milestone),
            .. Reorganised.Select(r => Of(ReviewedChange.NamesGroup, ReorganisationWords.Of(r), null, null, [[r.From], [r.To]])),
            .. rows.SelectMany(Rest),
        ];
    }

    /// <summary>What would change: figures by cause, then projects, milestones, names and the rest.</summary>
    public IReadOnlyList<ReviewedChange> Changes { get; }

    public bool IsNone => Changes.Count == 0;

    private IEnumerable<Reorganisation> Reorganised => comparison.After.Reorganised.Concat(comparison.Before.Reorganised).Select(r => r.Reorganisation);

    /// <summary>What somebody has to confirm who publishes under a notice: what the notice does not name.</summary>
    public IReadOnlyList<ReviewedChange> ToConfirm(string? notice) => [.. Changes.Where(c => !c.IsNamedIn(notice))];

    // A cost line may bear the reference of a savings line.
    private static string Cost(string line) => "cost " + line;

    private void Moved(string line, ChangeKind cause, string place)
    {
        if (cause is not (ChangeKind.LineAdded or ChangeKind.LineRemoved or ChangeKind.LineMoved))
        {
            amounts.Add((line, place));
        }
    }

    // A cause that no headline figure shows is there all the same: what it moves may cancel out in all of them.
    private IEnumerable<ReviewedChange> Figures()
    {
        var shown = comparison.Figures.Concat(comparison.ByYear).Where(f => f.Changed && f.After.Unit == FigureUnit.Pounds).DistinctBy(f => (f.Title, f.Change))
            .SelectMany(f => f.Parts.Select(part => (part.Cause, Figure: f.Title, part.Amount))).ToLookup(p => p.Cause);
        var changes = comparison.Savings.Entries.Select(c => (c.Cause, c.Line, c.Title)).Concat(comparison.Costs.Entries.Select(c => (c.Cause, c.Line, c.Title)));
        return changes.GroupBy(c => c.Cause).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Text, StringComparer.Ordinal).Select(g =>
        {
            var moved = g.Select(c => (c.Line, c.Title)).Distinct().OrderBy(l => l.Line, CodeOrder.Instance).ToList();
            var where = moved.Count <= 3 ? string.Join(", ", moved.Select(l => $"{l.Line} {l.Title}"))
                : $"{MoneyFormat.Count(moved.Count)} lines, {moved[0].Line} to {moved[^1].Line}";
            var effects = shown[g.Key].GroupBy(p => p.Figure).Select(f => $"{f.Key} {ChangeWords.Of(f.Sum(p => p.Amount), FigureUnit.Pounds)}").ToList();
            var decision = g.Key.Kind == ChangeKind.Decision ? g.Key.Key : null;
            return Of(ReviewedChange.FiguresGroup, $"{g.Key.Text} ({where})", null, effects.Count == 0 ? "No headline figure changes by it." : string.Join("; ", effects),
                [.. moved.Select(l => names.OfMoney(l.Line, l.Title, decision))]);
        });
    }

    private ReviewedChange Project(ProjectChange change) => Of(
        ReviewedChange.ProjectsGroup, $"{change.Code} {change.Name}", Standing(change.Before, change), Standing(change.After, change), [names.OfProject(change.Code)]);

    private static string? Standing(Project? project, ProjectChange change) => project is null ? null : string.Join(", ", new[] { change.PhaseChanged ? project.Phase.Name() : null }
        .Concat(change.Ratings.Select(r => $"{r.Aspect} {project.Rating(r.Aspect)?.Rating.ToString() ?? "not rated"}")).OfType<string>());

    // The day that it is expected on or was reached on, and what else of its days differs.
    private IEnumerable<ReviewedChange> Milestone(RowDifference row)
    {
        var days = row.Fields.Select(f => f.Field).Where(Days.Contains).ToList();
        if (!row.CameOrWent && days.Count == 0)
        {
            return [];
        }

        var (project, title) = (row.Row["project"]!.ToString(), row.Row["title"]!.ToString());
        return [Of(ReviewedChange.MilestonesGroup, RowWords.Row(row, comparison.After.Content), Day(row.Before, days), Day(row.After, days),
            [[.. names.OfProject(project), .. names.OwnWords(title)]])];
    }

    private static string? Day(JsonObject? milestone, List<string> differing)
    {
        if (milestone is null)
        {
            return null;
        }

        DateOnly? Of(string name) => milestone[name] is { } day ? DateOnly.ParseExact(day.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var (baseline, forecast, actual) = (Of("baseline"), Of("forecast"), Of("actual"));
        var told = new List<string> { actual is { } reached ? $"reached on {DateFormat.Long(reached)}" : $"expected on {DateFormat.Long((forecast ?? baseline)!.Value)}" };
        if (differing.Contains("forecast") && (actual is not null || forecast is null))
        {
            told.Add(forecast is { } expected ? $"forecast for {DateFormat.Long(expected)}" : "no forecast");
        }

        if (differing.Contains("baseline"))
        {
            told.Add($"first agreed for {DateFormat.Long(baseline!.Value)}");
        }

        return string.Join(", ", told);
    }

    private IEnumerable<ReviewedChange> Rest(RowDifference row)
    {
        if (row.CameOrWent ? IsTold(row) : row.Fields.All(f => IsTold(row, f)))
        {
            return [];
        }

        var (group, title) = (RowWords.Group(row.Member), RowWords.Row(row, comparison.After.Content));
        if (row.CameOrWent)
        {
            return [Of(group, title, Whole(row.Before), Whole(row.After), names.Of(row, title), IsOfItsQuarter(row, []))];
        }

        return row.Fields.Where(f => !IsTold(row, f)).GroupBy(f => RowWords.Field(row.Member, f)).Select(g =>
        {
            var sentence = title.Length == 0 ? g.Key : $"{title}, {g.Key}";
            var (before, after) = (RowWords.Values(g.Select(f => (f.Path, f.Before))), RowWords.Values(g.Select(f => (f.Path, f.After))));

            // What reads alike and is written otherwise: a figure in a paragraph that leads elsewhere.
            return before != after ? Of(group, sentence, before, after, names.Of(row, sentence), IsOfItsQuarter(row, [.. g]))
                : Of(group, sentence, Written(g.Select(f => f.Before)), Written(g.Select(f => f.After)), names.Of(row, sentence), IsOfItsQuarter(row, [.. g]));
        });
    }

    private static string Written(IEnumerable<JsonNode?> values) => string.Join("; ", values.OfType<JsonNode>().Select(v => v.ToJsonString()));

    private static string? Whole(JsonObject? row) => row is null ? null : RowWords.Whole(row);

    // The words of the quarter, and for which month the registers and reports were last told something.
    private static bool IsOfItsQuarter(RowDifference row, IReadOnlyList<FieldDifference> fields) =>
        row.Member is "financialAnnex" || row.Member.StartsWith("story.", StringComparison.Ordinal)
        || (fields.Count > 0 && fields.All(f => f.Field == "ratedFor" || (f.Field == "amounts" && f.Path[^1] is "asAt" or "origin")));

    private bool IsTold(RowDifference row) => row.Member switch
    {
        "savingsLines" => lines.Contains((row.Key, row.Before is null ? ChangeKind.LineAdded : ChangeKind.LineRemoved)),
        "costLines" => lines.Contains((Cost(row.Key), row.Before is null ? ChangeKind.LineAdded : ChangeKind.LineRemoved)),
        "projects" => row.Place == 0 && comparison.Projects.Any(p => p.Code == row.Key && (row.Before is null ? p.Before : p.After) is null),
        "milestones" => true,
        "reorganisations" => Reorganised.Any(r => row.Key == RowDifferences.AmountKey(r.Grouping.ToString(), r.Kind.ToString(), DateFormat.Iso(r.On), r.From, r.To)),
        _ => false,
    };

    private bool IsTold(RowDifference row, FieldDifference field)
    {
        var line = row.Member == "costLines" ? Cost(row.Key) : row.Key;
        return row.Member switch
        {
            "savingsLines" or "costLines" when Places.Contains(field.Field) => lines.Contains((line, ChangeKind.LineMoved)),
            "savingsLines" or "costLines" when field.Field == "amounts" => amounts.Contains((line, PlaceOf(field))),
            "projects" when row.Place == 0 && field.Field == "phase" => true,
            "projects" when row.Place == 0 && field.Field == "ratings" => field.Path[^1] == "rating"
                && comparison.Projects.Any(p => p.Code == row.Key && p.Ratings.Any(r => r.Aspect.ToString() == field.Path[1])),
            "milestones" => Days.Contains(field.Field),
            _ => false,
        };
    }

    // The second amount of one place counts where the first does.
    private static string PlaceOf(FieldDifference field) => field.Path.Count < 2 ? "" : RowDifferences.WithoutPlace(field.Path[1]);

    private static ReviewedChange Of(
        string group, string sentence, string? before, string? after, IReadOnlyList<IReadOnlyList<string>> names, bool isOfItsQuarter = false) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{group}\u001F{sentence}\u001F{before}\u001F{after}")))[..16],
        group, sentence, before, after, names)
    {
        IsOfItsQuarter = isOfItsQuarter,
    };
}
