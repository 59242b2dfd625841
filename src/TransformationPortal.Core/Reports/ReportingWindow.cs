using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

public enum WindowPhase
{
    NotOpen,

    /// <summary>Reports are due and none is late yet.</summary>
    Open,

    /// <summary>Past the due day: a report is still taken, and counted as late.</summary>
    Late,

    /// <summary>Past the closing day: the month should be settled. A report is still taken, and counted as late.</summary>
    Closed,
}

/// <summary>
/// When the reports of a month are made: from the 25th of the month, due by the fifth working day of the next month, to be
/// settled by its tenth. Working days are Monday to Friday; bank holidays are not known to the portal.
/// </summary>
public readonly record struct ReportingWindow
{
    private const int OpeningDay = 25;
    private const int DueWorkingDay = 5;
    private const int ClosingWorkingDay = 10;

    private ReportingWindow(ReportingMonth month) => Month = month;

    public ReportingMonth Month { get; }

    /// <summary>The first day on which a report may be started.</summary>
    public DateOnly Opens => new(Month.Year, Month.Month, OpeningDay);

    /// <summary>The last day on which a report is in time.</summary>
    public DateOnly Due => WorkingDay(DueWorkingDay);

    /// <summary>The day by which every report should be approved.</summary>
    public DateOnly Closes => WorkingDay(ClosingWorkingDay);

    public static ReportingWindow Of(ReportingMonth month) => new(month);

    /// <summary>The last month whose window is open on a day.</summary>
    public static ReportingMonth LatestOpen(DateOnly day) =>
        day.Day >= OpeningDay ? ReportingMonth.Containing(day) : ReportingMonth.Containing(day).AddMonths(-1);

    public WindowPhase PhaseOn(DateOnly day) =>
        day < Opens ? WindowPhase.NotOpen : day <= Due ? WindowPhase.Open : day <= Closes ? WindowPhase.Late : WindowPhase.Closed;

    /// <summary>Calendar days after the due day: until it was first submitted or, while it has not been, until today. Never negative.</summary>
    public int DaysLate(DateOnly? submittedOn, DateOnly today) => Math.Max(0, (submittedOn ?? today).DayNumber - Due.DayNumber);

    private DateOnly WorkingDay(int number)
    {
        var day = Month.AddMonths(1).FirstDay;
        while (true)
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && --number == 0)
            {
                return day;
            }

            day = day.AddDays(1);
        }
    }
}
