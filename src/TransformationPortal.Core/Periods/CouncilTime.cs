namespace TransformationPortal.Core.Periods;

/// <summary>Days as the council counts them, in British time: a moment late in a summer's evening UTC is already the next day.</summary>
public static class CouncilTime
{
    /// <summary>The day that a moment falls on.</summary>
    /// <param name="utc">UTC.</param>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The moment as clocks in Britain show it.</summary>
    /// <param name="utc">UTC.</param>
    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(IsSummer(utc) ? utc.AddHours(1) : utc, DateTimeKind.Unspecified);

    // British Summer Time as it has stood since 1996: from 1.00 UTC on the last Sunday of March to 1.00 UTC on the last of
    // October. Computed, because not every machine that runs the portal has the table of time zones.
    private static bool IsSummer(DateTime utc) => utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1);

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
