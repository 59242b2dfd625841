using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>Who gets in, and who is refused.</summary>
public sealed class SignInTests : IClassFixture<PortalFactory>, IClassFixture<PublicPortalFactory>
{
    private const string Right = "three quiet herons";
    private readonly PortalFactory portal;
    private readonly PublicPortalFactory publicPortal;

    public SignInTests(PortalFactory portal, PublicPortalFactory publicPortal)
    {
        this.portal = portal;
        this.publicPortal = publicPortal;
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task PublishedQuarter_ForEveryRole_IsOpen(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        await client.PageAsync("/2019-20/q1");
    }

    [Theory]
    [InlineData("/2019-20/q1")]
    [InlineData("/2019-20/q1/savings?year=2019/20")]
    [InlineData("/")]
    [InlineData("/quarters")]
    [InlineData("/glossary")]
    public async Task PublishedQuarter_WithoutSignIn_AsksForOneAndComesBack(string address)
    {
        using var client = portal.Anonymous();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        using var signedIn = await client.SignInAsync("member", Right, address);
        Assert.Equal(address, signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task PublishedQuarter_WherePublicReadingIsOn_IsOpenToAnyone()
    {
        using var client = publicPortal.Anonymous();
        var page = await client.PageAsync("/2019-20/q1");
        Assert.Contains("Sign in", page.QuerySelector(".portal-header__links")!.Words(), StringComparison.Ordinal);
        using var account = await client.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, account.StatusCode);
    }

    [Fact]
    public void Address_OfEveryAction_SaysWhoMayUseIt()
    {
        var unsaid = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
                && e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName);
        Assert.Empty(unsaid);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public async Task Address_ThatDoesNotSayWhoMayUseIt_IsForThoseSignedIn(bool leadsSomewhere, bool signedIn, bool allowed)
    {
        using var scope = portal.Services.CreateScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var http = new DefaultHttpContext();
        if (leadsSomewhere)
        {
            http.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "unsaid"));
        }

        var somebody = new ClaimsPrincipal(new ClaimsIdentity(signedIn ? "test" : null));
        var answer = await authorization.AuthorizeAsync(somebody, http, (await policies.GetFallbackPolicyAsync())!);
        Assert.Equal(allowed, answer.Succeeded);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSoWithoutSayingWhichIsWrong()
    {
        using var client = portal.Anonymous();
        var unknown = await (await client.SignInAsync("nobody", "wrong wrong wrong")).ReadPageAsync();
        var wrong = await (await client.SignInAsync("officer", "wrong wrong wrong")).ReadPageAsync();
        var message = unknown.QuerySelector(".govuk-error-summary li")!.Words();
        Assert.StartsWith("The user name or the password is not right.", message, StringComparison.Ordinal);
        Assert.Equal(message, wrong.QuerySelector(".govuk-error-summary li")!.Words());
        Assert.Equal("officer", wrong.QuerySelector("#UserName")!.GetAttribute("value") ?? "");
        Assert.Equal("", wrong.QuerySelector("#Password")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task SignIn_WithNothingTyped_NamesBothFields()
    {
        using var client = portal.Anonymous();
        using var answer = await client.SignInAsync("", "");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(["Enter your user name", "Enter your password"], page.QuerySelectorAll(".govuk-error-summary li").Select(l => l.Words()));
        Assert.Equal("Error: Enter your password", page.QuerySelector("#Password-error")!.Words());
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_IsLockedEvenForTheRightOne()
    {
        using var factory = new PortalFactory();
        using var client = factory.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await client.SignInAsync("member", "wrong wrong wrong");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var right = await client.SignInAsync("member", Right);
        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        using var other = await client.SignInAsync("pmo", Right);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task SignIn_AskedToLeadElsewhere_StaysInThePortal()
    {
        using var client = portal.Anonymous();
        using var answer = await client.SignInAsync("member", Right, "https://elsewhere.example/");
        Assert.Equal("/work", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("member", "/")]
    [InlineData("officer", "/reports")]
    [InlineData("finance", "/finance/reports")]
    [InlineData("pmo", "/pmo/reports")]
    [InlineData("administrator", "/admin/people")]
    public async Task SignIn_WithoutAnAddress_LeadsToOnesOwnWork(string userName, string work)
    {
        using var client = portal.Anonymous();
        using var answer = await client.SignInAsync(userName, Right);
        using var led = await client.GetAsync(answer.Headers.Location);

        Assert.Equal(work, led.Headers.Location!.OriginalString);
        using var page = await client.GetAsync(led.Headers.Location);
        Assert.True(page.IsSuccessStatusCode || work == "/", $"{work} answered {(int)page.StatusCode}.");
    }

    [Fact]
    public async Task SignIn_WithoutItsAntiforgeryToken_IsRefused()
    {
        using var client = portal.Anonymous();
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative),
            new FormUrlEncodedContent([new("UserName", "member"), new("Password", Right)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", (await answer.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ByItsButton_EndsTheSession()
    {
        using var client = await portal.SignedInAsync("member");
        var page = await client.PageAsync("/account");
        using var answer = await client.SubmitAsync(page.Form("form[action$='sign-out']"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var after = await client.GetAsync(new Uri("/2019-20/q1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Theory]
    [InlineData(Right, "short", "Use at least 12 characters.")]
    [InlineData(Right, "aaaaaaaaaaaaaaaa", "Use more different characters.")]
    [InlineData(Right, "password123456", "This password is easy to guess.")]
    [InlineData(Right, "qwertyuiop12", "This password is easy to guess.")]
    [InlineData(Right, "football1234", "This password is easy to guess.")]
    [InlineData(Right, "iloveyou1234", "This password is easy to guess.")]
    [InlineData(Right, "1q2w3e4r5t6y", "This password is easy to guess.")]
    [InlineData(Right, "finance-Finance!", "This password is easy to guess.")]
    [InlineData(Right, Right, "Choose another password than your current one")]
    [InlineData("not my password", "seven green bicycles", "This is not your current password")]
    public async Task Password_ThatWillNotDo_SaysWhy(string current, string wanted, string message)
    {
        using var client = await portal.SignedInAsync("finance");
        var form = (await client.PageAsync("/account/password")).Form("form[action$=password]");
        using var answer = await client.SubmitAsync(form, ("Current", current), ("New", wanted));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(message, (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary li")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_Changed_IsTheOneThatSignsIn()
    {
        using var factory = new PortalFactory();
        using var client = await factory.SignedInAsync("officer");
        var form = (await client.PageAsync("/account/password")).Form("form[action$=password]");
        using var answer = await client.SubmitAsync(form, ("Current", Right), ("New", "seven green bicycles"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var other = factory.Anonymous();
        using var old = await other.SignInAsync("officer", Right);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using var changed = await other.SignInAsync("officer", "seven green bicycles");
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
    }
}
