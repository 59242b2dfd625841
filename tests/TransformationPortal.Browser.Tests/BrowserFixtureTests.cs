using Deque.AxeCore.Playwright;

namespace TransformationPortal.Browser.Tests;

[Collection(BrowserCollection.Name)]
public sealed class BrowserFixtureTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Browser_ShowsAPage_AndAxeReadsIt()
    {
        var page = await fixture.Browser.NewPageAsync();
        await page.SetContentAsync(
            "<!doctype html><html lang='en'><title>Portal</title><main><h1>Transformation Portal</h1></main></html>");

        Assert.Equal("Transformation Portal", await page.GetByRole(Microsoft.Playwright.AriaRole.Heading).InnerTextAsync());
        Assert.Empty((await page.RunAxe()).Violations);
        await page.LeaveAsync();
    }
}
