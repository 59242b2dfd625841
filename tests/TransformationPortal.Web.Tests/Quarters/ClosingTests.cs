using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>The sample's quarter closed through its screens: looked over, signed for, published, corrected.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task Quarter_ClosedThroughItsScreens_IsWhatMembersSeeAtOnce()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        using var member = await portal.SignedInAsync("member");
        await member.PageAsync("/2019-20/q1", 404);

        var workbench = await pmo.PageAsync(QuarterForms.Home);
        Assert.Equal(("43 of 43", "None"), (workbench.QuerySelector("[data-reports=approved]")!.Words(), workbench.QuerySelector("[data-reports=missing]")!.Words()));
        Assert.Contains("2 findings, 2 open", workbench.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var findings = await pmo.PageAsync(QuarterForms.Home + "/findings");
        Assert.Equal(["PendingDecision", "NotRehomed"], findings.QuerySelectorAll("[data-finding]").Select(f => f.GetAttribute("data-finding")));

        using (var refused = await pmo.PublishAsync())
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("2 findings are open", (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.AskAsync(c => c.StoredEditions.CountAsync()));
        await portal.SignAllAsync(pmo);
        using (var published = await pmo.PublishAsync())
        {
            Assert.Equal((HttpStatusCode.Redirect, QuarterForms.Home + "?done=published"), (published.StatusCode, published.Headers.Location!.ToString()));
        }

        var dashboard = await member.PageAsync("/2019-20/q1");
        Assert.Equal("£15.0m", dashboard.QuerySelector("[data-tile='year-target'] .tile__figure")!.Words());
        Assert.Contains("£0.755m not yet re-homed. Cabinet decides on 16 July 2019. Signed by Demo Programme Office", dashboard.QuerySelector("section[aria-labelledby=notes]")!.Words(), StringComparison.Ordinal);
        var position = await member.PageAsync("/2019-20/q1/position");
        Assert.Contains("£18.6m of it (62%) is at medium or low confidence.", position.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        using var annex = await member.GetAsync(new Uri("/2019-20/q1/annexes/annex-2.docx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, annex.StatusCode);
        Assert.Equal(("Demo Programme Office", TransformationPortal.Core.Editions.Edition.CurrentSchemaVersion), await portal.AskAsync(c => c.StoredEditions.Select(e => ValueTuple.Create(e.PublishedBy, e.SchemaVersion)).SingleAsync()));
    }

    [Fact]
    public async Task FigureInWords_OnTheFinancialPosition_LeadsToWhatItIsMadeOf()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        foreach (var basis in new[] { "", "?basis=agreed" })
        {
            var links = (await member.PageAsync("/2019-20/q1/position" + basis)).QuerySelectorAll("main a.figure--link").ToList();
            Assert.True(links.Count > 50);
            foreach (var address in links.Select(l => l.GetAttribute("href")!).Distinct())
            {
                await member.PageAsync(address);
            }
        }

        var target = (await member.PageAsync("/2019-20/q1/position?basis=agreed")).QuerySelectorAll("main a.figure--link").First(l => l.Words() == "£14.294m");
        Assert.Equal("£14,294,000", (await member.PageAsync(target.GetAttribute("href")!)).QuerySelector("[data-total]")!.Words());
    }

    [Fact]
    public async Task Publish_Twice_IsRefusedAndAsksForACorrection()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        await portal.SignAllAsync(pmo);
        var form = (await pmo.PageAsync(QuarterForms.Home + "/publish")).Form("form#publish");
        using var first = await pmo.SubmitAsync(form);
        using var second = await pmo.SubmitAsync(form);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Contains("2019/20 Q1 is published already, as edition 1. To change it, publish a correction with a notice.", (await second.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.AskAsync(c => c.StoredEditions.CountAsync()));
    }

    [Fact]
    public async Task Correction_NeedsANotice_AndMarksTheEarlierEdition()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        using var member = await portal.SignedInAsync("member");
        await member.PageAsync("/2019-20/q1");
        var before = await member.GetByteArrayAsync(new Uri("/2019-20/q1/annexes/annex-2.docx", UriKind.Relative));
        await portal.SignAllAsync(pmo);
        using (var refused = await pmo.PublishAsync(("notice", "  ")))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("A correction needs a notice that says what changed and why.", (await refused.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);
        }

        using (var nothing = await pmo.PublishAsync(("notice", "An achievement was worded wrongly.")))
        {
            Assert.Equal(HttpStatusCode.Conflict, nothing.StatusCode);
            Assert.Contains("Nothing in 2019/20 Q1 differs from edition 1, so there is nothing to correct.", (await nothing.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);
        }

        await portal.ActAsync(c => c.QuarterTexts.Where(t => t.Kind == StoryKind.Achievement && t.Order == 1).ExecuteUpdateAsync(t => t.SetProperty(text => text.Text, "Worded as it should be.")));
        using var corrected = await pmo.PublishAsync(("notice", "An achievement was worded wrongly."));
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Contains("Correction: An achievement was worded wrongly.", (await member.PageAsync("/2019-20/q1")).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("It has been corrected: open edition 2", (await member.PageAsync("/2019-20/q1?edition=1")).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("Edition 1 (superseded)", (await pmo.PageAsync(QuarterForms.Home)).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        // The files that went to the committee stay as they were, beside those that say that they were corrected.
        var file = new Uri("/2019-20/q1/annexes/annex-2.docx?edition=1&as=published", UriKind.Relative);
        Assert.Equal(before, await member.GetByteArrayAsync(file));
        Assert.NotEqual(before, await member.GetByteArrayAsync(new Uri("/2019-20/q1/annexes/annex-2.docx?edition=1", UriKind.Relative)));
        var offered = (await member.PageAsync("/2019-20/q1/annexes?edition=1")).QuerySelectorAll("#as-published ~ ul a").Select(l => l.GetAttribute("href")!)
            .First(l => l.Contains("annex-2.docx", StringComparison.Ordinal));
        Assert.Equal(before, await member.GetByteArrayAsync(new Uri(offered, UriKind.Relative)));
        using var odd = await member.GetAsync(new Uri("/2019-20/q1/annexes/annex-2.docx?as=draft", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, odd.StatusCode);
    }

    [Fact]
    public async Task Publish_WhatHasChangedSinceItWasSeen_IsRefused()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        await portal.SignAllAsync(pmo);
        var form = (await pmo.PageAsync(QuarterForms.Home + "/publish")).Form("form#publish");
        await portal.ActAsync(c => c.QuarterTexts.Where(t => t.Order == 1).ExecuteDeleteAsync());
        using var answer = await pmo.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Something in 2019/20 Q1 has changed since you looked at it.", (await answer.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.AskAsync(c => c.StoredEditions.CountAsync()));
    }

    [Fact]
    public async Task Publish_AQuarterThatHasNotEnded_MustBeSaid()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        const string Home = "/pmo/quarters/2019-20/q2";
        await portal.ActAsync(c => c.Projects.Where(p => p.Code == "TP-20").ExecuteUpdateAsync(p => p.SetProperty(x => x.Phase, Core.Programmes.ProjectPhase.Stopped)));
        await portal.SignAllAsync(pmo, Home);
        var page = await pmo.PageAsync(Home + "/publish");
        Assert.Matches("^1 change since 2019/20 Q1, edition 1 Projects: TP-20 .* (Planning|In flight) Stopped$", page.QuerySelector("details[data-review=before]")!.Words());
        var form = page.Form("form#publish");
        var plain = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        using var silent = await pmo.PostAsync(new Uri(Home + "/publish", UriKind.Relative), new FormUrlEncodedContent(plain));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        Assert.Contains("2019/20 Q2 ends on 30 September 2019 and has not ended.", (await silent.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);

        using var said = await pmo.PostAsync(new Uri(Home + "/publish", UriKind.Relative), new FormUrlEncodedContent(plain.Append(new("beforeEnd", "true"))));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal(2, await portal.AskAsync(c => c.StoredEditions.CountAsync()));
    }

    [Fact]
    public async Task Note_ForADisagreementThatHasChanged_AnswersItNoMore()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        await portal.SignAllAsync(pmo);
        await portal.ActAsync(c => c.Reprofiles.ExecuteUpdateAsync(u => u.SetProperty(r => r.Amount, new Core.Money(700_000))));
        var findings = await pmo.PageAsync(QuarterForms.Home + "/findings");
        Assert.Equal(2, findings.QuerySelectorAll("form[action$='/sign']").Length);
        Assert.Contains("£0.700m not yet re-homed", findings.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_WithoutWords_OrTakenBack_LeavesTheFindingOpen()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync(QuarterForms.Home + "/findings");
        using (var wordless = await pmo.SubmitAsync(page.Form("form[action$='/sign']"), ("words", " ")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wordless.StatusCode);
            Assert.Contains("Say in words that readers will see why it stands.", (await wordless.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        await portal.SignAllAsync(pmo);
        var signed = await pmo.PageAsync(QuarterForms.Home + "/findings");
        Assert.Contains("Every finding is answered.", signed.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        using var withdrawn = await pmo.SubmitAsync(signed.Form("form[action$='/withdraw']"));
        Assert.Contains("1 of 2 is open.", (await pmo.PageAsync(QuarterForms.Home + "/findings")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }
}
