using System.Net;
using AngleSharp.Dom;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;
using static TransformationPortal.Web.Tests.Account.ProviderPortal;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>Signing in with the council's own sign-in: a real provider in a process of its own.</summary>
[Collection("One provider")]
public sealed class ProviderTests(ProviderProcess provider) : IClassFixture<ProviderProcess>
{
    private const string Everybody = "Everybody";

    [Fact]
    public async Task SignIn_OfSomebodyNew_MakesAnAccountWhereEverybodyMayComeAndRolesFollowTheirGroups()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        using var administrator = await portal.SignedInAsync("administrator");
        await RuleAsync(administrator, "Transformation team", "g-officers", "role:Officer");
        await RuleAsync(administrator, "Highways project", "g-highways", "project:TP-15");
        await provider.NextAsync(new("s-1", "asha.patel", "Asha Patel", ["g-officers", "g-highways", "g-other"]));
        using var browser = portal.Anonymous();

        Assert.Equal("/reports", await SignInAsync(browser, "/reports"));
        Assert.Contains("TP-15", (await browser.PageAsync("/reports")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var account = (await browser.PageAsync("/account")).QuerySelector("main")!.Words();
        Assert.Contains("Asha Patel", account, StringComparison.Ordinal);
        Assert.DoesNotContain("Change your password", account, StringComparison.Ordinal);
        Assert.Contains("the council’s own sign-in", (await administrator.PageAsync("/admin/people/asha.patel")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        // Gone from the groups: what they gave goes at the next sign-in, what an administrator gave stays.
        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/asha.patel")).Form("form#access"), ("Roles", "Officer"), ("Roles", "Member"), ("Projects", "TP-15")).LeadsToAsync();
        await provider.NextAsync(new("s-1", "asha.patel", "Asha Patel"));
        Assert.Equal("/quarters", await SignInAsync(browser));
        await browser.PageAsync("/quarters");
        using var gone = await browser.GetAsync(new Uri("/reports", UriKind.Relative));
        Assert.Contains("/account/refused", gone.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_OverHttps_OnTheWayToTheProvider_AreHeldToThisHost()
    {
        using var portal = new ProviderPortal(provider, ("Portal:RequireHttps", "true"));
        using var browser = portal.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        using var led = await browser.GetAsync(new Uri("/account/sign-in/council?returnUrl=/quarters", UriKind.Relative));

        var set = SetCookieHeaderValue.ParseList([.. led.Headers.GetValues("Set-Cookie")]);
        Assert.Equal(2, set.Count);
        Assert.All(set, CookieTests.AssertGuarded);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoWasNotInvited_IsRefusedAndOfSomebodyInvitedJoinsTheirAccount()
    {
        using var portal = new ProviderPortal(provider);
        await provider.NextAsync(new("s-2", "bram", "Bram de Vries"));
        using var browser = portal.Anonymous();
        Assert.Equal("/account/sign-in?refused=not-invited", await SignInAsync(browser));
        Assert.Contains("you have no account of the portal", (await browser.PageAsync("/account/sign-in?refused=not-invited")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        using var administrator = await portal.SignedInAsync("administrator");
        var invite = (await administrator.PageAsync("/admin/people/invite")).Form("main form");
        Assert.Equal("/admin/people/bram?done=invited", await administrator.SubmitAsync(invite, ("UserName", "bram"), ("DisplayName", "Finance, Adults"), ("ByProvider", "true"), ("Roles", "Member")).LeadsToAsync());
        Assert.Equal("/quarters", await SignInAsync(browser));
        Assert.Contains("Finance, Adults", (await browser.PageAsync("/account")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        // Another subject of the same name is somebody else.
        await provider.NextAsync(new("s-other", "bram", "Another Bram"));
        using var other = portal.Anonymous();
        Assert.Equal("/account/sign-in?refused=taken", await SignInAsync(other));
    }

    [Fact]
    public async Task SignIn_UnderTheNameOfALocalAccount_IsRefusedUntilAnAdministratorJoinsThem()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-3", "finance", "Somebody called finance"));
        using var browser = portal.Anonymous();
        Assert.Equal("/account/sign-in?refused=taken", await SignInAsync(browser));

        using var administrator = await portal.SignedInAsync("administrator");
        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/finance")).Form("form#join")).LeadsToAsync();
        Assert.Equal("/finance/reports", await SignInAsync(browser, "/finance/reports"));
        await browser.PageAsync("/finance/reports");
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoLeft_IsRefusedOnceTheirAccountIsDisabled()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-4", "cleo", "Cleo"));
        using var browser = portal.Anonymous();
        await SignInAsync(browser);
        using var administrator = await portal.SignedInAsync("administrator");
        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/cleo")).Form("form#disable")).LeadsToAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Equal("/account/sign-in?refused=disabled", await SignInAsync(browser));
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("expired")]
    [InlineData("far in the future")]
    [InlineData("another's key")]
    [InlineData("unsigned")]
    public async Task IdentityToken_ThatIsWrong_SignsNobodyIn(string fault)
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-5", "dan", "Dan"));
        using var browser = portal.Anonymous();
        await SetAsync(fault);
        try
        {
            Assert.Equal("/account/sign-in?refused=not-trusted", await SignInAsync(browser));
        }
        finally
        {
            await provider.RightAsync();
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        using var administrator = await portal.SignedInAsync("administrator");
        await administrator.PageAsync("/admin/people/dan", 404);
    }

    [Theory]
    [InlineData((-20 * 60) - 60)]
    [InlineData(60)]
    public async Task IdentityToken_OfAClockThatIsAMinuteOff_IsTaken(long shift)
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-6", "ella", "Ella"));
        using var browser = portal.Anonymous();

        // The provider's tokens live for twenty minutes: one has just ended, the other has yet to begin.
        await provider.WrongAsync(shiftSeconds: shift);
        try
        {
            Assert.Equal("/quarters", await SignInAsync(browser));
        }
        finally
        {
            await provider.RightAsync();
        }
    }

    [Fact]
    public async Task Answer_BroughtTwiceOrByAnotherBrowserOrWithoutItsState_SignsNobodyIn()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-7", "fay", "Fay"));
        using var browser = portal.Anonymous();
        var answer = await AnswerAsync(browser);
        using var stranger = portal.Anonymous();
        Assert.Equal("/account/sign-in?refused=not-trusted", await BringAsync(stranger, answer));
        Assert.Equal("/account/sign-in?refused=not-trusted", await BringAsync(browser, new Uri(answer.GetLeftPart(UriPartial.Path) + "?code=invented")));
        Assert.Equal("/quarters", await BringAsync(browser, answer));
        (await browser.SubmitAsync((await browser.PageAsync("/account")).Form("form[action$='sign-out']"))).Dispose();
        Assert.Equal("/account/sign-in?refused=not-trusted", await BringAsync(browser, answer));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Keys_ThatTheProviderChanged_AreFetchedAnew()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-8", "gus", "Gus"));
        using var browser = portal.Anonymous();
        Assert.Equal("/quarters", await SignInAsync(browser));

        await provider.NewKeyAsync();
        using var again = portal.Anonymous();
        if (await SignInAsync(again) != "/quarters")
        {
            // The answer that brought the new key may be refused; the next is not.
            Assert.Equal("/quarters", await SignInAsync(again));
        }

        await again.PageAsync("/account");
    }

    [Fact]
    public async Task SignOut_EndsTheSessionHereAndLeadsToTheProviderWithItsProof()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:NewPeople", Everybody));
        await provider.NextAsync(new("s-9", "hana", "Hana"));
        using var browser = portal.Anonymous();
        await SignInAsync(browser);

        var page = await browser.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Contains("form-action 'self' " + provider.Address.TrimEnd('/'), page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var there = new Uri(await browser.SubmitAsync((await page.ReadPageAsync()).Form("form[action$='sign-out']")).LeadsToAsync());
        Assert.StartsWith(provider.Address + "connect/logout?", there.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=", there.Query, StringComparison.Ordinal);
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var ended = await outside.GetAsync(there);
        using var back = await browser.GetAsync(new Uri(ended.Headers.Location!.PathAndQuery, UriKind.Relative));
        Assert.Equal("/account/signed-out", back.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task LocalAccounts_SwitchedOff_LeaveTheOneForEmergencies()
    {
        using var portal = new ProviderPortal(provider, ("SignIn:LocalAccounts", "false"), ("SignIn:BreakGlass", "administrator"));
        using var browser = portal.Anonymous();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("officer", "three quiet herons")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("administrator", "three quiet herons")).StatusCode);
        var page = await portal.Anonymous().PageAsync("/account/sign-in");
        Assert.Contains("the emergency account", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Forgotten", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_ThatCannotBeReached_IsSaidOnTheSignInPage()
    {
        using var portal = new ProviderPortal(provider, ("OpenIdConnect:Authority", "http://127.0.0.1:9/"));
        using var browser = portal.Anonymous();
        using var led = await browser.GetAsync(new Uri("/account/sign-in/council", UriKind.Relative));
        Assert.Equal("/account/sign-in?refused=not-reached", led.Headers.Location!.OriginalString);
        Assert.Contains("cannot be reached", (await browser.PageAsync("/account/sign-in?refused=not-reached")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    internal static async Task RuleAsync(HttpClient administrator, string label, string value, string gives)
    {
        var form = (await administrator.PageAsync("/admin/claim-rules")).Form("form#add-rule");
        Assert.Equal("/admin/claim-rules", await administrator.SubmitAsync(form, ("Label", label), ("Claim", "groups"), ("Value", value), ("Gives", gives)).LeadsToAsync());
    }

    private Task SetAsync(string fault) => fault switch
    {
        "issuer" => provider.WrongAsync(issuer: "https://login.example.org/"),
        "audience" => provider.WrongAsync(audience: "another-client"),
        "nonce" => provider.WrongAsync(nonce: "another"),
        "expired" => provider.WrongAsync(shiftSeconds: -3600),
        "far in the future" => provider.WrongAsync(shiftSeconds: 3600),
        "another's key" => provider.WrongAsync(otherKey: true),
        _ => provider.WrongAsync(unsigned: true),
    };
}
