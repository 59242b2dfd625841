using System.Net;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>The provider says over the back channel that somebody's session ended; or somebody else pretends to.</summary>
[Collection("One provider")]
public sealed class BackChannelTests(ProviderProcess provider) : IClassFixture<ProviderProcess>
{
    [Theory]
    [InlineData("s-20", "session-20")]
    [InlineData("s-20", null)]
    [InlineData(null, "session-20")]
    public async Task Token_OfTheProvider_EndsTheSessionItNames(string? subject, string? session)
    {
        using var portal = Portal();
        using var browser = await SignedInAsync(portal, "s-20", "session-20");
        using var other = await SignedInAsync(portal, "s-21", "session-21");

        Assert.Equal(HttpStatusCode.OK, await SendAsync(portal, await provider.LogoutTokenAsync(subject, session)));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        await other.PageAsync("/account");
    }

    [Fact]
    public async Task Token_OfAnotherSession_LeavesThisOne()
    {
        using var portal = Portal();
        using var browser = await SignedInAsync(portal, "s-20", "session-20");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(portal, await provider.LogoutTokenAsync("s-20", "session-19")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(portal, await provider.LogoutTokenAsync("nobody", null)));
        await browser.PageAsync("/account");
    }

    [Fact]
    public async Task Token_AfterTheKeysChanged_IsBelieved()
    {
        using var portal = Portal();
        using var browser = await SignedInAsync(portal, "s-20", "session-20");
        await provider.NewKeyAsync();
        Assert.Equal(HttpStatusCode.OK, await SendAsync(portal, await provider.LogoutTokenAsync("s-20", null)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("old")]
    [InlineData("another's key")]
    [InlineData("unsigned")]
    [InlineData("nobody")]
    [InlineData("no token")]
    public async Task Token_ThatIsWrong_EndsNothing(string fault)
    {
        using var portal = Portal();
        using var browser = await SignedInAsync(portal, "s-20", "session-20");
        await (fault switch
        {
            "issuer" => provider.WrongAsync(issuer: "https://login.example.org/"),
            "audience" => provider.WrongAsync(audience: "another-client"),
            "nonce" => provider.WrongAsync(nonce: "as an identity token has one"),
            "old" => provider.WrongAsync(shiftSeconds: -3600),
            "another's key" => provider.WrongAsync(otherKey: true),
            "unsigned" => provider.WrongAsync(unsigned: true),
            _ => provider.RightAsync(),
        });
        try
        {
            var token = fault == "no token" ? "nonsense" : await provider.LogoutTokenAsync(fault == "nobody" ? null : "s-20", null);
            Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(portal, token));
        }
        finally
        {
            await provider.RightAsync();
        }

        await browser.PageAsync("/account");
    }

    private ProviderPortal Portal() => new(provider, ("OpenIdConnect:NewPeople", "Everybody"));

    private async Task<HttpClient> SignedInAsync(ProviderPortal portal, string subject, string session)
    {
        await provider.NextAsync(new(subject, "person-" + subject, subject, Session: session));
        var browser = portal.Anonymous();
        Assert.Equal("/quarters", await ProviderPortal.SignInAsync(browser));
        return browser;
    }

    private static async Task<HttpStatusCode> SendAsync(ProviderPortal portal, string token)
    {
        // As the provider does: no cookies, no form of the portal's.
        using var sender = portal.CreateClient();
        using var answer = await sender.PostAsync(new Uri("/account/sign-in/council/ended", UriKind.Relative), new FormUrlEncodedContent([new("logout_token", token)]));
        return answer.StatusCode;
    }
}
