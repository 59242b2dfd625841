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
    [InlineData("/pmo/reports/2019-07/TP-41/approve")]
    [InlineData("/pmo/reports/2019-07/approve")]
    public async Task Decision_WithATokenOfAnotherSession_IsNotOfferedAgain(string address)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("revision", "1"), new("__RequestVerificationToken", "stale")]));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Null((await answer.ReadPageAsync()).QuerySelector("main form"));
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
