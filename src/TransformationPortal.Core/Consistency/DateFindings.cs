using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
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
        var quarter = edition.Quarter;
        var words = Prose.Words(text.Text);
        foreach (Match match in Date().Matches(words))
        {
            if (!DateOnly.TryParseExact($"{match.Groups["day"].Value} {match.Groups["month"].Value} {match.Groups["year"].Value}", "d MMMM yyyy", DateFormat.Culture, DateTimeStyles.None, out var day))
            {
                yield return Of($"{text.Name} names {match.Value}, which is no day.", text.Where, text.Name, "Correct the day.");
                continue;
            }

            var isAsAt = AsAt().IsMatch(words[..match.Index]);
            var wrong = text.Place switch
            {
                _ when isAsAt && day != edition.AsAt => $"gives figures as at {Day(day)}; those of this quarter stand for {Day(edition.AsAt)}",
                ProsePlace.Achievement or ProsePlace.MeasureCaption when day < quarter.FirstDay || day > quarter.LastDay => $"names {Day(day)}, which is not in {quarter} ({quarter.Months})",
                ProsePlace.Focus when day <= quarter.LastDay => $"names {Day(day)}, which is not after {quarter} ({quarter.Months})",
                _ => null,
            };
            if (wrong is not null)
            {
                yield return Of($"{text.Name} {wrong}.", text.Where, text.Name, "Correct the day, or move the text to the quarter that it belongs to.");
            }
        }
    }

    private static Finding Of(string disagreement, string where, string name, string mend) => new(FindingKind.Date, FindingSeverity.ToBeSigned, disagreement, where, name, mend);

    private static string Day(DateOnly? day) => DateFormat.Long(day!.Value);

    [GeneratedRegex(
        @"\b(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<year>[12][0-9]{3})\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\bas (?:at|of)\s+(?:the\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsAt();
}
