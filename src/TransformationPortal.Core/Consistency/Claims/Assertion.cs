using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>
/// Tells whether a sentence asserts a number of the programme at all. It does not where it asks, quotes, supposes or denies,
/// where the number is a rate, and where it is another council's.
/// </summary>
internal sealed partial class Assertion(Edition edition)
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // A label in quotation marks is shorter than a quotation.
    private const int FewestQuotedWords = 4;

    /// <summary>Whether nothing is asserted of a number.</summary>
    /// <param name="isOfDecision">Whether the sentence supposes what a decision of the programme would change, which can be held against the figures.</param>
    public bool IsMissing(string sentence, Quantity quantity, bool isOfDecision)
    {
        var (before, after) = (sentence[..quantity.At], sentence[quantity.End..]);
        return IsAskedOrQuoted(sentence, quantity.At) || Reported().IsMatch(sentence) || Denied().IsMatch(before) || Mistaken().IsMatch(before)
            || NoneReaches().IsMatch(before) || MightHaveBeen().IsMatch(sentence)
            || RateBefore().IsMatch(before) || RateAfter().IsMatch(after) || !isOfDecision && Supposed().IsMatch(sentence) || IsOfAnother(sentence);
    }

    /// <summary>Whether what stands at a place is part of a question or of somebody's words.</summary>
    public static bool IsAskedOrQuoted(string sentence, int at) =>
        Question().IsMatch(sentence) || Quotation().Matches(sentence).Any(q => q.Index < at && at < q.Index + q.Length && q.Value.Count(char.IsWhiteSpace) >= FewestQuotedWords - 1);

    // Another council, or what holds of councils together.
    private bool IsOfAnother(string sentence) =>
        OtherCouncils().IsMatch(sentence) || NamedCouncil().Matches(sentence).Any(m => !IsOurs(m.Value)) || County().Matches(sentence).Any(m => !IsOurs(m.Value));

    private bool IsOurs(string name) => edition.Programme.Council.Contains(name, StringComparison.Ordinal) || edition.Programme.Name.Contains(name, StringComparison.Ordinal)
        || name.Split(' ')[0] is "The" or "This" or "Our";

    [GeneratedRegex(@"\?[”’""']?\s*$", Options, 10_000)]
    private static partial Regex Question();

    [GeneratedRegex(@"“[^”]*”|""[^""]*""", Options, 10_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(?:asked\s+(?:if|whether|why|how|about|where)|wondered|was\s+told|were\s+told|told\s+(?:us|members)|claim(?:s|ed)|said\s+that|in\s+the\s+press|newspapers?|in\s+the\s+words\s+of|rumour\w*)\b", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\b(?:not|never|rather\s+than|instead\s+of)\s+(?:the\s+|some\s+|about\s+)?$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Denied();

    // “No directorate has delivered more than £2m” gives a bound, not a figure.
    [GeneratedRegex(@"\b(?:no|none|nobody|neither|not\s+one)\b[^.;]*\b(?:(?:more|less|fewer)\s+than|over|above|below|under|exceeds?|exceeded)\s+$", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex NoneReaches();

    // What did not come to be, whatever is still to be decided.
    [GeneratedRegex(@"\b(?:would|could|might|should)\s+(?:\p{L}+\s+)?have\s+been\b", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex MightHaveBeen();

    [GeneratedRegex(@"\b(?:wrong|mistaken|misleading|premature|rash|too\s+early)\s+to\b", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Mistaken();

    [GeneratedRegex(@"\b(?:every|each|per)\s+$|\b(?:any|all|schemes?|contracts?|purchases?|items?|decisions?)\s+(?:\p{L}+\s+){0,2}(?:above|over|below|under|exceeding|up\s+to|worth)\s+$|\bat\s+(?:least\s+|about\s+|some\s+)?$(?<=\b(?:calls?|visits?|hours?|items?)\b.*)", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex RateBefore();

    [GeneratedRegex(@"^\s*(?:each|apiece|per\s+\p{L}+|an?\s+(?:week|month|day|hour|head|call|visit|item|person|household|placement|night|mile|tonne))\b", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex RateAfter();

    [GeneratedRegex(@"\b(?:would|could|might|may(?!\s+[12][0-9]{3})|suppos(?:e|ing)|assum(?:e|ing)|for\s+example|for\s+instance|options?|scenarios?|sensitivity|worst\s+case|best\s+case|unless|cannot|were\s+(?:it|the|an?|all|every)\b.{0,60}\bto|had\s+(?:it|the|an?|all|every|no)\b.{0,60}\bbeen|if\s+(?:every|all|no|only|an?y?|half|none))\b", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Supposed();

    [GeneratedRegex(
        @"\b(?:(?:an)?other|neighbouring|similar|comparable|peer|most|some|many|average|typical|median|all)\s+(?:\p{L}+\s+){0,2}(?:councils?|count(?:y|ies)|authorit(?:y|ies)|districts?|boroughs?)\b|\b(?:councils|counties|authorities)\s+(?:\p{L}+\s+){0,2}(?:overspen\w+|underspen\w+|spen\w+|sav\w+|report\w*|plan\w*|fac\w+|ha[ds]|have)\b|\b(?:nationally|across\s+(?:England|the\s+country|the\s+sector)|in\s+England|National\s+Audit\s+Office|CIPFA|Local\s+Government\s+Association|according\s+to|(?:comparable|similar)\s+programmes?|its\s+own\s+(?:\p{L}+\s+)?(?:programme|transformation)|benchmark\w*)\b|\bthe\s+(?:district|borough|city|parish|town)\s+council\b|\b(?:district|borough|city|parish|town)\s+councils?[’']s?\s+own\b",
        Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex OtherCouncils();

    [GeneratedRegex(@"\b\p{Lu}\p{L}+(?:\s+(?:and|&)\s+\p{Lu}\p{L}+)?\s+(?:County|District|City|Borough|Town|Parish)\s+Council\b", Options, 10_000)]
    private static partial Regex NamedCouncil();

    [GeneratedRegex(@"\b(?:\p{Lu}\p{Ll}+shire|Surrey|Kent|Essex|Devon|Dorset|Norfolk|Suffolk|Somerset|Cornwall|Cumbria|Northumberland|Durham|Rutland|(?:East\s+|West\s+)?Sussex|Birmingham|Manchester|Leeds|Bristol|Nottingham|Liverpool|Sheffield|Leicester|Coventry|Bradford)\b", Options, 10_000)]
    private static partial Regex County();
}
