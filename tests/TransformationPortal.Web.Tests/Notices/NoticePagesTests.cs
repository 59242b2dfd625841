using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>The portal's own list of notices, its count in the header, and what happens that writes one.</summary>
public sealed class NoticePagesTests
{
    [Fact]
    public async Task Returned_Report_IsToldToItsOfficerAndToNobodyElse_AndTheNoticeLeadsThere()
    {
        using var portal = new PortalFactory();
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        var project = await SubmittedAsync(portal);
        Assert.Null(Bell(await officer.PageAsync("/2019-20/q1")).QuerySelector(".portal-count"));

        var form = (await pmo.PageAsync($"/pmo/reports/2019-07/{project}/return")).Form("form[action$=return]");
        Assert.NotEmpty(await pmo.SendAsync(form, ("Field", "Progress"), ("What", "Say what was done.")).LeadsToAsync());

        // The page is kept for all officers; the count is this one's.
        await Mailing.UntilAsync(async () => Bell(await officer.PageAsync("/2019-20/q1")).Words() == "Notices 1 unread");
        Assert.Equal("Notices", Bell(await pmo.PageAsync("/2019-20/q1")).Words());
        var list = await officer.PageAsync("/notices");
        var notice = list.QuerySelector(".notice-list a")!;
        Assert.StartsWith(project, notice.Words(), StringComparison.Ordinal);
        Assert.Contains("was returned", notice.Words(), StringComparison.Ordinal);

        using var opened = await officer.GetAsync(new Uri(notice.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal($"/reports/{project}/2019-07", opened.Headers.Location!.OriginalString);
        Assert.Equal("Notices", Bell(await officer.PageAsync("/2019-20/q1")).Words());

        // Somebody else's notice is none.
        await pmo.PageAsync(notice.GetAttribute("href")!, 404);
    }

    [Fact]
    public async Task Correction_IsToldToEverybodyAtOnce_EachOnce()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        await portal.RunAsync(s => s.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q1"), "Somebody", "A figure was wrong.", default));

        var told = await portal.RunAsync(s => s.GetRequiredService<PortalDbContext>().Notices.Where(n => n.Happening.Kind == NoticeKind.Corrected).Select(n => n.UserId).ToListAsync());
        Assert.Equal((5, 5), (told.Count, told.Distinct().Count()));
        var list = await member.PageAsync("/notices");
        Assert.Contains("2019/20 Q1 is corrected", list.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("A figure was wrong.", list.QuerySelector("main")!.Words(), StringComparison.Ordinal);

        Assert.Equal("/notices", await member.SubmitAsync(list.Form("form[action$=read]")).LeadsToAsync());
        Assert.Null((await member.PageAsync("/notices")).QuerySelector("form[action$=read]"));
    }

    [Fact]
    public async Task Page_ThatIsKept_IsAnotherToABrowserOnceTheCountIsAnother()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        using var first = await member.GetAsync(new Uri("/2019-20/q1", UriKind.Relative));
        var id = await portal.AddressAsync("member");
        await portal.TellAsync(id, "Something");

        await Mailing.UntilAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/2019-20/q1");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await member.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK && answer.Headers.ETag!.Tag != first.Headers.ETag!.Tag;
        });

        using var same = new HttpRequestMessage(HttpMethod.Get, "/2019-20/q1");
        using var known = await member.GetAsync(new Uri("/2019-20/q1", UriKind.Relative));
        same.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var notModified = await member.SendAsync(same);
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        Assert.DoesNotContain("counts-of-the-reader", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_AreKept_AndWhatDutyRequiresIsSentAllTheSame()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/notices/preferences");
        Assert.Null(page.QuerySelector("#kind-ReportReturned"));
        Assert.Contains("Your report was returned", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);

        Assert.Equal("/notices/preferences?done=saved", await member.SendAsync(page.Form("#preferences"), ("Channels[Corrected]", "Never")).LeadsToAsync());
        Assert.Equal("Never", (await member.PageAsync("/notices/preferences")).QuerySelector("#kind-Corrected option[selected]")!.GetAttribute("value"));

        foreach (var (kind, channel) in new[] { ("ReportReturned", "Never"), ("Corrected", "Pigeon"), ("Gossip", "Mail"), ("99", "Mail") })
        {
            using var refused = await member.SendAsync(page.Form("#preferences"), ($"Channels[{kind}]", channel));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Nothing was changed", (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        }

        await portal.RunAsync(s => s.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q1"), "Somebody", "A figure was wrong.", default));
        await portal.TellAsync(await portal.AddressAsync("member"), "Duty calls");
        var list = (await member.PageAsync("/notices")).QuerySelector("main")!.Words();
        Assert.DoesNotContain("is corrected", list, StringComparison.Ordinal);
        Assert.Contains("Duty calls", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_ThatIsMadeOrChanged_TellsItsOwner()
    {
        using var portal = new PortalFactory();
        using var administrator = await portal.SignedInAsync("administrator");
        var invite = (await administrator.PageAsync("/admin/people/invite")).Form("form[method=post]");
        (await administrator.SubmitAsync(invite, ("UserName", "asha"), ("DisplayName", "Asha"), ("Email", "asha@example.org"), ("Roles", "Member"))).Dispose();
        (await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/officer")).Form("form[action$=password]"))).Dispose();

        var told = await portal.RunAsync(s => s.GetRequiredService<PortalDbContext>().Notices.Where(n => n.Happening.Kind == NoticeKind.AccountMade || n.Happening.Kind == NoticeKind.PasswordChanged)
            .Join(s.GetRequiredService<PortalDbContext>().Users, n => n.UserId, u => u.Id, (n, u) => new { u.UserName, n.Happening.Kind, HasMail = n.MailId != null }).ToListAsync());

        Assert.Contains(told, t => t is { UserName: "asha", Kind: NoticeKind.AccountMade, HasMail: true });
        Assert.Contains(told, t => t is { UserName: "officer", Kind: NoticeKind.PasswordChanged, HasMail: false });
        await Mailing.UntilAsync(() => Directory.Exists(Path.Combine(portal.DataFolder, "mail")) && Directory.GetFiles(Path.Combine(portal.DataFolder, "mail"), "*.eml").Length > 0);
        var shown = (await administrator.PageAsync("/admin/outbox")).QuerySelector("main")!.Words();
        Assert.Contains("An account was made for you, to \"Asha\" <asha@example.org>", shown, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Bell(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(".portal-header a[href='/notices']")!;

    // A report of the demo officer's that the PMO can decide on.
    private static Task<string> SubmittedAsync(PortalFactory portal) => portal.RunAsync(async s =>
    {
        var context = s.GetRequiredService<PortalDbContext>();
        return await context.HighlightReports.Where(r => r.Month == ReportForms.July && r.State == Core.Reports.ReportState.Submitted
                && context.ProjectAssignments.Any(a => a.ProjectId == r.ProjectId && a.User!.UserName == "officer")).Select(r => r.Project.Code).FirstAsync();
    });
}
