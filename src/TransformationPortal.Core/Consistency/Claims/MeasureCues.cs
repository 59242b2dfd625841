using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>A word that says what a quantity measures, or at which band it is.</summary>
/// <param name="IsWide">Whether the word leaves open which of several measures it is.</param>
/// <param name="IsWhole">Whether it may be the whole of which a part is delivered.</param>
internal sealed record WhatMark(Measures Measures, bool IsWide, Bands Bands, bool IsWhole = false);

/// <summary>Finds the words that name a measure: target, planned, spent, funding.</summary>
internal static class MeasureCues
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly (Regex Word, Measures Measures, bool IsWide)[] Words =
    [
        .. new (string Pattern, Measures Measures, bool IsWide)[]
        {
        (@"(?:spent|spend|spending|paid)\s+(?:or|and)\s+commit\w+|commit\w+\s+(?:or|and)\s+(?:spent|spend\w*)", Measures.SpentOrCommitted, false),
        (@"original(?:ly)?\s+(?:\w+\s+)?(?:savings\s+)?targets?|targets?\s+(?:as\s+)?(?:originally|first)\s+(?:set|agreed)|original\s+(?:one|figure|amount|sum)|the\s+original(?=\s*(?:[.,;)]|$))|originally\s+(?:set|agreed|planned|asked)|first\s+set", Measures.OriginalTarget, false),
        (@"revised\s+(?:\w+\s+)?(?:savings\s+)?targets?", Measures.RevisedTarget, false),
        (@"targets?|targeted", Measures.Target, false),
        (@"(?:in-year\s+)?pressures?|overspen[dt]\w*", Measures.Pressure, false),
        (@"business\s+case", Measures.BusinessCase, false),
        (@"redundanc(?:y|ies)", Measures.Redundancy, false),
        (@"re-?\s?profil\w*|re-?\s?hom\w+|carr(?:y|ied|ies)[\s-]forward|mov(?:e|es|ed|ing)\s+(?:out|to|into|from)|moves?\s+£", Measures.Move, false),
        (@"planned\s+(?:implementation\s+)?(?:spend\w*|costs?|budget|outlay|total)|total\s+planned|(?:is|are|was|were|will|to)\s+be\s+spent|implementation\s+budgets?|budget\s+for\s+implement\w*|(?:costs?|spend\w*|budget)\s+(?:\w+\s+){0,4}(?:is|are|was|were)\s+(?:planned|budgeted|set)|budgeted|set\s+aside|will\s+cost|is\s+to\s+cost|plans?\s+to\s+spend|planned\s+to\s+be\s+spent", Measures.Budget, false),
        (@"(?:already\s+)?spent|spen[dt]\s+(?:to\s+date|so\s+far)|actual\s+(?:spend|cost)\w*|paid\s+out", Measures.Spent, false),
        (@"committed|commitments?|on\s+order|ordered", Measures.Committed | Measures.SpentOrCommitted, false),
        (@"implementation|implementing|invest(?:ed|ing|ments?)?|spend(?:ing|s)?|costs?|budgets?|outlay", Measures.Costs, true),
        (@"(?<!general\s)(?<!pension\s)fund(?:ed|ing|s)?(?!\s+balances?)|pays?\s+for|paid\s+(?:for|from)|met\s+(?:from|by)|provid(?:e|es|ed)\s+by", Measures.Funding, false),
        (@"expect(?:ed|s|ing)?|forecasts?|project(?:ed|ions?)|anticipated|on\s+course", Measures.Position | Measures.RevisedTarget | Measures.Expected, true),
        (@"savings?|sav(?:e|es|ed)", Measures.Savings, true),
        }.Select(m => (new Regex($@"\b(?:{m.Pattern})(?!\w)", Options, Timeout), m.Measures, m.IsWide)),
    ];

    /// <summary>Every such word, and where it begins. What is found is blanked, so that no word is read twice.</summary>
    public static IEnumerable<(int At, WhatMark Mark)> In(char[] text)
    {
        foreach (var (word, measures, isWide) in Words)
        {
            foreach (Match match in word.Matches(new string(text)))
            {
                yield return (match.Index, new(measures, isWide, Bands.None));
                text.AsSpan(match.Index, match.Length).Fill(' ');
            }
        }
    }
}
