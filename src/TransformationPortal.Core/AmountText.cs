using System.Globalization;
using System.Text.RegularExpressions;

namespace TransformationPortal.Core;

/// <summary>
/// Reads amounts as people write them in Britain: with or without a pound sign, thousands in threes set apart by commas or
/// by spaces. What could mean two things (<c>1,5</c>, <c>1.500</c>) is not read.
/// </summary>
public static partial class AmountText
{
    // What the database holds exactly, with room for sums.
    private const decimal Limit = 1_000_000_000_000m;

    /// <param name="text">Without space around it.</param>
    /// <param name="decimals">The most decimal places it may have, 0 to 4.</param>
    public static bool TryRead(string text, int decimals, out decimal value)
    {
        value = 0;
        var match = Amount().Match(text);
        if (!match.Success || match.Groups["pence"].Length > decimals)
        {
            return false;
        }

        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)) + "." + match.Groups["pence"].Value.PadRight(1, '0');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || value >= Limit)
        {
            return false;
        }

        if (match.Groups["minus"].Success)
        {
            value = -value;
        }

        return true;
    }

    [GeneratedRegex(
        @"^(?:(?<minus>[-\u2212])?£?|£(?<minus>[-\u2212]))(?<whole>[0-9]{1,3}(?<gap>[, \u00A0\u202F])[0-9]{3}(?:\k<gap>[0-9]{3})*|[0-9]+)(?:\.(?<pence>[0-9]{1,4}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}
