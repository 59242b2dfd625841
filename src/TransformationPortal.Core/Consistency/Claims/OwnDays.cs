using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Days that a meeting, a decision, a milestone or a document has of its own, against what a sentence says of them.</summary>
internal static partial class OwnDays
{
    // Beyond this a day is taken for another meeting, which the register does not hold.
    private const int NearDays = 31;

    // A decision that the sentence names by its subject is that one, on a day further off too.
    private const int NearDecision = 100;

    private const int FewestWords = 2;

    /// <summary>What is wrong with a day, as the end of a sentence; nothing where it agrees or nothing is known.</summary>
    /// <param name="isMonth">Whether only the month was named.</param>
    public static string? Of(Edition edition, string sentence, Match named, DateOnly day, bool isMonth) =>
        Meeting(edition, sentence, named, day, isMonth) ?? Milestone(edition, sentence, named, day, isMonth) ?? Document(edition, sentence, named, day);

    private static string? Meeting(Edition edition, string sentence, Match named, DateOnly day, bool isMonth)
    {
        if (isMonth || !Meets().IsMatch(sentence) || Paper().IsMatch(sentence))
        {
            return null;
        }

        foreach (var body in edition.Meetings.Select(m => m.Body).Concat(edition.Decisions.Select(d => d.Body)).Distinct().Where(b => Names(sentence, b)))
        {
            var words = MeaningWords.Of(sentence);
            var meetings = edition.Meetings.Where(m => m.Body == body && m.Date is not null).Select(m => m.Date!.Value).ToList();
            var decisions = edition.Decisions.Where(d => d.Body == body && (d.Due ?? d.Settled) is not null
                && (sentence.Contains(d.Ref, StringComparison.OrdinalIgnoreCase) || Own(d.Title).Overlaps(words))).SelectMany(d => new[] { d.Due, d.Settled }.OfType<DateOnly>()).ToList();
            var known = meetings.Concat(decisions).Order().ToList();
            if (known.Contains(day) || known.Count == 0 || decisions.Count == 0 && day < known[0].AddDays(-NearDays / 4))
            {
                continue;
            }

            var near = known.MinBy(d => Math.Abs(d.DayNumber - day.DayNumber));
            if (Math.Abs(near.DayNumber - day.DayNumber) <= (decisions.Contains(near) ? NearDecision : NearDays))
            {
                return $"names {named.Value} for {body}; the day that is recorded is {DateFormat.Long(near)}";
            }
        }

        return null;
    }

    private static string? Milestone(Edition edition, string sentence, Match named, DateOnly day, bool isMonth)
    {
        var words = MeaningWords.Of(sentence);

        // One body of several that a milestone names is enough.
        var bodies = MeaningWords.Of(string.Join(' ', edition.Boards.Select(b => b.Name)));
        foreach (var milestone in edition.Milestones)
        {
            var own = MeaningWords.Of(milestone.Title);
            var withoutBodies = own.Except(bodies).ToHashSet(StringComparer.Ordinal);
            own = withoutBodies.Count >= FewestWords ? withoutBodies : own;
            var ofProject = MeaningWords.Of(edition.FindProject(milestone.Project)?.Name ?? "");
            if (own.Count < FewestWords || !own.IsSubsetOf(words) || !(ofProject.Count > 0 && ofProject.IsSubsetOf(words)) && !sentence.Contains(milestone.Project, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var days = new[] { milestone.Baseline, milestone.Forecast ?? milestone.Baseline, milestone.Actual ?? milestone.Baseline };
            if (!days.Any(d => isMonth ? (d.Year, d.Month) == (day.Year, day.Month) : d == day))
            {
                return $"names {named.Value} for “{milestone.Title}” of {milestone.Project}; the day that is recorded is {DateFormat.Long(milestone.Actual ?? milestone.Forecast ?? milestone.Baseline)}";
            }
        }

        return null;
    }

    // A title says when the document was made: “approved in September 2018”.
    private static string? Document(Edition edition, string sentence, Match named, DateOnly day)
    {
        var words = MeaningWords.Of(sentence);
        foreach (var document in edition.Documents)
        {
            if (MonthOf().Match(document.Title) is { Success: true } month && day <= edition.AsAt
                && DateOnly.TryParseExact("1 " + month.Value, "d MMMM yyyy", DateFormat.Culture, DateTimeStyles.None, out var own) && (own.Year, own.Month) != (day.Year, day.Month)
                && MeaningWords.Of(document.Title.Replace(month.Value, "", StringComparison.Ordinal)) is { Count: >= FewestWords } title && title.IsSubsetOf(words))
            {
                return $"names {named.Value} beside “{document.Title}”";
            }
        }

        return null;
    }

    private static HashSet<string> Own(string title)
    {
        var words = MeaningWords.Of(title);
        words.RemoveWhere(w => char.IsDigit(w[0]) || w is "saving" or "year" or "programme" or "target");
        if (words.Contains("profile"))
        {
            words.UnionWith(["profile", "profiling", "profiled", "move"]);
        }

        return words;
    }

    private static bool Names(string sentence, string body) => WholeWords.In(sentence, body) is { } end && !OtherBody().IsMatch(sentence[end..]);

    [GeneratedRegex(@"\b(?:meet(?:s|ing|ings)?|met|sits?|consider\w*|decid\w*|decisions?|takes?|taken|agrees?|agreed|report\w*|review\w*|present\w*|agenda|receiv\w*|hears?|go(?:es)?\s+to|going\s+to|went\s+to|due\s+(?:before|at)|bring\w*|brought|tak(?:e|es|ing)|comes?\s+(?:to|before)|came\s+(?:to|before)|discuss\w*)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Meets();

    [GeneratedRegex(@"\b(?:publish\w*|deadline|dispatch\w*|submitted|prepared\s+by|ready\s+by|before(?!\s+(?:the\s+)?\p{Lu})|after|ahead|since|following|briefing|pre-meeting)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Paper();

    [GeneratedRegex(@"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[12][0-9]{3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MonthOf();

    // The Cabinet Member is another than Cabinet.
    [GeneratedRegex(@"^\s+(?:Member|Advisory)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OtherBody();
}
