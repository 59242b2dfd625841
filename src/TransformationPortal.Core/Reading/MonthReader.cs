using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads months: <c>September 2022</c>, <c>Sep-22</c>, <c>9/22</c>, <c>2022-09</c>, or any day of the month.</summary>
public static partial class MonthReader
{
    private const string Expected = "enter a month, such as June 2019";

    /// <summary>Reads a month.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<ReportingMonth> Read(string? text)
    {
        var typed = TypedText.Line(text);
        if (Words().Match(typed) is { Success: true } words)
        {
            var word = words.Groups["month"].Value;
            return EnglishCalendar.Month(word) is { } named
                ? Made(typed, words, named)
                : Reading<ReportingMonth>.Wrong(typed, $"“{word}” is no month", EnglishCalendar.NearestMonth(word) is { } near ? $"{near} {words.Groups["year"].Value}" : null);
        }

        if (Figures().Match(typed) is { Success: true } figures)
        {
            return Made(typed, figures, int.Parse(figures.Groups["month"].Value, CultureInfo.InvariantCulture));
        }

        var day = DayReader.Read(text);
        return day.Value is { } value
            ? Reading<ReportingMonth>.Of(typed, ReportingMonth.Containing(value), day.Note, day.Question)
            : Reading<ReportingMonth>.Wrong(typed, day.Problem == DayReader.Expected ? Expected : day.Problem!, day.Suggestion);
    }

    private static Reading<ReportingMonth> Made(string typed, Match match, int month)
    {
        var year = EnglishCalendar.Year(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), match.Groups["year"].Length);
        if (month is < 1 or > 12)
        {
            return Reading<ReportingMonth>.Wrong(typed, string.Create(CultureInfo.InvariantCulture, $"there is no month {month}"));
        }

        if (year is < 1900 or > 2998)
        {
            return Reading<ReportingMonth>.Wrong(typed, string.Create(CultureInfo.InvariantCulture, $"{year} is no year of a programme"));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{EnglishCalendar.NameOf(month)} {year}");
        var read = new ReportingMonth(year, month);
        return Reading<ReportingMonth>.Of(typed, read, null, DayReader.IsUnlikely(read.FirstDay) ? $"{name} is far from the programme: is this right?" : null);
    }

    [GeneratedRegex(@"^((?<month>[A-Za-z]+)[-/., ']{0,2}(?<year>[0-9]{4}|[0-9]{2})|(?<year>[0-9]{4})[-/. ](?<month>[A-Za-z]+))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^((?<month>[0-9]{1,2}) ?[-/.] ?(?<year>[0-9]{4}|[0-9]{2})|(?<year>[0-9]{4}) ?[-/.] ?(?<month>[0-9]{1,2}))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figures();
}
