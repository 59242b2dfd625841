using System.Globalization;

namespace TransformationPortal.Core.Periods;

/// <summary>How days are written for a reader: <c>30 June 2019</c>.</summary>
public static class DateFormat
{
    /// <summary>British English, whatever the machine's own language is.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>For narrow tables: <c>30 Jun 2019</c>. September is cut to Sep, as every other month is cut to three letters.</summary>
    public static string Short(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month)} {day.Year}");

    /// <summary>For a machine: <c>2019-06-30</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
