using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Data.Audit;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Admin;

/// <summary>What administrators read of what people did.</summary>
public sealed class AuditLogPageTests
{
    [Fact]
    public async Task Log_HoldsWhoSignedInWhoWasRefusedAndWhatWasTakenAway_ByFilterAndAsCsv()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        using (var stranger = portal.Anonymous())
        {
            using var _ = await stranger.SignInAsync("member", "a wrong password");
            using var __ = await stranger.SignInAsync("=cmd|nobody", "a wrong password");
        }

        using var file = await member.GetAsync(new Uri("/2019-20/q1/annexes/annex-1.docx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using (var sent = await member.SubmitAsync((await member.PageAsync("/account")).Form("form[action$='sign-out']")))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var administrator = await portal.SignedInAsync("administrator");
        var all = (await administrator.PageAsync("/admin/audit")).QuerySelector("table")!.Words();
        Assert.Contains("member Signed in member", all, StringComparison.Ordinal);
        Assert.Contains("member Sign-in failed member", all, StringComparison.Ordinal);
        Assert.Contains("somebody Sign-in failed an unknown name", all, StringComparison.Ordinal);
        Assert.Contains("member Exported annex-1", all, StringComparison.Ordinal);
        Assert.Contains("member Signed out member", all, StringComparison.Ordinal);
        Assert.DoesNotContain("cmd|nobody", all, StringComparison.Ordinal);

        var exports = await administrator.PageAsync("/admin/audit?What=Exported&By=member");
        Assert.Equal("1 entry", exports.QuerySelector("h2.govuk-heading-m")!.Words());
        Assert.Empty((await administrator.PageAsync("/admin/audit?To=1/1/2020")).QuerySelectorAll("tbody tr"));

        var csv = await administrator.GetStringAsync(new Uri(exports.QuerySelector("a[href*='log.csv']")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",member,Exported,annex-1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AskedForADayThatIsNone_SaysSoBesideTheFieldAndOnTop()
    {
        using var portal = new PortalFactory();
        using var administrator = await portal.SignedInAsync("administrator");

        var page = await administrator.PageAsync("/admin/audit?From=31/6/2026&Text=kept", 400);

        Assert.Contains("31/6/2026", page.QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        Assert.Contains("31/6/2026", page.QuerySelector("#From-error")!.Words(), StringComparison.Ordinal);
        Assert.Equal("kept", page.QuerySelector("#Text")!.GetAttribute("value"));
    }

    [Fact]
    public async Task RoleThatAnAdministratorGives_IsOnRecordWithWhoGaveIt()
    {
        using var portal = new PortalFactory();
        using var administrator = await portal.SignedInAsync("administrator");
        var form = (await administrator.PageAsync("/admin/people/administrator")).Form("form[action='/admin/people/administrator']");
        using var given = await administrator.SubmitAsync(form, ("Roles", "Administrator"), ("Roles", "PMO"), ("WasRoles", "Administrator"));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        await using var scope = portal.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().AuditEntries.OrderByDescending(e => e.Number).FirstAsync(e => e.Action == AuditAction.RoleGiven);
        Assert.Equal(("administrator", "administrator", "PMO"), (entry.By, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task PortalPage_SaysHowThePortalIs_AndLooksEverythingOver()
    {
        using var portal = new PortalFactory();
        using var administrator = await portal.SignedInAsync("administrator");
        var page = await administrator.PageAsync("/admin/portal");
        Assert.Contains("SQLite, embedded", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("Have the command backup run each night.", page.Body!.Words(), StringComparison.Ordinal);

        using var checkedNow = await administrator.SubmitAsync(page.Form("form[action$='/check']"));
        Assert.Equal(HttpStatusCode.Redirect, checkedNow.StatusCode);
        Assert.Contains("nothing is wrong", (await administrator.PageAsync("/admin/portal?done=checked")).Body!.Words(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(portal.DataFolder, AuditAnchorFile.Name)));

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().StoredEditions.ExecuteUpdateAsync(u => u.SetProperty(e => e.PublishedBy, "Somebody else"));
        }

        await portal.Services.GetRequiredService<NightlyCheck>().CheckAsync(default);
        Assert.Contains(
            "audit log: Degraded Edition 1 of 2019/20 Q1 is not what the audit log says was written",
            await administrator.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trial_IsBegunAnewByAButton_InDevelopmentOnly()
    {
        using var portal = new PortalFactory();
        using var administrator = await portal.SignedInAsync("administrator");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Data.Editions.EditionStore>().PublishAsync(Core.Periods.Quarter.Parse("2019/20 Q1"), "Somebody", "A correction.", default);
        }

        using var reset = await administrator.SubmitAsync((await administrator.PageAsync("/admin/portal")).Form("form[action$='/reset']"));

        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        await using var after = portal.Services.CreateAsyncScope();
        Assert.Equal(1, await after.ServiceProvider.GetRequiredService<PortalDbContext>().StoredEditions.CountAsync());
        Assert.Empty((await after.ServiceProvider.GetRequiredService<AuditCheck>().CheckAsync(null, default)).Wrong);
        using var again = await portal.SignedInAsync("pmo");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(new Uri("/pmo/reports", UriKind.Relative))).StatusCode);
    }
}
