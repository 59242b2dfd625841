using Microsoft.Playwright;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Browser.Tests;

/// <summary>The page of the council's look, and the portal in a look of the council's own, as a browser shows them.</summary>
public sealed class LookPagesTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const string Purple = "rgb(74, 29, 107)";

    private static readonly string[] Pages =
        ["/2019-20/q1", "/2019-20/q1?basis=agreed", "/2019-20/q1/savings?kind=position&year=2019/20&rows=workstream&columns=confidence", "/2019-20/q1/projects/TP-17", "/2019-20/q1/plan", "/account/sign-in"];

    private const string HeaderColour =
        "getComputedStyle(document.querySelector('.portal-header')).backgroundColor";

    private const string LogoIsDrawn =
        "(l => l.complete && l.naturalWidth === 600 && l.getBoundingClientRect().height <= 50)"
        + "(document.querySelector('.portal-header__logo'))";

    [Fact]
    public async Task Look_ChosenWithoutScripts_IsSoundOnEveryPageAtEveryWidth()
    {
        var pmo = await portal.PageAsync(scripts: false, userName: "pmo");
        await pmo.GotoAsync("/pmo/look");
        await pmo.FillAsync("#main_colour", "#6fb7e0");
        await pmo.ClickAsync("#colours button");
        Assert.Contains("4.5 to 1 is needed", await pmo.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        await pmo.FillAsync("#main_colour", "4A1D6B");
        await pmo.FillAsync("#link_colour", "#8a1253");
        await pmo.ClickAsync("#colours button");
        await pmo.SetInputFilesAsync("#logo", new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = Pictures.Png(600, 90) });
        await pmo.ClickAsync("#logo-form button");
        await pmo.LeaveAsync();

        var keeper = await portal.PageAsync(userName: "pmo");
        await keeper.AssertSoundAtEveryWidthAsync("/pmo/look");
        await keeper.ClickAsync("#logo-form button");
        await keeper.FillAsync("#link_colour", "navy");
        await keeper.ClickAsync("#colours button");
        await keeper.AssertSoundAtEveryWidthAsync();
        await keeper.LeaveAsync();
        var page = await portal.PageAsync();
        foreach (var address in Pages)
        {
            await page.AssertSoundAtEveryWidthAsync(address, async () =>
            {
                Assert.Equal(Purple, await page.EvaluateAsync<string>(HeaderColour));
                Assert.True(await page.EvaluateAsync<bool>(LogoIsDrawn));
            });
        }

        await page.LeaveAsync();
    }

    [Fact]
    public async Task Charts_InALookOfItsOwn_AreDrawnInIt()
    {
        var pmo = await portal.PageAsync(userName: "pmo");
        await pmo.GotoAsync("/pmo/look");
        await pmo.FillAsync("#main_colour", "#4a1d6b");
        await pmo.ClickAsync("#colours button");
        var page = await portal.PageAsync();
        await page.GotoAsync("/2019-20/q1");
        await page.WaitForFunctionAsync("Object.keys(window.Chart?.instances ?? {}).length === 4");
        Assert.True(await page.EvaluateAsync<bool>("Object.values(window.Chart.instances).some(c => c.data.datasets.some(d => d.backgroundColor === '#4a1d6b'))"));
        await page.LeaveAsync();
        await pmo.LeaveAsync();
    }
}
