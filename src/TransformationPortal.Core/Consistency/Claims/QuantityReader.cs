using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Finds amounts of money and shares in a sentence, in figures and in words.</summary>
internal static partial class QuantityReader
{
    private const int MostDigits = 15;

    private const int MostDecimals = 9;

    private static readonly string[] Fractions = ["fifth", "sixth", "seventh", "eighth", "ninth"];

    // What a sentence speaks of when a number in millions without a pound sign is money.
    private static readonly string[] OfMoney = ["saving", "spend", "budget", "cost", "target", "pound", "funding", "revenue", "income", "reserve", "confidence"];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Every quantity of a sentence, in order.</summary>
    public static IReadOnlyList<Quantity> In(string sentence)
    {
        var isMoney = new Lazy<bool>(() => MeaningWords.Of(sentence).Overlaps(OfMoney));
        var found = new List<Quantity>();
        foreach (Match match in Amount().Matches(sentence))
        {
            if ((match.Groups["bare"].Success || match.Groups["words"].Success && !match.Groups["pounds"].Success) && !isMoney.Value)
            {
                continue;
            }

            found.Add(Read(sentence, match));
        }

        return WithSizes(sentence, found);
    }

    private static Quantity Read(string sentence, Match match)
    {
        var hedge = HedgeBefore(sentence[..match.Index]);
        if (match.Groups["fraction"] is { Success: true } fraction)
        {
            var (value, step) = Fraction(fraction.Value);
            return new(match.Index, match.Value, FigureUnit.Share, value, step, hedge == Hedge.None ? Hedge.About : hedge);
        }

        if (match.Groups["share"] is { Success: true } share)
        {
            return !IsShort(share.Value) ? new(match.Index, match.Value, FigureUnit.Share, 0, 0, hedge)
                : new(match.Index, match.Value, FigureUnit.Share, Number(share.Value) / 100, Places(share.Value) / 100, hedge);
        }

        if (match.Groups["sharewords"] is { Success: true } inWords)
        {
            return new(match.Index, match.Value, FigureUnit.Share, NumberWords.Read(inWords.Value).GetValueOrDefault() / 100, 0.01m, hedge);
        }

        var size = match.Groups["size"].Value.ToLowerInvariant() switch { "billion" or "bn" => 1_000_000_000m, "million" or "m" => 1_000_000m, "thousand" or "k" => 1_000m, _ => 1m };
        if (match.Groups["words"] is { Success: true } words)
        {
            var half = match.Groups["half"].Success ? 0.5m : 0;
            var whole = NumberWords.Read(words.Value) ?? (words.Value.StartsWith("half", StringComparison.OrdinalIgnoreCase) ? 0.5m : 1);
            return new(match.Index, match.Value, FigureUnit.Pounds, (whole + half) * size, (half > 0 || whole < 1 ? 0.5m : 1) * size, hedge);
        }

        var number = match.Groups["number"].Value;
        if (!IsShort(number))
        {
            return new(match.Index, match.Value, FigureUnit.Pounds, 0, 0, hedge);
        }

        var vulgar = match.Groups["vulgar"].Value switch { "½" => 0.5m, "¼" => 0.25m, "¾" => 0.75m, _ => 0 };
        var amount = (Number(number) + vulgar) * size;
        var place = vulgar > 0 ? vulgar == 0.75m ? 0.25m : vulgar : Places(number);
        return new(match.Index, match.Value, FigureUnit.Pounds, amount, size == 1 && place == 1 ? WholePounds(amount) : place * size, hedge);
    }

    // “£34–58m”: the first of two takes the size of the second.
    private static List<Quantity> WithSizes(string sentence, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (one, next) = (found[i], found[i + 1]);
            if (one is { Unit: FigureUnit.Pounds, Value: > 0 and < 1000 } && char.IsDigit(one.Text[^1]) && next.Unit == FigureUnit.Pounds && next.Value >= 1000
                && Range().IsMatch(sentence[one.End..next.At]) && NumberOf().Match(next.Text) is { Success: true } typed && decimal.TryParse(typed.Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                var size = next.Value / number;
                found[i] = one with { Value = one.Value * size, Step = Places(NumberOf().Match(one.Text).Value) * size };
            }
        }

        return found;
    }

    /// <summary>How the words before a number hedge it.</summary>
    public static Hedge HedgeBefore(string before) => HedgeWord().Match(before) is not { Success: true } match ? Hedge.None
        : match.Groups["below"].Success ? Hedge.Below : match.Groups["most"].Success ? Hedge.AtMost : match.Groups["above"].Success ? Hedge.Above : Hedge.About;

    // Whole pounds that end in noughts were most likely rounded; two places are taken as meant.
    private static decimal WholePounds(decimal pounds)
    {
        var step = 1m;
        while (pounds != 0 && pounds % (step * 10) == 0 && pounds / (step * 10) >= 10)
        {
            step *= 10;
        }

        return step;
    }

    private static (decimal Value, decimal Step) Fraction(string words)
    {
        var text = words.ToLowerInvariant();
        if (OneIn().Match(text) is { Success: true } one && NumberWords.Read(one.Groups["part"].Value) is { } part && NumberWords.Read(one.Groups["whole"].Value) is { } whole && whole > 0)
        {
            return (part / whole, 0.01m);
        }

        var of = text.Contains("half", StringComparison.Ordinal) ? 2 : text.Contains("third", StringComparison.Ordinal) ? 3
            : text.Contains("quarter", StringComparison.Ordinal) ? 4 : Array.FindIndex(Fractions, f => text.Contains(f, StringComparison.Ordinal)) is var at and >= 0 ? at + 5 : 10;
        var parts = NumberWords.Read(text.Split([' ', '-'])[0]) ?? 1;
        return (parts / of, 0.01m);
    }

    private static bool IsShort(string text) =>
        text.Count(char.IsAsciiDigit) <= MostDigits && (text.IndexOf('.', StringComparison.Ordinal) is var point && (point < 0 || text.Length - point - 1 <= MostDecimals));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Places(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? (decimal)Math.Pow(10, point + 1 - text.Length) : 1m;

    private const string Size = @"(?<size>billion|bn|million|m|thousand|k)";

    [GeneratedRegex(
        $@"(?:£|\bGBP)\s?(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?<vulgar>[½¼¾])?\s?{Size}?(?![\p{{L}}0-9])"
        + $@"|(?<![\p{{L}}0-9.,£/])(?<bare>(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?<vulgar>[½¼¾])?\s?(?:{Size}(?:\s+pounds)?|pounds)\b)"
        + $@"|\b(?<words>half\s+an?|an?|{NumberWords.Pattern})(?<half>\s+and\s+a\s+half)?[\s-]+(?<size>billion|million|thousand)\b(?<pounds>\s+pounds)?"
        + @"|(?<share>[0-9]+(?:\.[0-9]+)?)\s?(?:%|per\s?cent\b)"
        + $@"|\b(?<sharewords>{NumberWords.Pattern})\s+per\s?cent\b"
        + @"|\b(?<fraction>(?:(?:an?|one|two|three|four|seven|nine)[\s-]+)?(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten))(?=\s+(?:of\s+(?:the|this|that|its|our|all|it|what|savings|planned|projects|every|[0-9£])|(?:is|are|has|have|was|were|remains?)\b))",
        Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(?:(?<below>nearly|almost|just\s+under|just\s+below|close\s+(?:to|on)|not\s+quite|approaching|a\s+little\s+under|a\s+little\s+less\s+than|slightly\s+under|slightly\s+less\s+than)|(?<most>under|below|less\s+than|fewer\s+than|up\s+to|(?:no|not)\s+more\s+than|at\s+most|at\s+the\s+most)|(?<above>(?:something\s+|well\s+)?over|(?:no|not)\s+less\s+than|a\s+minimum\s+of|more\s+than|just\s+over|at\s+least|above|in\s+excess\s+of|upwards\s+of|a\s+little\s+over|slightly\s+over|slightly\s+more\s+than|exceeding)|about|around|some(?:thing\s+like)?|in\s+the\s+(?:order|region)\s+of|roughly|approximately|approx\.?|circa|c\.?)\s*(?:the\s+)?$",
        Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HedgeWord();

    [GeneratedRegex(@"^\s*(?:-|–|—|to|and)\s*$", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"[0-9][0-9,]*(?:\.[0-9]+)?", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"^(?<part>\w+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?<whole>\w+)$", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OneIn();
}
