using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests.Periods;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2019-03-31", "2018/19 Q4")]
    [InlineData("2019-04-01", "2019/20 Q1")]
    [InlineData("2019-06-30", "2019/20 Q1")]
    [InlineData("2019-07-01", "2019/20 Q2")]
    [InlineData("2019-09-30", "2019/20 Q2")]
    [InlineData("2019-10-01", "2019/20 Q3")]
    [InlineData("2019-12-31", "2019/20 Q3")]
    [InlineData("2020-01-01", "2019/20 Q4")]
    [InlineData("2020-03-31", "2019/20 Q4")]
    [InlineData("2020-04-01", "2020/21 Q1")]
    public void Containing_ADay_CountsQuartersFromApril(string day, string quarter) =>
        Assert.Equal(quarter, Quarter.Containing(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2019/20 Q1", "2019-04-01", "2019-06-30", "2019-06")]
    [InlineData("2019/20 Q2", "2019-07-01", "2019-09-30", "2019-09")]
    [InlineData("2019/20 Q3", "2019-10-01", "2019-12-31", "2019-12")]
    [InlineData("2019/20 Q4", "2020-01-01", "2020-03-31", "2020-03")]
    public void Days_OfAQuarter_AreThreeWholeMonths(string text, string first, string last, string lastMonth)
    {
        var quarter = Quarter.Parse(text);

        Assert.Equal(first, DateFormat.Iso(quarter.FirstDay));
        Assert.Equal(last, DateFormat.Iso(quarter.LastDay));
        Assert.Equal(lastMonth, quarter.LastMonth.ToString());
    }

    [Fact]
    public void NextAndPrevious_CrossTheYear()
    {
        Assert.Equal("2020/21 Q1", Quarter.Parse("2019/20 Q4").Next().ToString());
        Assert.Equal("2018/19 Q4", Quarter.Parse("2019/20 Q1").Previous().ToString());
        Assert.Equal("2019/20 Q2", Quarter.Parse("2019/20 Q1").Next().ToString());
    }

    [Theory]
    [InlineData("2019/20 Q1")]
    [InlineData("2019-20/q1")]
    [InlineData("2019/20 q1")]
    public void TryParse_AQuarter_IsRead(string text)
    {
        Assert.True(Quarter.TryParse(text, out var quarter));
        Assert.Equal(new Quarter(new(2019), 1), quarter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2019/20")]
    [InlineData("2019/20 Q0")]
    [InlineData("2019/20 Q5")]
    [InlineData("2019/21 Q1")]
    [InlineData("2019/20Q1")]
    [InlineData("2019/20 1")]
    [InlineData("2019/20 Q1 ")]
    [InlineData("2019/20-Q1")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void Parse_AnythingElse_SaysWhatItWasAndWhatAQuarterLooksLike() =>
        Assert.Equal("“Q1” is not a quarter such as 2019/20 Q1.", Assert.Throws<FormatException>(() => Quarter.Parse("Q1")).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Constructor_ANumberThatIsNoQuarter_IsRefused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(new(2019), number));

    [Fact]
    public void Texts_ForReadersAddressesAndFiles_NameTheSameQuarter()
    {
        var quarter = new Quarter(new(2019), 4);

        Assert.Equal("2019/20 Q4", quarter.ToString());
        Assert.Equal("2019-20/q4", quarter.Slug);
        Assert.Equal("2019-20-q4", quarter.FileName);
        Assert.Equal("January to March 2020", quarter.Months);
        Assert.Equal(quarter, Quarter.Parse(quarter.Slug));
    }

    [Fact]
    public void Order_OfQuarters_IsThatOfTime()
    {
        Quarter q4 = new(new(2018), 4), q1 = new(new(2019), 1), q2 = new(new(2019), 2), same = new(new(2019), 1);

        Assert.True(q4 < q1 && q1 < q2 && q2 > q4 && q1 <= same && q1 >= same && q4 <= q1 && q2 >= q1);
        Assert.Equal([q4, q1, q2], new[] { q2, q4, q1 }.Order());
    }
}
