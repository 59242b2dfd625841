using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Consistency;

/// <summary>What a text tells otherwise than the quarter records it: who answers for a project, and the numbers entered by hand.</summary>
internal static partial class ToldOtherwiseFindings
{
    // Words that begin alike are of one stem: attended, attendees.
    private const int Stem = 5;

    private const decimal About = 0.05m;

    private static readonly string[] Titles = ["director", "head", "officer", "chief", "assistant", "deputy", "service", "lead", "corporate", "strategic", "interim", "executive"];

    // What a count counts, and the words by which a text says it too.
    private static readonly (string Stem, string[] Also)[] Counting =
    [
        ("attend", ["came", "took", "present", "people", "delegate"]), ("view", ["read", "seen", "opened", "time"]), ("visit", ["came", "seen"]), ("download", ["time"]), ("respon", ["replied", "answered", "reply"]),
        ("particip", ["took", "people"]), ("compl", ["done", "finished"]),
    ];

    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose) =>
        from text in prose
        from sentence in Sentences.Of(text.Text)
        where !Assertion.IsAskedOrQuoted(sentence.Words, 0) && !Supposed().IsMatch(sentence.Words)
        from other in Officers(edition, sentence.Words).Concat(Measures(edition, sentence.Words))
        select new Finding(FindingKind.ToldApart, FindingSeverity.ToBeSigned, $"{text.Name} says “{sentence.Words}”; {other}.", text.Where, text.Name, "Find out which of the two is so, and say it in both.");

    private static IEnumerable<string> Officers(Edition edition, string sentence)
    {
        if (Accountable().Match(sentence) is not { Success: true } match)
        {
            yield break;
        }

        var (who, what) = (Own(match.Groups["who"].Value), MeaningWords.Of(match.Groups["what"].Value));
        var known = edition.Projects.Select(p => (p.Code, p.Name, Officer: p.AccountableOfficer))
            .Concat(edition.Story.Spotlights.Select(s => (Code: s.Project, Name: edition.FindProject(s.Project)?.Name ?? "", Officer: s.AccountableOfficer)))
            .Where(p => p.Officer is { Length: > 0 } && (MeaningWords.Of(p.Name) is { Count: > 0 } name && name.IsSubsetOf(what) || match.Groups["what"].Value.Contains(p.Code, StringComparison.OrdinalIgnoreCase))).ToList();
        if (who.Count > 0 && known.Count > 0 && known.TrueForAll(p => Own(p.Officer!) is { Count: > 0 } officer && !officer.Overlaps(who)))
        {
            yield return $"{known[0].Code} {known[0].Name} has the accountable officer {known[0].Officer}";
        }
    }

    private static HashSet<string> Own(string title)
    {
        var words = MeaningWords.Of(title);
        words.ExceptWith(Titles);
        return words;
    }

    private static IEnumerable<string> Measures(Edition edition, string sentence)
    {
        var words = MeaningWords.Of(sentence);
        foreach (var measure in edition.Story.Measures)
        {
            var label = MeaningWords.Of(measure.Label);
            var counting = Counting.FirstOrDefault(c => label.Any(w => w.StartsWith(c.Stem, StringComparison.Ordinal)));
            bool IsSaid(string word) => words.Any(w => w == word || w.Length >= Stem && word.Length >= Stem && w[..Stem] == word[..Stem])
                || counting.Stem is { } stem && word.StartsWith(stem, StringComparison.Ordinal) && (words.Any(w => w.StartsWith(stem, StringComparison.Ordinal)) || words.Overlaps(counting.Also));
            var missing = label.Where(w => !IsSaid(w)).ToList();
            if (label.Count < 2 || missing.Count > (label.Count > 2 && counting.Stem is { } s && !missing.Exists(w => w.StartsWith(s, StringComparison.Ordinal)) ? 1 : 0))
            {
                continue;
            }

            var ofLabel = Number().Matches(measure.Label).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
            var typed = Number().Matches(sentence).Where(m => !ofLabel.Contains(m.Value)).ToList();
            if (typed is [var only] && decimal.TryParse(only.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && !Says(sentence, only, number, measure))
            {
                yield return $"the measure “{measure.Label}” is {MoneyFormat.Count(measure.Value)}";
            }
        }
    }

    private static bool Says(string sentence, Match typed, decimal number, Measure measure) => QuantityReader.HedgeBefore(sentence[..typed.Index]) switch
    {
        Hedge.None => number == measure.Value,
        Hedge.AtMost => measure.Value <= number,
        Hedge.Above => measure.Value >= number,
        _ => Math.Abs(number - measure.Value) <= Math.Max(number, measure.Value) * About,
    };

    // Years, days, amounts and shares are other numbers.
    [GeneratedRegex(@"(?<![£0-9.,/–-])\b(?!(?:19|20)[0-9]{2}\b)[0-9][0-9,]*\b(?!\s*(?:%|per\s?cent|m\b|million|bn\b|/|-|–|\.[0-9]|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|st\b|nd\b|rd\b|th\b))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:if|would|could|might|expect\w*|plan(?:s|ned)?|target\w*|aim\w*|next|last\s+year|previous|earlier|more|fewer|another|each|every)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Supposed();

    [GeneratedRegex(
        @"(?<who>[^.;,:]+?)\s+(?:is|was|remains|acts\s+as|has\s+been)\s+(?:the\s+)?accountable\s+officer\s+(?:for|of)\s+(?<what>[^.;,:]+)|\baccountable\s+officer\s+(?:for|of)\s+(?<what>[^.;,:]+?)\s+(?:is|remains|has\s+been|was)\s+(?<who>[^.;,:]+)|(?<what>[^.;,:]+?)\s+(?:is|was|has\s+been)\s+led\s+by\s+(?<who>[^.;,:]+?)\s+as\s+(?:its\s+|the\s+)?accountable\s+officer",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Accountable();
}
