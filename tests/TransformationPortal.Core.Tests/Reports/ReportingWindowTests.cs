using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

public sealed class ReportingWindowTests
{
    [Theory]
    [InlineData("2019-05", "2019-05-25", "2019-06-07", "2019-06-14")] // June 2019 begins on a Saturday
    [InlineData("2019-06", "2019-06-25", "2019-07-05", "2019-07-12")] // July begins on a Monday
    [InlineData("2019-08", "2019-08-25", "2019-09-06", "2019-09-13")] // September begins on a Sunday
    [InlineData("2019-12", "2019-12-25", "2020-01-07", "2020-01-14")] // over the year's end; New Year's Day counts, as bank holidays are not known
    [InlineData("2020-01", "2020-01-25", "2020-02-07", "2020-02-14")]
    public void Window_OfAMonth_OpensOnThe25thAndCountsWorkingDays(string month, string opens, string due, string closes)
    {
        var window = ReportingWindow.Of(ReportingMonth.Parse(month));

        Assert.Equal((Day(opens), Day(due), Day(closes)), (window.Opens, window.Due, window.Closes));
    }

    [Theory]
    [InlineData("2019-06-24", WindowPhase.NotOpen)]
    [InlineData("2019-06-25", WindowPhase.Open)]
    [InlineData("2019-07-05", WindowPhase.Open)]
    [InlineData("2019-07-06", WindowPhase.Late)]
    [InlineData("2019-07-12", WindowPhase.Late)]
    [InlineData("2019-07-13", WindowPhase.Closed)]
    public void Phase_AtTheEdges_ChangesOnTheDay(string day, WindowPhase phase) => Assert.Equal(phase, ReportingWindow.Of(June).PhaseOn(Day(day)));

    [Theory]
    [InlineData(null, "2019-07-05", 0)]
    [InlineData(null, "2019-07-06", 1)]
    [InlineData(null, "2019-07-15", 10)]
    [InlineData("2019-07-05", "2019-12-31", 0)]
    [InlineData("2019-07-08", "2019-12-31", 3)]
    [InlineData("2019-06-26", "2019-06-26", 0)]
    public void DaysLate_CountsToTheSubmissionOrToToday(string? submitted, string today, int days) =>
        Assert.Equal(days, ReportingWindow.Of(June).DaysLate(submitted is null ? null : Day(submitted), Day(today)));

    [Theory]
    [InlineData("2019-06-24", "2019-05")]
    [InlineData("2019-06-25", "2019-06")]
    [InlineData("2019-07-01", "2019-06")]
    [InlineData("2020-01-01", "2019-12")]
    public void LatestOpen_OnADay_IsTheLastMonthThatCanBeReported(string day, string month) =>
        Assert.Equal(ReportingMonth.Parse(month), ReportingWindow.LatestOpen(Day(day)));
}
