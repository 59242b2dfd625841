using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests.Periods;

public sealed class CouncilTimeTests
{
    [Theory]
    [InlineData("2019-07-05T22:59:59", "2019-07-05")]
    [InlineData("2019-07-05T23:00:00", "2019-07-06")] // midnight in summer
    [InlineData("2019-12-05T23:59:59", "2019-12-05")]
    [InlineData("2019-12-06T00:00:00", "2019-12-06")]
    public void DayOf_AMoment_IsTheDayOnBritishClocks(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), CouncilTime.DayOf(Moment(utc)));

    [Theory]
    [InlineData("2019-03-31T00:59:59", "2019-03-31T00:59:59")]
    [InlineData("2019-03-31T01:00:00", "2019-03-31T02:00:00")]
    [InlineData("2019-10-27T00:59:59", "2019-10-27T01:59:59")]
    [InlineData("2019-10-27T01:00:00", "2019-10-27T01:00:00")]
    [InlineData("2024-03-31T01:00:00", "2024-03-31T02:00:00")] // the last day of the month is itself the Sunday
    [InlineData("2026-10-25T00:30:00", "2026-10-25T01:30:00")]
    public void Local_AroundTheChangesOfClocks_AddsTheHourOfSummer(string utc, string local) =>
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), CouncilTime.Local(Moment(utc)));

    [Fact]
    public void Local_OfEveryHourOfTenYears_AgreesWithTheTableOfTimeZonesWhereThereIsOne()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var london))
        {
            Assert.Throws<TimeZoneNotFoundException>(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
            return;
        }

        for (var utc = Moment("2018-01-01T00:00:00"); utc.Year < 2028; utc = utc.AddHours(1))
        {
            Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(utc, london), CouncilTime.Local(utc));
        }
    }

    private static DateTime Moment(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
