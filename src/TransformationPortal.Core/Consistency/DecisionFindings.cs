using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Decisions that figures wait for, amounts that they leave without a year, and texts that take them as agreed.</summary>
internal static partial class DecisionFindings
{
    public static IEnumerable<Finding> In(Edition edition, FigureReader figures, IReadOnlyList<ProseText> prose) =>
        [.. Pending(edition), .. NotRehomed(edition), .. Assumed(edition, figures, prose), .. Told(edition, prose), .. Unchanged(edition, prose)];

    private static IEnumerable<Finding> Pending(Edition edition)
    {
        foreach (var view in new Dashboard(edition, DecisionBasis.AsItStands).Pending.Where(p => p.Moves.Count > 0))
        {
            var due = view.Decision.Due is { } day ? $", due {DateFormat.Long(day)}" : "";
            yield return new(
                FindingKind.PendingDecision, FindingSeverity.ToBeSigned,
                $"{view.Decision.Ref} {view.Decision.Title}: {view.Decision.Body} has yet to decide{due}. "
                    + (view.Effects.Count == 0 ? "No headline figure waits for it." : $"Until then two figures stand for each of these: {string.Join("; ", view.Effects.Select(e => $"{e.Title} {e.AsItStands.ExactText} or {e.IfAgreed.ExactText}"))}."),
                DraftAddress.Page(edition, "decisions"), "Decisions", "Record the outcome, or sign that the quarter is published before it.");
        }
    }

    private static IEnumerable<Finding> NotRehomed(Edition edition)
    {
        var open = edition.Decisions.Where(d => d.Outcome != DecisionOutcome.Refused).ToDictionary(d => d.Ref, StringComparer.Ordinal);
        foreach (var move in edition.Reprofiles.Where(r => r.ToYear is null && r.Amount != Money.Zero))
        {
            if (open.TryGetValue(move.Decision, out var decision))
            {
                var amount = MoneyFormat.ExactMillions(move.Amount);
                yield return new(
                    FindingKind.NotRehomed, FindingSeverity.ToBeSigned,
                    $"{move.Line}, {move.Label}: {amount} {(decision.Outcome == DecisionOutcome.Pending ? $"would leave {move.FromYear} under {decision.Ref}" : $"has left {move.FromYear} under {decision.Ref}")} and is in no later year: {amount} not yet re-homed.",
                    DraftAddress.Page(edition, "decisions"), "Decisions", "Give the amount the year in which it is now to be saved, or sign that it has none yet.")
                {
                    Apart = move.Amount,
                };
            }
        }
    }

    // “The move leaves the total as it was”, while what it takes out of a year is in no later one.
    private static IEnumerable<Finding> Unchanged(Edition edition, IEnumerable<ProseText> prose)
    {
        var lost = edition.Reprofiles.Where(r => r.ToYear is null && edition.Decisions.Any(d => d.Ref == r.Decision && d.Outcome != DecisionOutcome.Refused)).ToList();
        return lost.Count == 0 ? [] :
            from text in prose
            from sentence in Sentence().Split(Prose.Words(text.Text))
            where SaysUnchanged().IsMatch(sentence) && OfSavings().IsMatch(sentence) && !NotUnchanged().IsMatch(sentence)
            select new Finding(
                FindingKind.NotRehomed, FindingSeverity.ToBeSigned,
                $"{text.Name} says “{sentence.Trim()}”, and {MoneyFormat.ExactMillions(new Money(lost.Sum(r => r.Amount.Pounds)))} of what moves is in no later year.",
                text.Where, text.Name, "Say that the amount has no later year yet, or give it one.");
    }

    private static IEnumerable<Finding> Assumed(Edition edition, FigureReader figures, IEnumerable<ProseText> prose)
    {
        if (!new PendingDecisions(edition).Any)
        {
            yield break;
        }

        foreach (var text in prose)
        {
            foreach (var part in Prose.Parse(text.Text).Where(p => p.IsFigure))
            {
                var reading = figures.Read(part.Text, DecisionBasis.AsItStands);
                if (reading is { FixedBasis: DecisionBasis.IfAgreed, Figure: { } assumed } && !SaysSo(text.Text) && !IsSame(figures, part.Text, assumed))
                {
                    yield return new(
                        FindingKind.AssumedDecision, FindingSeverity.ToBeSigned,
                        $"{text.Name} gives {reading.Text} for {{{part.Text}}}, which takes a pending decision as agreed, and does not say so.",
                        text.Where, text.Name, "Say “if agreed” in the sentence, or leave out basis=agreed.");
                }
            }
        }
    }

    // “Cabinet has agreed to move it”, while it has yet to.
    private static IEnumerable<Finding> Told(Edition edition, IEnumerable<ProseText> prose)
    {
        var pending = edition.PendingDecisions.ToList();
        var common = MeaningWords.Of(string.Join(' ', [
            "savings programme council year", .. edition.Boards.Select(b => b.Name), .. edition.Workstreams.Select(w => w.Name), .. edition.Directorates.Select(d => d.Name),
            .. pending.Select(d => d.Body)]));
        foreach (var text in pending.Count == 0 ? [] : prose)
        {
            foreach (var sentence in Sentence().Split(Prose.Words(text.Text)).Where(SaysTaken))
            {
                var words = MeaningWords.Of(sentence);
                if (pending.Find(d => Means(edition, d, sentence, words, common, pending.Count == 1)) is { } decision)
                {
                    yield return new(
                        FindingKind.AssumedDecision, FindingSeverity.ToBeSigned,
                        $"{text.Name} says “{sentence.Trim()}”, and {decision.Ref} {decision.Title} is still to be decided by {decision.Body}.",
                        text.Where, text.Name, "Record the outcome, or say that the decision is still to be taken.");
                }
            }
        }
    }

    // Whatever leaves it open comes before the verb: what follows from it may lie ahead.
    private static bool SaysTaken(string sentence) => Taken().Match(sentence) is { Success: true } taken && !Open().IsMatch(sentence[..taken.Index]);

    // By its reference; by who takes it and a word of its own; or as a re-profile, where it is the only one or has a word of its own.
    private static bool Means(Edition edition, Decision decision, string sentence, HashSet<string> words, HashSet<string> common, bool isOnly)
    {
        var own = MeaningWords.Of($"{decision.Title} {string.Join(' ', edition.Reprofiles.Where(r => r.Decision == decision.Ref).Select(r => r.Label))} re-profile");
        own.ExceptWith(common);
        var isReprofile = words.Contains("profile") || words.Contains("profiling") || words.Contains("profiled");
        return sentence.Contains(decision.Ref, StringComparison.OrdinalIgnoreCase)
            || MeaningWords.Of(decision.Body).IsSubsetOf(words) && own.Overlaps(words)
            || isReprofile && (isOnly || own.Any(w => w != "profile" && words.Contains(w)));
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:agreed|approved|decided|endorsed|signed\s+off)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Taken();

    [GeneratedRegex(
        @"^\W*were\s+(?:it|this|that|the|Cabinet)\b|\b(?:if|once|when|until|unless|should|whether|subject|not|yet|pending|asked|will|would|to\s+be|before|provided|providing|assuming|after|following|could|may|might)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Open();

    /// <summary>Whether a text tells its readers that something depends on a decision.</summary>
    internal static bool SaysSo(string text) => Depends().IsMatch(Prose.Words(text));

    private static bool IsSame(FigureReader figures, string phrase, Figure assumed) =>
        figures.Read(phrase.Replace("basis=agreed", "basis=stands", StringComparison.OrdinalIgnoreCase), DecisionBasis.AsItStands).Figure?.Amount == assumed.Amount;

    [GeneratedRegex(
        @"\b(?:if|once|should|unless|until|were|would|could|subject\s+to|provided|assuming|pending|depend(?:s|ing|ent)?|whether|await(?:s|ing)|yet\s+to|asked?|asks|propos\w+|decisions?|decide[sd]?|when\s+(?:it|Cabinet|the\s+decision)\b.*\bagree\w*)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Depends();

    [GeneratedRegex(
        @"\b(?:total|overall|sum|(?:savings|target)\s+of\s+the\s+(?:\p{L}+\s+)?programme|programme[’']?s?\s+as\s+a\s+whole|programme[’']?s?\s+(?:savings|target)|sum\s+of\s+savings)\b.*\b(?:unchanged|unaffected|not\s+(?:change[sd]?|affect(?:ed)?|alter(?:ed)?|reduced?)|no\s+change|as\s+(?:(?:it|they)\s+)?(?:was|were|stood|before)|stays?\s+the\s+same|remains?\s+the\s+same)\b|\bthe\s+same\s+(?:total|overall|amount|sum)\b|\bwithout\s+(?:any\s+)?(?:chang\w+|affect\w+|reduc\w+|los\w+|effect\s+on)\b.*\b(?:total|overall)\b|\bno\s+(?:overall|net|total)\s+(?:change|effect|loss|reduction|impact)\b|\b(?:does|do|will|would)\s+not\s+(?:change|affect|alter|reduce)\b.*\b(?:total|overall|programme)\b|\bno\s+(?:loss|effect|change|impact)\s+(?:of|on|to|in)\s+(?:the\s+)?(?:overall|total|programme)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SaysUnchanged();

    [GeneratedRegex(@"\b(?:once|if|until|unless|when|spend\w*|costs?|budget|projects|quarter|original)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NotUnchanged();

    [GeneratedRegex(@"\b(?:savings?|programme|targets?|re-?profil\w*|mov\w+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfSavings();
}
