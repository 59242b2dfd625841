using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests.Periods;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData("2019-03-31", 2018)]
    [InlineData("2019-04-01", 2019)]
    [InlineData("2019-12-31", 2019)]
    [InlineData("2020-01-01", 2019)]
    [InlineData("2020-02-29", 2019)]
    [InlineData("2020-03-31", 2019)]
    [InlineData("2020-04-01", 2020)]
    public void Containing_ADay_IsTheYearThatBeganOnTheFirstOfAprilBefore(string day, int startYear) =>
        Assert.Equal(new FinancialYear(startYear), FinancialYear.Containing(Day(day)));

    [Fact]
    public void FirstAndLastDay_OfAnyYear_LieInItAndTheirNeighboursDoNot()
    {
        foreach (var year in FinancialYear.Range(new(1900), new(2100)))
        {
            Assert.Equal(year, FinancialYear.Containing(year.FirstDay));
            Assert.Equal(year, FinancialYear.Containing(year.LastDay));
            Assert.Equal(year.AddYears(1), FinancialYear.Containing(year.LastDay.AddDays(1)));
            Assert.Equal(year.AddYears(1).FirstDay, year.LastDay.AddDays(1));
        }
    }

    [Theory]
    [InlineData("2019/20", 2019)]
    [InlineData("2019-20", 2019)]
    [InlineData("1999/00", 1999)]
    [InlineData("2009/10", 2009)]
    [InlineData("1900/01", 1900)]
    [InlineData("2998/99", 2998)]
    public void Parse_AFinancialYear_ReadsTheYearItBeginsIn(string text, int startYear) =>
        Assert.Equal(startYear, FinancialYear.Parse(text).StartYear);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2019")]
    [InlineData("2019/21")]
    [InlineData("2019/19")]
    [InlineData("2019/2020")]
    [InlineData("19/20")]
    [InlineData("2019 20")]
    [InlineData("2019.20")]
    [InlineData(" 2019/2")]
    [InlineData("2019/20 ")]
    [InlineData("+019/20")]
    [InlineData("-019/20")]
    [InlineData("2019/+0")]
    [InlineData("1899/00")]
    [InlineData("2999/00")]
    [InlineData("٢٠١٩/٢٠")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(FinancialYear.TryParse(text, out var year));
        Assert.Equal(default, year);
    }

    [Fact]
    public void Parse_AnythingElse_SaysWhatItWasAndWhatAYearLooksLike()
    {
        var refusal = Assert.Throws<FormatException>(() => FinancialYear.Parse("2019/21"));

        Assert.Equal("“2019/21” is not a financial year such as 2019/20.", refusal.Message);
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2999)]
    public void Constructor_AYearOutsideTheRange_IsRefused(int startYear) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FinancialYear(startYear));

    [Fact]
    public void Texts_AcrossACentury_KeepTwoDigits()
    {
        var year = new FinancialYear(1999);

        Assert.Equal("1999/00", year.ToString());
        Assert.Equal("99/00", year.ShortName);
        Assert.Equal("1999-00", year.Slug);
        Assert.Equal("09/10", new FinancialYear(2009).ShortName);
        Assert.Equal("00/01", new FinancialYear(2000).ShortName);
    }

    [Fact]
    public void Texts_OfAnyYear_ReadBackAsIt()
    {
        foreach (var year in FinancialYear.Range(new(1900), new(2998)))
        {
            Assert.Equal(year, FinancialYear.Parse(year.ToString()));
            Assert.Equal(year, FinancialYear.Parse(year.Slug));
        }
    }

    [Fact]
    public void Range_BothEndsIncluded_IsEmptyWhenTheLastIsBeforeTheFirst()
    {
        Assert.Equal(["2018/19", "2019/20", "2020/21"], Range(2018, 2020));
        Assert.Equal(["2019/20"], Range(2019, 2019));
        Assert.Empty(Range(2020, 2019));
        Assert.Empty(Range(2030, 2019));
    }

    [Fact]
    public void Order_OfYears_IsThatOfTime()
    {
        FinancialYear earlier = new(2018), later = new(2019), same = new(2019);

        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.True(later <= same && later >= same && !(later < same) && !(later > same));
        Assert.Equal([earlier, later], new[] { later, earlier }.Order());
    }

    private static IEnumerable<string> Range(int first, int last) => FinancialYear.Range(new(first), new(last)).Select(y => y.ToString());

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
