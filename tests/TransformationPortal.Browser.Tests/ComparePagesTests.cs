namespace TransformationPortal.Browser.Tests;

/// <summary>A portal with both quarters of the sample, on a real port.</summary>
public sealed class TwoQuarterServer : PortalServer
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:SampleQuarters", "2"), new("Reports:Today", "2019-10-21")];
}

/// <summary>The pages that read more than one edition, and the PMO’s register of decisions, as a browser receives them.</summary>
public sealed class ComparePagesTests(TwoQuarterServer portal) : IClassFixture<TwoQuarterServer>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "member", "/2019-20/q2" },
        { "member", "/compare?from=2019-20/q1&to=2019-20/q2" },
        { "member", "/compare?from=2019-20/q1&to=2019-20/q2&basis=agreed" },
        { "member", "/compare/savings?from=2019-20/q1&to=2019-20/q2&kind=position&year=2019/20" },
        { "member", "/compare/costs?from=2019-20/q1&to=2019-20/q2&kind=actual" },
        { "member", "/2019-20/q2/forecasts" },
        { "member", "/2019-20/q2/pounds/S-010" },
        { "member", "/2019-20/q2/decisions" },
        { "member", "/quarters" },
        { "pmo", "/pmo/decisions" },
        { "pmo", "/pmo/decisions/new" },
        { "pmo", "/pmo/decisions/D-01" },
        { "pmo", "/pmo/decisions/D-01/outcome" },
        { "pmo", "/pmo/decisions/D-01/moves/new" },
        { "pmo", "/pmo/decisions/D-01/moves/1/year" },
        { "pmo", "/pmo/decisions/carry-forward/2018-19" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InABrowser_HasNoErrorNoAxeViolationAndFitsEveryWidth(string user, string address)
    {
        var page = await portal.PageAsync(userName: user);
        await page.AssertSoundAtEveryWidthAsync(address);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Decision_AddedAndRecordedWithoutScripts_IsAgreed()
    {
        var page = await portal.PageAsync(scripts: false, userName: "pmo");
        await page.GotoAsync("/pmo/decisions");
        await page.ClickAsync("text=Add a decision");
        await page.FillAsync("#title", "Extend the framework by a year");
        await page.FillAsync("#body", "Programme Board");
        await page.ClickAsync("button:has-text('Add the decision')");
        await page.ClickAsync("text=Record the outcome");
        await page.ClickAsync("button:has-text('Record the outcome')");
        Assert.Equal(2, await page.Locator(".govuk-error-summary li").CountAsync());
        await page.CheckAsync("input[name=outcome][value=Agreed]");
        await page.FillAsync("#day", "18/10/2019");
        await page.ClickAsync("button:has-text('Record the outcome')");
        Assert.Equal("Agreed on 18 October 2019", await page.InnerTextAsync("[data-outcome]"));
        await page.LeaveAsync();
    }
}
