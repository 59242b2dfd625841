namespace TransformationPortal.Core.Notices;

/// <summary>
/// When people are reminded, as the council sets it. A reminder whose day is none on which the council writes goes out on the
/// next that is.
/// </summary>
public sealed record ReminderRule
{
    /// <summary>As long as reminders that were missed, since the portal stood still, are made up for. In days.</summary>
    public const int LongestMissed = 14;

    /// <summary>Days before the due day.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [5, 1];

    /// <summary>Days after the due day.</summary>
    public IReadOnlyList<int> DaysAfter { get; init; } = [1, 3, 7];

    /// <summary>The hour in British time from which on reminders go out.</summary>
    public int Hour { get; init; } = 9;

    public bool OnWeekends { get; init; }

    public bool OnBankHolidays { get; init; }

    /// <summary>Days on which the council writes to nobody, besides.</summary>
    public IReadOnlyList<DateOnly> OwnDays { get; init; } = [];

    /// <summary>Days after which finance is reminded of savings to confirm, and as many again each time.</summary>
    public int FinanceDays { get; init; } = 3;

    /// <summary>Days late after which the accountable officer and the PMO are told.</summary>
    public int OfficerDays { get; init; } = 5;

    /// <summary>Days late after which it is the director’s, as the PMO is told.</summary>
    public int DirectorDays { get; init; } = 10;

    /// <summary>Days late after which it stands on the board’s agenda.</summary>
    public int BoardDays { get; init; } = 15;

    /// <summary>Whether reminders go out on a day.</summary>
    /// <param name="isBankHoliday">Whether a day is a bank holiday of England and Wales.</param>
    public bool IsSendingDay(DateOnly day, Func<DateOnly, bool> isBankHoliday) =>
        (OnWeekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) && (OnBankHolidays || !isBankHoliday(day)) && !OwnDays.Contains(day);

    /// <summary>The days that are reminded of at a moment; none where it is not the time, or they were.</summary>
    /// <param name="local">By clocks in Britain. An hour that they skip is past, and one that they show twice is told once.</param>
    /// <param name="last">The last day that was reminded of; nothing before the first.</param>
    public IReadOnlyList<DateOnly> DaysAt(DateTime local, DateOnly? last, Func<DateOnly, bool> isBankHoliday)
    {
        var today = DateOnly.FromDateTime(local);
        if (local.Hour < Hour || last == today || !IsSendingDay(today, isBankHoliday))
        {
            return [];
        }

        // A day that is still to come was noted by a clock that has since gone back.
        var from = last is { } day && day < today ? day.AddDays(1) : today;
        var first = today.DayNumber - from.DayNumber >= LongestMissed ? today.AddDays(1 - LongestMissed) : from;
        return [.. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <summary>Whether one of these days lies as far before the due day, or after it, as reminders do.</summary>
    public bool Reminds(IReadOnlyList<DateOnly> days, DateOnly due) =>
        days.Any(d => DaysBefore.Contains(due.DayNumber - d.DayNumber) || DaysAfter.Contains(d.DayNumber - due.DayNumber));

    /// <summary>Whether finance is reminded on one of these days of what waits since another.</summary>
    public bool RemindsFinance(IReadOnlyList<DateOnly> days, DateOnly since) =>
        days.Any(d => d.DayNumber - since.DayNumber is > 0 and var waited && waited % FinanceDays == 0);

    /// <summary>Whether one of these days lies so many days after the due day.</summary>
    public static bool Reached(IReadOnlyList<DateOnly> days, DateOnly due, int late) => days.Any(d => d.DayNumber - due.DayNumber == late);
}
