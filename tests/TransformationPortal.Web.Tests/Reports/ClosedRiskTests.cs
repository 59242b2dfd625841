using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TransformationPortal.Web.Tests.Quarters;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>A risk that is over, from the officer who closes it to the quarter that says so and the report that leaves it out.</summary>
public sealed class ClosedRiskTests
{
    private const string Report = "/reports/TP-08/2019-07";
    private const string Because = "The new structure began on the day that was agreed.";

    [Fact]
    public async Task Risk_ClosedInAReport_IsClosedInTheEditionAndLeftOutOfTheNextQuartersReport()
    {
        using var portal = new MovingPortal();
        portal.Clock.Now = MovingClock.At(new(2019, 8, 9));
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        using var member = await portal.SignedInAsync("member");

        // A day alone is not enough, and nothing is sent.
        await CloseAsync(officer, "8 August 2019", "");
        Assert.Equal(["Say why risk R9 is closed."], (await officer.PageAsync(Report + "/check")).Problems());
        await CloseAsync(officer, "", Because);
        Assert.Equal(["Say on which day risk R9 was closed, or empty the reason for closing it."], (await officer.PageAsync(Report + "/check")).Problems());
        await CloseAsync(officer, "8 August 2019", Because);

        await SentAndApprovedAsync(portal, officer, pmo);

        // Readers of the quarter see that it is over, and why; its other reports still say so.
        portal.Clock.Now = MovingClock.At(new(2019, 8, 27));
        var august = await officer.PageAsync("/reports/TP-08/2019-08/risks-and-issues");
        Assert.Equal(Because, august.Value("Risks[R9].ClosedBecause"));
        portal.Clock.Now = MovingClock.At(new(2019, 10, 27));
        await PublishAsync(portal, pmo, "/pmo/quarters/2019-20/q2");
        Assert.Contains($"Closed on 8 August 2019: {Because}", Risk(await member.PageAsync("/2019-20/q2/risks")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Closed", Risk(await member.PageAsync("/2019-20/q1/risks")).Words(), StringComparison.Ordinal);

        var october = await officer.PageAsync("/reports/TP-08/2019-10/risks-and-issues");
        Assert.NotNull(october.QuerySelector("#report-form"));
        Assert.Null(october.GetElementById("Risks[R9].Impact"));
    }

    private static async Task CloseAsync(HttpClient officer, string day, string because) =>
        await officer.SaveAsync(Report + "/risks-and-issues", ("Risks[R9].Closed", day), ("Risks[R9].ClosedBecause", because)).LeadsToAsync();

    private static async Task SentAndApprovedAsync(PortalFactory portal, HttpClient officer, HttpClient pmo)
    {
        var check = (await officer.PageAsync(Report + "/check")).Form("form[action$=submit]");
        var answers = check.QuerySelectorAll("textarea").Select(t => (t.GetAttribute("name")!, "It is under control.")).ToArray();
        Assert.Equal(Report + "?done=submitted", await officer.SendAsync(check, answers).LeadsToAsync());
        if ((await portal.StoredAsync("TP-08")).Report.Finance is not { IsConfirmed: true })
        {
            using var finance = await portal.SignedInAsync("finance");
            await finance.SendAsync((await finance.PageAsync("/finance/reports/2019-07/TP-08")).Form("form[action$=confirm]")).LeadsToAsync();
        }

        await pmo.SendAsync((await pmo.PageAsync("/pmo/reports/2019-07/TP-08")).Form("form[action$=approve]")).LeadsToAsync();
    }

    private static async Task PublishAsync(PortalFactory portal, HttpClient pmo, string home)
    {
        await portal.SignAllAsync(pmo, home);
        var form = (await pmo.PageAsync(home + "/publish")).Form("form#publish");
        await pmo.SendAsync(form, [.. form.QuerySelectorAll("input[name=confirmed]").Select(c => ("confirmed", c.GetAttribute("value")!))]).LeadsToAsync();
    }

    private static IElement Risk(IHtmlDocument page) =>
        page.QuerySelectorAll("table[data-risks] tbody th").Single(r => r.QuerySelector(".ref")!.Words() == "R9");
}
