using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Reads from a sentence what each of its quantities is said to be of: measure, years, bands, things.</summary>
internal sealed partial class CueReader
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly (Regex Word, Measures Measures, bool IsWide)[] MeasureWords =
    [
        .. new (string Pattern, Measures Measures, bool IsWide)[]
        {
        (@"(?:spent|spend|spending|paid)\s+(?:or|and)\s+commit\w+|commit\w+\s+(?:or|and)\s+(?:spent|spend\w*)", Measures.SpentOrCommitted, false),
        (@"original(?:ly)?\s+(?:\w+\s+)?(?:savings\s+)?targets?|targets?\s+(?:as\s+)?(?:originally|first)\s+(?:set|agreed)|original\s+(?:one|figure|amount|sum)|originally\s+(?:set|agreed|planned|asked)|first\s+set", Measures.OriginalTarget, false),
        (@"revised\s+(?:\w+\s+)?(?:savings\s+)?targets?", Measures.RevisedTarget, false),
        (@"targets?|targeted", Measures.Target, false),
        (@"business\s+case", Measures.BusinessCase, false),
        (@"redundanc(?:y|ies)", Measures.Redundancy, false),
        (@"re-?\s?profil\w*|re-?\s?hom\w+|carr(?:y|ied|ies)[\s-]forward|mov(?:e|es|ed|ing)\s+(?:out|to|into|from)|moves?\s+£", Measures.Move, false),
        (@"planned\s+(?:implementation\s+)?(?:spend\w*|costs?|budget)|implementation\s+budgets?|budget\s+for\s+implement\w*|(?:costs?|spend\w*|budget)\s+(?:\w+\s+){0,4}(?:is|are|was|were)\s+(?:planned|budgeted|set)|budgeted|set\s+aside|will\s+cost|is\s+to\s+cost|plans?\s+to\s+spend|planned\s+to\s+be\s+spent", Measures.Budget, false),
        (@"(?:already\s+)?spent|spen[dt]\s+(?:to\s+date|so\s+far)|actual\s+(?:spend|cost)\w*|paid\s+out|outlay", Measures.Spent, false),
        (@"committed|commitments?|on\s+order|ordered", Measures.Committed | Measures.SpentOrCommitted, false),
        (@"implementation|implementing|invest(?:ed|ing|ments?)?|spend(?:ing|s)?|costs?|budgets?", Measures.Costs, true),
        (@"(?<!general\s)(?<!pension\s)fund(?:ed|ing|s)?(?!\s+balances?)|pays?\s+for|paid\s+(?:for|from)|met\s+(?:from|by)|provid(?:e|es|ed)\s+by", Measures.Funding, false),
        (@"expect(?:ed|s|ing)?|forecasts?|project(?:ed|ions?)|anticipated|on\s+course", Measures.Position | Measures.RevisedTarget | Measures.Expected, true),
        (@"savings?|sav(?:e|es|ed)", Measures.Savings, true),
        }.Select(m => (new Regex($@"\b(?:{m.Pattern})(?!\w)", Options, Timeout), m.Measures, m.IsWide)),
    ];

    private readonly Names names;

    private readonly FinancialYear year;

    private readonly IReadOnlyList<FinancialYear> years;

    private readonly (Regex Word, Bands Bands)[] labels;

    private readonly HashSet<string> funded;

    public CueReader(Edition edition)
    {
        names = new(edition);
        year = edition.Quarter.Year;
        years = FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear);
        labels = [.. ConfidenceFacts.Bands.SelectMany(b => Labels(edition, b))];
        funded = [.. edition.Funding.Select(f => f.Source)];
    }

    /// <summary>The cues of each quantity of a sentence.</summary>
    /// <param name="before">What earlier sentences of the text named: a sentence that names nothing may go on about it.</param>
    public IReadOnlyList<Cue> Read(string sentence, IReadOnlyList<(int At, int End)> quantities, IReadOnlyList<Mention> before)
    {
        var mentions = names.In(sentence).Select(m => m.IsSure && Mostly().IsMatch(sentence[..m.At]) ? m with { IsSure = false } : m).ToList();
        var masked = Mask(sentence, mentions);
        var marks = Marks(masked);
        var spans = YearMarks(sentence, mentions);
        var segments = Segments(sentence, quantities);
        var isOpen = Indefinite().IsMatch(sentence);
        return [.. segments.Select((segment, i) => Of(i))];

        Cue Of(int i)
        {
            var (what, whatFrom) = Nearest(marks, i);
            var (when, whenFrom) = Nearest(spans, i);
            var (of, ofFrom) = Nearest([.. mentions.Select(m => (m.At, Mark: m))], i);
            var things = of.Count > 0 ? ofFrom == i ? of : [.. of.Select(m => m with { IsSure = m.IsSure && ofFrom < i })] : IsOfAll().IsMatch(sentence) ? [] : [.. before.Select(m => m with { IsSure = m.IsSure && m.Length == 0 })];
            var exact = what.Where(m => !m.IsWide).Aggregate(Measures.None, (all, m) => all | m.Measures);
            var wide = what.Where(m => m.IsWide).Aggregate(Measures.None, (all, m) => all | m.Measures);
            var bands = what.Where(m => m.Bands != Bands.None).Select(m => m.Bands).Distinct().ToList();
            if (things.Any(t => t.Thing.Kind == FactBook.FundingSource && (exact is Measures.None or Measures.Funding || t.IsSure) && funded.Contains(t.Thing.Value)) && (exact & Measures.Savings) == Measures.None)
            {
                exact = Measures.Funding;
            }

            if ((exact & Measures.Costs) != Measures.None && (exact & Measures.Savings) == Measures.None)
            {
                wide = Measures.None;
            }

            if (what.Any(m => m.IsWhole))
            {
                bands.AddRange([Bands.None, Bands.High | Bands.Medium | Bands.Low]);
            }

            if (i > 0 && IsWholeOf(sentence, quantities, i))
            {
                bands.Clear();
                (exact, wide, things) = (Measures.None, exact | wide | Measures.Savings, ofFrom == i ? things : []);
            }
            else if (PartOf().IsMatch(sentence[..quantities[i].At]))
            {
                return new(Measures.None, Measures.None, [], whenFrom == i ? when : [], [], false, true, true, false, false);
            }
            else if (i == 0 && OfAll().IsMatch(sentence[..quantities[0].At]))
            {
                (when, things) = (whenFrom == i ? when : [], ofFrom == i ? things : []);
            }

            if (exact == Measures.Funding && ToFind().IsMatch(sentence[segments[i].At..segments[i].End]))
            {
                things = [new(segments[i].At, 0, new(FactBook.Status, nameof(FundingStatus.ToBeIdentified)), true)];
            }

            if (exact.HasFlag(Measures.Redundancy))
            {
                exact = Measures.Redundancy;
            }

            var unions = bands.Count > 1 && !bands.Contains(Bands.None) ? bands.Append(bands.Aggregate((one, other) => one | other)).Distinct().ToList() : bands;
            return new(
                exact, wide, unions, when, things, IsOwnTarget(masked, quantities[i]) || exact != Measures.None && whatFrom != i, whatFrom != i,
                isOpen || things.Any(t => !t.IsSure) && before.Count > 0 || unions.Count == 0 && (exact | wide) == Measures.None || when.Count == 0 && unions.Count == 0 && !OfProgramme().IsMatch(sentence), whenFrom == i, ofFrom == i);
        }

        // Its own words, else those before it that are nearest, else those after it.
        (List<T> Marks, int From) Nearest<T>(IReadOnlyList<(int At, T Mark)> all, int i)
        {
            foreach (var from in Enumerable.Range(0, i + 1).Reverse().Concat(Enumerable.Range(i + 1, segments.Count - i - 1)))
            {
                var own = all.Where(m => m.At >= segments[from].At && m.At < segments[from].End).Select(m => m.Mark).ToList();
                if (own.Count > 0)
                {
                    return (own, from);
                }
            }

            return ([], i);
        }
    }

    /// <summary>What a sentence names.</summary>
    public IReadOnlyList<Mention> Mentions(string sentence) => names.In(sentence);

    /// <summary>The sentence with blanks in place of the programme's own names, whose words say nothing of what is measured.</summary>
    public static string Mask(string sentence, IEnumerable<Mention> mentions)
    {
        var text = sentence.ToCharArray();
        foreach (var mention in mentions.Where(m => m.IsSure))
        {
            text.AsSpan(mention.At, mention.Length).Fill(' ');
        }

        return new(text);
    }

    private List<(int At, WhatMark Mark)> Marks(string masked)
    {
        var found = new List<(int, WhatMark)>();
        var text = masked.ToCharArray();
        foreach (var (word, bands) in labels)
        {
            foreach (Match match in word.Matches(masked))
            {
                if (!Colour().IsMatch(match.Value) || !OfProjects().IsMatch(masked))
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
            if (!NotYet().IsMatch(masked[..match.Index]))
            {
                found.AddRange(new[] { Bands.Delivered, Bands.High, Bands.Delivered | Bands.High }.Select(b => (match.Index, new WhatMark(Measures.None, false, b))));
            }
        }

        foreach (var (word, measures, isWide) in MeasureWords)
        {
            foreach (Match match in word.Matches(new string(text)))
            {
                found.Add((match.Index, new(measures, isWide, Bands.None)));
                text.AsSpan(match.Index, match.Length).Fill(' ');
            }
        }

        return found;
    }

    private List<(int At, YearSpan Mark)> YearMarks(string sentence, IReadOnlyList<Mention> mentions)
    {
        var found = new List<(int, YearSpan)>();
        var text = sentence.ToCharArray();
        foreach (var named in mentions.Where(m => m.IsSure && sentence.AsSpan(m.At, m.Length).Contains('/')))
        {
            text.AsSpan(named.At, named.Length).Fill(' ');
        }

        var rest = new string(text);
        foreach (Match match in Range().Matches(rest))
        {
            if (YearOf(match.Groups["from"].Value) is { } from && YearOf(match.Groups["to"].Value) is { } to && from < to)
            {
                found.Add((match.Index, new(from, to)));
                if (years.Count > 0 && from == years[0] && to == years[^1])
                {
                    found.Add((match.Index, YearSpan.All));
                }

                text.AsSpan(match.Index, match.Length).Fill(' ');
            }
        }

        foreach (Match match in Year().Matches(new string(text)))
        {
            if (YearOf(match.Value) is { } one)
            {
                found.Add((match.Index, YearSpan.Of(one)));
                if (Until().IsMatch(rest[..match.Index]) && years.Count > 0)
                {
                    found.AddRange(new[] { new YearSpan(years[0], one), new(year, one), new(one, years[^1]), YearSpan.All }.Where(s => s.From is null || s.From <= s.To).Select(s => (match.Index, s)));
                }
            }
        }

        foreach (Match match in YearAfter().Matches(rest))
        {
            var named = found.Where(f => f.Item1 < match.Index && f.Item2.IsOne).OrderBy(f => f.Item1).Select(f => f.Item2.From).LastOrDefault() ?? year;
            found.Add((match.Index, YearSpan.Of(named.AddYears(1))));
        }

        Add(ThisYear(), YearSpan.Of(year));
        Add(NextYear(), YearSpan.Of(year.AddYears(1)));
        Add(LastYear(), YearSpan.Of(year.AddYears(-1)));
        Add(YearsAhead(), new(year.AddYears(1), years.Count == 0 ? year : years[^1]));
        Add(AllYears(), YearSpan.All);
        return found;

        void Add(Regex words, YearSpan span) => found.AddRange(words.Matches(rest).Select(m => (m.Index, span)));
    }

    private FinancialYear? YearOf(string text)
    {
        var full = text.Replace('-', '/').Replace('–', '/');
        return FinancialYear.TryParse(full.Length == 5 ? "20" + full : full, out var read) ? read : null;
    }

    private static List<(int At, int End)> Segments(string sentence, IReadOnlyList<(int At, int End)> quantities)
    {
        var segments = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i < quantities.Count; i++)
        {
            var end = i + 1 == quantities.Count ? sentence.Length : Boundary(sentence, quantities[i].End, quantities[i + 1].At);
            segments.Add((from, end));
            from = end;
        }

        // “£2.4m (33%) amber”: both are of the same.
        for (var i = segments.Count - 2; i >= 0; i--)
        {
            if (Again().IsMatch(sentence[quantities[i].End..Math.Max(quantities[i].End, quantities[i + 1].At)]))
            {
                segments[i] = segments[i + 1] = (segments[i].Item1, segments[i + 1].Item2);
            }
        }

        return segments;
    }

    // Between two quantities the strongest division parts what is said of the one from what is said of the other.
    private static int Boundary(string sentence, int end, int next)
    {
        var between = sentence[end..Math.Max(end, next)];

        // “A (£1m) and B (£2m)”: a name stands before the bracket of its amount.
        if (between.TrimEnd().EndsWith('(') && between.IndexOf(')', StringComparison.Ordinal) is var closed and >= 0)
        {
            return end + closed;
        }

        foreach (var division in new[] { Strong(), Comma(), Joined() })
        {
            if (division.Match(between) is { Success: true } match)
            {
                return end + match.Index;
            }
        }

        return end + (Weak().Matches(between) is [.., var last] ? last.Index : 0);
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
            yield return (Word($@"\b{band}(?=\s+confidence\b|[\s,]+(?:(?:and|or)\s+)?(?:{others})\b(?:[\s,]+(?:and|or)?\s*(?:{others})\b)?|\s*[:(£]|\s+\(|\s*$|\s*[.,;)](?!\d))(?!\s+(?:street|school|quality|level|demand|cost|priority|risk))"), band.AsBands());
            yield return (Word($@"(?<=\b(?:at|rated|held\s+at|is|are|stands?\s+at|still|only|and|or)\s+){band}\b(?!\s+(?:street|school|quality|level|demand|cost|priority|risk|risks))"), band.AsBands());
        }

        if (edition.Programme.ConfidenceLabels.FirstOrDefault(l => l.Confidence == band)?.Alias is { Length: > 0 } alias)
        {
            yield return (Word($@"\b{Flexible(alias)}\b"), band.AsBands());
        }

        static Regex Word(string pattern) => new(pattern, Options, Timeout);

        static string Flexible(string text) => string.Join(@"[\s-]+", text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
    }

    private static bool IsOwnTarget(string sentence, (int At, int End) quantity) =>
        OwnTargetBefore().IsMatch(sentence[..quantity.At]) || OwnTargetAfter().IsMatch(sentence[quantity.End..]);

    // “£18.6m (62%) of £30.1m”: what follows is the whole, of which the sentence tells a part.
    private static bool IsWholeOf(string sentence, IReadOnlyList<(int At, int End)> quantities, int i) =>
        Whole().IsMatch(sentence[quantities[i - 1].End..quantities[i].At]);

    private sealed record WhatMark(Measures Measures, bool IsWide, Bands Bands, bool IsWhole = false);

    [GeneratedRegex(@"\btargets?\s*(?:for\s+[0-9/]+\s+|of\s+the\s+year\s+)?(?:of|is|was|are|were|at|stands\s+at|now|:|to|from|remains)?\s*(?:now\s+|about\s+|over\s+|nearly\s+|still\s+)?$", Options, 10_000)]
    private static partial Regex OwnTargetBefore();

    [GeneratedRegex(@"^\s*(?:a\s+year\s+)?(?:[0-9/]+\s+)?(?:(?:in-year|annual|savings|revised|original)\s+)*target", Options, 10_000)]
    private static partial Regex OwnTargetAfter();

    [GeneratedRegex(@"\b(?:delivered|delivery|achieved|achievement|reali[sz]ed|banked|cashed|saved\s+(?:so\s+far|to\s+date|already)|(?:has|have)\s+(?:already\s+|so\s+far\s+)?(?:been\s+)?saved|already\s+saved|in\s+the\s+accounts|savings\s+made|made\s+savings|(?:has|have)\s+been\s+made|taken\s+out\s+of\s+budgets?)\b", Options, 10_000)]
    private static partial Regex Delivered();

    [GeneratedRegex(@"\b(?:confirmed|identified|secured?|certain|assured|guaranteed|firm)\b", Options, 10_000)]
    private static partial Regex Sure();

    [GeneratedRegex(@"\b(?:not|un|nothing|no|yet|to\s+be|be|being|will|shall|should|would|could|can|may|might|must|still\s+to|for|until|before|after|expected\s+to|plans?\s+for|confidence\s+of|due\s+to|left\s+to|remains?\s+to|once|when|if)\s+(?:\w+\s+){0,2}$", Options, 10_000)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"^\s+(?:by|after|before|from|over\s+the\s+next|in\s+later|next|during)\s+(?!(?:the\s+)?(?:end\s+of\s+)?(?:30\s+)?June\b|now\b|then\b|[0-9]{4}/[0-9]{2}\b|the\s+(?:project|programme|team|council|directorate)\b)", Options, 10_000)]
    private static partial Regex ByLater();

    [GeneratedRegex(@"^\)?\s+(?:out\s+)?of\s+(?:the\s+|its\s+|some\s+|about\s+|nearly\s+|over\s+)*$", Options, 10_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:red|amber|green|blue|yellow|purple|grey)$", Options, 10_000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\b(?:projects?|dependenc(?:y|ies)|milestones?|RAG|ratings?|risks)\b", Options, 10_000)]
    private static partial Regex OfProjects();

    [GeneratedRegex(@"\b(?<from>(?:20)?[0-9]{2}[/–-][0-9]{2})\s*(?:to|–|—|-|and|through\s+to|until)\s*(?<to>(?:20)?[0-9]{2}[/–-][0-9]{2})\b", Options, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![0-9/£.–-])(?:20)?[0-9]{2}[/–-][0-9]{2}(?![0-9/%]|\.[0-9])", Options, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:by|until|up\s+to|from|since|after|beyond|to|end\s+of|before)\s+(?:the\s+end\s+of\s+)?(?:the\s+year\s+)?$", Options, 10_000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:one|an?|each|another|some|any|every|its|their|this|that|other)\s+(?:\w+\s+){0,2}(?:project|line|contract|scheme|saving|proposal|service|team|move|measure|strand|activity|area|item)s?\b|\b(?:it|they|which)\b|\bthe\s+(?:largest|biggest|smallest|first|second|remaining)\b", Options, 10_000)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@";|:\s|\s[–—]\s|,\s+(?:and|but|while|whereas|with|leaving|against|of\s+which|compared|plus|the\s+rest)\b|\b(?:but|while|whereas|although|against|versus|rather\s+than|of\s+which|compared\s+(?:with|to))\b", Options, 10_000)]
    private static partial Regex Strong();

    [GeneratedRegex(@",\s|\s\(", Options, 10_000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\sand\s|\splus\s|\sor\s", Options, 10_000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\s(?:of|from|to|out\s+of|with|than|for)\s", Options, 10_000)]
    private static partial Regex Weak();

    [GeneratedRegex(@"\b(?:this|the\s+current|the\s+present)\s+(?:financial\s+)?year(?:[’']s)?\b|\bin-year\b|\bthe\s+year(?:[’']s)?\s+(?:target|savings)\b|\bin\s+the\s+year\b", Options, 10_000)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"\b(?:next|the\s+coming)\s+(?:financial\s+)?year(?:[’']s)?\b", Options, 10_000)]
    private static partial Regex NextYear();

    [GeneratedRegex(@"\blast\s+(?:financial\s+)?year(?:[’']s)?\b|\bthe\s+previous\s+(?:financial\s+)?year\b|\bthe\s+year\s+before\b", Options, 10_000)]
    private static partial Regex LastYear();

    [GeneratedRegex(@"\b(?:later\s+years|the\s+years\s+ahead|coming\s+years|the\s+remaining\s+years|future\s+years)\b|\b(?:two|three|four|five)\s+years\s+(?:ahead|to\s+come)\b|\b(?:next|following|remaining|other|later)\s+(?:two|three|four|five|[2-5])\s+(?:financial\s+)?years\b", Options, 10_000)]
    private static partial Regex YearsAhead();

    [GeneratedRegex(@"\b(?:all|whole|entire|full)\s+(?:(?:two|three|four|five|six|[2-6])\s+)?(?:years|programme|period|life)\b|\b(?:over|across|during)\s+(?:the\s+)?(?:life|whole\s+life|programme|(?:four|five|six|[3-9])[\s-]years?)\b|\ball\s+years\b|\b(?:five|four|six|three)-year\b|\ba\s+year\s+(?:by|from)\s+the\s+end\b", Options, 10_000)]
    private static partial Regex AllYears();

    [GeneratedRegex(@"\b(?:programme|council|overall|in\s+total|altogether)\b", Options, 10_000)]
    private static partial Regex IsOfAll();

    [GeneratedRegex(@"^\s*(?:\(|,?\s*or\s+|,?\s*that\s+is,?\s+)(?:some\s+|about\s+|nearly\s+|over\s+|just\s+)*$", Options, 10_000)]
    private static partial Regex Again();

    [GeneratedRegex(@"\bthe\s+(?:year|one)\s+after\b|\bthe\s+following\s+(?:financial\s+)?(?:year|one)\b", Options, 10_000)]
    private static partial Regex YearAfter();

    [GeneratedRegex(@"\b(?:part|share|portion|some|none|much|most|all|any|rest|remainder)\s+of\s+(?:the|this|that|our|its)\s*$", Options, 10_000)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"^\W*of\s+(?:the|this|that|our|its)?\s*(?:\w+\s+)?$", Options, 10_000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\b(?:(?:yet|still)\s+to\s+(?:be\s+)?(?:found|find|identified|identify|secured|agreed)|to\s+be\s+(?:found|identified)|not\s+yet\s+(?:found|identified|secured)|unfunded|unidentified)\b", Options, 10_000)]
    private static partial Regex ToFind();

    [GeneratedRegex(@"\b(?:programme|council|overall|total|altogether|we|our|planned\s+spend|the\s+(?:\w+\s+)?(?:savings\s+)?target|implementation)\b", Options, 10_000)]
    private static partial Regex OfProgramme();

    // “£15m, most of it in …” names a part of it only.
    [GeneratedRegex(@"\b(?:(?:most|much|some|part|half|many)\s+of\s+(?:it|this|that|which|them)|mainly|largely|chiefly|mostly|including|especially|notably|above\s+all|not\s+least)\b[^,;]{0,30}$", Options, 10_000)]
    private static partial Regex Mostly();
}
