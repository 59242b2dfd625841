using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// Amounts and shares typed in prose, held against the figures of the edition. Where a sentence has every word of a figure's
/// meaning, that figure decides; else it is enough that some figure gives the amount.
/// </summary>
internal static partial class AmountFindings
{
    private const int FewestWords = 2;

    // What a sentence speaks of when a number in millions without a pound sign is money.
    private static readonly string[] OfMoney = ["saving", "spend", "budget", "cost", "target", "pound", "funding", "revenue", "income"];

    public static IEnumerable<Finding> In(Edition edition, IEnumerable<ProseText> prose)
    {
        var typed = prose.SelectMany(text => Typed(Prose.Words(text.Text)).Select(t => (Text: text, Amount: t.Amount, t.Sentence))).ToList();
        if (typed.Count == 0)
        {
            return [];
        }

        var known = Known(edition);
        return typed.Select(t => Of(edition, t.Text, t.Amount, t.Sentence, known)).OfType<Finding>();
    }

    private static Finding? Of(Edition edition, ProseText text, TypedAmount amount, string sentence, List<KnownAmount> known)
    {
        if (!amount.IsReadable)
        {
            return Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{amount.Text}”, a longer number than any figure has.", "Put a figure in its place.");
        }

        if (text.Project is { } code && edition.Story.Spotlights.FirstOrDefault(s => s.Project == code) is { } spotlight
            && (amount.Matches(spotlight.ExpectedLow?.Pounds, FigureUnit.Pounds) || amount.Matches(spotlight.ExpectedHigh?.Pounds, FigureUnit.Pounds)))
        {
            return null;
        }

        if (Spending(edition, amount, sentence) is { } other)
        {
            return Finding(FindingKind.LookAlike, text, $"{text.Name} says “{amount.Text}” of what is spent; {other}", "Write {spent} for what is spent, {spent-or-committed} for what is spent or committed.");
        }

        var words = MeaningWords.Of(sentence);
        var meant = known.Where(k => k.Unit == amount.Unit && k.Words.Count >= FewestWords && k.Words.IsSubsetOf(words)).ToList();
        var nearest = meant.Count == 0 ? [] : meant.Where(k => k.Words.Count == meant.Max(m => m.Words.Count)).ToList();
        if (nearest.Count > 0 ? nearest.Exists(k => amount.Matches(k.Stands, k.Unit)) : known.Exists(k => amount.Matches(k.Stands, k.Unit)))
        {
            return null;
        }

        if ((nearest.Count > 0 ? nearest : known).Find(k => amount.Matches(k.Agreed, k.Unit)) is { } assumed)
        {
            return DecisionFindings.SaysSo(sentence) ? null : Finding(
                FindingKind.AssumedDecision, text, $"{text.Name} says “{amount.Text}”, which {assumed.Meaning} is only if a pending decision is agreed; as things stand it is {assumed.Print(assumed.Stands)}.", $"Write {assumed.Phrase}, which follows the decision, or say “if agreed”.");
        }

        return nearest is [var first, ..]
            ? Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{amount.Text}”; the figure nearest in meaning, {first.Meaning}, is {first.Print(first.Stands)}, {first.Print(Math.Abs(amount.Value - first.Stands.GetValueOrDefault()))} apart.", $"Write {first.Phrase} in its place.")
            : Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{amount.Text}”, which no figure supports.", "Put a figure in its place, or say in the note where the amount comes from.");
    }

    // “Spent” and “spent or committed” are two measures that are easily taken for each other.
    private static string? Spending(Edition edition, TypedAmount amount, string sentence)
    {
        var words = MeaningWords.Of(sentence);
        if (!words.Contains("spend") || amount.Unit != FigureUnit.Pounds)
        {
            return null;
        }

        var figures = new KeyFigures(edition, DecisionBasis.AsItStands);
        var (spent, both) = (figures.Spent.Figure, figures.SpentOrCommitted.Figure);
        var (isSpent, isBoth, saysBoth) = (amount.Matches(spent.Amount, spent.Unit), amount.Matches(both.Amount, both.Unit), words.Contains("committed"));
        return (isSpent, isBoth, saysBoth) switch
        {
            (false, true, false) => $"that is what is spent or committed, and {spent.TextOr("nothing")} is spent.",
            (true, false, true) => $"that is what is spent, and {both.Text} is spent or committed.",
            _ => null,
        };
    }

    // What the catalogue offers, and what any line, project or decision stands for.
    private static List<KnownAmount> Known(Edition edition)
    {
        var position = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands);
        var moved = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.IfAgreed);
        return
        [
            .. FigureCatalogue.Of(edition).Select(f => new KnownAmount(f.Phrase, $"“{f.Meaning}”", f.Now.Unit, f.Now.Amount, (f.IfAgreed ?? f.Now).Amount, MeaningWords.Of(f.Meaning))),
            .. edition.Savings.Values(SavingsDimension.Year, position).SelectMany(y => edition.Savings.Cut(position.Where(SavingsDimension.Year, y), SavingsDimension.Project)).Select(Plain),
            .. edition.Savings.Cut(position, SavingsDimension.Project).Select(Plain),
            .. edition.Savings.Cut(position, SavingsDimension.Line).Select(Plain),
            .. edition.Reprofiles.Select(r => Plain((r.Decision, r.Amount))),
            .. edition.Savings.Cut(moved, SavingsDimension.Decision).Where(c => c.Value != LedgerKeys.None).Select(Plain),
        ];

        static KnownAmount Plain((string Value, Money Amount) cut) => new("", cut.Value, FigureUnit.Pounds, cut.Amount.Pounds, cut.Amount.Pounds, []);
    }

    private static Finding Finding(FindingKind kind, ProseText text, string disagreement, string mend) =>
        new(kind, FindingSeverity.ToBeSigned, disagreement, text.Where, text.Name, mend);

    private static IEnumerable<(TypedAmount Amount, string Sentence)> Typed(string words)
    {
        foreach (Match match in Amount().Matches(words))
        {
            var (start, end) = (words.LastIndexOfAny(['.', ';', '\n'], Math.Max(0, match.Index - 1)), match.Index + match.Length);
            while (start > 0 && words[start] == '.' && start + 1 < words.Length && char.IsDigit(words[start + 1]))
            {
                start = words.LastIndexOfAny(['.', ';', '\n'], start - 1);
            }

            var stop = words.IndexOfAny([';', '\n'], end) is var hard and >= 0 ? hard : words.Length;
            var point = words.IndexOf(". ", end, StringComparison.Ordinal);
            var sentence = words[(start + 1)..(point >= 0 && point < stop ? point : stop)];
            if (!match.Groups["bare"].Success || MeaningWords.Of(sentence).Overlaps(OfMoney))
            {
                yield return (TypedAmount.Of(match), sentence);
            }
        }
    }

    [GeneratedRegex(
        @"(?:£|\bGBP)\s?(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?<size>billion|bn|million|m|thousand|k)?\b|(?<![\p{L}0-9.,£/])(?<bare>(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?:(?<size>billion|bn|million|m|thousand|k)(?:\s+pounds)?|pounds)\b)|(?<share>[0-9]+(?:\.[0-9]+)?)\s?(?:%|per\s?cent\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    private sealed record KnownAmount(string Phrase, string Meaning, FigureUnit Unit, decimal? Stands, decimal? Agreed, HashSet<string> Words)
    {
        public string Print(decimal? value) => Unit == FigureUnit.Share ? MoneyFormat.Percent(value) : value is { } pounds ? MoneyFormat.ExactMillions(new Money(pounds)) : "nothing";
    }

    // A number as it was typed: what it says, and how finely.
    private sealed record TypedAmount(string Text, FigureUnit Unit, decimal Value, decimal Step)
    {
        private const int MostDigits = 15;

        private const int MostDecimals = 9;

        /// <summary>Whether it is short enough to be reckoned with.</summary>
        public bool IsReadable => Step > 0;

        public static TypedAmount Of(Match match)
        {
            if (match.Groups["share"] is { Success: true } share)
            {
                if (!IsShort(share.Value))
                {
                    return new(match.Value, FigureUnit.Share, 0, 0);
                }

                return new(match.Value, FigureUnit.Share, Number(share.Value) / 100, Places(share.Value) / 100);
            }

            var size = match.Groups["size"].Value.ToLowerInvariant() switch { "billion" or "bn" => 1_000_000_000m, "million" or "m" => 1_000_000m, "thousand" or "k" => 1_000m, _ => 1m };
            var number = match.Groups["number"].Value;
            if (!IsShort(number))
            {
                return new(match.Value, FigureUnit.Pounds, 0, 0);
            }

            return new(match.Value, FigureUnit.Pounds, Number(number) * size, Places(number) * size);
        }

        public bool Matches(decimal? amount, FigureUnit unit) =>
            unit == Unit && amount is { } value && Math.Round(value / Step, 0, MidpointRounding.AwayFromZero) * Step == Value;

        private static bool IsShort(string text) =>
            text.Count(char.IsAsciiDigit) <= MostDigits && (text.IndexOf('.', StringComparison.Ordinal) is var point && (point < 0 || text.Length - point - 1 <= MostDecimals));

        private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        private static decimal Places(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? (decimal)Math.Pow(10, point + 1 - text.Length) : 1m;
    }
}
