using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using TransformationPortal.Core.Looks;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Tests.Caching;

/// <summary>
/// What every cache of the portal holds to, together: none gives to anybody what was made for somebody else, and what was
/// taken back stays taken back.
/// </summary>
public sealed class CachingLaws : IDisposable
{
    private const string Body = "<!doctype html>";

    private readonly PageCache pages = new();
    private readonly BrandingCache branding = new(
        Substitute.For<IServiceScopeFactory>(), TimeProvider.System, NullLogger<BrandingCache>.Instance);

    private readonly HeaderCounts counts = new(Substitute.For<IServiceScopeFactory>());

    public CachingLaws() => branding.Put(CouncilLook.Default);

    public static TheoryData<string, string> OtherAudiences
    {
        get
        {
            string[] audiences = ["", "Member", "Officer", "Finance", "Pmo", "Administrator", "Officer,Pmo"];
            var pairs = new TheoryData<string, string>();
            foreach (var (made, asked) in audiences.SelectMany(a => audiences.Where(b => b != a).Select(b => (a, b))))
            {
                pairs.Add(made, asked);
            }

            return pairs;
        }
    }

    public void Dispose()
    {
        pages.Dispose();
        counts.Dispose();
    }

    [Theory]
    [MemberData(nameof(OtherAudiences))]
    public async Task Page_MadeForOneAudience_IsGivenToNoOther(string made, string asked)
    {
        await StoreAsync(Request(made), Page);

        Assert.True(await IsGivenAsync(Request(made)));
        Assert.False(await IsGivenAsync(Request(asked)));
    }

    [Theory]
    [InlineData("/2019-20/q1/costs", "")]
    [InlineData("/2019-20/q1", "?basis=agreed")]
    [InlineData("/2019-20/q1", "?edition=draft")]
    public async Task Page_OfOneAddress_IsGivenUnderNoOther(string path, string query)
    {
        await StoreAsync(Request("Member"), Page);

        Assert.False(await IsGivenAsync(Request("Member", path, query)));
    }

    [Fact]
    public async Task Page_OfAnotherBranding_IsNotGiven()
    {
        await StoreAsync(Request("Member"), Page);

        branding.Put(CouncilLook.Default with { Colours = CouncilLook.Default.Colours with { Main = CouncilLook.Default.Colours.Link } });

        Assert.False(await IsGivenAsync(Request("Member")));
    }

    [Fact]
    public async Task Page_AfterPublishing_IsMadeAnew()
    {
        await StoreAsync(Request("Member"), Page);

        pages.Clear();

        Assert.False(await IsGivenAsync(Request("Member")));
    }

    [Theory]
    [InlineData("no tag")]
    [InlineData("cookie")]
    [InlineData("404")]
    [InlineData("503")]
    public async Task Answer_ThatIsNotAPageForEverybody_IsNotKept(string kind)
    {
        await StoreAsync(Request("Member"), async context =>
        {
            await Page(context);
            _ = kind switch
            {
                "no tag" => context.Response.Headers.Remove("ETag"),
                "cookie" => context.Response.Headers.TryAdd("Set-Cookie", "portal=mine"),
                _ => (context.Response.StatusCode = int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)) > 0,
            };
        });

        Assert.False(await IsGivenAsync(Request("Member")));
    }

    [Fact]
    public async Task Answer_OfAPageThatIsNotMarked_IsNotKept()
    {
        await StoreAsync(Request("Member"), Page, isMarked: false);

        Assert.False(await IsGivenAsync(Request("Member")));
    }

    [Fact]
    public async Task Form_ThatIsSent_IsNeverAnsweredFromTheCache()
    {
        await StoreAsync(Request("Member"), Page);
        var sent = Request("Member");
        sent.Request.Method = HttpMethods.Post;

        Assert.False(await IsGivenAsync(sent));
    }

    [Fact]
    public void Ticket_IsOpenedOnce_AndOneThatCannotBeReadEachTime()
    {
        var inner = Substitute.For<ISecureDataFormat<AuthenticationTicket>>();
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(), "test");
        inner.Unprotect("good", null).Returns(ticket);
        using var tickets = new TicketCache(inner);

        Assert.Same(ticket, tickets.Unprotect("good"));
        Assert.Same(ticket, tickets.Unprotect("good"));
        Assert.Null(tickets.Unprotect("forged"));
        Assert.Null(tickets.Unprotect("forged"));

        inner.Received(1).Unprotect("good", null);
        inner.Received(2).Unprotect("forged", null);
    }

    [Fact]
    public void Ticket_OfOneConnection_IsOpenedAnewAndNotTakenForAnother()
    {
        var inner = Substitute.For<ISecureDataFormat<AuthenticationTicket>>();
        inner.Unprotect("bound", "this connection").Returns(new AuthenticationTicket(new ClaimsPrincipal(), "test"));
        using var tickets = new TicketCache(inner);

        Assert.NotNull(tickets.Unprotect("bound", "this connection"));
        Assert.Null(tickets.Unprotect("bound", "another connection"));
        Assert.Null(tickets.Unprotect("bound"));
    }

    [Fact]
    public void Session_ThatWasEnded_IsNotGoodAgain_WhoeverFoundItGoodMeanwhile()
    {
        using var sessions = new SessionCache();
        var (ended, other) = (Guid.NewGuid(), Guid.NewGuid());
        sessions.Add(ended, TimeSpan.FromMinutes(1));
        sessions.Add(other, TimeSpan.FromMinutes(1));

        sessions.Forget(ended);
        sessions.Add(ended, TimeSpan.FromMinutes(1));

        Assert.False(sessions.Contains(ended));
        Assert.True(sessions.Contains(other));
        Assert.False(sessions.Contains(Guid.NewGuid()));
    }

    private static Task Page(HttpContext context)
    {
        context.Response.Headers.ETag = "\"seal\"";
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(Body);
    }

    private static DefaultHttpContext Request(string roles, string path = "/2019-20/q1", string query = "")
    {
        var identity = roles.Length == 0 ? new ClaimsIdentity()
            : new ClaimsIdentity(roles.Split(',').Select(r => new Claim(ClaimTypes.Role, Role(r))), "test");
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(identity) };
        context.Request.Method = HttpMethods.Get;
        (context.Request.Path, context.Request.QueryString) = (path, new QueryString(query));
        context.Response.Body = new MemoryStream();
        return context;
    }

    // A name that is no role would make one audience of two, and a test that cannot fail.
    private static string Role(string name) => Roles.All.Single(r => r.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static PortalMeter Meter { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());

    private Task StoreAsync(HttpContext context, RequestDelegate page, bool isMarked = true)
    {
        var marks = isMarked ? new EndpointMetadataCollection(new CachePageAttribute()) : EndpointMetadataCollection.Empty;
        context.SetEndpoint(new Endpoint(page, marks, "page"));
        return new PageCacheWriter(page, pages, branding, counts, Meter).InvokeAsync(context);
    }

    private async Task<bool> IsGivenAsync(HttpContext context)
    {
        var isMade = false;
        await new PageCacheReader(
            _ =>
            {
                isMade = true;
                return Task.CompletedTask;
            },
            pages,
            branding,
            counts,
            Meter).InvokeAsync(context);
        return !isMade;
    }
}
