using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Reprofiling;

/// <summary>A re-profile moves no more than the line holds.</summary>
public sealed class ReprofileCheckTests
{
    private static readonly DateOnly Today = new(2019, 8, 9);

    [Theory]
    [InlineData("2018/19", "2019-08-09", "2019/20 2020/21 2021/22")]
    [InlineData("2019/20", "2019-08-09", "2020/21 2021/22")]
    [InlineData("2019/20", "2021-03-31", "2020/21 2021/22")]
    [InlineData("2019/20", "2021-04-01", "2021/22")]
    [InlineData("2021/22", "2019-08-09", "")]
    public void Years_ThatASavingCanMoveTo_AreNotOverAndLater(string from, string today, string years) =>
        Assert.Equal(years, string.Join(' ', ReprofileCheck.YearsFor(ProgrammeStates.Small().Programme, FinancialYear.Parse(from), ProgrammeBuilder.Day(today))));

    [Theory]
    [InlineData("S-05", 500_000, "2019/20", "2020/21", Confidence.Low, null)]
    [InlineData("S-05", 500_001, "2019/20", "2020/21", Confidence.Low, "amount: S-05 holds £500,000 at low confidence in 2019/20, other re-profiles counted. No more than that can move from this band.")]
    [InlineData("S-05", 1_500_001, "2019/20", "2020/21", Confidence.Low, "amount: S-05 holds £1,500,000 of target in 2019/20, other re-profiles counted. No more than that can move.")]
    [InlineData("S-05", 1, "2020/21", null, Confidence.Low, "amount: S-05 holds £0 of target in 2020/21, other re-profiles counted. No more than that can move.")]
    [InlineData("S-06", 445_000, "2019/20", null, Confidence.Low, null)] // £755,000 less £255,000 pending and £55,000 agreed
    [InlineData("S-06", 445_001, "2019/20", null, Confidence.Low, "amount: S-06 holds £445,000 of target in 2019/20, other re-profiles counted. No more than that can move.")]
    [InlineData("S-99", 1, "2019/20", null, Confidence.Low, "line: There is no savings line “S-99”.")]
    [InlineData("S-05", 0, "2019/20", null, Confidence.Low, "amount: Enter how many pounds move, as an amount above £0.")]
    [InlineData("S-05", 1, "2019/20", "2019/20", Confidence.Low, "toYear: The saving is in 2019/20 already: choose another year, or none yet.")]
    [InlineData("S-05", 1, "2019/20", "2022/23", Confidence.Low, "toYear: 2022/23 lies outside the programme, which runs from 2018/19 to 2021/22.")]
    [InlineData("S-05", 1, "2019/20", "2018/19", Confidence.Low, "toYear: 2018/19 is over: it ended on 31 March 2019 and can deliver nothing more. Choose a year that is still to end.")]
    [InlineData("S-05", 1, "2020/21", "2019/20", Confidence.Low, "toYear: 2019/20 lies before 2020/21, the year that the saving leaves. Choose a later year.")]
    [InlineData("S-05", 1, "2017/18", null, Confidence.Low, "fromYear: 2017/18 lies outside the programme, which runs from 2018/19 to 2021/22.")]
    public void Reprofile_OfALine_IsRefusedWhereItHoldsLess(string line, int pounds, string from, string? to, Confidence band, string? refusal)
    {
        var move = new Reprofile("D-09", line, "A move", new(pounds), FinancialYear.Parse(from), to is null ? null : FinancialYear.Parse(to), band, null);

        Assert.Equal(refusal, ReprofileCheck.Check(ProgrammeStates.Small().Compose(), move, Today).Select(p => $"{p.Field}: {p.Sentence}").FirstOrDefault());
    }

    [Fact]
    public void Reprofile_EnteredTwice_IsRefused()
    {
        var now = ProgrammeStates.Small().Compose();

        Assert.Contains(ReprofileCheck.Check(now, now.Reprofiles.Single(r => r.Decision == "D-01") with { Amount = new(1) }, Today), p => p.Field == "line");
    }

    [Theory]
    [InlineData("D-01", "2020/21", null)]
    [InlineData("D-01", "2019/20", "The saving leaves 2019/20: choose another year.")]
    [InlineData("D-01", "2018/19", "2018/19 is over: it ended on 31 March 2019 and can deliver nothing more. Choose a year that is still to end.")]
    [InlineData("D-01", "2025/26", "2025/26 lies outside the programme, which runs from 2018/19 to 2021/22.")]
    [InlineData("D-02", "2021/22", "This re-profile moves to 2020/21 already. A further move needs a decision of its own.")]
    public void Year_GivenToAReprofile_MustBeItsFirstAndAnother(string decision, string year, string? refusal)
    {
        var now = ProgrammeStates.Small().Compose();

        Assert.Equal(refusal is null ? [] : [refusal], ReprofileCheck.CheckYear(now, now.Reprofiles.Single(r => r.Decision == decision), FinancialYear.Parse(year), Today).Select(p => p.Sentence));
    }
}
