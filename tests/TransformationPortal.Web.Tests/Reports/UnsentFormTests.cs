using AngleSharp.Html.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>A form sent when the session had ended: nothing is changed, and nothing that was typed is lost.</summary>
public sealed class UnsentFormTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Section = "/reports/TP-18/2019-07/progress";
    private const string Typed = "Typed before the session ended: “£5” & <more>";

    [Fact]
    public async Task Form_SentAfterTheSessionEnded_WaitsUntilItsWriterHasSignedInAgain()
    {
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync(Section)).Form("#report-form");
        await SignOutAsync(officer);

        using var answer = await officer.SendAsync(form, ("Progress", Typed), ("then", "later"));
        var page = await answer.ReadPageAsync();
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains("You have been signed out", page.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, await StoredAsync(), StringComparison.Ordinal);

        await officer.SignInAsync("officer", "three quiet herons");
        Assert.EndsWith("done=saved", await officer.SendAsync(Waiting(page)).LeadsToAsync(), StringComparison.Ordinal);
        Assert.Equal(Typed, await StoredAsync());
    }

    [Fact]
    public async Task Form_SentAgainBySomebodyElse_IsRefused()
    {
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-15/2019-07/progress")).Form("#report-form");
        await SignOutAsync(officer);
        using var answer = await officer.SendAsync(form, ("Progress", Typed), ("then", "later"));

        await officer.SignInAsync("pmo", "three quiet herons");
        using var again = await officer.SendAsync(Waiting(await answer.ReadPageAsync()));
        Assert.Equal(400, (int)again.StatusCode);
        Assert.NotEqual(Typed, (await portal.StoredAsync("TP-15")).Report.Content.Progress);
    }

    [Fact]
    public async Task Form_WithATokenOfAnotherSession_IsSentBackWithANewOne()
    {
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/reports/TP-09/2019-07/progress")).Form("#report-form");
        using var answer = await officer.SendAsync(form, ("Progress", Typed), ("then", "later"), ("__RequestVerificationToken", "stale"));
        var page = await answer.ReadPageAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.NotEqual(Typed, (await portal.StoredAsync("TP-09")).Report.Content.Progress);

        await officer.SendAsync(Waiting(page)).LeadsToAsync();
        Assert.Equal(Typed, (await portal.StoredAsync("TP-09")).Report.Content.Progress);
    }

    [Theory]
    [InlineData("same-site", null)]
    [InlineData("cross-site", "https://elsewhere.example")]
    [InlineData(null, "https://elsewhere.example")]
    [InlineData(null, null)]
    public async Task Form_SentByAnotherSite_IsNeverSentBack(string? site, string? origin)
    {
        using var officer = await portal.SignedInAsync("officer");
        using var stranger = portal.Anonymous();
        foreach (var (client, status) in new[] { (officer, 400), (stranger, 302) })
        {
            client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Section, UriKind.Relative))
            {
                Content = new FormUrlEncodedContent([new("Progress", "Not their words"), new("__RequestVerificationToken", "forged")]),
            };
            foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin) }.Where(h => h.Item2 is not null))
            {
                request.Headers.Add(name, value);
            }

            using var answer = await client.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.DoesNotContain("Not their words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("status", "500", 401)]
    [InlineData("Progress", "a\0b", 400)]
    public async Task Form_WithAStrangeField_IsAnsweredAsAnyOther(string field, string value, int status)
    {
        using var stranger = portal.Anonymous();
        using var answer = await stranger.PostAsync(new Uri(Section, UriKind.Relative), new FormUrlEncodedContent([new(field, value), new("NextSteps", Typed)]));
        Assert.Contains((int)answer.StatusCode, new[] { status, 401 });
    }

    [Fact]
    public async Task Form_OfManyFields_IsSentBackWhole()
    {
        using var stranger = portal.Anonymous();
        using var answer = await stranger.PostAsync(new Uri(Section, UriKind.Relative),
            new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create(FormattableString.Invariant($"Field{i}"), "x"))));
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal(2001, (await answer.ReadPageAsync()).QuerySelectorAll("main input[type=hidden]").Length);
    }

    [Fact]
    public async Task Words_OfAnActionThatCameTooLate_AreShownToBeCopied()
    {
        using var finance = await portal.SignedInAsync("finance");
        var form = (await finance.PageAsync("/finance/reports/2019-07/TP-41")).Form("form[action$=decline]");
        using var answer = await finance.SendAsync(form, ("reason", "Counted twice with TP-38"), ("revision", "1"));
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("Counted twice with TP-38", (await answer.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_SentAfterTheSessionEnded_IsNotSentBack()
    {
        using var officer = await portal.SignedInAsync("officer");
        var form = (await officer.PageAsync("/account/password")).Form("main form");
        form.SetAttribute("action", "/account/password");
        await SignOutAsync(officer);
        using var answer = await officer.SendAsync(form, ("Current", "three quiet herons"), ("New", "four loud herons"));
        Assert.Equal(302, (int)answer.StatusCode);
    }

    private static IHtmlFormElement Waiting(AngleSharp.Dom.IDocument page) => page.Form("main form");

    private static async Task SignOutAsync(HttpClient client) =>
        await client.SendAsync((await client.PageAsync("/account")).Form("form[action$=sign-out]")).LeadsToAsync();

    private async Task<string> StoredAsync() => (await portal.StoredAsync("TP-18")).Report.Content.Progress ?? "";
}
