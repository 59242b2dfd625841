using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reading;

/// <summary>
/// Reads days as people write them in Britain and as spreadsheets export them: <c>30/6/19</c>, <c>30th June 2019</c>,
/// <c>2019-06-30</c>, <c>Fri 30 August 2019</c>. The day comes before the month; where both could be either, how it was read is said.
/// </summary>
public static partial class DayReader
{
    /// <summary>What to enter, the same in every hint and refusal.</summary>
    public const string Expected = "enter a day, such as 30/6/2019";

    private const int EarliestYear = 1900;
    private const int LatestYear = 2998;

    /// <summary>A programme's days lie in this century; others are possible, and more often a slip.</summary>
    public static bool IsUnlikely(DateOnly day) => day.Year is < 2000 or > 2099;

    /// <summary>Reads a day.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<DateOnly> Read(string? text)
    {
        var typed = TypedText.Line(text);
        var rest = Midnight().Replace(typed, "");
        DayOfWeek? weekday = null;
        if (FirstWord().Match(rest) is { Success: true } first && EnglishCalendar.Weekday(first.Groups["word"].Value) is { } found)
        {
            (weekday, rest) = (found, rest[first.Length..]);
        }

        var reading = Parts(typed, rest);
        return reading.Value is { } day && weekday is { } said && day.DayOfWeek != said
            ? Reading<DateOnly>.Wrong(typed, $"{Long(day)} is a {EnglishCalendar.NameOf(day.DayOfWeek)}", Short(day))
            : reading;
    }

    private static Reading<DateOnly> Parts(string typed, string rest)
    {
        if (YearFirst().Match(rest) is { Success: true } iso)
        {
            return Made(typed, Number(iso, "year"), Number(iso, "month"), Number(iso, "day"), isSure: true);
        }

        if (Figures().Match(rest) is { Success: true } figures)
        {
            return Made(typed, Year(figures), Number(figures, "month"), Number(figures, "day"), isSure: false);
        }

        if ((DayFirst().Match(rest) is { Success: true } british ? british : MonthFirst().Match(rest)) is { Success: true } words)
        {
            var word = words.Groups["month"].Value;
            return EnglishCalendar.Month(word) is { } month
                ? Made(typed, Year(words), month, Number(words, "day"), isSure: true)
                : Reading<DateOnly>.Wrong(typed, $"“{word}” is no month", EnglishCalendar.NearestMonth(word) is { } near ? $"{words.Groups["day"].Value} {near} {words.Groups["year"].Value}" : null);
        }

        if (Serial().IsMatch(rest) && int.Parse(rest, CultureInfo.InvariantCulture) is >= 29_221 and <= 73_050 and var days)
        {
            var day = new DateOnly(1899, 12, 30).AddDays(days);
            return Reading<DateOnly>.Of(typed, day, $"The number {typed} was read as the day {Long(day)}, as spreadsheets count days.");
        }

        return Together().Match(rest) is { Success: true } joined
            && Made(typed, Number(joined, "year"), Number(joined, "month"), Number(joined, "day"), isSure: true).Value is { } meant
            ? Reading<DateOnly>.Wrong(typed, "set day, month and year apart", Short(meant))
            : Reading<DateOnly>.Wrong(typed, Expected);
    }

    private static Reading<DateOnly> Made(string typed, int year, int month, int day, bool isSure)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            return Reading<DateOnly>.Wrong(typed, string.Create(CultureInfo.InvariantCulture, $"{year} is no year of a programme"));
        }

        if (month is < 1 or > 12)
        {
            return Reading<DateOnly>.Wrong(typed, string.Create(CultureInfo.InvariantCulture, $"there is no month {month}"),
                day is >= 1 and <= 12 && month <= DateTime.DaysInMonth(year, day) && month > 0 ? Short(new(year, day, month)) : null);
        }

        var last = DateTime.DaysInMonth(year, month);
        if (day < 1 || day > last)
        {
            var name = EnglishCalendar.NameOf(month);
            return Reading<DateOnly>.Wrong(
                typed,
                month == 2 && day == 29
                    ? string.Create(CultureInfo.InvariantCulture, $"{year} has no 29 February")
                    : string.Create(CultureInfo.InvariantCulture, $"{name}{(month == 2 ? $" {year}" : "")} has {last} days"),
                day > last && day <= 31 ? Short(new(year, month, last)) : null);
        }

        var read = new DateOnly(year, month, day);
        var isDoubtful = !isSure && day <= 12 && day != month;
        return Reading<DateOnly>.Of(
            typed,
            read,
            isDoubtful ? $"“{typed}” was read as {Long(read)}." : null,
            IsUnlikely(read) ? $"{Long(read)} is far from the programme: is this right?" : null);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(Match match) => EnglishCalendar.Year(Number(match, "year"), match.Groups["year"].Length);

    private static string Long(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {EnglishCalendar.NameOf(day.Month)} {day.Year}");

    private static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}/{day.Year}");

    [GeneratedRegex(@"[T ]0{1,2}[:.]00([:.]00(\.0+)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^(?<word>[A-Za-z]+)\.?,? ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?<year>[0-9]{4}) ?(?<gap>[-/.]) ?(?<month>[0-9]{1,2}) ?\k<gap> ?(?<day>[0-9]{1,2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})( ?(?<gap>[-/.]) ?(?<month>[0-9]{1,2}) ?\k<gap> ?| (?<month>[0-9]{1,2}) )(?<year>[0-9]{4}|[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(the )?(?<day>[0-9]{1,2})(st|nd|rd|th)?( of )?[-/. ]{0,2}(?<month>[A-Za-z]+)[-/., ]{0,2}(?<year>[0-9]{4}|[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>[A-Za-z]+)[-/. ]{1,2}(?<day>[0-9]{1,2})(st|nd|rd|th)?(, ?| )(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^[0-9]{5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2}) ?(?<month>[0-9]{2}) ?(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Together();
}
