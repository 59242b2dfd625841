using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>What a member finds on the dashboard of the published quarter.</summary>
[Collection(PortalCollection.Name)]
public sealed class DashboardTests(PortalFactory portal)
{
    [Theory]
    [InlineData("", "total-target", "£49.7m")]
    [InlineData("", "year-target", "£15.0m")]
    [InlineData("", "target-achieved", "15%")]
    [InlineData("", "planned-spend", "£17.9m")]
    [InlineData("", "spent", "£1.8m")]
    [InlineData("", "projects", "49")]
    [InlineData("", "completed-projects", "6")]
    [InlineData("", "Attendees at the Managers' Conference 2019", "200")]
    [InlineData("", "Page views of the 60 seconds interview", "1,184")]
    [InlineData("", "Page views of the transformation front page", "951")]
    [InlineData("?basis=agreed", "total-target", "£49.7m")]
    [InlineData("?basis=agreed", "year-target", "£14.3m")]
    [InlineData("?basis=agreed", "target-achieved", "16%")]
    [InlineData("?basis=agreed", "spent", "£1.8m")]
    public async Task Tile_OfThePublishedQuarter_ShowsThePublishedFigure(string query, string tile, string printed)
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal(printed, Tile(await member.PageAsync("/2019-20/q1" + query), tile).QuerySelector(".tile__figure")!.Words());
    }

    [Theory]
    [InlineData("", "total-target", 49_717_000)]
    [InlineData("", "year-target", 15_049_000)]
    [InlineData("?basis=agreed", "year-target", 14_294_000)]
    [InlineData("?basis=agreed", "total-target", 49_717_000)]
    [InlineData("", "planned-spend", 17_900_000)]
    [InlineData("", "spent", 1_800_000)]
    public async Task Tile_WhenFollowed_LeadsToEntriesWithTheSameSum(string query, string tile, int pounds)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await Follow(member, await member.PageAsync("/2019-20/q1" + query), tile);
        Assert.Equal(pounds, SlicePageReader.Total(page));
        Assert.Equal(pounds, SlicePageReader.SumOfEntries(page));
        Assert.Equal(pounds, SlicePageReader.SumOfCut(page));
    }

    [Theory]
    [InlineData("projects", 49)]
    [InlineData("completed-projects", 6)]
    public async Task ProjectTile_WhenFollowed_ListsThatManyProjects(string tile, int count)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await Follow(member, await member.PageAsync("/2019-20/q1"), tile);
        Assert.Equal(count, SlicePageReader.Total(page));
        Assert.Equal(count, page.QuerySelectorAll("table[data-projects] tbody tr").Length);
    }

    [Theory]
    [InlineData("", "15%", "£2,308,000", "£15,049,000")]
    [InlineData("?basis=agreed", "16%", "£2,308,000", "£14,294,000")]
    public async Task ShareTile_WhenFollowed_IsExplainedByTheFiguresItIsMadeOf(string query, string share, string delivered, string target)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await Follow(member, await member.PageAsync("/2019-20/q1" + query), "target-achieved");
        Assert.Equal(share, page.QuerySelector("[data-total]")!.Words());
        var parts = page.QuerySelectorAll("dd a.figure--link").ToList();
        Assert.Equal([delivered, target], parts.Select(p => p.Words()));
        foreach (var part in parts)
        {
            var slice = await member.PageAsync(part.GetAttribute("href")!);
            Assert.Equal(SlicePageReader.Number(part.Words()), SlicePageReader.SumOfEntries(slice));
        }
    }

    [Fact]
    public async Task MeasureTile_WhenFollowed_StatesTheSourceOfTheNumber()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await Follow(member, await member.PageAsync("/2019-20/q1"), "Attendees at the Managers' Conference 2019");
        var row = page.QuerySelector("[data-measure=\"Attendees at the Managers' Conference 2019\"]")!.ParentElement!;
        Assert.Equal("200", row.Children[1].Words());
        Assert.NotEqual("", row.Children[2].Words());
    }

    [Fact]
    public async Task SpendTile_BesideSpend_SaysWhatIsSpentOrCommitted()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1");
        Assert.Equal("£3.3m spent or committed", Tile(page, "spent").QuerySelector(".tile__note")!.Words());
        Assert.Equal("6 complete, 11 in flight, 32 planning", Tile(page, "projects").QuerySelector(".tile__caption")!.Words());
    }

    [Theory]
    [InlineData("savings-by-workstream", "Service Redesign 19.857|Reducing Third Party Spend 21.015|Increasing Income & other 4.270|Total 45.142")]
    [InlineData("savings-by-confidence", "2019/20 2.308 5.890 4.351 2.500 15.049|2020/21 5.850 7.501 1.942 15.293|2021/22 4.630 7.800 0.575 13.005|2022/23 1.045 0.500 0.250 1.795|Total 2.308 17.415 20.152 5.267 45.142")]
    [InlineData("projects-by-rag", "Complete 5 1 0 6|In flight 5 4 2 11|Planning 23 8 1 32|Total 33 13 3 49")]
    public async Task Chart_BesideItsPicture_HasATableOfTheSameFigures(string key, string rows)
    {
        using var member = await portal.SignedInAsync("member");
        var table = (await member.PageAsync("/2019-20/q1")).QuerySelector($"table[data-table='{key}']")!;
        Assert.Equal(rows, string.Join('|', table.QuerySelectorAll("tbody tr").Select(r => r.Words())));
    }

    [Fact]
    public async Task ConfidenceChart_OfTheYearsAhead_SaysWhatEarlierYearsDelivered()
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Contains("What was delivered in 2018/19, £4.6m, is not in this chart: with it, £45.1m would be £49.7m.", (await member.PageAsync("/2019-20/q1")).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_WithAPendingDecision_SaysWhoTakesItAndOffersBothBases()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1");
        Assert.Contains("Cabinet, due 16 July 2019", page.QuerySelector(".pending-line")!.Words(), StringComparison.Ordinal);
        var switched = await member.PageAsync(page.QuerySelectorAll(".basis a").Single(a => a.Words() == "If agreed").GetAttribute("href")!);
        Assert.Equal("£14.3m", Tile(switched, "year-target").QuerySelector(".tile__figure")!.Words());
        Assert.Equal("£0.755m of it not yet re-homed", Tile(switched, "total-target").QuerySelector(".tile__note")!.Words());
        var back = await member.PageAsync(switched.QuerySelectorAll(".basis a").Single(a => a.Words() == "As it stands").GetAttribute("href")!);
        Assert.Equal("£15.0m", Tile(back, "year-target").QuerySelector(".tile__figure")!.Words());
    }

    [Fact]
    public async Task Dashboard_IfAgreed_KeepsTheBasisInEveryLinkToAFigure()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1?basis=agreed");
        var figures = page.QuerySelectorAll("a.figure--link, a.tile__link").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, href => Assert.Contains("basis=agreed", href, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dashboard_OfAnEdition_SaysWhichItIsAndAsAtWhen()
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal("2019/20 Q1 April to June 2019 As at 30 June 2019 Edition 1",
            (await member.PageAsync("/2019-20/q1")).QuerySelector(".edition-bar__edition")!.Words());
    }

    [Fact]
    public async Task Dashboard_OfTheSample_TellsItsStory()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1");
        var achievements = page.QuerySelectorAll("section[aria-labelledby=achievements] li").Select(l => l.Words()).ToList();
        Assert.Equal(7, achievements.Count);
        Assert.StartsWith("Finance function redesign completed", achievements[0], StringComparison.Ordinal);
        Assert.Equal("Finance", page.QuerySelector("section[aria-labelledby=achievements] li strong")!.Words());
        Assert.Equal(6, page.QuerySelectorAll("section[aria-labelledby=focus] li").Length);
        Assert.Contains("£0.6m to £1.0m", page.QuerySelector("section[aria-labelledby=spotlight]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_WhoseLinesLead_LeadsToPagesThatExist()
    {
        using var member = await portal.SignedInAsync("member");
        var links = (await member.PageAsync("/2019-20/q1")).QuerySelectorAll("main a[href^='/2019-20/q1']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        Assert.True(links.Count > 50);
        foreach (var link in links)
        {
            await member.PageAsync(link);
        }
    }

    [Fact]
    public async Task Root_ForAReader_LeadsToTheLatestQuarter()
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/2019-20/q1", answer.Headers.Location?.OriginalString);
    }

    private static IElement Tile(IParentNode page, string key) => page.QuerySelectorAll("[data-tile]").Single(t => t.GetAttribute("data-tile") == key);

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Follow(HttpClient member, IParentNode page, string tile) =>
        member.PageAsync(Tile(page, tile).QuerySelector("a")!.GetAttribute("href")!);
}
