using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>The second factor, through the pages, without scripts.</summary>
public sealed class SecondFactorTests
{
    private const string Password = "three quiet herons";

    [Fact]
    public async Task App_SetUp_IsAskedForAtTheNextSignInAndEachOfItsCodesIsGoodOnce()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        using var other = await portal.SignedInAsync("officer");
        var (key, codes) = await SetUpAsync(owner);

        Assert.Equal(10, codes.Length);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        await owner.PageAsync("/account");
        using var browser = portal.Anonymous();
        var asked = await browser.SignInAsync("officer", Password, "/reports");
        Assert.Equal("/account/sign-in/code?returnUrl=%2Freports", asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/reports", UriKind.Relative))).StatusCode);

        // The one that set it up is spent.
        using var spent = await CodeAsync(browser, Totp.Code(key), "/reports");
        Assert.Equal(HttpStatusCode.BadRequest, spent.StatusCode);
        Assert.Equal("/reports", await CodeAsync(browser, Totp.Code(key, 1), "/reports").LeadsToAsync());
        await browser.PageAsync("/reports");
    }

    [Fact]
    public async Task Code_WrongFiveTimes_LocksTheAccountAsWrongPasswordsDo()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        var (key, _) = await SetUpAsync(owner);
        using var thief = portal.Anonymous();
        (await thief.SignInAsync("officer", Password)).Dispose();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(thief, "000000")).StatusCode);
        }

        using var right = await CodeAsync(thief, Totp.Code(key, 1));
        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        Assert.Contains("This code is not right", (await right.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.SignInAsync("officer", Password)).StatusCode);
    }

    [Fact]
    public async Task RecoveryCode_OfThoseShownOnce_LetsInOnce()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        var (_, codes) = await SetUpAsync(owner);
        foreach (var (expected, typed) in new[] { (HttpStatusCode.Redirect, codes[3].ToLowerInvariant()), (HttpStatusCode.BadRequest, codes[3]), (HttpStatusCode.Redirect, codes[4].Replace("-", " ", StringComparison.Ordinal)) })
        {
            using var browser = portal.Anonymous();
            (await browser.SignInAsync("officer", Password)).Dispose();
            using var answer = await browser.SubmitAsync((await browser.PageAsync("/account/sign-in/recovery")).Form("form[action$=recovery]"), ("Code", typed));
            Assert.Equal(expected, answer.StatusCode);
        }

        Assert.Contains("8 codes are left", (await owner.PageAsync("/account/second-factor")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        using var anew = await owner.SubmitAsync((await owner.PageAsync("/account/second-factor")).Form("form#new-codes"));
        Assert.DoesNotContain(codes[5], (await anew.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_ThatIsRemembered_IsNotAskedAgainUntilTheFactorChanges()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        var (key, _) = await SetUpAsync(owner);
        using var browser = portal.Anonymous();
        (await browser.SignInAsync("officer", Password)).Dispose();
        using var first = await CodeAsync(browser, Totp.Code(key, 1), "", ("Remember", "true"));
        var cookie = first.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal-remembered=", StringComparison.Ordinal));
        Assert.Contains("expires=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/work", await browser.SignInAsync("officer", Password).LeadsToAsync());

        // Removed and set up anew: what browsers remembered is void.
        (await owner.SignInAsync("officer", Password)).Dispose();
        (await CodeAsync(owner, Totp.Code(key, 2))).Dispose();
        (await owner.SubmitAsync((await owner.PageAsync("/account/second-factor")).Form("form#remove-app"))).Dispose();
        await SetUpAsync(owner);
        Assert.StartsWith("/account/sign-in/code", await browser.SignInAsync("officer", Password).LeadsToAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Factor_TakenAwayByAnAdministrator_IsToldAtTheNextSignInBeforeAnythingElse()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        await SetUpAsync(owner);
        using var administrator = await portal.SignedInAsync("administrator");
        var person = await administrator.PageAsync("/admin/people/officer");
        Assert.Equal("authenticator app", person.QuerySelector("[data-factors]")!.Words());
        Assert.Equal("/admin/people/officer?done=second-factor", await administrator.SubmitAsync(person.Form("form#second-factor")).LeadsToAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Equal("/work", await owner.SignInAsync("officer", Password).LeadsToAsync());
        Assert.Equal("/account/second-factor/taken-away", await owner.GetAsync(new Uri("/reports", UriKind.Relative)).LeadsToAsync());
        var told = await owner.PageAsync("/account/second-factor/taken-away");
        Assert.Contains("an administrator took away", told.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        (await owner.SubmitAsync(told.Form("form[action$=taken-away]"))).Dispose();
        await owner.PageAsync("/reports");
        Assert.Null((await administrator.PageAsync("/admin/people/officer")).QuerySelector("form#second-factor"));
    }

    [Fact]
    public async Task Factor_ThatARoleNeeds_IsSetUpBeforeAnyOtherPage()
    {
        using var portal = new StrictPortal();
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Equal("/account/second-factor", await pmo.GetAsync(new Uri("/pmo/quarters", UriKind.Relative)).LeadsToAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await pmo.GetAsync(new Uri("/api/quarters", UriKind.Relative))).StatusCode);
        Assert.Contains("Your role needs a second factor", (await pmo.PageAsync("/account/second-factor")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        var (key, _) = await SetUpAsync(pmo);
        await pmo.PageAsync("/pmo/quarters");
        using var again = portal.Anonymous();
        (await again.SignInAsync("pmo", Password)).Dispose();

        // No browser is remembered here.
        Assert.Null((await again.PageAsync("/account/sign-in/code")).QuerySelector("#Remember"));
        using var answer = await CodeAsync(again, Totp.Code(key, 1), "", ("Remember", "true"));
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal-remembered=", StringComparison.Ordinal));
        using var member = await portal.SignedInAsync("member");
        await member.PageAsync("/quarters");
    }

    [Fact]
    public async Task Pages_ThatChangeHowOneSignsIn_AskAgainWhereTheSessionIsOld()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await context.UserSessions.ExecuteUpdateAsync(u => u.SetProperty(s => s.SignedInAt, s => s.SignedInAt.AddMinutes(-16)));
        }

        var begin = (await owner.PageAsync("/account/second-factor")).Form("form#begin-app");
        Assert.Equal("/account/confirm?returnUrl=%2Faccount%2Fsecond-factor", await owner.SubmitAsync(begin).LeadsToAsync());
        var confirm = (await owner.PageAsync("/account/confirm?returnUrl=/account/second-factor")).Form("form[action$=confirm]");
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(confirm, ("Password", "not my own password"))).StatusCode);
        Assert.Equal("/account/second-factor", await owner.SubmitAsync(confirm, ("Password", Password)).LeadsToAsync());
        await SetUpAsync(owner);
    }

    [Fact]
    public async Task Step_WithoutAPasswordBefore_SaysSoAndTriesNothing()
    {
        using var portal = new PortalFactory();
        using var browser = portal.Anonymous();
        var page = await browser.PageAsync("/account/sign-in/code", 400);
        Assert.Equal("Sign in again", page.QuerySelector("h1")!.Words());
        await browser.PageAsync("/account/sign-in/recovery", 400);
    }

    [Fact]
    public async Task QrCode_OfTheSecret_IsDrawnByThePortalItself()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("finance");
        (await owner.SubmitAsync((await owner.PageAsync("/account/second-factor")).Form("form#begin-app"))).Dispose();

        var drawn = (await owner.PageAsync("/account/second-factor/app")).QuerySelector(".qr-code")!;
        Assert.NotNull(drawn.QuerySelector("svg"));
        Assert.Empty(drawn.QuerySelectorAll("[style], style, script, image"));
    }

    internal static async Task<(string Key, string[] Codes)> SetUpAsync(HttpClient owner)
    {
        Assert.Equal("/account/second-factor/app", await owner.SubmitAsync((await owner.PageAsync("/account/second-factor")).Form("form#begin-app")).LeadsToAsync());
        var page = await owner.PageAsync("/account/second-factor/app");
        var key = page.GetElementById("key")!.Words();
        using var wrong = await owner.SubmitAsync(page.Form("form[action$=app]"), ("Code", "12"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var right = await owner.SubmitAsync((await owner.PageAsync("/account/second-factor/app")).Form("form[action$=app]"), ("Code", Totp.Code(key)));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        return (key, [.. (await right.ReadPageAsync()).QuerySelectorAll("#recovery-codes code").Select(c => c.Words())]);
    }

    private static async Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code, string returnUrl = "", params (string Name, string Value)[] more)
    {
        var page = await browser.PageAsync("/account/sign-in/code?returnUrl=" + Uri.EscapeDataString(returnUrl));
        return await browser.SubmitAsync(page.Form("form#code"), [("Code", code), .. more, .. more.Length == 0 ? [("Remember", "false")] : Array.Empty<(string, string)>()]);
    }

    private sealed class StrictPortal : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("SignIn:SecondFactorFor:0", "PMO"), new("SignIn:SecondFactorFor:1", "Administrator"), new("SignIn:RememberedDays", "0")];
    }
}
