using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Tests.Periods;

public sealed class DateFormatTests
{
    [Fact]
    public void Texts_OfADay_AreBritishWhateverTheMachineSpeaks() => InEveryCulture.Run(() =>
    {
        var day = new DateOnly(2019, 6, 3);

        Assert.Equal("3 June 2019", DateFormat.Long(day));
        Assert.Equal("3 Jun 2019", DateFormat.Short(day));
        Assert.Equal("2019-06-03", DateFormat.Iso(day));
    });

    [Fact]
    public void Short_InSeptember_HasThreeLettersLikeEveryOtherMonth()
    {
        var months = Enumerable.Range(1, 12).Select(m => DateFormat.Short(new(2019, m, 30 - (m == 2 ? 2 : 0))).Split(' ')[1]);

        Assert.Equal(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], months);
    }

    [Fact]
    public void Names_OfPeriods_AreBritishWhateverTheMachineSpeaks() => InEveryCulture.Run(() =>
    {
        Assert.Equal("April to June 2019", Quarter.Parse("2019/20 Q1").Months);
        Assert.Equal("2019/20 Q1", Quarter.Parse("2019/20 Q1").ToString());
        Assert.Equal("June 2019", ReportingMonth.Parse("2019-06").Name);
        Assert.Equal("2019-06", ReportingMonth.Parse("2019-06").ToString());
        Assert.Equal("2019/20", FinancialYear.Parse("2019/20").ToString());
    });
}
