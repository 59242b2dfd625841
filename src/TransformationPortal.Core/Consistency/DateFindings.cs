using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Consistency;

/// <summary>Days that do not fit: the period that a text speaks of, or the order in which things can happen.</summary>
internal static partial class DateFindings
{
    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose) =>
        [.. Registers(edition), .. prose.SelectMany(p => Typed(edition, p))];

    private static IEnumerable<Finding> Registers(Edition edition)
    {
        foreach (var project in edition.Projects.Where(p => p.Start > p.PlannedEnd))
        {
            yield return Of($"{project.Code} {project.Name} begins on {Day(project.Start)} and is planned to end before that, on {Day(project.PlannedEnd)}.",
                DraftAddress.Page(edition, "projects/" + project.Code), project.Code, "Correct the project’s days.");
        }

        foreach (var stage in edition.Plan.Where(s => s.Start > s.End))
        {
            yield return Of($"The plan’s “{stage.Name}, {stage.Stage}” begins on {Day(stage.Start)} and ends before that, on {Day(stage.End)}.", DraftAddress.Page(edition, "plan"), "Plan", "Correct the plan.");
        }

        foreach (var milestone in edition.Milestones.Where(m => m.IsOverdueOn(edition.AsAt)))
        {
            yield return Of($"{milestone.Project}, “{milestone.Title}”, was to be reached on {Day(milestone.Forecast ?? milestone.Baseline)} and was not by {Day(edition.AsAt)}; no later day is forecast.",
                DraftAddress.Page(edition, "projects/" + milestone.Project), milestone.Project, "Have the report say when it is expected, or on which day it was reached.");
        }

        foreach (var decision in edition.PendingDecisions.Where(d => d.Due <= edition.AsAt))
        {
            yield return Of($"{decision.Ref} {decision.Title} was due on {Day(decision.Due)} and has no outcome by {Day(edition.AsAt)}.", DraftAddress.Page(edition, "decisions"), "Decisions", "Record its outcome, or the day on which it is now due.");
        }

        foreach (var line in edition.CostLines.Where(l => l.Amounts.Any(a => a.Month is { } month && month.FinancialYear != a.Year)))
        {
            yield return Of($"Cost line {line.Code} {line.Name} holds spending of a month under another financial year.", DraftAddress.Page(edition, "costs"), "Costs", "Correct the spending.");
        }
    }

    private static IEnumerable<Finding> Typed(Edition edition, ProseText text)
    {
        foreach (var sentence in Sentences.Of(text.Text))
        {
            var words = sentence.Words;
            foreach (Match match in Date().Matches(words))
            {
                var isMonth = !match.Groups["day"].Success;
                if (!DateOnly.TryParseExact($"{(isMonth ? "1" : match.Groups["day"].Value)} {match.Groups["month"].Value} {match.Groups["year"].Value}", "d MMMM yyyy", DateFormat.Culture, DateTimeStyles.None, out var day))
                {
                    yield return Of($"{text.Name} names {match.Value}, which is no day.", text.Where, text.Name, "Correct the day.");
                }
                else if (Wrong(edition, text, words, match, day, isMonth) is { } wrong)
                {
                    yield return Of($"{text.Name} {wrong}.", text.Where, text.Name, "Correct the day, or move the text to the quarter that it belongs to.");
                }
            }
        }
    }

    private static string? Wrong(Edition edition, ProseText text, string words, Match match, DateOnly day, bool isMonth)
    {
        var quarter = edition.Quarter;
        var (before, clause) = (words[..match.Index], Clause(words, match));
        if (!isMonth && AsAt().IsMatch(before))
        {
            return day == edition.AsAt || clause.Contains('\uFFFC', StringComparison.Ordinal) ? null : $"gives figures as at {Day(day)}; those of this quarter stand for {Day(edition.AsAt)}";
        }

        if (OwnDays.Of(edition, words, match, day, isMonth) is { } other)
        {
            return other;
        }

        var isTold = Past().IsMatch(clause) && !Ahead().IsMatch(clause) && !MeantFor().IsMatch(before) && (Told().IsMatch(clause) || !By().IsMatch(clause));
        if (day > edition.AsAt && isTold)
        {
            return text.Place is ProsePlace.Achievement or ProsePlace.MeasureCaption ? $"names {match.Value}, which is not in {quarter} ({quarter.Months})"
                : $"tells of {match.Value} as past; the quarter’s figures and texts stand for {Day(edition.AsAt)}";
        }

        return text.Place switch
        {
            _ when isMonth => null,
            ProsePlace.Achievement or ProsePlace.MeasureCaption when day < quarter.FirstDay && isTold && !Background().IsMatch(before) => $"names {Day(day)}, which is not in {quarter} ({quarter.Months})",
            ProsePlace.MeasureCaption when day > quarter.LastDay && !Ahead().IsMatch(clause) => $"names {Day(day)}, which is not in {quarter} ({quarter.Months})",
            ProsePlace.Focus when day <= quarter.LastDay && !Background().IsMatch(before) => $"names {Day(day)}, which is not after {quarter} ({quarter.Months})",
            _ => null,
        };
    }

    // What stands between the marks around the day, with what leads to it.
    private static string Clause(string words, Match match)
    {
        var from = words.LastIndexOfAny([';', '(', ':'], Math.Max(0, match.Index - 1)) + 1;
        var to = words.IndexOfAny([';', ')', ':'], match.Index + match.Length);
        return words[from..(to < 0 ? words.Length : to)];
    }

    private static Finding Of(string disagreement, string where, string name, string mend) => new(FindingKind.Date, FindingSeverity.ToBeSigned, disagreement, where, name, mend);

    private static string Day(DateOnly? day) => DateFormat.Long(day!.Value);

    [GeneratedRegex(
        @"\b(?:(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<month>January|February|March|April|May|June|July|August|September|October|November|December),?\s+(?<year>[12][0-9]{3})\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\bas (?:at|of)\s+(?:the\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AsAt();

    // What tells of something done.
    [GeneratedRegex(
        @"\b(?:was|were|has|have|had|met|held|took|began|went|came|gave|made|left|won|saw|ran|put|set|brought|chose|wrote|sent|stood|\p{L}{2,}(?<!ne)ed)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Past();

    // What says of a day that it lies ahead, or that something is only meant for it.
    [GeneratedRegex(
        @"\b(?:will|shall|would|should|could|may|might|yet|awaits?|pending|asked|due|planned|plans?\s+(?:to|for)|expect(?:s|ed)?|forecast|scheduled|intend(?:s|ed)?|aim(?:s|ed)?|propos(?:es|ed|al)|to\s+(?!(?:the|an?|all|its|our|their|this|that|these|new)\b)\p{L}+\s|is\s+to|are\s+to|until|before|ahead|next|now|deferred|postponed|replaced|cancelled|moved\s+(?:back\s+|on\s+)?(?:to|from)\s+(?:[0-9]|early|late|mid|the\s+\w+\s+of|January|February|March|April|May|June|July|August|September|October|November|December)|re-?scheduled|target(?:ed)?|ready|prepar\w+|if|once|when|subject)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ahead();

    // What says of an earlier day that something of now goes back to it.
    [GeneratedRegex(
        @"\b(?:since|from|following|after|of|building|based|dated|approved|agreed|adopted|published|set|in\s+force|as\s+(?:planned|agreed)|back|between|until|before|started|began|begun|launched\s+on)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Background();

    [GeneratedRegex(@"\b(?:was|were|has|have|had)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Told();

    [GeneratedRegex(@"\bby\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?:for|to|from|between|and)\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}(?:of\s+|on\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MeantFor();
}
