using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>Sessions that were ended, wherever their cookies went; and guesses at passwords.</summary>
public sealed class SessionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Right = "three quiet herons";
    private const string Wrong = "wrong wrong wrong";

    [Fact]
    public async Task SignOut_EndsTheSession_EvenOfACookieThatWasCopied()
    {
        using var client = portal.Anonymous();
        using var signedIn = await client.SignInAsync("member", Right);
        using var thief = WithCookies(portal, signedIn);
        await thief.PageAsync("/account");

        using var signedOut = await client.SubmitAsync((await client.PageAsync("/account")).Form("form[action$='sign-out']"));

        Assert.Equal("\"cache\"", signedOut.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri("/2019-20/q1", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task SignOut_InOneBrowser_LeavesTheOthers()
    {
        using var one = await portal.SignedInAsync("officer");
        using var other = await portal.SignedInAsync("officer");

        (await one.SubmitAsync((await one.PageAsync("/account")).Form("form[action$='sign-out']"))).Dispose();

        await other.PageAsync("/account");
    }

    [Fact]
    public async Task Password_Changed_EndsEveryOtherSessionAtItsNextRequest()
    {
        using var own = new PortalFactory();
        using var one = await own.SignedInAsync("officer");
        using var other = await own.SignedInAsync("officer");
        await other.PageAsync("/reports");

        var form = (await one.PageAsync("/account/password")).Form("form[action$=password]");
        using var changed = await one.SubmitAsync(form, ("Current", Right), ("New", "seven green bicycles"));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(new Uri("/reports", UriKind.Relative))).StatusCode);
        await one.PageAsync("/reports");
    }

    [Fact]
    public async Task Sessions_OnTheAccountPage_AreEndedByTheirOwnerAlone()
    {
        using var own = new PortalFactory();
        using var one = await own.SignedInAsync("finance");
        using var other = await own.SignedInAsync("finance");
        using var stranger = await own.SignedInAsync("member");
        await other.PageAsync("/account");

        var page = await one.PageAsync("/account");
        Assert.Equal(2, page.QuerySelectorAll("[data-sessions] > li").Length);
        var form = page.Form("[data-sessions] form");
        var token = (await stranger.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var tried = await stranger.PostAsync(
            new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        await other.PageAsync("/account");

        Assert.Equal("/account", await one.SubmitAsync(form).LeadsToAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Single((await one.PageAsync("/account")).QuerySelectorAll("[data-sessions] > li"));
    }

    [Fact]
    public async Task Account_ThatStrangersLocked_IsOpenToItsOwnerInABrowserTheyUsedBefore()
    {
        using var own = new PortalFactory();
        using var known = await own.SignedInAsync("pmo");
        using var stranger = own.Anonymous();
        for (var i = 0; i < 6; i++)
        {
            (await stranger.SignInAsync("pmo", Wrong)).Dispose();
        }

        using var locked = await stranger.SignInAsync("pmo", Right);
        using var again = await known.SignInAsync("pmo", Right);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (locked.StatusCode, again.StatusCode));

        // What a known browser guesses is counted too.
        for (var i = 0; i < 5; i++)
        {
            (await known.SignInAsync("pmo", Wrong)).Dispose();
        }

        using var spent = await known.SignInAsync("pmo", Right);
        Assert.Equal(HttpStatusCode.BadRequest, spent.StatusCode);
    }

    [Fact]
    public async Task Account_ThatWasDisabled_IsClosedInABrowserThatIsKnownToo()
    {
        using var own = new PortalFactory();
        using var known = await own.SignedInAsync("finance");
        using var administrator = await own.SignedInAsync("administrator");
        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/finance")).Form("form#disable")).LeadsToAsync();

        using var refused = await known.SignInAsync("finance", Right);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task NewPassword_ForSomebodyWhoWasLockedOut_LetsThemIn()
    {
        using var own = new PortalFactory();
        using var administrator = await own.SignedInAsync("administrator");
        using var person = own.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            (await person.SignInAsync("finance", Wrong)).Dispose();
        }

        using var answer = await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/finance")).Form("form#new-password"));
        var given = (await answer.ReadPageAsync()).GetElementById("one-time-password")!.Words();

        Assert.Equal(HttpStatusCode.Redirect, (await person.SignInAsync("finance", given)).StatusCode);
    }

    [Theory]
    [InlineData("nobody", false)]
    [InlineData("officer", false)]
    [InlineData("officer", true)]
    public async Task SignIn_Refused_HashesOnePasswordWhoeverItIs(string userName, bool locked)
    {
        using var own = new CountingPortal();
        using var client = own.Anonymous();
        for (var i = 0; i < (locked ? 5 : 1); i++)
        {
            (await client.SignInAsync(userName, Wrong)).Dispose();
        }

        var before = own.Hashed.Count;
        (await client.SignInAsync(userName, Wrong)).Dispose();
        Assert.Equal(1, own.Hashed.Count - before);
    }

    [Fact]
    public async Task SignIn_MoreOftenThanIsTaken_IsToldToWaitAndTheRightPasswordToo()
    {
        using var own = new NarrowPortal();
        using var client = own.Anonymous();
        foreach (var name in (string[])["one", "two", "three"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.SignInAsync(name, Wrong)).StatusCode);
        }

        using var refused = await client.SignInAsync("member", Right);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.RetryAfter!.ToString());
        Assert.Equal("Too many passwords were tried", (await refused.ReadPageAsync()).QuerySelector("h1")!.Words());
        await client.PageAsync("/account/sign-in");
    }

    [Fact]
    public async Task SecondSignIn_InTheSameBrowser_LeavesOneSession()
    {
        using var own = new PortalFactory();
        using var client = await own.SignedInAsync("officer");
        (await client.SignInAsync("officer", Right)).Dispose();

        Assert.Single((await client.PageAsync("/account")).QuerySelectorAll("[data-sessions] > li"));
    }

    private static HttpClient WithCookies(PortalFactory portal, HttpResponseMessage signedIn)
    {
        var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        return client;
    }

    private sealed class NarrowPortal : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:PasswordTriesPerMinute", "3")];
    }

    private sealed class CountingPortal : PortalFactory
    {
        public CountingHasher Hashed { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<PortalUser>>(Hashed));
        }
    }

    private sealed class CountingHasher : PasswordHasher<PortalUser>
    {
        public int Count { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
