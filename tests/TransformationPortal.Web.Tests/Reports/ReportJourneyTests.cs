using AngleSharp.Html.Dom;
using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>A month's report from hand to hand, through the forms.</summary>
public sealed class ReportJourneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Report_FromDraftToApproved_GoesThroughEveryHandAndLeavesPublishedPagesAlone()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var finance = await portal.SignedInAsync("finance");
        using var pmo = await portal.SignedInAsync("pmo");
        var published = (await officer.PageAsync("/2019-20/q1")).QuerySelector("main")!.InnerHtml;
        const string report = "/reports/TP-18/2019-07";

        Assert.Contains("TP-18", (await officer.PageAsync("/reports")).QuerySelector(".desk-list")!.ParentElement!.Words(), StringComparison.Ordinal);
        await officer.SaveAsync(report + "/progress", ("Progress", "Posts agreed with two directorates."), ("NextSteps", "Agree the rest.")).LeadsToAsync();
        await officer.SaveAsync(report + "/capacity", ("Capacity.PostsNeeded", "3"), ("Capacity.PostsFilled", "3"), ("Capacity.HoldsUp", ""), ("Capacity.Risk", "")).LeadsToAsync();
        var check = await officer.PageAsync(report + "/check");
        Assert.Empty(check.Problems());
        await officer.SendAsync(check.Form("form[action$=submit]")).LeadsToAsync();
        await AnswerDoubtsAsync(officer, "TP-18");

        Assert.Contains("TP-18", (await finance.PageAsync("/finance/reports/2019-07")).QuerySelector(".desk-list")!.Words(), StringComparison.Ordinal);
        var savings = await finance.PageAsync("/finance/reports/2019-07/TP-18");
        await finance.SendAsync(savings.Form("form[action$=confirm]")).LeadsToAsync();

        await ReturnAsync(pmo, "TP-18", ("Progress", "Which directorates?"));
        var tasks = await officer.PageAsync(report);
        Assert.Contains("Which directorates?", tasks.QuerySelector(".remark")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Which directorates?", (await officer.PageAsync(report + "/progress")).GetElementById("Progress-remark")!.Words(), StringComparison.Ordinal);
        await officer.SaveAsync(report + "/progress", ("Progress", "Posts agreed with Adult Services and Communities.")).LeadsToAsync();
        Assert.Contains("Changed since", (await officer.PageAsync(report)).QuerySelector(".remark")!.Words(), StringComparison.Ordinal);
        await officer.SendAsync((await officer.PageAsync(report + "/check")).Form("form[action$=submit]")).LeadsToAsync();

        // The savings are as finance confirmed them, so they need not be confirmed again.
        await pmo.SendAsync((await pmo.PageAsync("/pmo/reports/2019-07/TP-18")).Form("form[action$=approve]")).LeadsToAsync();
        var stored = (await portal.StoredAsync("TP-18")).Report;
        Assert.Equal((ReportState.Approved, 2, (int?)2), (stored.State, stored.Versions, stored.ApprovedVersion));

        var history = await officer.PageAsync(report + "/history");
        Assert.Contains("Posts agreed with Adult Services and Communities.", history.QuerySelector(".history")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Posts agreed with two directorates.", (await officer.PageAsync(report + "/versions/1")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal(published, (await officer.PageAsync("/2019-20/q1")).QuerySelector("main")!.InnerHtml);

        await pmo.SendAsync((await pmo.PageAsync("/pmo/reports/2019-07/TP-18/reopen")).Form("form[action$=reopen]"), ("reason", "A wrong date")).LeadsToAsync();
        Assert.True((await portal.StoredAsync("TP-18")).Report.IsReopened);
    }

    [Fact]
    public async Task NothingChanged_Confirmed_SubmitsWhatWasApprovedWithItsReason()
    {
        await portal.AssignAsync("officer", "TP-20");
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-20/2019-07/unchanged")).Form("form[action$=unchanged]");
        using (var refused = await officer.SendAsync(form, ("reason", " ")))
        {
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Equal(["Say why nothing has changed."], (await refused.ReadPageAsync()).Problems());
        }

        await officer.SendAsync(form, ("reason", "The work begins in September.")).LeadsToAsync();
        var stored = (await portal.StoredAsync("TP-20")).Report;
        Assert.Equal((ReportState.Submitted, "The work begins in September."), (stored.State, stored.Content.UnchangedBecause));
    }

    [Fact]
    public async Task NothingChanged_OfAProjectThatReportsSpend_IsOnePageThatKeepsWhatWasTyped()
    {
        using var officer = await portal.SignedInAsync("officer");
        const string address = "/reports/TP-09/2019-07/unchanged";
        var page = await officer.PageAsync(address);
        var field = page.QuerySelectorAll("form[action$=unchanged] input[type=text]").Single().GetAttribute("name")!;
        Assert.NotEmpty(page.QuerySelector("[aria-labelledby=said] p")!.Words());
        foreach (var (spend, reason, problem) in new[]
        {
            ("twelve", "Nothing to do in the summer.", "“twelve” cannot be read"), ("", "Nothing to do in the summer.", "spen"), ("12k", "", "Say why nothing has changed."),
        })
        {
            using var refused = await officer.SendAsync(page.Form("form[action$=unchanged]"), (field, spend), ("reason", reason));
            page = await refused.ReadPageAsync();
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Contains(problem, Assert.Single(page.Problems()), StringComparison.Ordinal);
            Assert.Equal((spend, reason), (page.Value(field), page.Value("reason")));
        }

        Assert.Equal("/reports/TP-09/2019-07?done=submitted", await officer.SendAsync(page.Form("form[action$=unchanged]"), (field, "12k"), ("reason", "Nothing to do in the summer.")).LeadsToAsync());

        var stored = (await portal.StoredAsync("TP-09")).Report;
        Assert.Equal((ReportState.Submitted, "Nothing to do in the summer.", 12_000m), (stored.State, stored.Content.UnchangedBecause, stored.Content.Spend.Single().Amount!.Value.Pounds));
    }

    [Fact]
    public async Task Returned_Report_CountsItsDaysUntilItIsSubmittedAgain()
    {
        using var pmo = await portal.SignedInAsync("pmo");

        var sentences = (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("main")!.Words();

        Assert.Contains("was returned 7 days ago and waits to be changed.", sentences, StringComparison.Ordinal);
        Assert.Contains("7 days since return", (await pmo.PageAsync("/pmo/reports/2019-07")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finance_DecliningWithoutAReason_IsAskedForOneAndThenHeard()
    {
        using var finance = await portal.SignedInAsync("finance");
        var form = (await finance.PageAsync("/finance/reports/2019-07/TP-13")).Form("form[action$=decline]");
        using (var refused = await finance.SendAsync(form))
        {
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Equal(["Say why the savings are not confirmed."], (await refused.ReadPageAsync()).Problems());
        }

        await finance.SendAsync(form, ("reason", "The ledger shows less.")).LeadsToAsync();
        Assert.Equal("The ledger shows less.", (await portal.StoredAsync("TP-13")).Report.Finance!.Reason);
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync("/pmo/reports/2019-07/TP-13");
        Assert.Contains("The ledger shows less.", page.QuerySelector(".decide")!.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=approve]"));
    }

    [Fact]
    public async Task ApproveMany_OfTickedReports_ApprovesThemAndLeavesWhatStandsInTheWay()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/reports/2019-07")).Form("#approve-many");
        using (var none = await pmo.SendAsync(form))
        {
            Assert.Equal(400, (int)none.StatusCode);
            Assert.Equal(["Tick the reports that you approve."], (await none.ReadPageAsync()).Problems());
        }

        var offered = form.QuerySelectorAll("input[name=seen]").OfType<IHtmlInputElement>().Select(i => i.Value).ToList();
        Assert.NotEmpty(offered);
        var waiting = await portal.StoredAsync("TP-38");
        Assert.NotNull(waiting.Report.ApprovalAmongManyRefusal(waiting.Context));
        Assert.DoesNotContain(offered, o => o.StartsWith("TP-38:", StringComparison.Ordinal));
        using var answer = await pmo.SendAsync(form, [.. offered.Select(o => ("seen", o)), ("seen", FormattableString.Invariant($"TP-38:{waiting.Report.Revision}"))]);
        var words = (await answer.ReadPageAsync()).QuerySelector(".govuk-notification-banner")!.Words();
        Assert.Contains("TP-38 was left.", words, StringComparison.Ordinal);
        foreach (var project in offered.Select(o => o.Split(':')[0]))
        {
            Assert.Contains(project, words, StringComparison.Ordinal);
            Assert.Equal(ReportState.Approved, (await portal.StoredAsync(project)).Report.State);
        }

        Assert.Equal(ReportState.Submitted, (await portal.StoredAsync("TP-38")).Report.State);
    }

    [Fact]
    public async Task Return_WithoutARemark_AsksForOneAndKeepsTheNote()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/reports/2019-07/TP-41/return")).Form("form[action$=return]");
        using var answer = await pmo.SendAsync(form, ("Note", "Look at the whole again"));
        var page = await answer.ReadPageAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(["Say what must change, and in which field."], page.Problems());
        Assert.Equal("Look at the whole again", page.Value("Note"));
        Assert.Equal(ReportState.Submitted, (await portal.StoredAsync("TP-41")).Report.State);
    }

    [Fact]
    public async Task Return_WithRemarksThatLackSomething_NamesEachAtItsField()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/reports/2019-07/TP-41/return")).Form("form[action$=return]");
        List<KeyValuePair<string, string>> typed = [.. form.Filled().Where(f => f.Key is not ("Field" or "What"))];
        typed.AddRange([new("Field", "Progress"), new("Field", ""), new("Field", ""), new("What", " "), new("What", ""), new("What", "Say more")]);
        using var answer = await pmo.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(typed));
        var page = await answer.ReadPageAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(["Say what must change in “Progress this period”.", "Choose the field that the remark is about."], page.Problems());
        Assert.Equal(["#what-1", "#remark-3"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.All(["what-1", "remark-3"], id => Assert.NotNull(page.GetElementById(id + "-error")));
        Assert.Equal("Say more", page.Value("what-3"));
        Assert.Equal(ReportState.Submitted, (await portal.StoredAsync("TP-41")).Report.State);
    }

    [Fact]
    public async Task Desk_OfThePmo_NamesEveryLiveProjectAndTheChaseListWhoIsLate()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var desk = await pmo.PageAsync("/pmo/reports/2019-06");
        Assert.Equal(43, desk.QuerySelectorAll(".pmo-desk tbody tr").Length);
        var chase = (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("main")!.Words();
        Assert.Contains("The report of TP-24", chase, StringComparison.Ordinal);
        Assert.Contains("2 days late", chase, StringComparison.Ordinal);
    }

    private async Task AnswerDoubtsAsync(HttpClient officer, string project)
    {
        foreach (var raised in (await portal.StoredAsync(project)).Doubts)
        {
            var page = await officer.PageAsync($"/reports/{project}/2019-07/doubts");
            await officer.SendAsync(page.Form($"form[action$='{raised.Doubt.Key}']"), ("answer", "It is under control.")).LeadsToAsync();
        }
    }

    private static async Task ReturnAsync(HttpClient pmo, string project, (string Field, string What) remark)
    {
        var form = (await pmo.PageAsync($"/pmo/reports/2019-07/{project}/return")).Form("form[action$=return]");
        await pmo.SendAsync(form, ("Field", remark.Field), ("What", remark.What)).LeadsToAsync();
    }
}
