using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>The parts of a quarter's texts, each written on a page of its own.</summary>
public sealed class PartTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("achievements", "Text-1", "{savings 2019/20 Deliverd} saved", "Did you mean {savings 2019/20 Delivered}")]
    [InlineData("focus", "Text-2", "Save {savings 2022/23 Delivered}", "gives nothing: nothing is recorded for it.")]
    [InlineData("focus", "Text-1", "[a](http://example.org)", "is none of these")]
    [InlineData("annex/costs", "Text-1", "{costz}", "Did you mean {costs}")]
    [InlineData("spotlights/TP-01", "Aim-1", "{nothing of the kind}", "there is no measure “nothing”")]
    [InlineData("measures", "Value-1", "two hundred", "“two hundred” cannot be read: enter an amount in pounds")]
    [InlineData("measures", "Label-2", "Attendees at the Managers' Conference 2019", "is measured twice")]
    [InlineData("measures", "Source-1", "", "Source: enter something")]
    [InlineData("documents", "Key-1", "Not A Key", "may hold small letters")]
    public async Task Save_WhatIsWrong_IsRefusedAtItsFieldAndKeepsWhatWasTyped(string part, string field, string typed, string message)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var before = await StoredAsync();
        var page = await pmo.PageAsync($"{QuarterForms.Home}/{part}");
        using var answer = await pmo.SendAsync(page, "save", (id, value) => id == field ? typed : value);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await answer.ReadPageAsync();
        Assert.Contains(message, again.QuerySelector($".govuk-error-summary a[href='#{field}']")!.Words(), StringComparison.Ordinal);
        Assert.Contains(message, again.GetElementById(field + "-error")!.Words(), StringComparison.Ordinal);
        var element = again.GetElementById(field)!;
        Assert.Equal(typed, element is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : element.GetAttribute("value"));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Preview_OfAnAchievement_ShowsItAsMembersWillReadItAndSavesNothing()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var before = await StoredAsync();
        var page = await pmo.PageAsync(QuarterForms.Home + "/achievements");
        using var answer = await pmo.SendAsync(page, "preview", (id, value) => id == "Text-1" ? "**{savings 2019/20 Delivered}** saved, see [TP-07](project:TP-07) <b>now</b>" : value);
        var preview = (await answer.ReadPageAsync()).QuerySelector("section[aria-labelledby=preview]")!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/2019-20/q1/savings?kind=position&year=2019/20&confidence=Delivered&edition=draft", preview.QuerySelector("strong a.figure--link")!.GetAttribute("href"));
        Assert.Equal("/2019-20/q1/projects/TP-07?edition=draft", preview.QuerySelectorAll("a").First(a => a.TextContent == "TP-07").GetAttribute("href"));
        Assert.Null(preview.QuerySelector("b"));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Save_InTwoWindows_KeepsWhatBothTypedAndOverwritesNothing()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        var (mine, theirs) = (await pmo.PageAsync(QuarterForms.Home + "/focus"), await pmo.PageAsync(QuarterForms.Home + "/focus"));
        using var first = await pmo.SendAsync(theirs, "save", (id, value) => id == "Text-1" ? "What they typed" : value);
        using var second = await pmo.SendAsync(mine, "save", (id, value) => id == "Text-1" ? "What I typed" : value);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        var conflict = await second.ReadPageAsync();
        Assert.Contains("Demo Programme Office has saved this part since you opened it.", conflict.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("What they typed", conflict.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("What I typed", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)conflict.GetElementById("Text-1")!).Value);
        Assert.Equal("What they typed", await FirstFocusAsync(own));

        using var third = await pmo.SendAsync(conflict, "save");
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.Equal("What I typed", await FirstFocusAsync(own));
    }

    [Fact]
    public async Task Save_EveryPartAsItIs_ChangesNothingThatMembersWouldSee()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        var before = (await pmo.PageAsync("/2019-20/q1?edition=draft")).QuerySelector("main")!.InnerHtml;
        var words = (await pmo.PageAsync("/2019-20/q1/position?edition=draft")).QuerySelector("main")!.Words();
        foreach (var part in new[] { "achievements", "focus", "measures", "documents", "spotlights/TP-01", "annex/about", "annex/target", "annex/this-year", "annex/later-years", "annex/decisions", "annex/costs" })
        {
            using var answer = await pmo.SendAsync(await pmo.PageAsync($"{QuarterForms.Home}/{part}"), "save");
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{part}: {(await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")?.Words()}");
        }

        Assert.Equal(before, (await pmo.PageAsync("/2019-20/q1?edition=draft")).QuerySelector("main")!.InnerHtml);
        Assert.Equal(words, (await pmo.PageAsync("/2019-20/q1/position?edition=draft")).QuerySelector("main")!.Words());
        Assert.Contains("2 findings, 2 open", (await pmo.PageAsync(QuarterForms.Home)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annex_WordedAndGivenBack_IsTheirsAndThenThePortalsAgain()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        using var saved = await pmo.SendAsync(await pmo.PageAsync(QuarterForms.Home + "/annex/costs"), "save", (id, value) =>
            id == "Text-1" ? "We spent {costs.spent} of {costs}." : id.StartsWith("Text-", StringComparison.Ordinal) ? "" : value);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var position = (await pmo.PageAsync("/2019-20/q1/position?edition=draft")).QuerySelector("main")!.Words();
        Assert.Contains("We spent £1.8m of £17.9m.", position, StringComparison.Ordinal);
        Assert.DoesNotContain("Redundancy costs", position, StringComparison.Ordinal);

        using var given = await pmo.SendAsync(await pmo.PageAsync(QuarterForms.Home + "/annex/costs"), "clear");
        Assert.Contains("Redundancy costs", (await pmo.PageAsync("/2019-20/q1/position?edition=draft")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_PlacedOtherwise_AreSavedInThatOrder_AndEmptyOnesAreLeftOut()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        using var saved = await pmo.SendAsync(await pmo.PageAsync(QuarterForms.Home + "/focus"), "save", (id, value) => id switch { "Place-1" => "2.5", "Text-3" or "Link-3" => "", _ => value });
        var texts = await own.AskAsync(c => c.QuarterTexts.Where(t => t.Kind == StoryKind.Focus).OrderBy(t => t.Order).Select(t => t.Text).ToListAsync());
        Assert.Equal(5, texts.Count);
        Assert.Contains("governance", texts[0], StringComparison.Ordinal);
        Assert.Contains("business case", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ThatATextPointsTo_CannotBeTakenAway()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync(QuarterForms.Home + "/documents");
        var row = page.QuerySelectorAll("input[name=Key]").Single(i => i.GetAttribute("value") == "intranet").Id!.Split('-')[1];
        using var answer = await pmo.SendAsync(page, "save", (id, value) => id.EndsWith("-" + row, StringComparison.Ordinal) && !id.StartsWith("Place", StringComparison.Ordinal) ? "" : value);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("“intranet” is pointed to by a measure or a text", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spotlight_WrittenAndTakenAway_ComesAndGoes()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        using var chosen = await pmo.GetAsync(new Uri(QuarterForms.Home + "/spotlights?project=TP-07", UriKind.Relative));
        Assert.Equal(QuarterForms.Home + "/spotlights/TP-07", chosen.Headers.Location!.ToString());
        using var saved = await pmo.SendAsync(await pmo.PageAsync(QuarterForms.Home + "/spotlights/TP-07"), "save", (id, value) => id switch
        {
            "People-1" => "A team", "Low-1" => "100,000", "Done-1" => "{projects} counted", "Next-1" => "More", "Aim-1" => "A reason", _ => value,
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("49 counted", (await pmo.PageAsync("/2019-20/q1?edition=draft")).QuerySelector("section[aria-labelledby=spotlight]")!.Words(), StringComparison.Ordinal);
        using var removed = await pmo.SendAsync(await pmo.PageAsync(QuarterForms.Home + "/spotlights/TP-07"), "clear");
        Assert.DoesNotContain("49 counted", (await pmo.PageAsync("/2019-20/q1?edition=draft")).QuerySelector("section[aria-labelledby=spotlight]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_AskedByName_SayWhatTheyGiveOrWhatWasMeant()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var given = await pmo.PageAsync(QuarterForms.Home + "/figures?name=" + Uri.EscapeDataString("{savings.share years=next3 confidence=Low,Medium}"));
        Assert.Contains("gives 62%.", given.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        var wrong = await pmo.PageAsync(QuarterForms.Home + "/figures?name=" + Uri.EscapeDataString("{totl-target}"));
        Assert.Contains("Did you mean {total-target}", wrong.GetElementById("name-error")!.Words(), StringComparison.Ordinal);
        Assert.Contains(given.QuerySelectorAll("tbody tr"), r => string.Join(" | ", r.Children.Select(c => c.Words())) == "2019/20 revised savings target | {savings 2019/20} | £15.0m | £14.3m");
    }

    [Theory]
    [InlineData("/pmo/quarters/2023-24/q1", "lies outside the programme")]
    [InlineData("/pmo/quarters/2019-21/q1", "is not a quarter")]
    [InlineData("/pmo/quarters/2019-20/q1/annex/nothing", "has no section “nothing”")]
    [InlineData("/pmo/quarters/2019-20/q1/spotlights/TP-99", "There is no project “TP-99”")]
    [InlineData("/2023-24/q1?edition=draft", "lies outside the programme")]
    [InlineData("/2019-20/q1?edition=draft&basis=perhaps", "is not a way to take pending decisions")]
    public async Task Address_ThatNamesNothing_SaysWhatThereIs(string address, string message)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Contains(message, (await pmo.PageAsync(address, 404)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    private Task<string> StoredAsync() => portal.AskAsync(async c => string.Join('\n', (IEnumerable<string>)
    [
        .. await c.QuarterTexts.OrderBy(t => t.Id).Select(t => t.Text + t.Link).ToListAsync(), .. await c.Measures.OrderBy(m => m.Id).Select(m => m.Label + m.Source).ToListAsync(),
        .. await c.Spotlights.OrderBy(s => s.Id).Select(s => s.Aim).ToListAsync(), .. await c.AnnexParagraphs.OrderBy(p => p.Id).Select(p => p.Text).ToListAsync(),
        .. await c.Documents.OrderBy(d => d.Id).Select(d => d.Key).ToListAsync(), .. await c.QuarterParts.OrderBy(p => p.Id).Select(p => p.Part).ToListAsync(),
    ]));

    private static Task<string> FirstFocusAsync(PortalFactory own) => own.AskAsync(c => c.QuarterTexts.Where(t => t.Kind == StoryKind.Focus && t.Order == 1).Select(t => t.Text).SingleAsync());
}
