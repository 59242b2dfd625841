using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests;

/// <summary>On which days, and from which hour on, people are reminded.</summary>
public sealed class ReminderRuleTests
{
    private static readonly ReminderRule Usual = new();

    [Fact]
    public void Reminder_OfAWeekend_GoesOutOnMonday_WithWhatWasDueMeanwhile()
    {
        var friday = new DateOnly(2026, 11, 27);

        Assert.Empty(Usual.DaysAt(At(friday.AddDays(1), 10), friday, None));
        Assert.Equal([friday.AddDays(1), friday.AddDays(2), friday.AddDays(3)], Usual.DaysAt(At(friday.AddDays(3), 10), friday, None));
        Assert.Equal([friday.AddDays(1)], (Usual with { OnWeekends = true }).DaysAt(At(friday.AddDays(1), 10), friday, None));
    }

    [Fact]
    public void Reminder_OfABankHoliday_OrADayOfTheCouncilsOwn_GoesOutOnTheNext()
    {
        var christmas = new DateOnly(2026, 12, 25);
        bool Is(DateOnly day) => day == christmas || day == new DateOnly(2026, 12, 28);
        var rule = Usual with { OwnDays = [new(2026, 12, 24)] };

        Assert.Empty(rule.DaysAt(At(new(2026, 12, 24), 10), new(2026, 12, 23), Is));
        Assert.Empty(rule.DaysAt(At(christmas, 10), new(2026, 12, 23), Is));
        Assert.Empty(rule.DaysAt(At(new(2026, 12, 28), 10), new(2026, 12, 23), Is));
        Assert.Equal(6, rule.DaysAt(At(new(2026, 12, 29), 10), new(2026, 12, 23), Is).Count);
        Assert.Equal([christmas], (rule with { OnBankHolidays = true }).DaysAt(At(christmas, 10), new(2026, 12, 24), Is));
    }

    [Fact]
    public void Reminder_GoesOutOnceADay_FromItsHourOn()
    {
        var day = new DateOnly(2026, 11, 30);

        Assert.Empty(Usual.DaysAt(At(day, 8), day.AddDays(-1), None));
        Assert.Equal([day], Usual.DaysAt(At(day, 9), day.AddDays(-1), None));
        Assert.Equal([day], Usual.DaysAt(At(day, 23), null, None));
        Assert.Empty(Usual.DaysAt(At(day, 10), day, None));
    }

    [Fact]
    public void Hour_ThatSummerTimeSkipsOrRepeats_RemindsOnce()
    {
        var rule = Usual with { Hour = 1, OnWeekends = true };
        foreach (var (day, hours) in new[] { (new DateOnly(2026, 3, 29), 23), (new DateOnly(2026, 10, 25), 25) })
        {
            var (last, told) = (day.AddDays(-1), 0);
            var midnight = new DateTime(day.Year, day.Month, day.Day, 0, 0, 0, DateTimeKind.Utc).AddHours(hours == 25 ? -1 : 0);
            for (var hour = 0; hour < hours; hour++)
            {
                var days = rule.DaysAt(CouncilTime.Local(midnight.AddHours(hour)), last, None);
                told += days.Count;
                last = days is [.., var newest] ? newest : last;
            }

            Assert.Equal((1, day), (told, last));
        }
    }

    [Fact]
    public void Clock_ThatJumpsBackOrFarAhead_RemindsOfTodayAndOfNoYear()
    {
        var day = new DateOnly(2026, 11, 30);

        Assert.Equal([day], Usual.DaysAt(At(day, 10), day.AddYears(1), None));
        Assert.Equal(ReminderRule.LongestMissed, Usual.DaysAt(At(day, 10), day.AddYears(-1), None).Count);
    }

    [Fact]
    public void DueDay_IsRemindedOfBeforeAndAfterAndNotOtherwise()
    {
        var due = new DateOnly(2026, 12, 7);

        var reminded = Enumerable.Range(-10, 25).Where(d => Usual.Reminds([due.AddDays(d)], due));

        Assert.Equal([-5, -1, 1, 3, 7], reminded);
        Assert.Equal([3, 6, 9, 12], Enumerable.Range(0, 14).Where(d => Usual.RemindsFinance([due.AddDays(d)], due)));
        Assert.Equal([15], Enumerable.Range(0, 30).Where(d => ReminderRule.Reached([due.AddDays(d)], due, 15)));
    }

    private static bool None(DateOnly day) => false;

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0));
}
