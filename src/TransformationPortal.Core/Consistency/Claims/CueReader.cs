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

    private readonly Names names;

    private readonly YearCues years;

    private readonly BandCues labels;

    private readonly HashSet<string> funded;

    private readonly HashSet<string> boards;

    public CueReader(Edition edition)
    {
        names = new(edition);
        years = new(edition.Quarter.Year, FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear));
        labels = new(edition);
        funded = [.. edition.Funding.Select(f => f.Source)];
        boards = [.. edition.SavingsLines.Select(l => l.Board)];
    }

    /// <summary>The cues of each quantity of a sentence.</summary>
    /// <param name="before">What earlier sentences of the text named: a sentence that names nothing may go on about it.</param>
    public IReadOnlyList<Cue> Read(string sentence, IReadOnlyList<(int At, int End)> quantities, IReadOnlyList<Mention> before)
    {
        var mentions = names.In(sentence).Select(m => m.IsSure && Mostly().IsMatch(sentence[..m.At]) ? m with { IsSure = false } : m).ToList();
        var masked = Mask(sentence, mentions);
        var rest = masked.ToCharArray();
        List<(int At, WhatMark Mark)> marks = [.. labels.In(masked, rest), .. MeasureCues.In(rest)];
        var spans = years.In(sentence, mentions);
        var segments = Clauses.Of(sentence, quantities);
        var isOpen = Indefinite().IsMatch(sentence);
        var compared = marks.Aggregate(Measures.None, (all, m) => m.Mark.Bands == Bands.Delivered ? all | Measures.Position : m.Mark.IsWide ? all : all | Named(m.Mark.Measures));
        return [.. segments.Select((segment, i) => OfRange(i) with { Compared = compared, Usual = years.Ahead })];

        // “Between £34m and £58m, as the business case said”: what is said of the one end is said of the other.
        Cue OfRange(int i) => i + 1 < segments.Count && Of(i) is { Exact: Measures.None } && Of(i + 1) is { Exact: not Measures.None } other
            && RangeStart().IsMatch(sentence[..quantities[i].At]) && RangeAnd().IsMatch(sentence[quantities[i].End..quantities[i + 1].At]) ? other : Of(i);

        Cue Of(int i)
        {
            var isWithout = LeavesOut().IsMatch(sentence[quantities[i].End..]);
            var (what, whatFrom) = isWithout ? Nearest([.. marks.Where(m => m.At < quantities[i].At)], i) : Nearest(marks, i);
            var (when, whenFrom) = Nearest(spans, i);
            if (whenFrom > i)
            {
                // A year that only a later quantity has may be meant, or none.
                when = [.. when, YearSpan.All];
            }

            var (of, ofFrom) = Nearest([.. mentions.Where(IsOfFigures).Select(m => (m.At, Mark: m))], i);
            var things = of.Count > 0 ? ofFrom == i ? of : [.. of.Select(m => m with { IsSure = m.IsSure && ofFrom < i })] : IsOfAll().IsMatch(sentence) ? [] : [.. before.Select(m => m with { IsSure = m.IsSure && m.Length == 0 })];
            if (ofFrom < i && OfOther().IsMatch(sentence[quantities[i].End..]))
            {
                // “£10m of third-party spend, £3m of income”: it is of its own, although the name is not the programme's.
                things = [];
            }

            var exact = what.Where(m => !m.IsWide).Aggregate(Measures.None, (all, m) => all | m.Measures);
            var wide = what.Where(m => m.IsWide).Aggregate(Measures.None, (all, m) => all | m.Measures);
            var bands = what.Where(m => m.Bands != Bands.None).Select(m => m.Bands).Distinct().ToList();
            var isBorrowed = false;
            if (things.Any(t => t.Thing.Kind == FactBook.FundingSource && (exact is Measures.None or Measures.Funding || t.IsSure) && funded.Contains(t.Thing.Value)) && (exact & Measures.Savings) == Measures.None)
            {
                (exact, isBorrowed) = (Measures.Funding, ofFrom != i);
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
                exact, wide, unions, when, things, IsOwnTarget(masked, quantities[i]) || exact != Measures.None && whatFrom != i, whatFrom != i || isBorrowed,
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

    // A board that decides has no figures of its own; one that runs projects has theirs.
    private bool IsOfFigures(Mention mention) => mention.Thing.Kind != "board" || boards.Contains(mention.Thing.Value);

    // A target of which nothing more is said is the one of now.
    private static Measures Named(Measures measures) => measures == Measures.Target ? Measures.RevisedTarget : measures;

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

    private static bool IsOwnTarget(string sentence, (int At, int End) quantity) =>
        OwnTargetBefore().IsMatch(sentence[..quantity.At]) || OwnTargetAfter().IsMatch(sentence[quantity.End..]);

    // “£18.6m (62%) of £30.1m”: what follows is the whole, of which the sentence tells a part.
    private static bool IsWholeOf(string sentence, IReadOnlyList<(int At, int End)> quantities, int i) =>
        Whole().IsMatch(sentence[quantities[i - 1].End..quantities[i].At]);

    [GeneratedRegex(@"\btargets?\s*(?:for\s+[0-9/]+\s+|of\s+the\s+year\s+)?(?:of|is|was|are|were|at|stands\s+at|now|:|to|from|remains)?\s*(?:now\s+|about\s+|over\s+|nearly\s+|still\s+)?$", Options, 10_000)]
    private static partial Regex OwnTargetBefore();

    [GeneratedRegex(@"^\s*(?:a\s+year\s+)?(?:[0-9/]+\s+)?(?:(?:in-year|annual|savings|revised|original)\s+)*target", Options, 10_000)]
    private static partial Regex OwnTargetAfter();

    [GeneratedRegex(@"^\)?\s+(?:out\s+)?of\s+(?:the\s+|its\s+|some\s+|about\s+|nearly\s+|over\s+)*$", Options, 10_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:one|an?|each|another|some|any|every|its|their|this|that|other)\s+(?:\w+\s+){0,2}(?:project|line|contract|scheme|saving|proposal|service|team|move|measure|strand|activity|area|item)s?\b|\b(?:it|they|which)\b|\bthe\s+(?:largest|biggest|smallest|first|second|remaining)\b", Options, 10_000)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b(?:programme|council|overall|in\s+total|altogether)\b", Options, 10_000)]
    private static partial Regex IsOfAll();

    [GeneratedRegex(@"\b(?:part|share|portion|some|none|much|most|all|any|rest|remainder)\s+of\s+(?:the|this|that|our|its)\s*$", Options, 10_000)]
    private static partial Regex PartOf();

    // “The £17.9m does not include redundancy”: what it leaves out says nothing of what it is.
    [GeneratedRegex(@"^\s+(?:(?:does|do|did)\s+not\s+(?:include|cover|contain|allow\s+for)|excludes?|leaves?\s+out|is\s+before|takes?\s+no\s+account)\b", Options, 10_000)]
    private static partial Regex LeavesOut();

    [GeneratedRegex(@"\b(?:between|from)\s+$", Options, 10_000)]
    private static partial Regex RangeStart();

    [GeneratedRegex(@"^\s*(?:and|to|–|-)\s*$", Options, 10_000)]
    private static partial Regex RangeAnd();

    [GeneratedRegex(@"^\W*of\s+(?:the|this|that|our|its)?\s*(?:\w+\s+)?$", Options, 10_000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\b(?:(?:yet|still)\s+to\s+(?:be\s+)?(?:found|find|identified|identify|secured|agreed)|to\s+be\s+(?:found|identified)|not\s+yet\s+(?:found|identified|secured)|unfunded|unidentified)\b", Options, 10_000)]
    private static partial Regex ToFind();

    [GeneratedRegex(@"\b(?:programme|council|overall|total|altogether|we|our|planned\s+spend|the\s+(?:\w+\s+)?(?:savings\s+)?target|implementation)\b", Options, 10_000)]
    private static partial Regex OfProgramme();

    [GeneratedRegex(@"^\s+of\s+(?!which\b|it\b|this\b|that\b|these\b|them\b|the\b|its\b|our\b|savings?\b|spend\w*\b|costs?\b|planned\b|a\b|an\b)\p{L}", Options, 10_000)]
    private static partial Regex OfOther();

    // “£15m, most of it in …” names a part of it only.
    [GeneratedRegex(@"\b(?:(?:most|much|some|part|half|many)\s+of\s+(?:it|this|that|which|them)|mainly|largely|chiefly|mostly|including|especially|notably|above\s+all|not\s+least)\b[^,;]{0,30}$", Options, 10_000)]
    private static partial Regex Mostly();
}
