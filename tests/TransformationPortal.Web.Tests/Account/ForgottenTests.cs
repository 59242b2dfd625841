using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>Forgotten passwords and confirmed addresses, by the letters that a trial start puts into its folder.</summary>
public sealed partial class ForgottenTests
{
    private const string Password = "three quiet herons";
    private const string NewPassword = "seven green bicycles";

    [Fact]
    public async Task Link_SentToAConfirmedAddress_LetsChooseAPasswordOnceAndEndsSessions()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        await ConfirmAsync(portal, owner, "officer@example.org");
        using var stranger = portal.Anonymous();
        await AskAsync(stranger, "officer@example.org");
        var link = Link(await LetterAsync(portal, "Choose a new password"));

        var form = (await stranger.PageAsync(link)).Form("form[action$='new-password']");
        using var weak = await stranger.SubmitAsync(form, ("New", "password1234"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var chosen = await stranger.SubmitAsync(form, ("New", NewPassword));
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.SignInAsync("officer", Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SignInAsync("officer", NewPassword)).StatusCode);
        await stranger.PageAsync(link, 400);
        using var again = await stranger.SubmitAsync(form, ("New", "nine purple walruses"));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task Answer_IsTheSameForEverybodyAndOnlyAConfirmedAddressGetsALetter()
    {
        using var portal = new PortalFactory();
        using var owner = await portal.SignedInAsync("officer");
        await ConfirmAsync(portal, owner, "officer@example.org");
        using var administrator = await portal.SignedInAsync("administrator");
        var invite = (await administrator.PageAsync("/admin/people/invite")).Form("form[method=post]");
        (await administrator.SubmitAsync(invite, ("UserName", "asha"), ("DisplayName", "Asha"), ("Email", "asha@example.org"), ("Roles", "Member"))).Dispose();
        using var stranger = portal.Anonymous();
        var answers = new HashSet<string>();
        foreach (var who in (string[])["nobody", "nobody@example.org", "asha", "asha@example.org", "member", "officer"])
        {
            answers.Add(await AskAsync(stranger, who));
        }

        Assert.Single(answers);
        await LetterAsync(portal, "Choose a new password");
        Assert.Single(Letters(portal), l => l.Subject == "Choose a new password");
    }

    [Fact]
    public async Task Link_ThatIsTooOld_LeadsToAnother()
    {
        using var portal = new ShortLivedPortal();
        using var owner = await portal.SignedInAsync("officer");
        await SetAddressAsync(portal, "officer", "officer@example.org");
        using var stranger = portal.Anonymous();
        await AskAsync(stranger, "officer");
        var page = await stranger.PageAsync(Link(await LetterAsync(portal, "Choose a new password")), 400);
        Assert.Equal("This link works no more", page.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Letters_ToOnePerson_AreAtMostThreeAnHour()
    {
        using var portal = new PortalFactory();
        await SetAddressAsync(portal, "officer", "officer@example.org");
        await SetAddressAsync(portal, "member", "member@example.org");
        using var stranger = portal.Anonymous();
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(stranger, "officer");
        }

        await AskAsync(stranger, "member");
        await WaitAsync(() => Letters(portal).Any(l => l.To.ToString().Contains("member@", StringComparison.Ordinal)));
        Assert.Equal(3, Letters(portal).Count(l => l.To.ToString().Contains("officer@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Page_WhereNoMailIsSent_SaysWhomToAsk()
    {
        using var portal = new SilentPortal();
        using var stranger = portal.Anonymous();
        var page = await stranger.PageAsync("/account/sign-in/forgotten");
        Assert.Contains("This portal sends no mail. Ask an administrator", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=forgotten]"));
    }

    private static async Task ConfirmAsync(PortalFactory portal, HttpClient owner, string address)
    {
        using var sent = await owner.SubmitAsync((await owner.PageAsync("/account/email")).Form("form[action$=email]"), ("Email", address));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("None", (await owner.PageAsync("/account")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var confirm = (await owner.PageAsync(Link(await LetterAsync(portal, "Confirm your email address")))).Form("form[action$=confirm]");
        using var stranger = await portal.SignedInAsync("member");
        var token = (await stranger.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var stolen = await stranger.SubmitAsync(confirm, ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.BadRequest, stolen.StatusCode);
        Assert.Equal("/account", await owner.SubmitAsync(confirm).LeadsToAsync());
        Assert.Contains(address, (await owner.PageAsync("/account")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    private static async Task SetAddressAsync(PortalFactory portal, string userName, string address)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByNameAsync(userName))!;
        (user.Email, user.EmailConfirmed) = (address, true);
        await users.UpdateAsync(user);
    }

    private static async Task<string> AskAsync(HttpClient browser, string who)
    {
        var form = (await browser.PageAsync("/account/sign-in/forgotten")).Form("form[action$=forgotten]");
        using var answer = await browser.SubmitAsync(form, ("Who", who));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadPageAsync()).QuerySelector("main")!.Words();
    }

    private static async Task<MimeMessage> LetterAsync(PortalFactory portal, string subject)
    {
        await WaitAsync(() => Letters(portal).Any(l => l.Subject == subject));
        return Letters(portal).First(l => l.Subject == subject);
    }

    private static List<MimeMessage> Letters(PortalFactory portal)
    {
        var folder = Path.Combine(portal.DataFolder, "mail");
        return !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder, "*.eml").Where(f => new FileInfo(f).Length > 0).Select(f => MimeMessage.Load(f))];
    }

    private static async Task WaitAsync(Func<bool> isDone)
    {
        for (var i = 0; i < 200 && !isDone(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(isDone());
    }

    private static string Link(MimeMessage letter) => new Uri(Address().Match(letter.TextBody ?? "").Value).PathAndQuery;

    [GeneratedRegex(@"http\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    private sealed class ShortLivedPortal : PortalFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromMilliseconds(1)));
        }
    }

    private sealed class SilentPortal : PortalFactory
    {
        protected override string EnvironmentName => "Production";

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:RequireHttps", "false")];
    }
}
