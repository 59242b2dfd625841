using System.Globalization;
using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Reading;

/// <summary>
/// Reads amounts in pounds as people write them in Britain: with or without a pound sign, in thousands or millions, with
/// the minus sign of any program, in an accountant's brackets or with a ledger's <c>CR</c>. What could mean two things is
/// refused with what it may mean.
/// </summary>
public static partial class AmountReader
{
    internal const string Expected = "enter an amount in pounds, such as 1,200 or 1200.50";

    // What the database holds exactly, with room for sums.
    private const decimal Limit = 1_000_000_000_000m;

    /// <summary>
    /// A council's project saves and costs thousands to tens of millions. An amount of a hundred million is possible, and more
    /// often a slip of the keyboard.
    /// </summary>
    public static bool IsUnlikely(decimal pounds) => Math.Abs(pounds) >= 100_000_000m;

    /// <summary>Reads an amount.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="decimals">The most decimal places its value may have, 0 to 4: two for pounds and pence.</param>
    public static Reading<decimal> Read(string? text, int decimals = 2)
    {
        var typed = TypedText.Line(text);
        var match = Amount().Match(typed);
        if (!match.Success || match.Groups["open"].Success != match.Groups["close"].Success)
        {
            return Refused(typed);
        }

        var signs = match.Groups["sign"].Captures.Select(c => c.Value).ToList();
        var credit = match.Groups["credit"].Value.ToUpperInvariant();
        var minuses = signs.Count(s => s == "-") + (match.Groups["open"].Success ? 1 : 0) + (credit is "-" or "CR" ? 1 : 0);
        if (signs.Count > 1 || minuses > 1 || signs is ["+"] && minuses > 0)
        {
            return Reading<decimal>.Wrong(typed, "it has more than one sign");
        }

        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var part = match.Groups["part"].Value;
        var unit = match.Groups["unit"].Value.ToUpperInvariant();
        if (!decimal.TryParse(whole + "." + part + "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number >= Limit || number * Factor(unit) >= Limit)
        {
            return Reading<decimal>.Wrong(typed, "it is £1,000,000,000,000 or more");
        }

        if (unit.Length == 0 && part.Length > decimals && !(decimals == 0 && part is "0" or "00") || decimal.Round(number * Factor(unit), decimals) != number * Factor(unit))
        {
            return TooFine(typed, whole, part, unit, decimals);
        }

        // Without the zeros that multiplying and padding leave behind the point.
        var value = decimal.Parse((number * Factor(unit)).ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        value = minuses == 1 ? -value : value;
        var said = MoneyFormat.WithPence(new Money(value));
        var note = credit is "CR" or "DR" || unit.Length > 0 ? $"“{typed}” was read as {said}." : null;
        return Reading<decimal>.Of(typed, value, note, IsUnlikely(value) ? $"{said} is an unusually large amount: is this right?" : null);
    }

    private static Reading<decimal> TooFine(string typed, string whole, string part, string unit, int decimals)
    {
        if (unit.Length == 0 && part.Length == 3 && whole.Length is > 0 and <= 3 && whole[0] != '0')
        {
            return Reading<decimal>.Wrong(typed, "the full stop could set thousands apart or pence", $"{whole},{part} or {whole}.{part[..2]}");
        }

        return Reading<decimal>.Wrong(typed, decimals == 2 ? "an amount goes no further than the penny"
            : string.Create(CultureInfo.InvariantCulture, $"it may have at most {decimals} decimal places"));
    }

    private static Reading<decimal> Refused(string typed)
    {
        if (Nothing().IsMatch(typed))
        {
            return Reading<decimal>.Wrong(typed, "leave it empty where there is no amount yet");
        }

        if (Continental().Match(typed) is { Success: true } continental)
        {
            return Reading<decimal>.Wrong(typed, "a full stop comes before the pence, and commas set thousands apart",
                $"{continental.Groups["whole"].Value.Replace('.', ',')}.{continental.Groups["part"].Value}");
        }

        if (Exponent().Match(typed) is { Success: true } exponent
            && decimal.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < Limit && exponent.Success)
        {
            return Reading<decimal>.Wrong(typed, Expected, value.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        return Misplaced().IsMatch(typed)
            ? Reading<decimal>.Wrong(typed, "commas set thousands apart, three figures at a time")
            : Reading<decimal>.Wrong(typed, Expected);
    }

    private static decimal Factor(string unit) => unit switch
    {
        "K" or "THOUSAND" => 1_000m,
        "M" or "MN" or "MILLION" => 1_000_000m,
        "BN" or "BILLION" => 1_000_000_000m,
        _ => 1m,
    };

    [GeneratedRegex(
        """
        ^ (?<open>\()? \x20? (?<sign>[-+])? \x20? (?:£|GBP)? \x20? (?<sign>[-+])? \x20?
        (?: (?<whole> [0-9]{1,3} (?<gap>[,\x20]) [0-9]{3} (?:\k<gap>[0-9]{3})* | [0-9]+ ) (?: \. (?<part>[0-9]*) )? | \. (?<part>[0-9]+) )
        \x20? (?<unit>k|thousand|mn?|million|bn|billion)? \x20? (?:GBP|pounds?)? \x20? (?<close>\))? \x20? (?<credit>-|CR|DR)? $
        """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(-+|\.+|\?+|x|n/?a|nil|none|tb[cda]|to be (confirmed|decided|advised)|unknown)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^-?£?(?<whole>[0-9]{1,3}(\.[0-9]{3})*|[0-9]+),(?<part>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Continental();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?e\+?[0-9]{1,2}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^-?£?[0-9]+(,[0-9]*)+(\.[0-9]*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Misplaced();
}
