using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads financial years: <c>2022/23</c>, <c>22/23</c>, <c>FY 2022-23</c>, <c>2022/2023</c>.</summary>
public static partial class FinancialYearReader
{
    private const string Expected = "enter a financial year, such as 2019/20";

    /// <summary>Reads a financial year. One calendar year alone is half of two, and refused with both.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<FinancialYear> Read(string? text)
    {
        var typed = TypedText.Line(text);
        var match = Years().Match(typed);
        if (!match.Success)
        {
            return Reading<FinancialYear>.Wrong(typed, Expected);
        }

        var start = Year(match.Groups["first"].Value);
        if (start is < 1901 or > 2997)
        {
            return Reading<FinancialYear>.Wrong(typed, Expected);
        }

        var year = new FinancialYear(start);
        if (match.Groups["last"] is not { Success: true } last)
        {
            return Reading<FinancialYear>.Wrong(typed, "a financial year lies in two calendar years", $"{year.AddYears(-1)} or {year}");
        }

        if (int.Parse(last.Value, CultureInfo.InvariantCulture) != (last.Length == 4 ? start + 1 : (start + 1) % 100))
        {
            return Reading<FinancialYear>.Wrong(typed, "a financial year ends in the year after it begins", year.ToString());
        }

        return Reading<FinancialYear>.Of(
            typed, year, null, DayReader.IsUnlikely(year.FirstDay) ? $"{year} is far from the programme: is this right?" : null);
    }

    private static int Year(string figures) => EnglishCalendar.Year(int.Parse(figures, CultureInfo.InvariantCulture), figures.Length);

    [GeneratedRegex(@"^(F\.?Y\.?|(financial )?year)? ?(?<first>[0-9]{4}|[0-9]{2})( ?(-|/|to) ?(?<last>[0-9]{4}|[0-9]{2}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Years();
}
