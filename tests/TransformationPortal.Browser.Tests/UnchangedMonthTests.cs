using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using static TransformationPortal.Browser.Tests.PageChecks;

namespace TransformationPortal.Browser.Tests;

/// <summary>A month in which nothing changed takes an officer four pages, from signing in to reading that it is sent.</summary>
public sealed class UnchangedMonthTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const int MostPages = 4;

    [Theory]
    [InlineData("TP-09", true)]
    [InlineData("TP-20", false)]
    public async Task Month_Unchanged_IsSentWithinFourPages(string project, bool reportsSpend)
    {
        await AssignAsync();
        await using var window = await portal.Browser.NewContextAsync(new() { BaseURL = portal.Address });
        var page = await window.NewPageAsync();

        // Every document that the browser was given to show; what only leads on to another is none.
        var pages = new List<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400)
            {
                pages.Add(answer.Url);
            }
        };

        await PortalServer.SignInAsync(page, "officer");
        await page.ClickAsync($".desk-item:has-text('{project}') >> text=Report that nothing has changed");
        if (reportsSpend)
        {
            await page.Locator("form[action$=unchanged] input[type=text]").FillAsync("12k");
        }

        await page.FillAsync("#reason", "Nothing to do in the summer.");
        await page.ClickAsync("text=Confirm that nothing has changed, and submit");
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("The report is submitted");

        Assert.True(pages.Count <= MostPages, $"{pages.Count} pages: {string.Join(", ", pages)}");
        Assert.Contains(pages, p => p.EndsWith("/account/sign-in", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.EndsWith("done=submitted", StringComparison.Ordinal));
        await using var scope = portal.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<ReportReader>().OpenAsync(project, new ReportingMonth(2019, 7), default);
        Assert.Equal((ReportState.Submitted, "Nothing to do in the summer."), (stored!.Report.State, stored.Report.Content.UnchangedBecause));
        await page.LeaveAsync();
    }

    private async Task AssignAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProjectAssignmentStore>().AssignAsync("officer", ["TP-09", "TP-20"], default);
    }
}
