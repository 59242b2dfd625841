using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Decisions;

/// <summary>The register of decisions as the PMO uses it, through its forms. The trial’s today is 9 August 2019.</summary>
public sealed class DecisionRegisterTests
{
    [Fact]
    public async Task Outcome_Recorded_SettlesEveryLaterEditionAndLeavesThePublishedOne()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Contains("£0.755m not yet re-homed", (await pmo.PageAsync("/pmo/decisions")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        var form = (await pmo.PageAsync("/pmo/decisions/D-01/outcome")).Form("main form");
        Assert.Equal("/pmo/decisions/D-01?done=recorded", await pmo.SendAsync(form, ("outcome", "Agreed"), ("day", "16/7/2019"), ("note", "Agreed as asked.")).LeadsToAsync());
        var page = await pmo.PageAsync("/pmo/decisions/D-01?done=recorded");
        Assert.Equal("Agreed on 16 July 2019", page.QuerySelector("[data-outcome]")!.Words());
        Assert.Contains("Agreed as asked.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await PublishAsync(portal, "2019/20 Q2");
        Assert.Equal("£15.0m", (await pmo.PageAsync("/2019-20/q1?edition=1")).QuerySelector("[data-tile='year-target'] .tile__figure")!.Words());
        Assert.Equal("£14.3m", (await pmo.PageAsync("/2019-20/q2")).QuerySelector("[data-tile='year-target'] .tile__figure")!.Words());
        Assert.Contains("agreed by Cabinet on 16 July 2019", (await pmo.PageAsync("/2019-20/q2/decisions")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_RecordedTwice_IsRefusedAndTheFirstStays()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/decisions/D-01/outcome")).Form("main form");
        await pmo.SendAsync(form, ("outcome", "Refused"), ("day", "16/7/2019")).LeadsToAsync();
        using var again = await pmo.SendAsync(form, ("outcome", "Agreed"), ("day", "17/7/2019"));
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Contains("D-01 was refused on 16 July 2019, and that is recorded.", (await again.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Refused on 16 July 2019", (await pmo.PageAsync("/pmo/decisions/D-01")).QuerySelector("[data-outcome]")!.Words());
    }

    [Theory]
    [InlineData("", "", "Choose whether it was agreed or refused.", "Enter the day on which it was decided.")]
    [InlineData("Pending", "16/7/2019", "Choose whether it was agreed or refused.")]
    [InlineData("Agreed", "soon", "“soon” cannot be read: enter a day, such as 30/6/2019.")]
    [InlineData("Agreed", "10/8/2019", "10 August 2019 is still to come.")]
    public async Task Outcome_WithBadInput_IsRefusedOnTopAndAtTheField(string outcome, string day, params string[] problems)
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.SendAsync((await pmo.PageAsync("/pmo/decisions/D-01/outcome")).Form("main form"), ("outcome", outcome), ("day", day));
        Assert.Equal(400, (int)answer.StatusCode);
        var page = await answer.ReadPageAsync();
        foreach (var problem in problems)
        {
            Assert.Contains(problem, page.QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
            Assert.Contains(page.QuerySelectorAll(".govuk-error-message").Select(m => m.Words()), m => m.Contains(problem, StringComparison.Ordinal));
        }

        Assert.All(page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")!), a => Assert.NotNull(page.QuerySelector(a)));
        Assert.Equal("Pending", (await pmo.PageAsync("/pmo/decisions/D-01")).QuerySelector("[data-outcome]")!.Words());
    }

    [Fact]
    public async Task Decision_AddedWithAReprofile_MovesNoMoreThanTheLineHolds()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var added = await pmo.SendAsync((await pmo.PageAsync("/pmo/decisions/new")).Form("main form"), ("title", "Put off part of the contracts"), ("body", "Cabinet"), ("due", "15/10/2019")).LeadsToAsync();
        Assert.Equal("/pmo/decisions/D-02?done=added", added);

        var form = (await pmo.PageAsync("/pmo/decisions/D-02/moves/new")).Form("main form");
        (string, string)[] move = [("line", "S-010"), ("fromYear", "2019/20"), ("toYear", "2020/21"), ("confidence", "Low"), ("label", "Family services, second part")];
        using var tooMuch = await pmo.SendAsync(form, [.. move, ("amount", "1")]);
        Assert.Equal(400, (int)tooMuch.StatusCode);
        Assert.Contains("S-010 holds £0 of target in 2019/20, other re-profiles counted.", (await tooMuch.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);

        (string, string)[] other = [("line", "S-002"), ("fromYear", "2019/20"), ("toYear", ""), ("confidence", "High"), ("label", "Finance, later")];
        Assert.Equal("/pmo/decisions/D-02?done=moved", await pmo.SendAsync(form, [.. other, ("amount", "£50,000")]).LeadsToAsync());
        Assert.Contains("£50,000", (await pmo.PageAsync("/pmo/decisions/D-02")).QuerySelector("table[data-moves]")!.Words(), StringComparison.Ordinal);
        using var rest = await pmo.SendAsync(form, [.. other.Select(o => o.Item1 == "toYear" ? ("toYear", "2021/22") : o), ("amount", "150001")]);
        Assert.Equal(400, (int)rest.StatusCode);
        Assert.Contains("S-002 holds £150,000", (await rest.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprofile_GivenAYear_MovesThereInEveryLaterEditionAndOnlyOnce()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/decisions/D-01")).QuerySelector("table[data-moves] a")!.GetAttribute("href")!;
        var form = (await pmo.PageAsync(address)).Form("main form");
        using var none = await pmo.SendAsync(form, ("year", ""));
        Assert.Equal(400, (int)none.StatusCode);
        using var asked = await pmo.SendAsync(form, ("year", "2020/21"));
        var question = await asked.ReadPageAsync();
        Assert.StartsWith("Move £755,000 of S-010 from 2019/20 to 2020/21?", question.QuerySelector("[data-question]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("not yet re-homed", (await pmo.PageAsync("/pmo/decisions")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/pmo/decisions/D-01?done=rehomed", await pmo.SendAsync(question.Form("main form")).LeadsToAsync());
        using var again = await pmo.SendAsync(form, ("year", "2021/22"));
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Contains("moves to 2020/21 already", (await again.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);

        await PublishAsync(portal, "2019/20 Q2");
        Assert.Equal(755_000m, SlicePageReader.Total(await pmo.PageAsync("/2019-20/q2/savings?kind=revised&year=2020/21&decision=D-01&basis=agreed")));
        Assert.Contains("not yet re-homed", (await pmo.PageAsync("/2019-20/q1/decisions?edition=1")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("not yet re-homed", (await pmo.PageAsync("/2019-20/q2/decisions")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CarryForward_Confirmed_MovesWhatWasNotDeliveredAndConservesTheTotal()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");

        // As if nobody had carried it yet.
        await ActAsync(portal, context => context.SavingsTargets.ExecuteUpdateAsync(t => t.SetProperty(target => target.CarriedOut, (Core.Money?)null)));
        Assert.Contains("S-001", (await pmo.PageAsync("/pmo/decisions/carry-forward/2018-19")).QuerySelector("[data-left]")!.Words(), StringComparison.Ordinal);
        await ActAsync(portal, async context =>
        {
            var line = await context.SavingsLines.SingleAsync(l => l.Ref == "S-001");
            context.AddRange(
                new SavingsPositionEntity { Line = line, AsAt = new(2019, 9), Year = new(2018), Confidence = Confidence.Delivered, Amount = new(4_600_000) },
                new SavingsPositionEntity { Line = line, AsAt = new(2019, 9), Year = new(2018), Confidence = Confidence.Medium, Amount = new(300_000) });
            await context.SaveChangesAsync();
        });

        var page = await pmo.PageAsync("/pmo/decisions/carry-forward/2018-19");
        Assert.Equal(["S-001 2018/19 agreed savings Medium £300,000"], page.QuerySelectorAll("table[data-carried] tbody tr").Select(r => r.Words()));
        Assert.Equal(["2018/19 £4,900,000 £4,600,000", "2019/20 £15,049,000 £15,349,000"], page.QuerySelectorAll("table[data-conserved] tbody tr").Select(r => r.Words()));
        using var nobody = await pmo.SendAsync(page.Form("main form"), ("body", ""));
        Assert.Equal(400, (int)nobody.StatusCode);
        using var stale = await pmo.SendAsync(page.Form("main form"), ("body", "Programme Board"), ("seen", "S-001:Medium:1"));
        Assert.Contains("has changed since this page was opened", (await stale.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);

        var total = SlicePageReader.Total(await pmo.PageAsync("/2019-20/q2/savings?kind=revised&edition=draft"));
        Assert.Equal("/pmo/decisions/CF-2018-19?done=carried", await pmo.SendAsync(page.Form("main form"), ("body", "Programme Board")).LeadsToAsync());
        using var twice = await pmo.SendAsync(page.Form("main form"), ("body", "Programme Board"));
        Assert.Equal(400, (int)twice.StatusCode);

        await PublishAsync(portal, "2019/20 Q2");
        Assert.Equal(total, SlicePageReader.Total(await pmo.PageAsync("/2019-20/q2/savings?kind=revised")));
        Assert.Equal(15_349_000m, SlicePageReader.Total(await pmo.PageAsync("/2019-20/q2/savings?kind=revised&year=2019/20")));
        Assert.Equal(4_900_000m, SlicePageReader.Total(await pmo.PageAsync("/2019-20/q2/savings?kind=original&year=2018/19")));
    }

    [Theory]
    [InlineData("/pmo/decisions/D-99", "There is no decision “D-99” in the register.")]
    [InlineData("/pmo/decisions/D-99/outcome", "There is no decision “D-99” in the register.")]
    [InlineData("/pmo/decisions/D-01/moves/999999/year", "D-01 has no such re-profile.")]
    [InlineData("/pmo/decisions/carry-forward/2019-20", "2019/20 is not over: it ends on 31 March 2020.")]
    [InlineData("/pmo/decisions/carry-forward/2010-11", "2010/11 lies outside the programme")]
    [InlineData("/pmo/decisions/carry-forward/soon", "“soon” is not a financial year")]
    public async Task Address_ThatNamesNothing_SaysSo(string address, string message)
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Contains(message, (await pmo.PageAsync(address, 404)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    private static Task PublishAsync(PortalFactory portal, string quarter) => ActAsync<EditionStore>(portal, s => s.PublishAsync(Quarter.Parse(quarter), "Programme Management Office", null, default));

    private static Task ActAsync(PortalFactory portal, Func<PortalDbContext, Task> act) => ActAsync<PortalDbContext>(portal, act);

    private static async Task ActAsync<T>(PortalFactory portal, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
