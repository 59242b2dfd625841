using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>
/// Every cookie that a portal sets which answers over HTTPS only: browsers hold what begins with <c>__Host-</c> to HTTPS, to
/// this host, and to a path of the whole host.
/// </summary>
public sealed class CookieTests
{
    private const string Prefix = "__Host-";
    private const string Password = "three quiet herons";

    [Fact]
    public async Task Cookies_OverHttps_AreEachHeldToThisHostAndDoTheirWork()
    {
        using var portal = new HttpsPortal();
        var jar = new CookieJar();
        using var browser = portal.Browser(jar);

        // Signing in, a second factor, a browser that is remembered, a passkey asked for, and a note that goes from page to page.
        Assert.Equal("/work", await browser.SignInAsync("officer", Password).LeadsToAsync());
        var (key, _) = await SecondFactorTests.SetUpAsync(browser);
        Assert.Equal("/account/sign-in/code?returnUrl=%2Freports", await browser.SignInAsync("officer", Password, "/reports").LeadsToAsync());
        var code = (await browser.PageAsync("/account/sign-in/code?returnUrl=/reports")).Form("form#code");
        Assert.Equal("/reports", await browser.SubmitAsync(code, ("Code", Totp.Code(key, 1)), ("Remember", "true")).LeadsToAsync());
        var passkey = (await browser.PageAsync("/account/second-factor")).Form("form[data-passkey]");
        passkey.SetAttribute("action", passkey.GetAttribute("data-options")!);
        using (var asked = await browser.SubmitAsync(passkey))
        {
            Assert.Equal("application/json", asked.Content.Headers.ContentType?.MediaType);
        }

        var next = await browser.SaveAsync("/reports/TP-18/2019-07/milestones", ("Milestones[M1].Forecast", "4/1/2020")).LeadsToAsync();
        Assert.NotNull((await browser.PageAsync(next)).GetElementById("read-as"));
        await browser.PageAsync("/reports");
        using (await browser.SubmitAsync((await browser.PageAsync("/account")).Form("form[action$=sign-out]")))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/reports", UriKind.Relative))).StatusCode);
        }

        Assert.Equal(
            ["council", "form", "known", "passkey", "remembered", "session", "told", "waiting"],
            jar.Set.Select(c => c.Name.Value!.Replace(Prefix + "portal-", "", StringComparison.Ordinal).Split('-')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(jar.Set, AssertGuarded);
    }

    [Fact]
    public async Task Cookies_InDevelopmentOverHttp_HaveNoPrefixThatBrowsersWouldRefuse()
    {
        using var portal = new PortalFactory();
        using var browser = portal.Anonymous();
        using var answer = await browser.SignInAsync("member", Password);

        var set = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]);
        Assert.Contains(set, c => c.Name == "portal-session");
        Assert.All(set, c => Assert.False(c.Secure || c.Name.StartsWith("__", StringComparison.Ordinal), c.ToString()));
    }

    /// <summary>Holds a cookie to what its prefix demands, and to what scripts and other sites may not do with it.</summary>
    internal static void AssertGuarded(SetCookieHeaderValue cookie) => Assert.True(
        cookie.Name.StartsWith(Prefix, StringComparison.Ordinal) && cookie.Secure && cookie.HttpOnly && cookie.Path == "/"
            && !cookie.Domain.HasValue && cookie.SameSite is SameSiteMode.Lax or SameSiteMode.Strict,
        cookie.ToString());

    /// <summary>What a portal set in one browser.</summary>
    internal sealed class CookieJar : DelegatingHandler
    {
        public List<SetCookieHeaderValue> Set { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var values))
            {
                Set.AddRange(SetCookieHeaderValue.ParseList([.. values]));
            }

            return answer;
        }
    }

    private sealed class HttpsPortal : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:RequireHttps", "true")];

        public HttpClient Browser(CookieJar jar)
        {
            var browser = CreateDefaultClient(new Uri("https://localhost"), jar, new CookieContainerHandler());
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            return browser;
        }
    }
}
