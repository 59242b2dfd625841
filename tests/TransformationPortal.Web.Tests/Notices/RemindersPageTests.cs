using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>The council's rule of reminders, chasing by hand, and the jobs.</summary>
public sealed class RemindersPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Rule_IsKept_AsItWasTyped()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/reminders")).Form("#reminders");
        await pmo.SendAsync(form, ("DaysBefore", "7; 2"), ("Hour", "8"), ("OnWeekends", "true"), ("OwnDays", "24/12/2026\n31 December 2026"), ("BoardDays", "20")).LeadsToAsync();

        var rule = await portal.RunAsync(s => s.GetRequiredService<Reminders>().RuleAsync(default));
        Assert.Equal([7, 2], rule.DaysBefore);
        Assert.Equal((8, true, 20), (rule.Hour, rule.OnWeekends, rule.BoardDays));
        Assert.Equal([new(2026, 12, 24), new(2026, 12, 31)], rule.OwnDays);
        Assert.Contains("24 December 2026", (await pmo.PageAsync("/pmo/reminders")).QuerySelector("#OwnDays")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DaysBefore", "five", "as numbers from 0 to 60")]
    [InlineData("DaysAfter", "61", "as numbers from 0 to 60")]
    [InlineData("Hour", "24", "from 0 to 23")]
    [InlineData("FinanceDays", "0", "a number from 1 to 90")]
    [InlineData("DirectorDays", "2", "do not fall")]
    [InlineData("OwnDays", "31 June 2026", "is no day")]
    public async Task Rule_ThatCannotBe_IsRefusedBesideItsField_AndNothingIsLost(string field, string typed, string says)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.SendAsync((await pmo.PageAsync("/pmo/reminders")).Form("#reminders"), (field, typed));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(says, page.QuerySelector($".govuk-error-summary a[href='#{field}']")!.Words(), StringComparison.Ordinal);
        Assert.Contains(says, page.QuerySelector($"#{field}-error")!.Words(), StringComparison.Ordinal);
        Assert.Contains(typed, page.QuerySelector($"#{field}")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chasing_OfMany_TellsEachWithThePmosWords_AndSaysWhenTheyWereLastTold()
    {
        using var chased = new PortalFactory();
        using var pmo = await chased.SignedInAsync("pmo");
        using var nobody = await pmo.SendAsync((await pmo.PageAsync("/pmo/chase/2019-07")).Form("#chase"), ("words", "Keep these words"));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Contains("Keep these words", (await nobody.ReadPageAsync()).QuerySelector("#words")!.TextContent, StringComparison.Ordinal);

        var form = (await pmo.PageAsync("/pmo/chase/2019-07")).Form("#chase");
        await pmo.SendAsync(form, ("whom", "officer"), ("words", "The board meets on Tuesday.")).LeadsToAsync();

        using var officer = await chased.SignedInAsync("officer");
        Assert.Contains("The board meets on Tuesday.", (await officer.PageAsync("/notices")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("last told on 9 August 2019, in the portal only, not read yet", (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("#chase")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_RunsOnceForItsHour_HoweverManyBeginIt_AndNowWhenAsked()
    {
        var jobs = portal.Services.GetRequiredService<PortalJobs>();
        var hour = new DateTime(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

        var ran = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => jobs.RunAsync(PortalJobs.All[0], hour, default))));

        Assert.Single(ran, r => r);
        using var administrator = await portal.SignedInAsync("administrator");
        Assert.Equal("/admin/jobs?done=run", await administrator.SendAsync((await administrator.PageAsync("/admin/jobs")).Form("form[action='/admin/jobs/reminders/run']")).LeadsToAsync());
        Assert.Equal(2, (await administrator.PageAsync("/admin/jobs")).QuerySelectorAll("tbody tr").Length);
        var runs = await portal.RunAsync(s => s.GetRequiredService<PortalDbContext>().JobRuns.AsNoTracking().ToListAsync());
        Assert.All(runs, r => Assert.True(r.EndedAt is not null && !r.HasFailed, r.Result));
    }
}
