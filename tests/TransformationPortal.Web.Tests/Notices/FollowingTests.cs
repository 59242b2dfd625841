using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>Following something from its page to the message about its change, and ending it by the message's link.</summary>
public sealed class FollowingTests
{
    [Fact]
    public async Task Project_ThatIsFollowed_IsToldOfWithItsCause_AndTheMessagesLinkEndsIt()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        using var member = await portal.SignedInAsync("member");
        var id = await portal.AddressAsync("member");
        var link = (await member.PageAsync("/2019-20/q1/projects/TP-09")).QuerySelector("a[href^='/following/add']")!.GetAttribute("href")!;
        Assert.Equal("/following?done=added", await member.SendAsync((await member.PageAsync(link)).Form("#follow")).LeadsToAsync());
        Assert.Contains("TP-09", (await member.PageAsync("/following")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await ChangeAsync(portal);
        await Mailing.UntilAsync(() => !server.Taken.IsEmpty);

        // What is published and what it changes come in one message.
        var message = server.Taken.Single().Message;
        Assert.Contains("Phase: from In flight to Complete.", message.TextBody, StringComparison.Ordinal);
        var end = message.TextBody!.Split('\n').Single(l => l.StartsWith("Stop following it: ", StringComparison.Ordinal))["Stop following it: ".Length..].Trim();
        Assert.Contains(end, WebUtility.HtmlDecode(message.HtmlBody), StringComparison.Ordinal);

        using var stranger = portal.Anonymous();
        var page = await stranger.PageAsync(new Uri(end).PathAndQuery);
        using var ended = await stranger.SendAsync(page.Form("main form"));
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Contains("Nothing yet", (await member.PageAsync("/following")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        // Again, as a mail program's own button does it.
        using var again = await stranger.PostAsync(new Uri(end), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        await portal.RunAsync(s => s.GetRequiredService<People>().SetDisabledAsync("member", isDisabled: true));
        await stranger.PageAsync(new Uri(end).PathAndQuery, 400);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("CfDJ8")]
    public async Task Link_ThatIsForged_EndsNothing(string token)
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        await member.SendAsync((await member.PageAsync("/following/add?thing=project:TP-08")).Form("#follow")).LeadsToAsync();
        using var stranger = portal.Anonymous();

        await stranger.PageAsync("/unsubscribe/" + token, 400);
        using var posted = await stranger.PostAsync(new Uri("/unsubscribe/" + token, UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        Assert.Contains("TP-08", (await member.PageAsync("/following")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_IsItsOwnersAndItsThings_AndNothingElses()
    {
        using var portal = new PortalFactory();
        var links = portal.Services.GetRequiredService<UnsubscribeLinks>();
        var token = links.Of("someone", "board:A B");

        Assert.Equal(("someone", "board:A B"), links.Read(token));
        Assert.Null(links.Read(token[..^2] + "xx"));
        Assert.Null(links.Read(null));
        using var stranger = portal.Anonymous();
        await stranger.PageAsync("/unsubscribe/" + token, 400);
    }

    [Theory]
    [InlineData("project:TP-999")]
    [InlineData("gossip:1")]
    [InlineData("")]
    public async Task Thing_ThatIsNotThere_CannotBeFollowed(string thing)
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");

        await member.PageAsync("/following/add?thing=" + thing, 404);
    }

    [Fact]
    public async Task Everything_ThatAPageOffersToFollow_CanBe()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        foreach (var address in (string[])["/2019-20/q1/risks", "/2019-20/q1/decisions", "/2019-20/q1/governance", "/2019-20/q1/figures/target-achieved", "/2019-20/q1/projects/TP-01"])
        {
            var link = (await member.PageAsync(address)).QuerySelector("main a[href^='/following/add']");
            Assert.True(link is not null, address);
            await member.PageAsync(link.GetAttribute("href")!);
        }
    }

    private static Task<int> ChangeAsync(PortalFactory portal) => portal.RunAsync(async s =>
    {
        await s.GetRequiredService<PortalDbContext>().Projects.Where(p => p.Code == "TP-09").ExecuteUpdateAsync(u => u.SetProperty(p => p.Phase, ProjectPhase.Complete));
        await s.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q2"), "Programme Management Office", null, default);
        return 0;
    });
}
