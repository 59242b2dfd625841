using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using static TransformationPortal.Browser.Tests.PageChecks;

namespace TransformationPortal.Browser.Tests;

/// <summary>The monthly reports in a browser: from draft to approved, with scripts and without.</summary>
public sealed class ReportJourneyTests(PortalServer portal) : IClassFixture<PortalServer>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "officer", "/reports" },
        { "officer", "/reports/TP-08/2019-07" },
        { "officer", "/reports/TP-08/2019-07/ratings" },
        { "officer", "/reports/TP-15/2019-07/progress?check=true" },
        { "officer", "/reports/TP-08/2019-07/savings" },
        { "officer", "/reports/TP-09/2019-07/spend?check=true" },
        { "officer", "/reports/TP-08/2019-07/milestones" },
        { "officer", "/reports/TP-08/2019-07/risks-and-issues" },
        { "officer", "/reports/TP-08/2019-07/dependencies" },
        { "officer", "/reports/TP-08/2019-07/capacity" },
        { "officer", "/reports/TP-08/2019-07/decisions" },
        { "officer", "/reports/TP-09/2019-07/check" },
        { "officer", "/reports/TP-09/2019-07/unchanged" },
        { "officer", "/reports/TP-08/2019-07/doubts" },
        { "officer", "/reports/TP-08/2019-07/history" },
        { "officer", "/reports/TP-08/2019-07/versions/1" },
        { "officer", "/reports/TP-44/2019-07" },
        { "finance", "/finance/reports/2019-07" },
        { "finance", "/finance/reports/2019-07/TP-13" },
        { "finance", "/reports/TP-08/2019-07" },
        { "pmo", "/pmo/reports/2019-07" },
        { "pmo", "/pmo/chase/2019-07" },
        { "pmo", "/pmo/reports/2019-07/TP-38" },
        { "pmo", "/pmo/reports/2019-07/TP-38/return" },
        { "pmo", "/pmo/reports/2019-06/TP-07/reopen" },
        { "pmo", "/pmo/reports/2031-01" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfTheReports_HasNoErrorNoAxeViolationAndFitsEveryWidth(string user, string address)
    {
        var page = await portal.PageAsync(userName: user);
        await page.AssertSoundAtEveryWidthAsync(address);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Report_WithScripts_GoesFromDraftToApproved()
    {
        var officer = await portal.PageAsync(userName: "officer");
        await officer.GotoAsync("/reports/TP-18/2019-07/progress");
        await officer.FillAsync("#Progress", "Posts agreed with two directorates.");
        await officer.FillAsync("#NextSteps", "Agree the rest.");
        await officer.Locator("#NextSteps").BlurAsync();

        // The draft is kept without a button, and what has changed is marked.
        await Assertions.Expect(officer.Locator("[data-state]")).ToContainTextAsync("Draft saved at");
        await officer.ReloadAsync();
        Assert.Equal("Posts agreed with two directorates.", await officer.InputValueAsync("#Progress"));
        Assert.True(await officer.Locator("#Progress-was").IsVisibleAsync());

        await officer.GotoAsync("/reports/TP-18/2019-07/savings");
        await SavingsByKeyboardAsync(officer);
        await ToApprovedAsync("TP-18", true, officer);
        await officer.LeaveAsync();
    }

    [Fact]
    public async Task Report_WithoutScripts_GoesFromDraftToApproved()
    {
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ProjectAssignmentStore>().AssignAsync("officer", ["TP-42"], default);
        }

        var officer = await portal.PageAsync(scripts: false, userName: "officer");
        await officer.GotoAsync("/reports/TP-42/2019-07/progress");
        await officer.FillAsync("#Progress", "Talks with the three largest providers.");
        await officer.FillAsync("#NextSteps", "Agree new prices.");
        await officer.ClickAsync(".govuk-button-group >> text=Save and come back later");
        await ToApprovedAsync("TP-42", false, officer);
        await officer.LeaveAsync();
    }

    [Fact]
    public async Task Draft_TypedAfterTheSessionEnded_IsPutBackOnceItsWriterHasSignedInAgain()
    {
        await using var window = await portal.Browser.NewContextAsync(new() { BaseURL = portal.Address });
        var officer = await window.NewPageAsync();
        await PortalServer.SignInAsync(officer, "officer");
        await officer.GotoAsync("/reports/TP-18/2019-07/capacity");
        var field = officer.Locator("[name='Capacity.HoldsUp']");
        await window.ClearCookiesAsync();
        await field.FillAsync("Typed after the session ended");
        await field.BlurAsync();
        await Assertions.Expect(officer.Locator("[data-state]")).ToContainTextAsync("You have been signed out");

        await PortalServer.SignInAsync(officer, "officer");
        await officer.GotoAsync("/reports/TP-18/2019-07/capacity");
        await AssertAccessibleAsync(officer);
        await officer.ClickAsync("text=Put it back");
        await Assertions.Expect(officer.Locator("[data-state]")).ToContainTextAsync("Draft saved at");
        await officer.ReloadAsync();
        Assert.Equal("Typed after the session ended", await field.InputValueAsync());
        Assert.False(await officer.Locator("[data-unsaved]").IsVisibleAsync());
    }

    [Fact]
    public async Task Conflict_InANarrowWindow_IsAccessible()
    {
        var officer = await portal.PageAsync(320, userName: "officer");
        var pmo = await portal.PageAsync(userName: "pmo");
        await officer.GotoAsync("/reports/TP-15/2019-07/progress");
        await pmo.GotoAsync("/reports/TP-15/2019-07/progress");
        await pmo.FillAsync("#Progress", "Written by the PMO");
        await pmo.ClickAsync(".govuk-button-group >> text=Save and come back later");
        await officer.FillAsync("#Progress", "Written by the officer");
        await officer.ClickAsync(".govuk-button-group >> text=Save and continue");
        Assert.Contains("Written by the PMO", await officer.InnerTextAsync(".contested"), StringComparison.Ordinal);
        await AssertAccessibleAsync(officer);
        await officer.ClickAsync("text=Keep all of mine");
        Assert.Equal("Written by the officer", await officer.InputValueAsync("#Progress"));
        await officer.LeaveAsync();
        await pmo.LeaveAsync();
    }

    private static async Task SavingsByKeyboardAsync(IPage page)
    {
        const string line = "S-013";
        var first = page.Locator($"[id='Savings[{line}][2021/22][Medium]']");
        var (medium, low) = (await first.InputValueAsync(), await page.InputValueAsync($"[id='Savings[{line}][2021/22][Low]']"));
        var total = page.Locator("tr[data-year]", new() { HasText = "2021/22" }).Locator("[data-total]").First;
        await first.FillAsync("1,000,000");
        
        // What stands at high confidence in that year, half a million, is in the total too.
        Assert.Equal("£1,500,000", (await total.InnerTextAsync()).Trim());
        Assert.True(await page.Locator($"[id='Variances[{line}][2021/22]']").IsVisibleAsync());
        await first.PressAsync("Enter");
        Assert.Equal($"Savings[{line}][2022/23][Medium]", await page.EvaluateAsync<string>("document.activeElement.id"));

        // A block that does not fit is refused as a whole; one that fits is taken.
        await PasteAsync(page, first, "1\t2\t3");
        Assert.Contains("Nothing was pasted", await page.Locator("[data-grid-message]").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("1,000,000", await first.InputValueAsync());
        await PasteAsync(page, first, $"{medium}\t{low}\n");
        Assert.Equal(medium, await first.InputValueAsync());
        await page.ClickAsync(".govuk-button-group >> text=Save and come back later");
    }

    private static Task PasteAsync(IPage page, ILocator cell, string text) => cell.EvaluateAsync(
        "(cell, text) => { const data = new DataTransfer(); data.setData('text/plain', text); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }", text);

    private async Task ToApprovedAsync(string project, bool scripts, IPage officer)
    {
        await officer.GotoAsync($"/reports/{project}/2019-07/capacity");
        await officer.FillAsync("[id='Capacity.PostsNeeded']", "3");
        await officer.FillAsync("[id='Capacity.PostsFilled']", "3");
        await officer.ClickAsync(".govuk-button-group >> text=Save and come back later");
        await officer.GotoAsync($"/reports/{project}/2019-07/check");
        await officer.ClickAsync("button:has-text('Submit the report')");
        Assert.Contains("The report is submitted", await officer.InnerTextAsync(".govuk-notification-banner"), StringComparison.Ordinal);
        await officer.GotoAsync($"/reports/{project}/2019-07/doubts");
        while (await officer.Locator("form:has(label:text-is('Your answer'))").CountAsync() > 0)
        {
            var form = officer.Locator("form:has(label:text-is('Your answer'))").First;
            await form.Locator("textarea").FillAsync("It is under control.");
            await form.Locator("button").ClickAsync();
            await officer.GotoAsync($"/reports/{project}/2019-07/doubts");
        }

        var finance = await portal.PageAsync(scripts: scripts, userName: "finance");
        await finance.GotoAsync($"/finance/reports/2019-07/{project}");
        await finance.ClickAsync("text=Confirm the savings");
        Assert.Contains("confirmed", await finance.InnerTextAsync(".govuk-notification-banner"), StringComparison.Ordinal);
        var pmo = await portal.PageAsync(scripts: scripts, userName: "pmo");
        await pmo.GotoAsync($"/pmo/reports/2019-07/{project}");
        await pmo.ClickAsync("button:has-text('Approve the report')");
        Assert.Contains("The report is approved", await pmo.InnerTextAsync(".govuk-notification-banner"), StringComparison.Ordinal);
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(ReportState.Approved, (await scope.ServiceProvider.GetRequiredService<ReportReader>().OpenAsync(project, new ReportingMonth(2019, 7), default))!.Report.State);
        await finance.LeaveAsync();
        await pmo.LeaveAsync();
    }
}
