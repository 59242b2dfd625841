using System.Globalization;
using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads percentages: <c>12.5%</c>, <c>12.5 per cent</c>, <c>12.5</c>. The value is in hundredths: 12.5 for 12.5%.</summary>
public static partial class PercentageReader
{
    private const string Expected = "enter a percentage, such as 12.5%";

    /// <summary>Reads a percentage. Beyond 100% either way is possible, and asked about.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<decimal> Read(string? text)
    {
        var typed = TypedText.Line(text);
        var match = Percentage().Match(typed);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return Reading<decimal>.Wrong(typed, Expected, Comma().IsMatch(typed) ? typed.Replace(',', '.') : null);
        }

        return Reading<decimal>.Of(typed, value, null, Math.Abs(value) > 100 ? $"{value.ToString("0.####", CultureInfo.InvariantCulture)}% is more than the whole: is this right?" : null);
    }

    [GeneratedRegex(@"^(?<number>[-+]?([0-9]{1,6}(\.[0-9]{0,4})?|\.[0-9]{1,4})) ?(%|per ?cent|pc)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^[0-9]{1,3},[0-9]{1,2} ?%?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comma();
}
