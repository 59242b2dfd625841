using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads quarters of a financial year: <c>2019/20 Q1</c>, <c>Q1 19/20</c>, <c>2019-20 q1</c>.</summary>
public static partial class QuarterReader
{
    private const string Expected = "enter a quarter, such as 2019/20 Q1";

    /// <summary>Reads a quarter.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<Quarter> Read(string? text)
    {
        var typed = TypedText.Line(text);
        var match = Named().Match(typed);
        if (!match.Success)
        {
            return Reading<Quarter>.Wrong(typed, Expected);
        }

        var (year, name) = (FinancialYearReader.Read(match.Groups["year"].Value), "Q" + match.Groups["number"].Value);
        return year.Value is { } value
            ? Reading<Quarter>.Of(typed, new(value, match.Groups["number"].Value[0] - '0'), null, year.Question)
            : Reading<Quarter>.Wrong(typed, year.Problem!, year.Suggestion is null ? null : $"{year.Suggestion} {name}");
    }

    [GeneratedRegex(
        @"^((?<year>.{4,12}?)[ /-]{1,2}(Q|quarter )(?<number>[1-4])|(Q|quarter )(?<number>[1-4])[ /,-]{1,2}(?<year>.{4,12}))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
