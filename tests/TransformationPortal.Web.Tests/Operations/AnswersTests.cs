using System.Net;
using System.Net.Http.Headers;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>What every answer carries, and how often a page has to be made.</summary>
[Collection(PortalCollection.Name)]
public sealed class AnswersTests(PortalFactory portal)
{
    [Theory]
    [InlineData("/2019-20/q1")]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing/here")]
    [InlineData("/health/live")]
    [InlineData("/css/site.css")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeadersAndACorrelationId(string address)
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri(address, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.NotEqual("", Assert.Single(answer.Headers.GetValues("X-Correlation-Id")));
    }

    [Fact]
    public async Task Page_AskedForAgainWithItsTag_IsAnsweredWith304AndNothingElse()
    {
        using var member = await portal.SignedInAsync("member");
        using var first = await member.GetAsync(new Uri("/2019-20/q1/risks", UriKind.Relative));
        using var again = await AskAsync(member, "/2019-20/q1/risks", first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.True(first.Headers.CacheControl!.Private);
        Assert.True(first.Headers.CacheControl.NoCache);
    }

    [Fact]
    public async Task Page_AskedForByHead_HasTheSameTagAndNoBody()
    {
        using var member = await portal.SignedInAsync("member");
        using var page = await member.GetAsync(new Uri("/2019-20/q1/decisions", UriKind.Relative));
        using var head = await member.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/2019-20/q1/decisions"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(page.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [InlineData("/2019-20/q1/projects/NOPE")]
    [InlineData("/2019-20/q1/savings?year=nope")]
    [InlineData("/2019-20/q1/annexes/nope")]
    public async Task MissingPage_AskedForWithTheEditionsTag_IsStillMissing(string address)
    {
        using var member = await portal.SignedInAsync("member");
        using var page = await member.GetAsync(new Uri("/2019-20/q1", UriKind.Relative));
        using var answer = await AskAsync(member, address, page.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_ForAnotherAudience_HasAnotherTag()
    {
        using var member = await portal.SignedInAsync("member");
        using var pmo = await portal.SignedInAsync("pmo");
        using var first = await member.GetAsync(new Uri("/2019-20/q1/benefits", UriKind.Relative));
        using var other = await AskAsync(pmo, "/2019-20/q1/benefits", first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Page_KeptForAMember_IsNotGivenToAStranger()
    {
        using var member = await portal.SignedInAsync("member");
        await member.PageAsync("/2019-20/q1/plan");
        using var stranger = portal.Anonymous();
        using var answer = await stranger.GetAsync(new Uri("/2019-20/q1/plan", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Page_ServedFromTheCache_HasACorrelationIdOfItsOwn()
    {
        using var member = await portal.SignedInAsync("member");
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await member.GetAsync(new Uri("/2019-20/q1/governance", UriKind.Relative));
            ids.Add(Assert.Single(answer.Headers.GetValues("X-Correlation-Id")));
        }

        Assert.Equal(3, ids.Count);
    }

    [Fact]
    public async Task MissingPage_IsNeverKept()
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri("/2019-20/q1?basis=hoped", UriKind.Relative));
        Assert.Null(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/health/live", "Healthy")]
    [InlineData("/health/ready", "Healthy\ninstance: Healthy\ndatabase: Healthy\neditions: Healthy\naudit log: Healthy")]
    public async Task Health_OfAWorkingPortal_IsKnownToAnyone(string address, string text)
    {
        using var client = portal.Anonymous();
        Assert.Equal(text, await client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    [Theory]
    [InlineData("member", "Healthy\ninstance: Healthy\ndatabase: Healthy\neditions: Healthy\naudit log: Healthy")]
    [InlineData("administrator", "Healthy\ninstance: Healthy it runs\ndatabase: Healthy reachable, with every migration\neditions: Healthy every published edition matches its seal\naudit log: Healthy ")]
    public async Task Health_InDetail_IsForThoseWhoMendIt(string userName, string text)
    {
        using var client = await portal.SignedInAsync(userName);
        var told = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));

        // What is said last depends on whether the portal has looked itself over by now.
        Assert.StartsWith(text, told, StringComparison.Ordinal);
        Assert.Equal(userName == "administrator", told.Length > text.Length);
    }

    [Theory]
    [InlineData("/quarters")]
    [InlineData("/glossary")]
    [InlineData("/on/2019-07-20")]
    [InlineData("/nope")]
    [InlineData("/api/openapi.json")]
    public async Task Answer_ThatSaysNothingOfItsOwn_IsKeptByNobodyElse(string address)
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true } or { NoStore: true }, $"{address}: {answer.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("/problem/500")]
    [InlineData("/problem/401")]
    public async Task Problem_ThatNobodyHad_IsAPageThatIsNotThere(string address)
    {
        using var client = portal.Anonymous();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Address_OfThePortal_IsTheOnlyNameItAnswersBy()
    {
        using var own = new AddressedPortal();
        using var client = own.Anonymous();
        using var right = await client.GetAsync(new Uri("http://transformation.example.org/account/sign-in"));
        using var machine = await client.GetAsync(new Uri("http://localhost/health/live"));
        using var wrong = await client.GetAsync(new Uri("http://evil.example/account"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest), (right.StatusCode, machine.StatusCode, wrong.StatusCode));
        Assert.Null(wrong.Headers.Location);
    }

    private sealed class AddressedPortal : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Address", "https://transformation.example.org")];
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return client.SendAsync(request);
    }
}
