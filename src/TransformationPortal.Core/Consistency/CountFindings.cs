using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
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
        prose.SelectMany(text => Count().Matches(Prose.Words(text.Text)).Where(m => !IsQuoted(Prose.Words(text.Text), m.Index)).Select(match => Of(edition, text, match)).OfType<Finding>()
            .Concat(Quantified(edition, text)).Concat(Shares(edition, text)));

    /// <summary>Whether a place in a text lies in a question or in somebody's words.</summary>
    internal static bool IsQuoted(string words, int at)
    {
        var from = words.LastIndexOfAny(['.', '\n'], Math.Max(0, at - 1)) + 1;
        var to = words.IndexOfAny(['.', '?', '\n'], at);
        return Assertion.IsAskedOrQuoted(words[from..(to < 0 ? words.Length : to + 1)].TrimEnd('\n'), at - from);
    }

    /// <summary>Whether a share is one of projects, risks or the like, not of money.</summary>
    internal static bool IsShare(string sentence, Quantity quantity) => OfCounted().IsMatch(sentence[quantity.End..]);

    // “A third of projects are amber or red”, “one in ten of the projects is in planning”.
    private static IEnumerable<Finding> Shares(Edition edition, ProseText text)
    {
        foreach (var sentence in Sentences.Of(text.Text).Select(s => s.Words).Where(s => !Assertion.IsAskedOrQuoted(s, 0)))
        {
            foreach (var quantity in QuantityReader.In(sentence).Where(q => q.Unit == FigureUnit.Share))
            {
                if (OfStates().Match(sentence[quantity.End..]) is not { Success: true } match || edition.Projects.Count == 0)
                {
                    continue;
                }

                var count = match.Groups["state"].Captures.Select(c => Held(edition, "projects", c.Value).Count).Sum();
                if (!quantity.Says((decimal)count / edition.Projects.Count))
                {
                    yield return new(
                        FindingKind.Count, FindingSeverity.ToBeSigned,
                        $"{text.Name} says “{(quantity.Text + match.Value).Trim()}”; it is so of {MoneyFormat.Count(count)} of {MoneyFormat.Count(edition.Projects.Count)}.", text.Where, text.Name, "Say of how many it is so.");
                }
            }
        }
    }

    private static Finding? Of(Edition edition, ProseText text, Match match)
    {
        var number = match.Groups["number"].Value;
        if (LabelFindings.OneIn().IsMatch(Prose.Words(text.Text)[..match.Groups["number"].Index]))
        {
            return null;
        }

        if (NumberWords.Read(number) is not { } typed || number.Length == 4 && typed is > 1900 and < 2100)
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
        var hedge = QuantityReader.HedgeBefore(Prose.Words(text.Text)[..match.Groups["number"].Index]);
        if (hedge != Hedge.None)
        {
            var isSo = hedge switch { Hedge.Above => all >= typed, Hedge.AtMost or Hedge.Below => all <= typed, _ => true };
            return meansAll && !isSo || hedge == Hedge.Above && !isSo ? Finding(text, match, typed, all, "projects", "Write {projects} in its place.") : null;
        }

        return typed > all || meansAll && typed != all
            ? Finding(text, match, typed, all, "projects", "Write {projects} in its place.") : null;
    }

    // “Every project is green”, “no dependency is red”, “most projects are complete”.
    private static IEnumerable<Finding> Quantified(Edition edition, ProseText text)
    {
        foreach (Match match in Quantifier().Matches(Prose.Words(text.Text)))
        {
            var (count, all) = Held(edition, match.Groups["what"].Value, match.Groups["state"].Value);
            var word = match.Groups["all"].Value;
            var isSo = word[0] is 'n' or 'N' ? count == 0 : word[0] is 'm' or 'M' ? 2 * count > all : count == all;
            if (!isSo)
            {
                yield return new(
                    FindingKind.Count, FindingSeverity.ToBeSigned, $"{text.Name} says “{match.Value.Trim()}”; it is so of {MoneyFormat.Count(count)} of {MoneyFormat.Count(all)}.",
                    text.Where, text.Name, "Say of how many it is so.");
            }
        }
    }

    private static (int Count, int All) Held(Edition edition, string what, string state)
    {
        if (what.StartsWith("risk", StringComparison.OrdinalIgnoreCase))
        {
            return (edition.Risks.Count(r => state.Equals("critical", StringComparison.OrdinalIgnoreCase) && r.IsCritical), edition.Risks.Count);
        }

        var isRating = Enum.TryParse<Rag>(state, ignoreCase: true, out var rag);
        return what.StartsWith("dep", StringComparison.OrdinalIgnoreCase) ? (edition.Dependencies.Count(d => isRating && d.Rating.Rating == rag), edition.Dependencies.Count)
            : ((isRating ? new ProjectFilter { Rag = rag } : new ProjectFilter { Phase = LabelFindings.PhaseOf(state.StartsWith("in", StringComparison.OrdinalIgnoreCase) ? state[3..] : state) }).In(edition).Count, edition.Projects.Count);
    }

    private static Finding Finding(ProseText text, Match match, decimal typed, int count, string what, string mend) => new(
        FindingKind.Count, FindingSeverity.ToBeSigned,
        $"{text.Name} says “{match.Value.Trim()}”; the programme has {MoneyFormat.Count(count)} {what}, {MoneyFormat.Count(Math.Abs(typed - count))} apart.",
        text.Where, text.Name, mend);

    [GeneratedRegex(@"^\s+of\s+(?:all\s+|all\s+of\s+)?(?:the\s+|our\s+|its\s+)?(?:\p{L}+[’']?s?\s+)?(?:projects|risks|milestones|dependencies|respondents|staff|applications|callers?)\b|^\s+(?:projects|risks|milestones|dependencies)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfCounted();

    [GeneratedRegex(@"^\s+(?:of\s+(?:all\s+)?(?:the\s+|our\s+|its\s+)?)?projects\s+(?:is|are|remains?|stands?)\s+(?:now\s+|still\s+|currently\s+|rated\s+|at\s+)*(?<state>red|amber|green|complete|in\s+flight|in\s+planning|stopped)(?:\s+(?:or|and)\s+(?<state>red|amber|green|complete|in\s+flight|in\s+planning|stopped))?\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfStates();

    // A phase beside the number is looked at where labels are. What limits the projects or risks counts a part of them.
    [GeneratedRegex(
        @"(?<all>\ball\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?|(?<=\bprogramme\s+(?:now\s+)?(?:has|holds|contains|comprises|includes|consists\s+of|is\s+made\s+up\s+of|runs)\s+)|\bprogramme\s+of\s+|\b(?:the|its)\s+programme[’']s\s+)?(?<!\b(?:phase|annex|table|stage|part|page|paragraph|group)\s)\b(?<number>[0-9][0-9,]{0,8}|" + NumberWords.Pattern + @")\s+(?:of\s+(?:the|our|its)\s+(?=projects\s+(?:are|were|is)\s+(?:rated\s+|at\s+)?(?:red|amber|green)))?(?:"
        + @"(?<critical>critical\s+)?(?<risks>risks)\b(?!\s+(?:of|in|under|for|at|that|which|to)\b)"
        + @"|(?<rag>red|amber|green)(?:[- ]rated)?\s+projects\b"
        + @"|projects?\s+(?:(?:are|were|is|stand|remain)\s+)?(?:now\s+|still\s+|currently\s+)?(?:rated\s+|at\s+)?(?<rag>red|amber|green)\b"
        + @"|(?:transformation\s+|live\s+)?projects\b(?<all>\s+(?:in\s+(?:all|total|the\s+programme)|make\s+up\s+the\s+programme|form\s+the\s+programme)\b)?(?!\s+(?:of|in|under|for|at|that|which|with|led|on|from)\b)(?!\s+(?:in\s+|are\s+)?(?:planned|planning|in[- ]flight|flight|completed?|stopped)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"\b(?<all>every|all(?:\s+of)?(?:\s+(?:the|our|its))?|each|none\s+of\s+(?:the|our|its)|not\s+one|no|most(?:\s+of\s+(?:the|our|its))?|the\s+majority\s+of(?:\s+the)?)\s+(?:live\s+|transformation\s+)?(?<what>projects?|dependenc(?:y|ies)(?:\s+between\s+(?:the\s+|its\s+|our\s+)?projects)?|risks?)\s+(?:is|are|was|were|has\s+been|have\s+been|remains?|stands?)\s+(?:now\s+|still\s+|currently\s+|rated\s+|at\s+)*(?<state>red|amber|green|complete|in\s+flight|in\s+planning|stopped|critical)\b"
        + @"|\bthere\s+(?:is|are)\s+(?<all>no)\s+(?<state>red|amber|critical)(?:-rated)?\s+(?<what>projects?|dependenc(?:y|ies)|risks?)\b(?!\s+(?:of|in|under|for|at|that|which|with)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quantifier();
}
