using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Consistency;

/// <summary>One fact told in two ways in two texts: who signed something off, when something is due.</summary>
internal static partial class ToldApartFindings
{
    // As many of the fewer words have to be the same for two sentences to speak of one thing.
    private const decimal Alike = 0.6m;

    private const int FewestWords = 2;

    public static IEnumerable<Finding> In(Edition edition, IReadOnlyList<ProseText> prose)
    {
        var bodies = Bodies(edition);
        var told = prose.SelectMany(text => Told(edition, text, bodies)).ToList();
        for (var i = 0; i < told.Count; i++)
        {
            foreach (var earlier in told.Take(i).Where(t => t.Text != told[i].Text && IsApart(t, told[i])))
            {
                yield return new(
                    FindingKind.ToldApart, FindingSeverity.ToBeSigned,
                    $"{told[i].Text.Name} says “{told[i].Sentence}”; {earlier.Text.Name} says “{earlier.Sentence}”.", told[i].Text.Where, told[i].Text.Name, "Find out which of the two is so, and say it in both.");
                break;
            }
        }
    }

    private static bool IsApart(Fact one, Fact other) => one.Relation == other.Relation && !one.Values.Overlaps(other.Values) && IsOneThing(one.Subject, other.Subject);

    private static bool IsOneThing(HashSet<string> one, HashSet<string> other)
    {
        var fewer = Math.Min(one.Count, other.Count);
        var shared = one.Count(other.Contains);
        return shared >= FewestWords && shared >= Alike * fewer;
    }

    private static IEnumerable<Fact> Told(Edition edition, ProseText text, IReadOnlyList<(string Name, string Words)> bodies)
    {
        var ofProject = text.Project is { } code ? edition.FindProject(code)?.Name ?? "" : "";
        var before = "";
        foreach (var sentence in Sentences.Of(text.Text).Select(s => s.Words))
        {
            var goesOn = GoesOn().IsMatch(sentence) ? before : "";
            before = sentence;
            if (SignedOff().Match(sentence) is { Success: true } signed && !Open().IsMatch(sentence[..signed.Index]))
            {
                var by = bodies.Where(b => Has(sentence, b.Words)).Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
                if (by.Count > 0)
                {
                    yield return new(text, sentence, "signed off", Subject($"{sentence} {goesOn} {ofProject}", bodies), by);
                }
            }

            if (Due().IsMatch(sentence))
            {
                var days = Day().Matches(sentence).Select(m => m.Value.Trim()).Where(d => DateOnly.TryParse("1 " + d, DateFormat.Culture, DateTimeStyles.None, out _) || DateOnly.TryParse(d, DateFormat.Culture, DateTimeStyles.None, out _)).ToList();
                if (days is [var day])
                {
                    yield return new(text, sentence, "due", Subject($"{sentence[..sentence.IndexOf(day, StringComparison.Ordinal)]} {goesOn} {ofProject}", bodies), [day.TrimStart('0')]);
                }
            }
        }
    }

    private static HashSet<string> Subject(string words, IReadOnlyList<(string Name, string Words)> bodies)
    {
        var subject = MeaningWords.Of(bodies.Aggregate(words, (rest, b) => rest.Replace(b.Words, " ", StringComparison.OrdinalIgnoreCase)));
        subject.ExceptWith(["signed", "off", "approved", "agreed", "endorsed", "accepted", "due", "planned", "expected", "ready", "complete", "completed", "place", "will", "programme", "project", "council", "been", "these", "this", "board", "team"]);
        subject.ExceptWith(DateFormat.Culture.DateTimeFormat.MonthNames.Select(m => m.ToLowerInvariant()));
        return subject;
    }

    // A body is also called by the end of its name: the Programme Board.
    private static List<(string Name, string Words)> Bodies(Edition edition)
    {
        var names = edition.Boards.Select(b => b.Name).Concat(edition.Decisions.Select(d => d.Body)).Concat(edition.Meetings.Select(m => m.Body)).Distinct().ToList();
        return [.. names.SelectMany(n => new[] { (n, n) }.Concat(n.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 && n[blank..].Count(c => c == ' ') > 1 ? [(n, n[(blank + 1)..])] : [])).OrderByDescending(b => b.Item2.Length)];
    }

    private static bool Has(string sentence, string words) => WholeWords.In(sentence, words) is { } end && !OtherBody().IsMatch(sentence[end..]);

    private sealed record Fact(ProseText Text, string Sentence, string Relation, HashSet<string> Subject, HashSet<string> Values);

    [GeneratedRegex(@"\b(?:signed\b.{0,40}?\boff|approved|agreed|endorsed|accepted|sign(?:ed)?-off)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SignedOff();

    [GeneratedRegex(@"\b(?:if|once|when|until|unless|should|whether|not|yet|will|would|to\s+be|before|asked)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:these|this|it|they|both|them)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(?:due|will\s+be|is\s+to\s+be|are\s+to\s+be|planned|expected|starts?|begins?|ends?|completes?|goes\s+live|in\s+place)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Due();

    [GeneratedRegex(@"\b(?:[0-3]?[0-9]\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[12][0-9]{3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Day();

    // The Cabinet Member is another than Cabinet.
    [GeneratedRegex(@"^\s+(?:Member|Advisory)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OtherBody();
}
