using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>The pages on which a report is filled in.</summary>
public sealed class SectionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("savings", "Savings[S-013][2019/20][High]", "12,34,5", "“12,34,5” cannot be read: commas set thousands apart, three figures at a time.")]
    [InlineData("capacity", "Capacity.PostsNeeded", "a few", "“a few” cannot be read: enter a number, such as 2 or 2.5.")]
    [InlineData("milestones", "Milestones[M1].Forecast", "next week", "“next week” cannot be read: enter a day, such as 30/6/2019.")]
    public async Task Text_ThatCannotBeRead_IsNamedOnTopAndAtItsFieldAndKept(string section, string field, string typed, string sentence)
    {
        using var officer = await portal.SignedInAsync("officer");
        var before = (await portal.StoredAsync("TP-18")).Report;
        var form = (await officer.PageAsync($"/reports/TP-18/2019-07/{section}")).Form("#report-form");
        using var answer = await officer.SendAsync(form, (field, typed), ("then", "next"));
        var page = await answer.ReadPageAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal([sentence], page.Problems());
        Assert.Contains(sentence, page.GetElementById(field + "-error")!.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value(field));
        Assert.Equal(before.Revision, (await portal.StoredAsync("TP-18")).Report.Revision);
    }

    [Fact]
    public async Task Draft_WithWhatIsWrong_IsSavedAndEveryProblemNamedAtItsField()
    {
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-09/2019-07/ratings")).Form("#report-form");
        var next = await officer.SendAsync(form, ("Ratings[Cost].Rag", "Red"), ("Ratings[Cost].Reason", ""), ("then", "next")).LeadsToAsync();
        var page = await officer.PageAsync(next);
        Assert.Equal(["Say why the cost rating is red.", "The cost rating is red: say what will bring it back to green, who does it and by when."], page.Problems());
        Assert.Contains("Say why", page.GetElementById("Ratings[Cost].Reason-error")!.Words(), StringComparison.Ordinal);
        var stored = (await portal.StoredAsync("TP-09")).Report;
        Assert.Equal((ReportState.Draft, "Red"), (stored.State, stored.Content.Rating(Core.Ratings.RagAspect.Cost)!.Rag.ToString()));
        Assert.Contains("Changed.", page.GetElementById("Ratings[Cost].Rag-was")!.Words(), StringComparison.Ordinal);
        using var submitted = await officer.SendAsync((await officer.PageAsync("/reports/TP-18/2019-07/unchanged")).Form("form[action$=unchanged]"), ("reason", new string('x', 2001)));
        Assert.Equal(400, (int)submitted.StatusCode);
    }

    [Fact]
    public async Task AddAnother_KeepsWhatWasTypedAndAddsARowThatCanBeSavedAndRemoved()
    {
        using var officer = await portal.SignedInAsync("officer");
        const string address = "/reports/TP-15/2019-07/decisions";
        var first = await officer.PageAsync(address);
        var form = first.Form("#report-form");
        var key = form.QuerySelectorAll("[data-new]").Select(e => e.GetAttribute("name")!).Single();
        var row = key[..key.IndexOf(".New", StringComparison.Ordinal)];
        using var added = await officer.SendAsync(form, (row + ".What", "Whether to go on"), (row + ".NeededBy", "soon"), ("then", "add:Decisions"));
        var page = await added.ReadPageAsync();
        Assert.Equal(200, (int)added.StatusCode);
        Assert.Equal(("Whether to go on", "soon"), (page.Value(row + ".What"), page.Value(row + ".NeededBy")));
        Assert.Equal(2, page.QuerySelectorAll("[data-new]").Length);
        await officer.SendAsync(page.Form("#report-form"), (row + ".NeededBy", "30 September 2019"), (row + ".Body", "Programme Board"), ("then", "later")).LeadsToAsync();
        Assert.Contains((await portal.StoredAsync("TP-15")).Report.Content.Decisions, d => d.What == "Whether to go on" && d.NeededBy == new DateOnly(2019, 9, 30));
        await officer.SaveAsync(address, (row + ".Remove", "1")).LeadsToAsync();
        Assert.DoesNotContain((await portal.StoredAsync("TP-15")).Report.Content.Decisions, d => d.What == "Whether to go on");
    }

    [Fact]
    public async Task SecondEditor_OfTheSameField_ChoosesAndNothingIsLost()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        const string address = "/reports/TP-15/2019-07/progress";
        var form = (await officer.PageAsync(address)).Form("#report-form");
        await pmo.SaveAsync(address, ("Progress", "Written by the PMO"), ("NextSteps", "Next, by the PMO")).LeadsToAsync();
        using var answer = await officer.SendAsync(form, ("Progress", "Written by the officer"), ("then", "next"));
        var page = await answer.ReadPageAsync();
        Assert.Equal(409, (int)answer.StatusCode);
        var contested = Assert.Single(page.QuerySelectorAll(".contested")).Words();
        Assert.Contains("Written by the PMO", contested, StringComparison.Ordinal);
        Assert.Contains("Written by the officer", contested, StringComparison.Ordinal);

        var choice = page.Form("form[action$=choose]");
        using (var unchosen = await officer.SendAsync(choice))
        {
            Assert.Equal(400, (int)unchosen.StatusCode);
            Assert.Equal(["Choose what “Progress this period” is to say."], (await unchosen.ReadPageAsync()).Problems());
        }

        await officer.SendAsync(choice, ("Keep(Progress)", "mine")).LeadsToAsync();
        var content = (await portal.StoredAsync("TP-15")).Report.Content;
        Assert.Equal(("Written by the officer", "Next, by the PMO"), (content.Progress, content.NextSteps));
    }

    [Fact]
    public async Task SecondEditor_OfAnotherFieldOfTheSection_IsPutTogetherWithTheFirst()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        const string address = "/reports/TP-15/2019-07/capacity";
        await officer.SaveAsync(address, ("Capacity.PostsNeeded", "4"), ("Capacity.PostsFilled", "4")).LeadsToAsync();
        var form = (await officer.PageAsync(address)).Form("#report-form");
        await pmo.SaveAsync(address, ("Capacity.PostsFilled", "3")).LeadsToAsync();
        await officer.SendAsync(form, ("Capacity.HoldsUp", "The second wave"), ("then", "later")).LeadsToAsync();
        var capacity = (await portal.StoredAsync("TP-15")).Report.Content.Capacity!;
        Assert.Equal((3m, "The second wave"), (capacity.PostsFilled, capacity.HoldsUp));
    }

    [Fact]
    public async Task Draft_SavedWhileTyping_AnswersWithTheRevisionToGoOnFrom()
    {
        await portal.AssignAsync("officer", "TP-21");
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-21/2019-07/progress")).Form("#report-form");
        form.SetAttribute("action", form.GetAttribute("data-draft")!);
        using var answer = await officer.SendAsync(form, ("Progress", "Half a sentence"));
        Assert.Contains("\"isSaved\":true", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Half a sentence", (await officer.PageAsync("/reports/TP-21/2019-07/progress")).Value("Progress"));
    }

    [Fact]
    public async Task Draft_WithAFieldThatCannotBeRead_SavesTheRestAndNamesIt()
    {
        await portal.AssignAsync("officer", "TP-20");
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-20/2019-07/capacity")).Form("#report-form");
        form.SetAttribute("action", form.GetAttribute("data-draft")!);
        using var answer = await officer.SendAsync(form, ("Capacity.PostsNeeded", "4"), ("Capacity.PostsFilled", "a few"), ("Capacity.HoldsUp", "The first phase"));
        using var said = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.True(said.RootElement.GetProperty("isSaved").GetBoolean());
        Assert.Equal("Capacity.PostsFilled", said.RootElement.GetProperty("field").GetString());
        Assert.EndsWith("but not all of it. “a few” cannot be read: enter a number, such as 2 or 2.5.", said.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        var capacity = (await portal.StoredAsync("TP-20")).Report.Content.Capacity;
        Assert.Equal((4m, 2m, "The first phase"), (capacity!.PostsNeeded, capacity!.PostsFilled, capacity!.HoldsUp));
    }

    [Theory]
    [InlineData("Savings[S-019][2023/24][High]")]
    [InlineData("Savings[S-001][2019/20][High]")]
    public async Task Savings_OfAnotherYearOrProject_AreNamedAndNothingIsSaved(string field)
    {
        using var officer = await portal.SignedInAsync("officer");
        var before = (await portal.StoredAsync("TP-15")).Report.Revision;
        var form = (await officer.PageAsync("/reports/TP-15/2019-07/savings")).Form("#report-form");
        using var answer = await officer.SendAsync(form, (field, "100"), ("then", "next"));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal([$"“100” cannot be saved as {field}: only the savings lines of TP-15 can be reported, in the years 2018/19 to 2022/23."], (await answer.ReadPageAsync()).Problems());
        Assert.Equal(before, (await portal.StoredAsync("TP-15")).Report.Revision);
    }

    [Fact]
    public async Task Report_OfACompletedProject_IsNotAskedForAndNotLate()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var words = (await pmo.PageAsync("/reports/TP-01/2019-07")).QuerySelector("main")!.Words();
        Assert.Contains("has had its last report. No report is asked for.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("late", words, StringComparison.Ordinal);
        Assert.Empty((await pmo.PageAsync("/reports/TP-01/2019-07/progress")).QuerySelectorAll("#report-form button.govuk-button"));
    }

    [Fact]
    public async Task SavingsThatMissTheirTarget_AreShownWithTotalsAndAskedToBeExplained()
    {
        await portal.AssignAsync("officer", "TP-42");
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-42/2019-07/savings")).Form("#report-form");
        var next = await officer.SendAsync(form, ("Savings[S-018][2019/20][Low]", "1,000,001"), ("then", "next")).LeadsToAsync();
        var page = await officer.PageAsync(next);
        Assert.Contains(page.Problems(), p => p.StartsWith("S-018 adds up to", StringComparison.Ordinal) && p.EndsWith("explain the difference.", StringComparison.Ordinal));
        Assert.False(page.GetElementById("Variances[S-018][2019/20]")!.ParentElement!.ParentElement!.HasAttribute("hidden"));
    }
}
