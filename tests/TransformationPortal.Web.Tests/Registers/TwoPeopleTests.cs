using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>Two people, or two tabs, at one thing: the second save never undoes what the first changed.</summary>
public sealed class TwoPeopleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    // What keeps the second of two from undoing the first: the page it stands on and what its form carries of what was seen;
    // or, where nothing of it is changed but only added to or decided once, why it needs nothing.
    private static readonly Dictionary<string, (string? Page, string Guard)> Forms = new(StringComparer.Ordinal)
    {
        ["account/confirm"] = (null, "changes nothing of anybody else's"),
        ["account/email"] = (null, "one's own; sends a letter"),
        ["account/email/confirm"] = (null, "one's own, by a link that works once"),
        ["account/password"] = (null, "one's own, and it asks for the old one"),
        ["account/sessions/{id:guid}/end"] = (null, "one's own, and the same however often it is done"),
        ["account/second-factor/app"] = (null, "one's own, and it asks for a code of the app"),
        ["account/second-factor/app/begin"] = (null, "one's own, and counts for nothing before it is confirmed"),
        ["account/second-factor/app/remove"] = (null, "one's own, and the same however often it is done"),
        ["account/second-factor/codes"] = (null, "one's own, and only the last ones work"),
        ["account/second-factor/passkeys"] = (null, "one's own; only adds"),
        ["account/second-factor/passkeys/begin"] = (null, "changes nothing"),
        ["account/second-factor/passkeys/{key}/remove"] = (null, "one's own, and the same however often it is done"),
        ["account/second-factor/taken-away"] = (null, "one's own; says that it was read"),
        ["account/sign-in"] = (null, "changes nothing of anybody else's"),
        ["account/sign-in/code"] = (null, "changes nothing of anybody else's"),
        ["account/sign-in/council/ended"] = (null, "the provider's; the same however often it is said"),
        ["account/sign-in/forgotten"] = (null, "sends a letter, and changes nothing"),
        ["account/sign-in/new-password"] = (null, "one's own, by a link that works once"),
        ["account/sign-in/passkey"] = (null, "changes nothing of anybody else's"),
        ["account/sign-in/passkey/begin"] = (null, "changes nothing"),
        ["account/sign-in/recovery"] = (null, "one's own; each code works once"),
        ["account/sign-out"] = (null, "changes nothing of anybody else's"),
        ["admin/claim-rules"] = (null, "only adds; one that is there already stays one"),
        ["admin/claim-rules/{number:int}/remove"] = (null, "the same whoever does it"),
        ["admin/people/invite"] = (null, "only adds; a name that is taken is refused"),
        ["admin/people/{userName}"] = ("/admin/people/officer", "WasRoles"),
        ["admin/people/{userName}/hand-over"] = (null, "the same whoever does it"),
        ["admin/people/{userName}/disable"] = (null, "the same whoever does it"),
        ["admin/people/{userName}/enable"] = (null, "the same whoever does it"),
        ["admin/people/{userName}/password"] = (null, "only the last password lets anybody in, and it is shown to who gave it"),
        ["admin/people/{userName}/second-factor"] = (null, "the same whoever does it"),
        ["admin/people/{userName}/join"] = (null, "the same whoever does it"),
        ["admin/portal/check"] = (null, "changes nothing but the log"),
        ["admin/portal/reset"] = (null, "the same whoever does it"),
        ["finance/actuals"] = (null, "previews, and changes nothing"),
        ["finance/actuals/{key:length(32)}/apply"] = (null, "one's own upload, held against the seal of the programme it was previewed with"),
        ["finance/actuals/{key:length(32)}/columns"] = (null, "one's own upload"),
        ["finance/notes/sign"] = (null, "the note as it was signed, by its moment"),
        ["finance/reports/{month}/{project}/confirm"] = (null, "revision"),
        ["finance/reports/{month}/{project}/decline"] = (null, "revision"),
        ["admin/jobs/{name}/run"] = (null, "does no harm twice"),
        ["admin/outbox/try"] = (null, "changes nothing"),
        ["admin/outbox/{id:long}/again"] = (null, "refused where it is sent again already"),
        ["following/add"] = (null, "one's own"),
        ["following/remove"] = (null, "one's own"),
        ["notices/preferences"] = (null, "one's own"),
        ["notices/read"] = (null, "one's own, up to what was seen"),
        ["pmo/reminders"] = (null, "a rule of a few numbers, seen whole by whoever saves it"),
        ["unsubscribe/{token}"] = (null, "one's own"),
        ["pmo/chase/{month}"] = (null, "only adds"),
        ["pmo/decisions/carry-forward/{year}"] = (null, "seen"),
        ["pmo/decisions/new"] = (null, "only adds"),
        ["pmo/decisions/{reference}/moves/new"] = (null, "only adds"),
        ["pmo/decisions/{reference}/moves/{move:int}/take-back"] = (null, "refused where it is taken back already"),
        ["pmo/decisions/{reference}/moves/{move:int}/year"] = (null, "refused where the move has a year already"),
        ["pmo/decisions/{reference}/outcome"] = (null, "refused where it has an outcome already"),
        ["pmo/look/colours"] = ("/pmo/look", "revision"),
        ["pmo/look/logo"] = ("/pmo/look", "revision"),
        ["pmo/look/logo/remove"] = (null, "revision"),
        ["pmo/look/template"] = (null, "previews, and changes nothing"),
        ["pmo/look/template/remove"] = (null, "revision"),
        ["pmo/look/template/{id:int}/use"] = (null, "revision"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/findings/source"] = (null, "the amount as it stands in its text"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/findings/sign"] = (null, "the finding as it was read"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/findings/withdraw"] = (null, "the same whoever does it"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/publish"] = (null, "the draft as it was seen"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/{part:regex(^(achievements|focus|measures|documents)$)}"] = ("/pmo/quarters/2019-20/q2/focus", "revision"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/{part:regex(^spotlights$)}/{key}"] = ("/pmo/quarters/2019-20/q2/spotlights/TP-01", "revision"),
        ["pmo/quarters/{year:regex(^\\d{{4}}-\\d{{2}}$)}/{quarter:regex(^q\\d$)}/{part:regex(^(annex|cover)$)}/{key}"] = (null, "revision"),
        ["pmo/registers/{register}/add"] = (null, "only adds; a key that is there is refused"),
        ["pmo/registers/{register}/{id:length(16)}"] = ("/pmo/registers/risks", "seen"),
        ["pmo/registers/{register}/{id:length(16)}/remove"] = ("/pmo/registers/risks", "seen"),
        ["pmo/registers/{register}/{id:length(16)}/reorganise"] = (null, "refused where the name is another by now"),
        ["pmo/registers/{register}/{id:length(16)}/reorganise/withdraw"] = (null, "only the last step can be withdrawn"),
        ["pmo/registers/{register}/{id:length(16)}/restore"] = (null, "the same whoever does it"),
        ["pmo/reports/{month}/approve"] = ("/pmo/reports/2019-07", "seen"),
        ["pmo/reports/{month}/{project}/approve"] = (null, "revision"),
        ["pmo/reports/{month}/{project}/reopen"] = (null, "revision"),
        ["pmo/reports/{month}/{project}/return"] = (null, "revision"),
        ["pmo/workbook"] = (null, "previews, and changes nothing"),
        ["pmo/workbook/{key:length(32)}/apply"] = (null, "one's own upload, held against the seal of the programme it was previewed with"),
        ["pmo/uploads/{key:length(32)}/take-back"] = (null, "held against the seal of the programme it was looked at with"),
        ["pmo/workbook/headings/{id:int}/forget"] = (null, "the same whoever does it"),
        ["pmo/workbook/{key:length(32)}/columns"] = (null, "one's own upload"),
        ["pmo/workbook/{key:length(32)}/discard"] = (null, "one's own upload"),
        ["pmo/workbook/{key:length(32)}/scale"] = (null, "one's own upload"),
        ["reports/{project}/{month}/doubts/{doubt}"] = (null, "revision"),
        ["reports/{project}/{month}/submit"] = (null, "revision"),
        ["reports/{project}/{month}/unchanged"] = ("/reports/TP-18/2019-07/unchanged", "revision"),
        ["reports/{project}/{month}/{section}"] = ("/reports/TP-18/2019-07/progress", "revision"),
        ["reports/{project}/{month}/{section}/choose"] = (null, "revision"),
        ["reports/{project}/{month}/{section}/draft"] = (null, "revision"),
    };

    [Fact]
    public void Forms_EveryOneThatChangesSomething_IsKnownHere()
    {
        var posts = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(e => e.RoutePattern.RawText!).Distinct();

        Assert.Equal(string.Join('\n', Forms.Keys.Order(StringComparer.Ordinal)), string.Join('\n', posts.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Forms_ThatAreHeldAgainstWhatWasSeen_CarryIt()
    {
        foreach (var (pattern, (page, guard)) in Forms.Where(f => f.Value.Page is not null))
        {
            using var client = await portal.SignedInAsync(pattern.StartsWith("admin", StringComparison.Ordinal) ? "administrator" : pattern.StartsWith("reports", StringComparison.Ordinal) ? "officer" : "pmo");
            var opened = await client.PageAsync(page!);
            if (page == "/pmo/registers/risks")
            {
                opened = await client.PageAsync(opened.QuerySelector("tbody a")!.GetAttribute("href")!);
            }

            Assert.True(opened.QuerySelectorAll("form[method=post]").Any(f => f.QuerySelector($"[name={guard}]") is not null || guard == "seen" && f.QuerySelector("[name=seen]") is not null), $"{page} carries no {guard}.");
        }
    }

    [Fact]
    public async Task Row_OfWhichEachChangesAnotherField_KeepsBothInEveryRegister()
    {
        using var one = await portal.SignedInAsync("pmo");
        using var two = await portal.SignedInAsync("pmo");
        var tried = new List<string>();
        foreach (var register in AllRegisters.Kept.Where(r => Texts(r).Count > 1))
        {
            var (first, second) = (Texts(register)[0], Texts(register)[^1]);
            var links = (await one.PageAsync($"/pmo/registers/{register.Name}")).QuerySelectorAll("tbody a");
            if (links.FirstOrDefault(a => register.Layout == RegisterLayout.Fields || a.Words().StartsWith("Change", StringComparison.Ordinal)) is not { } link)
            {
                // The sample has no pressures.
                Assert.Equal("pressures", register.Name);
                continue;
            }

            var address = link.GetAttribute("href")!;
            var older = (await two.PageAsync(address)).Form("form#row");
            await one.SendAsync((await one.PageAsync(address)).Form("form#row"), (first, "Written by the first")).LeadsToAsync();

            Assert.Equal($"/pmo/registers/{register.Name}?done=together", await two.SendAsync(older, (second, "Written by the second")).LeadsToAsync());

            var row = await one.PageAsync(address);
            Assert.Equal((register.Name, "Written by the first", "Written by the second"), (register.Name, row.Value(first), row.Value(second)));
            tried.Add(register.Name);
        }

        Assert.True(tried.Count > 10, string.Join(", ", tried));
    }

    [Fact]
    public async Task Target_OfWhichEachChangesAnotherAmount_KeepsBoth()
    {
        using var one = await portal.SignedInAsync("pmo");
        using var two = await portal.SignedInAsync("pmo");
        var address = await AddressAsync(one, "savings_targets", "S-013");
        var older = (await two.PageAsync(address)).Form("form#row");
        await one.SendAsync((await one.PageAsync(address)).Form("form#row"), ("original_target", "£1.3m")).LeadsToAsync();

        await two.SendAsync(older, ("revised_target", "1,400,000")).LeadsToAsync();

        var row = await one.PageAsync(address);
        Assert.Equal(("1300000", "1400000"), (row.Value("original_target"), row.Value("revised_target")));
    }

    [Theory]
    [InlineData("theirs", "Controls by the first")]
    [InlineData("mine", "Controls by the second")]
    public async Task Field_ThatBothChanged_IsChosenAndNeverTakenBlindly(string keep, string stands)
    {
        using var one = await portal.SignedInAsync("pmo");
        using var two = await portal.SignedInAsync("pmo");
        var address = await AddressAsync(one, "risks", "R3");
        var older = (await two.PageAsync(address)).Form("form#row");
        await one.SendAsync((await one.PageAsync(address)).Form("form#row"), ("controls", "Controls by the first"), ("impact", $"Impact by the first, {keep}")).LeadsToAsync();

        using var clash = await two.SendAsync(older, ("controls", "Controls by the second"), ("further_action", $"Action by the second, {keep}"));
        var page = await clash.ReadPageAsync();
        Assert.Equal(409, (int)clash.StatusCode);
        var shown = page.QuerySelector(".contested")!.Words();
        Assert.Contains("Controls by the first", shown, StringComparison.Ordinal);
        Assert.Contains("Controls by the second", shown, StringComparison.Ordinal);
        Assert.Equal(($"Impact by the first, {keep}", $"Action by the second, {keep}"), (page.Value("impact"), page.Value("further_action")));

        // Saved again on that very page, without a choice: nothing of the first is undone.
        using var blind = await two.SendAsync(page.Form("form#row"));
        Assert.Equal(400, (int)blind.StatusCode);
        Assert.Equal("Controls by the first", (await one.PageAsync(address)).Value("controls"));
        Assert.Equal(2, (await blind.ReadPageAsync()).QuerySelectorAll(".contested input[type=radio]").Length);

        await two.SendAsync((await two.SendAsync(page.Form("form#row")).PageOfAsync()).Form("form#row"), ("keep.controls", keep)).LeadsToAsync();

        var row = await one.PageAsync(address);
        Assert.Equal((stands, $"Impact by the first, {keep}", $"Action by the second, {keep}"), (row.Value("controls"), row.Value("impact"), row.Value("further_action")));
        await one.SendAsync(row.Form("form#row"), ("controls", "As before")).LeadsToAsync();
    }

    [Fact]
    public async Task Row_TakenOutMeanwhile_LosesNothingOfWhatWasTyped()
    {
        using var one = await portal.SignedInAsync("pmo");
        using var two = await portal.SignedInAsync("pmo");
        await one.SendAsync((await one.PageAsync("/pmo/registers/funding/add")).Form("form#row"), ("source", "Spare grant"), ("amount", "0"), ("status", "Confirmed")).LeadsToAsync();
        var address = await AddressAsync(one, "funding", "Spare grant");
        var older = (await two.PageAsync(address)).Form("form#row");
        await one.SendAsync((await one.PageAsync(address)).Form("form#remove"), ("confirm", "Spare grant")).LeadsToAsync();

        using var answer = await two.SendAsync(older, ("amount", "£12k"));

        var page = await answer.ReadPageAsync();
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(("Spare grant", "£12k"), (page.Value("source"), page.Value("amount")));
        Assert.Equal("/pmo/registers/funding/add", page.Form("form#row").GetAttribute("action"));
    }

    [Fact]
    public async Task Access_ThatTwoAdministratorsChange_KeepsWhatEachTicked()
    {
        using var one = await portal.SignedInAsync("administrator");
        using var two = await portal.SignedInAsync("administrator");
        var older = (await two.PageAsync("/admin/people/finance")).Form("form#access");
        await one.PostTicksAsync((await one.PageAsync("/admin/people/finance")).Form("form#access"), ("Projects", "TP-01"));

        await two.PostTicksAsync(older, ("Projects", "TP-02"));

        var ticked = (await one.PageAsync("/admin/people/finance")).QuerySelectorAll("input[name=Projects]").OfType<IHtmlInputElement>().Where(i => i.IsChecked).Select(i => i.Value);
        Assert.Equal(["TP-01", "TP-02"], ticked);
    }

    // Fields that take any text.
    private static List<string> Texts(RegisterDefinition register) =>
        [.. register.Columns.Where(c => c.Holds == typeof(string) && c.Reference is null && !register.Key.Contains(c) && c.Expected.StartsWith("a text", StringComparison.Ordinal)
            && c.Name is not ("colour" or "url" or "link" or "outcome_note")).Select(c => c.Name)];

    private static async Task<string> AddressAsync(HttpClient pmo, string register, string word) =>
        (await pmo.PageAsync($"/pmo/registers/{register}?q={Uri.EscapeDataString(word)}")).QuerySelectorAll("tbody a").First(a => a.Words().StartsWith("Change", StringComparison.Ordinal)).GetAttribute("href")!;
}

internal static class TickForms
{
    public static async Task<IHtmlDocument> PageOfAsync(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return await answer.ReadPageAsync();
    }

    /// <summary>Sends a form with one more box ticked.</summary>
    public static async Task PostTicksAsync(this HttpClient client, IHtmlFormElement form, (string Name, string Value) tick)
    {
        List<KeyValuePair<string, string>> fields = [.. form.Filled(), KeyValuePair.Create(tick.Name, tick.Value)];
        using var answer = await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(fields));
        Assert.Equal(302, (int)answer.StatusCode);
    }
}
