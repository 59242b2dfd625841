using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// Numbers of projects and risks typed in prose that the programme does not have: more than there are, another number where the
/// text means all of them, or another number of a rating.
/// </summary>
internal static partial class CountFindings
{
    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose) =>
        prose.SelectMany(text => Count().Matches(Prose.Words(text.Text)).Select(match => Of(edition, text, match)).OfType<Finding>());

    private static Finding? Of(Edition edition, ProseText text, Match match)
    {
        var number = match.Groups["number"].Value;
        if (!decimal.TryParse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var typed) || number.Length == 4 && typed is > 1900 and < 2100)
        {
            return null;
        }

        var meansAll = match.Groups["all"].Success;
        if (match.Groups["risks"].Success)
        {
            var isCritical = match.Groups["critical"].Success;
            var risks = edition.Risks.Count(r => !isCritical || r.IsCritical);
            return typed > risks || (isCritical || meansAll) && typed != risks
                ? Finding(text, match, typed, risks, isCritical ? "critical risks" : "risks", "Write the number that the register has, or leave it out.") : null;
        }

        if (Enum.TryParse<Rag>(match.Groups["rag"].Value, ignoreCase: true, out var rag))
        {
            var rated = new ProjectFilter { Rag = rag }.In(edition).Count;
            return typed != rated ? Finding(text, match, typed, rated, $"projects rated {rag}", "Write the number that the dashboard shows.") : null;
        }

        var all = edition.Projects.Count;
        return typed > all || meansAll && typed != all
            ? Finding(text, match, typed, all, "projects", "Write {projects} in its place.") : null;
    }

    private static Finding Finding(ProseText text, Match match, decimal typed, int count, string what, string mend) => new(
        FindingKind.Count, FindingSeverity.ToBeSigned,
        $"{text.Name} says “{match.Value.Trim()}”; the programme has {MoneyFormat.Count(count)} {what}, {MoneyFormat.Count(Math.Abs(typed - count))} apart.",
        text.Where, text.Name, mend);

    // A phase beside the number is looked at where labels are. What limits the projects or risks counts a part of them.
    [GeneratedRegex(
        @"(?<all>\ball\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?|\bprogramme\s+of\s+|\b(?:the|its)\s+programme[’']s\s+)?(?<!\b(?:phase|annex|table|stage|part|page|paragraph|group)\s)\b(?<number>[0-9][0-9,]{0,8})\s+(?:"
        + @"(?<critical>critical\s+)?(?<risks>risks)\b(?!\s+(?:of|in|under|for|at|that|which|to)\b)"
        + @"|(?<rag>red|amber|green)(?:[- ]rated)?\s+projects\b"
        + @"|projects\s+(?:are\s+|were\s+)?(?:rated\s+|at\s+)?(?<rag>red|amber|green)\b"
        + @"|(?:transformation\s+|live\s+)?projects\b(?<all>\s+in\s+(?:all|total|the\s+programme)\b)?(?!\s+(?:of|in|under|for|at|that|which|with|led|on|from)\b)(?!\s+(?:in\s+|are\s+)?(?:planned|planning|in[- ]flight|flight|completed?|stopped)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();
}
