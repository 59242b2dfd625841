using System.Globalization;

namespace TransformationPortal.Core.Periods;

/// <summary>Reads days as people write them in Britain.</summary>
public static class DayText
{
    private static readonly string[] Formats = ["yyyy-M-d", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>A day such as <c>2019-06-30</c>, <c>30/6/2019</c> or <c>30 June 2019</c>, without space around it.</summary>
    public static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Formats, DateFormat.Culture, DateTimeStyles.AllowInnerWhite, out day) && day.Year is >= 1900 and < 2999;
}
