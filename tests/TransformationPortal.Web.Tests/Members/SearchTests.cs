using System.Net;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

[Collection(LaterQuarterCollection.Name)]
public sealed class SearchTests(LaterQuarterFactory portal)
{
    [Theory]
    [InlineData("transport")]
    [InlineData("Children’s")]
    [InlineData("TP-07")]
    [InlineData("£2.3m")]
    [InlineData("reserves")]
    public async Task Search_EveryHit_LeadsToAPage(string typed)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/search?q=" + Uri.EscapeDataString(typed));
        var links = page.QuerySelectorAll("[data-hits] a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links.Distinct(StringComparer.Ordinal))
        {
            var (address, place) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = await member.PageAsync(address);
            Assert.True(place is null || target.GetElementById(Uri.UnescapeDataString(place)) is not null, $"{link} has no such place.");
        }
    }

    [Fact]
    public async Task Search_FromTheHeaderOfAnyPage_FindsWhatWasTyped()
    {
        using var member = await portal.SignedInAsync("member");
        var form = (await member.PageAsync("/2019-20/q1/risks")).QuerySelector("header form[role=search]")!;

        Assert.Equal("/search", form.GetAttribute("action"));
        Assert.Equal("q", form.QuerySelector("input")!.GetAttribute("name"));
    }

    [Fact]
    public async Task Search_AnAmount_LeadsToTheFigureThatComesToIt()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/search?q=2308&quarter=2019-20/q1&kind=headline-figures");
        var hit = page.QuerySelector("[data-hits] h2 a")!;

        Assert.StartsWith("19/20 savings delivered", hit.Words(), StringComparison.Ordinal);
        Assert.Contains("£2,308,000", (await member.PageAsync(hit.GetAttribute("href")!)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=trasnport", "Nothing holds “trasnport”. Shown is what holds “transport”.")]
    [InlineData("/search?q=xylophones", "No published quarter holds “xylophones”, or a word near it.")]
    [InlineData("/search?q=transport&kind=lions", "There is no kind called “lions”, so all kinds are shown.")]
    [InlineData("/search?q=transport&quarter=soon", "“soon” is no quarter, such as 2019/20 Q1, so all quarters are shown.")]
    [InlineData("/search?q=transport&page=99", "There are no more")]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3Exyz", "No published quarter holds “<script>alert(1)</script>xyz”")]
    [InlineData("/search?q=low", "Low")]
    public async Task Search_WhateverIsAsked_IsAnsweredInASentence(string address, string sentence)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync(address);

        Assert.Contains(sentence, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main script"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%E2%80%8B&page=-1&kind=&quarter=")]
    public async Task Search_ForNothing_AsksForWords(string query)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/search" + query);

        Assert.Null(page.QuerySelector("[data-total]"));
        Assert.NotNull(page.QuerySelector("main input[name=q]"));
    }

    [Fact]
    public async Task Search_WithoutSigningIn_LeadsToSignIn()
    {
        using var nobody = portal.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await nobody.GetAsync(new Uri("/search?q=transport", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
