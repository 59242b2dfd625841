using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

[Collection(PortalCollection.Name)]
public sealed class ReaderPagesTests(PortalFactory portal)
{
    [Theory]
    [InlineData("", 49)]
    [InlineData("?phase=In%20flight", 11)]
    [InlineData("?phase=planning&rag=red", 1)]
    [InlineData("?q=finance%20redesign", 1)]
    [InlineData("?q=TP-07", 1)]
    [InlineData("?directorate=Adult%20Services&year=2022/23", 2)]
    [InlineData("?q=nothing%20like%20this", 0)]
    public async Task Projects_Filtered_ListsThoseThatMatch(string query, int count)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/projects" + query);
        Assert.Equal(count, SlicePageReader.Total(page));
        Assert.Equal(count, page.QuerySelectorAll("table[data-projects] tbody tr").Length);
    }

    [Fact]
    public async Task Projects_SortedBySavings_PutsTheLargestFirst()
    {
        using var member = await portal.SignedInAsync("member");
        var amounts = (await member.PageAsync("/2019-20/q1/projects?sort=savings")).QuerySelectorAll("table[data-projects] tbody tr")
            .Select(r => SlicePageReader.Number(r.Children[^1].Words()) ?? 0m).ToList();
        Assert.Equal(amounts.OrderDescending(), amounts);
        Assert.True(amounts[0] > amounts[^1]);
    }

    [Fact]
    public async Task Projects_SortedByRating_PutsRedFirst()
    {
        using var member = await portal.SignedInAsync("member");
        var ratings = (await member.PageAsync("/2019-20/q1/projects?sort=rag")).QuerySelectorAll("table[data-projects] tbody tr .rag").Select(r => r.Words()).ToList();
        Assert.Equal(["Red", "Red", "Red", "Amber"], ratings.Take(4));
        Assert.Equal("Green", ratings[^1]);
    }

    [Theory]
    [InlineData("/2019-20/q1/projects?rag=purple", "“purple” is not a rag of this edition’s projects.")]
    [InlineData("/2019-20/q1/projects?colour=red", "“colour” is not something projects can be filtered by.")]
    [InlineData("/2019-20/q1/projects?phase=Planning&phase=Complete", "“phase” is given twice.")]
    [InlineData("/2019-20/q1/projects/TP-99", "There is no project “TP-99” in this edition.")]
    [InlineData("/2019-20/q1/spotlights/TP-99", "There is no spotlight on “TP-99” in this quarter.")]
    [InlineData("/2019-20/q1/tables/table-9", "There is no table “table-9”.")]
    [InlineData("/2019-20/q1/figures/luck", "There is no headline figure “luck”.")]
    [InlineData("/2018-19/q4", "No quarter has been published under 2018-19/q4.")]
    [InlineData("/2019-20/q9", "No quarter has been published under 2019-20/q9.")]
    [InlineData("/2019-21/q1", "No quarter has been published under 2019-21/q1.")]
    [InlineData("/2019-20/q1?edition=7", "2019/20 Q1 has no edition “7”.")]
    [InlineData("/2019-20/q1?edition=first", "2019/20 Q1 has no edition “first”.")]
    [InlineData("/2019-20/q1?basis=hoped", "“hoped” is not a way to take pending decisions.")]
    public async Task Address_ThatNamesNothing_SaysWhatExists(string address, string message)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync(address, 404);
        Assert.Equal("Page not found", page.QuerySelector("h1")!.Words());
        Assert.Contains(message, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".missing-list a"))
        {
            await member.PageAsync(link.GetAttribute("href")!);
        }
    }

    [Fact]
    public async Task Address_OfNoPage_IsAHelpful404()
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal("Page not found", (await member.PageAsync("/nothing/here", 404)).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Address_OfNoPage_IsA404ForAStrangerToo()
    {
        using var stranger = portal.Anonymous();
        Assert.Equal("Page not found", (await stranger.PageAsync("/nothing/here", 404)).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Project_WithSavings_ShowsThemByYearAndConfidence()
    {
        using var member = await portal.SignedInAsync("member");
        var table = (await member.PageAsync("/2019-20/q1/projects/TP-32")).QuerySelector("table[data-table=project-savings]")!;
        Assert.Equal(
            ["2019/20 0.755 0.755 0.755", "2020/21 0.631 0.631 0.162 0.469", "2021/22 0.171 0.171 0.171", "Total 1.557 1.557 0.333 1.224"],
            table.QuerySelectorAll("tbody tr").Select(r => r.Words()));
        var agreed = (await member.PageAsync("/2019-20/q1/projects/TP-32?basis=agreed")).QuerySelector("table[data-table=project-savings]")!;
        Assert.Contains(agreed.QuerySelectorAll("tbody tr").Select(r => r.Words()), r => r == "No year yet (not yet re-homed) 0.755 0.755 0.755");
    }

    [Fact]
    public async Task Project_WithAMilestoneThatSlipped_SaysByHowMuch()
    {
        using var member = await portal.SignedInAsync("member");
        var rows = (await member.PageAsync("/2019-20/q1/projects/TP-08")).QuerySelectorAll("table[data-milestones] tbody tr").Select(r => r.Words());
        Assert.Contains(rows, r => r.StartsWith("Implementation model complete", StringComparison.Ordinal) && r.EndsWith("30 days late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_RatedOverall_GivesAReasonForEveryRating()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/projects/TP-17");
        Assert.Equal("Red", page.QuerySelector(".overall .rag")!.Words());
        var reasons = page.QuerySelectorAll(".ratings dd span").Select(s => s.Words()).ToList();
        Assert.Equal(5, reasons.Count);
        Assert.All(reasons, r => Assert.NotEqual("", r));
    }

    [Fact]
    public async Task Project_OthersDependOn_ShowsDependenciesBothWays()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/projects/TP-08");
        Assert.Contains("TP-01", page.QuerySelector("section[aria-labelledby=needs]")!.Words(), StringComparison.Ordinal);
        var other = await member.PageAsync("/2019-20/q1/projects/TP-01");
        Assert.Contains("TP-08", other.QuerySelector("section[aria-labelledby=needed-by]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_Pending_ShowWhatTheyWouldChange()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/decisions");
        Assert.Equal(
            ["19/20 savings target £15,049,000 £14,294,000", "Share of 19/20 target achieved 15% 16%"],
            page.QuerySelectorAll("table[data-effects] tbody tr").Select(r => r.Words()));
        Assert.Contains("£0.755m not yet re-homed", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2019-20/q1/risks", "Risks")]
    [InlineData("/2019-20/q1/benefits", "Benefits beyond money")]
    [InlineData("/2019-20/q1/plan", "Programme plan")]
    [InlineData("/2019-20/q1/dependencies", "Dependencies between projects")]
    [InlineData("/2019-20/q1/documents", "Documents to read further")]
    [InlineData("/2019-20/q1/governance", "Who decides, and when they meet")]
    [InlineData("/2019-20/q1/costs", "Implementation costs")]
    [InlineData("/2019-20/q1/measures", "Measures entered by hand")]
    [InlineData("/2019-20/q1/spotlights/TP-01", "In the spotlightFinance redesign")]
    [InlineData("/quarters", "All quarters")]
    [InlineData("/glossary", "Glossary")]
    public async Task Page_ForAMember_OpensWithItsHeading(string address, string heading)
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal(heading, (await member.PageAsync(address)).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Glossary_ForEachOfItsWords_HasAnAnchor()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/glossary");
        Assert.NotNull(page.QuerySelector("h2#workstream"));
        Assert.All(page.QuerySelectorAll("h2"), h => Assert.NotEqual("", h.Id ?? ""));
    }
}
