using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Finds the words that name a band of confidence: the council's own labels and colours, and what tells of savings made.</summary>
internal sealed partial class BandCues(Edition edition)
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly (Regex Word, Bands Bands)[] labels = [.. ConfidenceFacts.Bands.SelectMany(b => Labels(edition, b))];

    /// <summary>Every such word of a sentence, and where it begins. What is found is blanked, so that no word is read twice.</summary>
    public List<(int At, WhatMark Mark)> In(string masked, char[] text)
    {
        var found = new List<(int, WhatMark)>();
        foreach (var (word, bands) in labels)
        {
            foreach (Match match in word.Matches(masked))
            {
                if (Mostly().IsMatch(masked[..match.Index]))
                {
                    text.AsSpan(match.Index, match.Length).Fill(' ');
                }
                else if (!Colour().IsMatch(match.Value) || !OfProjects().IsMatch(masked))
                {
                    found.Add((match.Index, new(Measures.None, false, bands)));
                    text.AsSpan(match.Index, match.Length).Fill(' ');
                }
            }
        }

        foreach (Match match in Delivered().Matches(new string(text)))
        {
            if (!NotYet().IsMatch(masked[..match.Index]) && !ByLater().IsMatch(masked[(match.Index + match.Length)..]))
            {
                found.Add((match.Index, new(Measures.None, false, Bands.Delivered)));
            }
            else
            {
                found.Add((match.Index, new(Measures.Savings, true, Bands.None, IsWhole: true)));
            }

            text.AsSpan(match.Index, match.Length).Fill(' ');
        }

        foreach (Match match in Sure().Matches(new string(text)))
        {
            if (!NotYet().IsMatch(masked[..match.Index]) && !Unsure().IsMatch(masked))
            {
                found.AddRange(new[] { Bands.Delivered, Bands.High, Bands.Delivered | Bands.High }.Select(b => (match.Index, new WhatMark(Measures.None, false, b))));
            }
        }

        return found;
    }

    private static IEnumerable<(Regex, Bands)> Labels(Edition edition, Confidence band)
    {
        var label = edition.Programme.Label(band).Trim();
        var isOwn = string.Equals(label, band.ToString(), StringComparison.OrdinalIgnoreCase) || label.EndsWith(" confidence", StringComparison.OrdinalIgnoreCase);
        if (!isOwn)
        {
            yield return (Word($@"(?<![\w])[“""']?{Flexible(label)}[”""']?(?!\w)"), band.AsBands());
        }

        if (band != Confidence.Delivered)
        {
            var others = string.Join('|', ConfidenceFacts.Bands.Skip(1));
            yield return (Word($@"\b{band}(?=\s+confidence\b|[\s,]+(?:(?:and|or)\s+)?(?:{others}|delivered|achieved)\b(?:[\s,]+(?:and|or)?\s*(?:{others}|delivered|achieved)\b)?|\s*[:(£]|\s+\(|\s*$|\s*[.,;)](?!\d))(?!\s+(?:street|school|quality|level|demand|cost|priority|risk))"), band.AsBands());
            yield return (Word($@"(?<=\b(?:at|rated|held\s+at|is|are|stands?\s+at|still|only|and|or|exceeds?|than)\s+){band}\b(?!\s+(?:street|school|quality|level|demand|cost|priority|risk|risks))"), band.AsBands());
        }

        if (edition.Programme.ConfidenceLabels.FirstOrDefault(l => l.Confidence == band)?.Alias is { Length: > 0 } alias)
        {
            yield return (Word($@"\b{Flexible(alias)}\b"), band.AsBands());
        }

        static Regex Word(string pattern) => new(pattern, Options, Timeout);

        static string Flexible(string text) => string.Join(@"[\s-]+", text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
    }

    [GeneratedRegex(@"\b(?:delivered|delivery|achieved|achievement|reali[sz]ed|banked|cashed|saved\s+(?:so\s+far|to\s+date|already)|(?:has|have)\s+(?:already\s+|so\s+far\s+)?(?:been\s+)?saved|already\s+saved|in\s+the\s+accounts|savings\s+made|made\s+savings|(?:has|have)\s+been\s+made|taken\s+out\s+of\s+budgets?)\b", Options, 10_000)]
    private static partial Regex Delivered();

    [GeneratedRegex(@"\b(?:confirmed|identified|secured?|certain|assured|guaranteed|firm)\b", Options, 10_000)]
    private static partial Regex Sure();

    // Of what is mostly at a band, the amount is not at it.
    [GeneratedRegex(@"\b(?:mostly|mainly|largely|nearly\s+all|almost\s+all|chiefly|partly)\s+(?:at\s+|rated\s+|held\s+at\s+)?$", Options, 10_000)]
    private static partial Regex Mostly();

    [GeneratedRegex(@"\b(?:wrong|cannot|hardly|far\s+from|premature|not\s+(?:all|every|yet|be|an?)|none|until|from\s+certain)\b", Options, 10_000)]
    private static partial Regex Unsure();

    [GeneratedRegex(@"\b(?:not|un|nothing|no|yet|to\s+be|be|being|will|shall|should|would|could|can|may|might|must|still\s+to|for|until|before|after|expected\s+to|plans?\s+for|confidence\s+of|due\s+to|left\s+to|remains?\s+to|once|when|if)\s+(?:\w+\s+){0,2}$", Options, 10_000)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"^\s+(?:by|after|before|from|over\s+the\s+next|in\s+later|next|during)\s+(?!(?:the\s+)?(?:end\s+of\s+)?(?:30\s+)?June\b|now\b|then\b|[0-9]{4}/[0-9]{2}\b|(?:the\s+|our\s+|all\s+)?(?:projects?|programme|teams?|council|directorates?|services?|officers|managers|suppliers|boards?)\b|(?:just\s+|only\s+)?(?:one|two|three|four|six|nine|the\s+first)\s+(?:quarters?|months?|weeks?)\b|the\s+first\s+(?:quarter|month)\b)", Options, 10_000)]
    private static partial Regex ByLater();

    [GeneratedRegex(@"^(?:red|amber|green|blue|yellow|purple|grey)$", Options, 10_000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\b(?:projects?|dependenc(?:y|ies)|milestones?|RAG|ratings?|risks)\b", Options, 10_000)]
    private static partial Regex OfProjects();
}
