using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

[Collection(LaterQuarterCollection.Name)]
public sealed class CompareTests(LaterQuarterFactory portal)
{
    private const string Pair = "?from=2019-20/q1&to=2019-20/q2";

    [Fact]
    public async Task Compare_TwoQuarters_ShowsFiguresWithTheirChangeAndItsCauses()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/compare" + Pair);
        Assert.Equal(
            "19/20 savings target £15,049,000 £14,294,000 −£755,000 −£755,000 D-01, agreed by Cabinet: Re-profile of the Children, Education and Families saving for 2019/20 (S-010 Children's service redesign: family services)",
            Row(page, "19/20 savings target"));
        Assert.Equal(
            "19/20 savings delivered £2,308,000 £2,508,000 +£200,000 +£200,000 TP-01’s position for September 2019 (S-002 Finance function restructure)",
            Row(page, "19/20 savings delivered"));
        Assert.Equal("Completed projects 6 7 +1 +1 TP-09: In flight before, Complete now (Digital Strategy)", Row(page, "Completed projects"));
        Assert.Equal("Total savings target, 18/19 to 22/23 £49,717,000 £49,717,000 No change", Row(page, "Total savings target"));
        Assert.Contains(page.QuerySelectorAll("table[data-project-changes] tbody tr").Select(r => r.Words()), r => r.StartsWith("TP-09", StringComparison.Ordinal) && r.Contains("In flight before, Complete now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_AnyFigure_LeadsToItsSliceInItsEdition()
    {
        using var member = await portal.SignedInAsync("member");
        var row = RowOf(await member.PageAsync("/compare" + Pair), "19/20 savings delivered");
        Assert.Equal(2_308_000m, SlicePageReader.Total(await member.PageAsync(row.Children[1].QuerySelector("a")!.GetAttribute("href")!)));
        Assert.Equal(2_508_000m, SlicePageReader.Total(await member.PageAsync(row.Children[2].QuerySelector("a")!.GetAttribute("href")!)));
        var explained = await member.PageAsync(row.Children[3].QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("+£200,000", explained.QuerySelector("[data-change]")!.Words());
    }

    [Theory]
    [InlineData("/compare/savings?from=2019-20/q1&to=2019-20/q2&kind=position&year=2019/20")]
    [InlineData("/compare/savings?from=2019-20/q1&to=2019-20/q2&kind=revised&rows=line")]
    [InlineData("/compare/savings?from=2019-20/q2&to=2019-20/q1&kind=revised&rows=workstream")]
    [InlineData("/compare/savings?from=2019-20/q1&to=2019-20/q2&kind=position&confidence=Delivered&rows=project&basis=agreed")]
    [InlineData("/compare/costs?from=2019-20/q1&to=2019-20/q2&kind=actual&rows=month")]
    public async Task Slice_Compared_HasCausesAndRowsThatAddUpToItsChange(string address)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync(address);
        var change = Number(page.QuerySelector("[data-change]")!.Words());
        Assert.Equal(change, page.QuerySelectorAll("table[data-causes] tbody tr").Sum(r => Number(r.Children[^1].Words())));
        Assert.Equal(change, page.QuerySelectorAll("table[data-compared-cut] tbody tr").Sum(r => Number(r.Children[^1].Words())));
        foreach (var link in page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            await member.PageAsync(link);
        }
    }

    [Fact]
    public async Task Compare_IfAgreed_TakesThePendingDecisionOfTheEarlierEditionAsAgreed()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/compare" + Pair + "&basis=agreed");
        Assert.Equal("19/20 savings target £14,294,000 £14,294,000 No change", Row(page, "19/20 savings target"));
    }

    [Fact]
    public async Task Compare_WithoutAChoice_TakesTheLatestAndTheOneBefore()
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal(Chosen(await member.PageAsync("/compare" + Pair)), Chosen(await member.PageAsync("/compare")));
        Assert.Equal(["2019-20/q2", "2019-20/q1"], Chosen(await member.PageAsync("/compare?from=2019-20/q2&to=2019-20/q1")));
    }

    [Theory]
    [InlineData("/compare?from=2018-19/q1", "No edition was published under “2018-19/q1”.")]
    [InlineData("/compare?to=2019-20/q1/7", "No edition was published under “2019-20/q1/7”.")]
    [InlineData("/compare?to=yesterday", "No edition was published under “yesterday”.")]
    [InlineData("/compare/savings?kind=position&workstream=Nothing", "“Nothing” is not a workstream of this edition.")]
    [InlineData("/compare?basis=hoped", "“hoped” is not a way to take pending decisions.")]
    [InlineData("/compare/savings?colour=red", "“colour” is not something these figures can be filtered by.")]
    public async Task Address_ThatNamesNothing_SaysWhatExists(string address, string message)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync(address, 404);
        Assert.Contains(message, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".missing-list a").Take(3))
        {
            await member.PageAsync(link.GetAttribute("href")!);
        }
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task Compare_ForEveryRole_Opens(string role)
    {
        using var reader = await portal.SignedInAsync(role);
        Assert.Equal("Compare two editions", (await reader.PageAsync("/compare" + Pair)).QuerySelector("h1")!.Words());
    }

    [Theory]
    [InlineData("/compare")]
    [InlineData("/compare/savings")]
    [InlineData("/on/2019-07-25")]
    public async Task Page_ForAStranger_AsksThemToSignIn(string address)
    {
        using var stranger = portal.Anonymous();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_AskedAgainWithItsTag_IsNotModified()
    {
        using var member = await portal.SignedInAsync("member");
        using var first = await member.GetAsync(new Uri("/compare" + Pair, UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/compare" + Pair);
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var answer = await member.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    private static IElement RowOf(IParentNode page, string title) =>
        page.QuerySelectorAll("table[data-compared=figures] tbody tr").Single(r => r.Words().StartsWith(title, StringComparison.Ordinal));

    private static string Row(IParentNode page, string title) => RowOf(page, title).Words();

    private static IEnumerable<string?> Chosen(IParentNode page) => page.QuerySelectorAll("main form select option[selected]").Select(o => o.GetAttribute("value"));

    private static decimal Number(string change) => change is "No change" or "Nothing recorded"
        ? 0
        : (change[0] == '−' ? -1 : 1) * SlicePageReader.Number(change[1..])!.Value;
}

/// <summary>What a portal says that has only one edition, and one whose quarter was corrected.</summary>
[Collection(PortalCollection.Name)]
public sealed class CompareOneEditionTests(PortalFactory portal)
{
    [Fact]
    public async Task Compare_WithOneEdition_SaysThatTwoAreNeeded()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/compare");
        Assert.Equal("There is nothing to compare yet", page.QuerySelector("h1")!.Words());
        Assert.Contains("Only one edition has been published.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }
}
