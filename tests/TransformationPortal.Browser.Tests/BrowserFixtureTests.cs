using Deque.AxeCore.Playwright;

namespace TransformationPortal.Browser.Tests;

public sealed class BrowserFixtureTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private const string Sound = "<!doctype html><html lang='en'><title>Portal</title><main><h1>Transformation Portal</h1></main></html>";

    [Fact]
    public async Task Browser_ShowsAPage_AndAxeReadsIt()
    {
        var page = await fixture.Browser.NewPageAsync();
        await page.SetContentAsync(Sound);

        Assert.Equal("Transformation Portal", await page.GetByRole(Microsoft.Playwright.AriaRole.Heading).InnerTextAsync());
        Assert.Empty((await page.RunAxe()).Violations);
        await PageChecks.AssertAccessibleAsync(page);
        await page.LeaveAsync();
    }

    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color: #bbb; background: #fff'>Pale</p>", "color-contrast")]
    [InlineData("<div style='width: 5000px'>Wide</div>", "Wider than the window: ")]
    [InlineData("<iframe title='Another page' srcdoc='Text'></iframe>", "collection")]
    public async Task Page_ThatIsNotSound_IsSaidToBeSo(string added, string said)
    {
        var page = await fixture.Browser.NewPageAsync();
        await page.SetContentAsync(Sound.Replace("</main>", added + "</main>", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => PageChecks.AssertAccessibleAsync(page));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        await page.LeaveAsync();
    }
}
