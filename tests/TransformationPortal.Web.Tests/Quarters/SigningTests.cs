using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>Signing for what stands: words that say something, finance beside the PMO, and nobody alone.</summary>
public sealed class SigningTests
{
    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task Notes_ByAnybodyButFinance_AreRefusedAndNothingIsSigned(string userName)
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var client = await portal.SignedInAsync(userName);
        using var page = await client.GetAsync(new Uri("/finance/notes", UriKind.Relative));
        Assert.Contains("/account/refused", page.Headers.Location!.ToString(), StringComparison.Ordinal);

        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.PostAsync(new Uri("/finance/notes/sign", UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("quarter", "2019/20 Q1"), new("finding", "x"), new("signed", "1")]));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await portal.AskAsync(c => c.ReconciliationNotes.CountAsync(n => n.FinanceBy != null)));
    }

    [Fact]
    public async Task Note_ThatSaysNothing_IsRefusedWithWhatWasTyped()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");

        await RefusedAsync(pmo, "It is known.", "Say more: a note of fewer than 20 characters");
        await SignedAsync(pmo, "Cabinet decides on 16 July 2019.");
        await RefusedAsync(pmo, "cabinet decides on 16 July 2019", "Another finding of this quarter is signed for in the same words.");

        Assert.Equal(1, await portal.AskAsync(c => c.ReconciliationNotes.CountAsync()));
    }

    [Fact]
    public async Task Publishing_ByTheOnlyOneWhoSigned_IsRefused_AndIsDoneOnceFinanceStandsBeside()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        using var finance = await portal.SignedInAsync("finance");
        await SignedAsync(pmo, "It is known and waits for the meeting of Cabinet.");
        await SignedAsync(pmo, "Cabinet decides on 16 July 2019.");
        using (var alone = await pmo.PublishAsync())
        {
            Assert.Equal(HttpStatusCode.Conflict, alone.StatusCode);
            Assert.Contains("You are the only one who has signed for what stands", (await alone.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        var desk = await finance.PageAsync("/finance/reports");
        Assert.NotNull(desk.QuerySelector("a[href='/finance/notes']"));
        var form = (IHtmlFormElement)(await finance.PageAsync("/finance/notes")).QuerySelector("form[action$='/finance/notes/sign']")!;
        using (var signed = await finance.SubmitAsync(form))
        {
            Assert.Equal("/finance/notes?done=signed", signed.Headers.Location!.ToString());
        }

        using (var twice = await finance.SubmitAsync(form))
        {
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
            Assert.Contains("That note is not as you read it any more", (await twice.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        using var published = await pmo.PublishAsync();
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        using var member = await portal.SignedInAsync("member");
        Assert.Contains("Signed by Demo Programme Office, and for finance by Demo Finance", (await member.PageAsync("/2019-20/q1")).QuerySelector("section[aria-labelledby=notes]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmountFromElsewhere_WithItsSource_IsWrittenIntoItsTextAndDoubtedNoMore()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        await portal.ActAsync(c => c.QuarterTexts.Where(t => t.Kind == StoryKind.Achievement && t.Order == 1).ExecuteUpdateAsync(t => t.SetProperty(x => x.Text, "The programme now saves **£612m** a year")));
        using var pmo = await portal.SignedInAsync("pmo");
        async Task<HttpResponseMessage> SourceAsync(string source) => await pmo.SubmitAsync(
            (IHtmlFormElement)(await pmo.PageAsync(QuarterForms.Home + "/findings")).QuerySelector("form[action$='/source']")!, ("source", source));

        using (var nothing = await SourceAsync(" "))
        {
            Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
            Assert.Contains("Say where the amount comes from", (await nothing.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        using (var bracket = await SourceAsync("see [there]"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bracket.StatusCode);
        }

        using var done = await SourceAsync("Statement of accounts, page 14");
        Assert.Equal(QuarterForms.Home + "/findings?done=source", done.Headers.Location!.ToString());
        Assert.Equal(
            "The programme now saves **£612m^[Statement of accounts, page 14]** a year",
            await portal.AskAsync(c => c.QuarterTexts.Where(t => t.Kind == StoryKind.Achievement && t.Order == 1).Select(t => t.Text).SingleAsync()));
        Assert.Null((await pmo.PageAsync(QuarterForms.Home + "/findings")).QuerySelector("form[action$='/source']"));
    }

    private static async Task RefusedAsync(HttpClient pmo, string words, string says)
    {
        using var answer = await SignAsync(pmo, words);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(says, page.QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        Assert.Contains(words, page.QuerySelectorAll("textarea[name=words]").Select(t => t.Words()));
    }

    private static async Task SignedAsync(HttpClient pmo, string words)
    {
        using var answer = await SignAsync(pmo, words);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SignAsync(HttpClient pmo, string words) => await pmo.SubmitAsync(
        (IHtmlFormElement)(await pmo.PageAsync(QuarterForms.Home + "/findings")).QuerySelector("form[action$='/sign']")!, ("words", words));
}
