using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests.Periods;

public sealed class ReportingMonthTests
{
    [Theory]
    [InlineData("2019-06", "June 2019", "2019-06-30", "2019/20")]
    [InlineData("2020-02", "February 2020", "2020-02-29", "2019/20")]
    [InlineData("2019-03", "March 2019", "2019-03-31", "2018/19")]
    [InlineData("2019-04", "April 2019", "2019-04-30", "2019/20")]
    [InlineData("2019-12", "December 2019", "2019-12-31", "2019/20")]
    public void AMonth_HasItsNameLastDayAndFinancialYear(string text, string name, string lastDay, string year)
    {
        var month = ReportingMonth.Parse(text);

        Assert.Equal(text, month.ToString());
        Assert.Equal(name, month.Name);
        Assert.Equal(text + "-01", DateFormat.Iso(month.FirstDay));
        Assert.Equal(lastDay, DateFormat.Iso(month.LastDay));
        Assert.Equal(year, month.FinancialYear.ToString());
        Assert.Equal(month, ReportingMonth.Containing(month.LastDay));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2019-00")]
    [InlineData("2019-13")]
    [InlineData("2019/06")]
    [InlineData("2019-6")]
    [InlineData("2019-06-01")]
    [InlineData("2019- 6")]
    [InlineData("1899-12")]
    [InlineData("2999-01")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(ReportingMonth.TryParse(text, out _));

    [Fact]
    public void Parse_AnythingElse_SaysWhatItWasAndWhatAMonthLooksLike() =>
        Assert.Equal("“June” is not a month such as 2019-06.", Assert.Throws<FormatException>(() => ReportingMonth.Parse("June")).Message);

    [Theory]
    [InlineData(1899, 12)]
    [InlineData(2999, 1)]
    [InlineData(2019, 0)]
    [InlineData(2019, 13)]
    public void Constructor_OutsideTheRange_IsRefused(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingMonth(year, month));

    [Theory]
    [InlineData("2019-06", 1, "2019-07")]
    [InlineData("2019-12", 1, "2020-01")]
    [InlineData("2020-01", -1, "2019-12")]
    [InlineData("2019-06", 12, "2020-06")]
    public void AddMonths_CrossesTheYear(string from, int months, string to) =>
        Assert.Equal(to, ReportingMonth.Parse(from).AddMonths(months).ToString());

    [Fact]
    public void Order_OfMonths_IsThatOfTime()
    {
        ReportingMonth december = new(2018, 12), january = new(2019, 1), same = new(2019, 1);

        Assert.True(december < january && january > december && december <= january && january >= december && january <= same && january >= same);
        Assert.Equal([december, january], new[] { january, december }.Order());
    }
}
