using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Projects counted under a name that is not the phase's, or under the name of another: “49 planned projects”, where 32 are in planning.</summary>
internal static partial class LabelFindings
{
    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose) => prose.SelectMany(p => Of(edition, p));

    private static IEnumerable<Finding> Of(Edition edition, ProseText text) => Typed(edition, text).Concat(Live(text));

    // “{projects Planning} projects are complete”.
    private static IEnumerable<Finding> Live(ProseText text)
    {
        foreach (var sentence in Sentences.Of(text.Text))
        {
            foreach (Match match in LiveLabel().Matches(sentence.Words))
            {
                var phrase = sentence.Figures[sentence.Words[..match.Index].Count(c => c == Sentences.FigurePlace)];
                if (Enum.GetValues<ProjectPhase>().Where(p => phrase.StartsWith("projects", StringComparison.OrdinalIgnoreCase) && phrase.Replace("\"", "", StringComparison.Ordinal).EndsWith(p.Name(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named]
                    && named != PhaseOf(match.Groups["phase"].Value))
                {
                    yield return Finding(text, $"{text.Name} gives {{{phrase}}} for “{match.Groups["what"].Value.Trim()}”.", PhaseOf(match.Groups["phase"].Value)) with { Kind = FindingKind.OtherWords };
                }
            }
        }
    }

    private static IEnumerable<Finding> Typed(Edition edition, ProseText text)
    {
        var words = Prose.Words(text.Text);
        foreach (Match match in Label().Matches(words))
        {
            var after = words[(match.Index + match.Length)..];
            if (CountFindings.IsQuoted(words, match.Index) || match.Groups["number"].Success && OneIn().IsMatch(words[..match.Groups["number"].Index]) || match.Groups["been"].Success && Limited().IsMatch(after))
            {
                continue;
            }

            var phase = PhaseOf(match.Groups["phase"].Value);
            Rag? rag = Rated().Match(after) is { Success: true } rated && Enum.TryParse<Rag>(rated.Groups["rag"].Value, ignoreCase: true, out var read) ? read : null;
            var count = new ProjectFilter { Phase = phase, Rag = rag }.In(edition).Count;
            var isOther = match.Groups["phase"].Value.StartsWith("plan", StringComparison.OrdinalIgnoreCase) && match.Groups["phase"].Value.EndsWith("ned", StringComparison.OrdinalIgnoreCase);
            var number = match.Groups["number"] is { Success: true } typed ? NumberWords.Read(typed.Value) : null;
            if (number is { } some && rag is { } each && OfThose().Match(words[..match.Index]) is { Success: true } those)
            {
                // “None of the six completed projects is red”: the number is of the phase, the rating of none or of all of them.
                var inPhase = new ProjectFilter { Phase = phase }.In(edition).Count;
                if (some != inPhase || count != (those.Groups["none"].Success ? 0 : inPhase))
                {
                    yield return Finding(
                        text,
                        $"{text.Name} says “{(those.Value + match.Value).Trim()} … {each}”; the programme has {MoneyFormat.Count(inPhase)} in the phase "
                            + $"{phase.Name()}, {MoneyFormat.Count(count)} of them rated {each}.",
                        phase);
                }
            }
            else if (number is { } n && n != count)
            {
                yield return Finding(text, $"{text.Name} counts “{match.Value.Trim()}”; the programme has {MoneyFormat.Count(count)} in the phase {phase.Name()}{(rag is { } colour ? $" rated {colour}" : "")} and {MoneyFormat.Count(edition.Projects.Count)} in all, {MoneyFormat.Count(Math.Abs(n - count))} apart.", phase);
            }
            else if (isOther)
            {
                yield return Finding(text, $"{text.Name} speaks of “{match.Value.Trim()}”; the portal calls the phase {phase.Name()}, and a project in any phase may be planned.", phase);
            }
        }
    }

    private static Finding Finding(ProseText text, string disagreement, ProjectPhase phase) => new(
        FindingKind.Label, FindingSeverity.ToBeSigned, disagreement, text.Where, text.Name,
        $"Write “projects in {(phase == ProjectPhase.InFlight ? "flight" : phase == ProjectPhase.Planning ? "planning" : "the phase " + phase.Name())}” with {{projects {FigurePhrase.Quoted(phase.Name())}}}.");

    internal static ProjectPhase PhaseOf(string word) => char.ToUpperInvariant(word[0]) switch
    {
        'P' => ProjectPhase.Planning,
        'I' or 'F' => ProjectPhase.InFlight,
        'S' => ProjectPhase.Stopped,
        _ => ProjectPhase.Complete,
    };

    [GeneratedRegex(Sentences.FigurePattern + @"\s+(?<what>(?<phase>planning|in[- ]flight|completed?|stopped)\s+projects\b|projects\s+(?:(?:are|have\s+been)\s+)?(?:now\s+)?(?:in\s+)?(?<phase>planning|in[- ]flight|flight|completed?|stopped)\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LiveLabel();

    [GeneratedRegex(
        @"(?:\b(?<number>[0-9][0-9,]{0,8}|" + NumberWords.Pattern + @")\s+)?\b(?<phase>planned|planning|in[- ]flight|completed?|stopped)\s+projects\b|(?:\b(?<number>[0-9][0-9,]{0,8}|" + NumberWords.Pattern + @")\s+)?\bprojects\s+(?:in\s+|are\s+(?:now\s+|still\s+)?in\s+|are\s+(?:now\s+|still\s+)?|(?<been>(?:have|has)\s+(?:now\s+|already\s+)?been\s+))?(?<phase>planned|planning|in[- ]flight|flight|completed?|stopped)\b(?!\s+(?:their|its|the|an?|his|her|our|work|with|on)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+(?:(?:are|is|were|was|remain|stand)\s+)?(?:now\s+|still\s+|currently\s+)?(?:rated\s+|at\s+)?(?<rag>red|amber|green)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Rated();

    [GeneratedRegex(@"\b(?:(?<none>none|not\s+one)|all|each)\s+(?:of\s+)?(?:(?:the|its|our)\s+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfThose();

    // “Two in three projects” counts no three.
    [GeneratedRegex(@"\b(?:in|out\s+of)\s+(?:every\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    internal static partial Regex OneIn();

    // Those completed in a time are fewer than those that are complete.
    [GeneratedRegex(@"^[^.;]*\b(?:in|during|since|between|within|over)\s+(?:the\s+)?(?:last|past|quarter|year|months?|January|February|March|April|May|June|July|August|September|October|November|December|[12][0-9]{3})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Limited();
}
