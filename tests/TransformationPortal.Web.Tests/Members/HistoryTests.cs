using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>What two editions say together.</summary>
[Collection(LaterQuarterCollection.Name)]
public sealed class HistoryTests(LaterQuarterFactory portal)
{
    [Fact]
    public async Task Forecasts_OfTwoQuarters_ShowWhatWasForecastAndWhatCame()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q2/forecasts");
        Assert.Equal(
            ["30 June 2019 £2,308,000 £5,890,000 £4,351,000 £2,500,000 £15,049,000", "30 September 2019 £2,508,000 £5,690,000 £4,351,000 £1,745,000 £14,294,000"],
            page.QuerySelectorAll("table[data-forecasts='2019/20'] tbody tr").Select(r => r.Words()));
        Assert.Equal(["High £5,890,000 £200,000 3%", "Medium £4,351,000 £0 0%", "Low £2,500,000 £0 0%"], page.QuerySelectorAll("table[data-quarter] tbody tr").Select(r => r.Words()));
        var words = page.QuerySelector("main")!.Words();
        Assert.Contains("No forecast of 2018/19 was published before it ended: the first edition is as at 30 June 2019.", words, StringComparison.Ordinal);
        Assert.Contains("There is not enough history to say how far each band has been borne out. No forecast has been published of a year that has since ended", words, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            await member.PageAsync(link);
        }
    }

    [Fact]
    public async Task Forecasts_OfTheFirstQuarter_SayThatThereIsNothingEarlier()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/forecasts");
        Assert.Contains("There is no earlier edition to hold this quarter against.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("table[data-record]"));
    }

    [Fact]
    public async Task Pounds_OfEveryLine_AddUpToTheTargetAndAreAllSomewhere()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q2/pounds");
        var rows = page.QuerySelectorAll("table[data-pounds] tbody tr").Select(r => r.Children.Skip(1).Select(c => SlicePageReader.Number(c.Words()) ?? 0).ToList()).ToList();
        Assert.All(rows, r => Assert.Equal(r[0] + r[1] + r[2], r[3]));
        Assert.All(rows, r => Assert.Equal(r[3], r[4] + r[5] + r[6] + r[7]));
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(rows[^1][i], rows.SkipLast(1).Sum(r => r[i])));
        Assert.Equal(SlicePageReader.Total(await member.PageAsync("/2019-20/q2/savings?kind=revised")), rows[^1][3]);
    }

    [Fact]
    public async Task Line_OverTheEditions_ShowsWhereItsPoundsWereMoved()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q2/pounds/s-010");
        Assert.Equal(2, page.QuerySelectorAll("table[data-pounds]")[0].QuerySelectorAll("tbody tr").Length);
        var years = page.QuerySelectorAll("table[data-pounds]")[1].QuerySelectorAll("tbody tr").Select(r => r.Words()).ToList();
        Assert.Contains(years, y => y.StartsWith("2019/20 £755,000 £0 -£755,000 £0", StringComparison.Ordinal));
        Assert.Contains(years, y => y.StartsWith("No year yet (not yet re-homed) £0 £0 £755,000 £755,000 £0 £755,000", StringComparison.Ordinal));
        foreach (var link in page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')).Distinct())
        {
            await member.PageAsync(link);
        }

        Assert.Contains("There is no savings line “S-999”", (await member.PageAsync("/2019-20/q2/pounds/S-999", 404)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }
}
