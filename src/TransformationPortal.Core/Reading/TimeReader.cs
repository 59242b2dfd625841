using System.Globalization;
using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads times of day: <c>14:00</c>, <c>14.30</c>, <c>2pm</c>, <c>2.30 p.m.</c></summary>
public static partial class TimeReader
{
    /// <summary>Reads a time of day, to the minute.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<TimeOnly> Read(string? text)
    {
        var typed = TypedText.Line(text);
        var match = Time().Match(typed);
        var half = match.Groups["half"].Value.ToUpperInvariant();
        if (!match.Success || half.Length == 0 && !match.Groups["minute"].Success)
        {
            return Wrong(typed);
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : 0;
        if (minute > 59 || (half.Length == 0 ? hour > 23 : hour is < 1 or > 12))
        {
            return Wrong(typed);
        }

        return Reading<TimeOnly>.Of(typed, new(half.Length == 0 ? hour : (hour % 12) + (half[0] == 'P' ? 12 : 0), minute));
    }

    private static Reading<TimeOnly> Wrong(string typed) => Reading<TimeOnly>.Wrong(typed, "enter a time, such as 14:00");

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2})(:00)?)? ?(?<half>[ap]\.?m\.?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
