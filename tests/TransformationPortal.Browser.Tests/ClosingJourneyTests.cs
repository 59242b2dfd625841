using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TransformationPortal.Data;

namespace TransformationPortal.Browser.Tests;

/// <summary>The sample's quarter closed in a browser: written, looked over, signed for, published, corrected; with scripts and without.</summary>
public sealed class ClosingJourneyTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const string Home = "/pmo/quarters/2019-20/q1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quarter_OfTheSample_IsClosedThroughItsScreens(bool scripts)
    {
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await context.EditionLooks.ExecuteDeleteAsync();
            await context.StoredEditions.ExecuteDeleteAsync();
            await context.ReconciliationNotes.ExecuteDeleteAsync();
        }

        var pmo = await portal.PageAsync(scripts: scripts, userName: "pmo");
        await WriteAsync(pmo, scripts);
        await SignAsync(pmo);
        await StandBesideAsync();
        await PublishAsync(pmo);

        var member = await portal.PageAsync(scripts: scripts);
        await member.GotoAsync("/2019-20/q1");
        Assert.Equal("£15.0m", await member.InnerTextAsync("[data-tile='year-target'] .tile__figure"));
        await Assertions.Expect(member.Locator("section[aria-labelledby=achievements]")).ToContainTextAsync("£2.3m of 15% saved");
        await AssertAccessibleAsync(member, scripts);
        await member.GetByRole(AriaRole.Link, new() { Name = "The financial position in words" }).ClickAsync();
        await Assertions.Expect(member.Locator("main")).ToContainTextAsync("£18.6m of it (62%) is at medium or low confidence.");
        await AssertAccessibleAsync(member, scripts);
        await member.Locator("main a.figure--link", new() { HasText = "£18.6m" }).First.ClickAsync();
        await Assertions.Expect(member.Locator("[data-total]")).ToHaveTextAsync("£18,568,000");
        await CorrectAsync(pmo);
        await member.GotoAsync("/2019-20/q1");
        await Assertions.Expect(member.Locator("body")).ToContainTextAsync("Correction: An officer was wrong.");
        await member.LeaveAsync();
        await pmo.LeaveAsync();
    }

    [Theory]
    [InlineData("/pmo/quarters")]
    [InlineData(Home)]
    [InlineData(Home + "/achievements")]
    [InlineData(Home + "/measures")]
    [InlineData(Home + "/spotlights/TP-01")]
    [InlineData(Home + "/annex/target")]
    [InlineData(Home + "/figures?name=totl")]
    [InlineData(Home + "/findings")]
    [InlineData(Home + "/publish")]
    [InlineData("/2019-20/q1?edition=draft")]
    [InlineData("/2019-20/q1/position?edition=draft")]
    public async Task Page_OfTheWorkbench_HasNoErrorNoAxeViolationAndFitsEveryWidth(string address)
    {
        var page = await portal.PageAsync(userName: "pmo");
        await page.AssertSoundAtEveryWidthAsync(address);
        await page.LeaveAsync();
    }

    private static async Task WriteAsync(IPage pmo, bool scripts)
    {
        await pmo.GotoAsync("/pmo/quarters");
        await pmo.GetByRole(AriaRole.Link, new() { Name = "2019/20 Q1", Exact = true }).ClickAsync();
        await pmo.GetByRole(AriaRole.Link, new() { Name = "Key achievements" }).ClickAsync();
        await pmo.FillAsync("#Text-5", "**{savings 2019/20 Deliverd}** of {target-achieved} saved");
        await pmo.ClickAsync("form >> text=Preview");
        await Assertions.Expect(pmo.Locator(".govuk-error-summary")).ToContainTextAsync("Did you mean {savings 2019/20 Delivered}");
        await AssertAccessibleAsync(pmo, scripts);
        Assert.Equal("**{savings 2019/20 Deliverd}** of {target-achieved} saved", await pmo.InputValueAsync("#Text-5"));
        await pmo.FillAsync("#Text-5", "**{savings 2019/20 Delivered}** of {target-achieved} saved");
        await pmo.ClickAsync("form >> text=Preview");
        await Assertions.Expect(pmo.Locator("section[aria-labelledby=preview]")).ToContainTextAsync("£2.3m of 15% saved");
        await pmo.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(pmo.Locator(".govuk-notification-banner")).ToContainTextAsync("Saved.");
    }

    // What looks a page over is a script itself.
    private static Task AssertAccessibleAsync(IPage page, bool scripts) => scripts ? PageChecks.AssertAccessibleAsync(page) : Task.CompletedTask;

    private static async Task SignAsync(IPage pmo)
    {
        await pmo.GetByRole(AriaRole.Link, new() { Name = "What the portal found" }).ClickAsync();
        Assert.Equal(2, await pmo.Locator("[data-finding]").CountAsync());
        for (var open = 2; open > 0; open--)
        {
            await pmo.Locator("textarea[name=words]").First.FillAsync(open == 2 ? "It is known and waits for the meeting of Cabinet." : "Cabinet decides on 16 July 2019.");
            await pmo.Locator("form[action$='/sign'] button").First.ClickAsync();
            await Assertions.Expect(pmo.Locator("[role=status]")).ToContainTextAsync("Signed.");
        }

        await Assertions.Expect(pmo.Locator("main")).ToContainTextAsync("Every finding is answered.");
    }

    // Whoever publishes is not the only one who has signed.
    private async Task StandBesideAsync()
    {
        var finance = await portal.PageAsync(scripts: true, userName: "finance");
        await finance.GotoAsync("/finance/notes");
        await PageChecks.AssertAccessibleAsync(finance);
        await finance.Locator("form[action$='/finance/notes/sign'] button").First.ClickAsync();
        await Assertions.Expect(finance.Locator("[role=status]")).ToContainTextAsync("Signed.");
        await finance.LeaveAsync();
    }

    private static async Task PublishAsync(IPage pmo)
    {
        await pmo.GotoAsync(Home);
        await pmo.GetByRole(AriaRole.Link, new() { Name = "See it as members will see it" }).ClickAsync();
        await Assertions.Expect(pmo.Locator("body")).ToContainTextAsync("This is what members would see if you published now.");
        await pmo.GetByRole(AriaRole.Link, new() { Name = "Back to the quarter’s workbench" }).ClickAsync();
        await pmo.GetByRole(AriaRole.Link, new() { Name = "Publish the quarter" }).ClickAsync();
        await pmo.GetByRole(AriaRole.Button, new() { Name = "Publish the quarter" }).ClickAsync();
        await Assertions.Expect(pmo.Locator(".govuk-notification-banner")).ToContainTextAsync("2019/20 Q1 is published as edition 1. Members see it now.");
    }

    private static async Task CorrectAsync(IPage pmo)
    {
        await pmo.GotoAsync("/pmo/registers/projects?q=TP-10");
        await pmo.Locator("tbody a").First.ClickAsync();
        await pmo.FillAsync("#accountable_officer", $"Head of Technology {Guid.NewGuid():N}");
        await pmo.Locator("#row label", new() { HasText = "It was always so" }).ClickAsync();
        await pmo.GetByRole(AriaRole.Button, new() { Name = "Save the row" }).ClickAsync();
        await pmo.GotoAsync(Home + "/publish");
        await Assertions.Expect(pmo.Locator("[data-review=also]")).ToContainTextAsync("TP-10, accountable officer");
        await pmo.FillAsync("#notice", "An officer was wrong.");
        foreach (var change in await pmo.Locator("[data-review=also] label").AllAsync())
        {
            await change.ClickAsync();
        }

        await pmo.GetByRole(AriaRole.Button, new() { Name = "Publish the correction" }).ClickAsync();
        await Assertions.Expect(pmo.Locator(".govuk-notification-banner")).ToContainTextAsync("published as edition 2");
    }
}
