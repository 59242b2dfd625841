using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>Every kind of page, as a browser receives it.</summary>
public sealed class ReaderPagesTests(PortalServer portal) : IClassFixture<PortalServer>
{
    public static TheoryData<string> Pages => [.. ReaderPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InABrowser_HasNoErrorNoAxeViolationAndFitsEveryWidth(string address)
    {
        var page = await portal.PageAsync();
        await page.AssertSoundAtEveryWidthAsync(address);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Dashboard_WithoutScripts_ShowsEveryFigureAndEveryTable()
    {
        var page = await portal.PageAsync(scripts: false);
        await page.GotoAsync("/2019-20/q1");
        Assert.Equal("£49.7m", await page.InnerTextAsync("[data-tile='total-target'] .tile__figure"));
        foreach (var table in await page.Locator(".chart-panel__table table").AllAsync())
        {
            Assert.True(await table.IsVisibleAsync());
        }

        Assert.False(await page.Locator(".chart-panel__chart").First.IsVisibleAsync());
        await page.ClickAsync("[data-tile='year-target'] a");
        Assert.Equal("£15,049,000", await page.InnerTextAsync("[data-total]"));
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Charts_WithScripts_AreDrawnAndGiveWayToTheirTables()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/2019-20/q1");
        await page.WaitForFunctionAsync("Object.keys(window.Chart?.instances ?? {}).length === 4");
        foreach (var panel in await page.Locator("[data-chart]").AllAsync())
        {
            // A canvas that was drawn on holds more than one colour.
            Assert.True(await panel.Locator("canvas").EvaluateAsync<bool>(
                "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size > 3"));
            await panel.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
            Assert.True(await panel.Locator(".chart-panel__table table").IsVisibleAsync());
            Assert.False(await panel.Locator("canvas").IsVisibleAsync());
        }

        await page.LeaveAsync();
    }

    [Fact]
    public async Task Dashboard_ByKeyboardAlone_LeadsFromATileToItsEntries()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/2019-20/q1");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 10 && await page.EvaluateAsync<bool>("!document.activeElement.matches('.tile__link')"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-entries]");
        Assert.Equal("£49,717,000", await page.InnerTextAsync("[data-total]"));
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Dashboard_Printed_IsTwoPages()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/2019-20/q1");
        await page.WaitForFunctionAsync("Object.keys(window.Chart?.instances ?? {}).length === 4");
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b"));
        await page.LeaveAsync();
    }
}
