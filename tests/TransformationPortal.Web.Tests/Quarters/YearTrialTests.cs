using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>
/// A year through the screens: each quarter published weeks after its end, corrected once and compared, a carry-forward between
/// them. Whatever happens later, a quarter says what held on its last day.
/// </summary>
public sealed class YearTrialTests
{
    private const string Project = "TP-10";

    [Fact]
    public async Task Year_PublishedLateCorrectedAndCompared_SaysOfEachQuarterWhatHeldOnItsLastDay()
    {
        using var portal = new MovingPortal();
        using var pmo = await portal.SignedInAsync("pmo");
        await DecideAsync(pmo);
        var seals = await SealsAsync(portal);
        foreach (var quarter in new[] { "2019/20 Q2", "2019/20 Q3", "2019/20 Q4", "2020/21 Q1" }.Select(q => Quarter.Parse(q)))
        {
            // A new officer comes a fortnight after the quarter's end, before it is published.
            portal.Clock.Now = MovingClock.At(quarter.LastDay.AddDays(15));
            if (quarter == Quarter.Parse("2019/20 Q4"))
            {
                await CarryForwardAsync(pmo, quarter.Year);
            }

            var was = await OfficerAsync(pmo, $"/{quarter.Slug}/projects/{Project}?edition=draft");
            await ChangeAsync(pmo, $"Officer after {quarter}", ("HoldsFrom", Iso(quarter.LastDay.AddDays(15))));
            Assert.Equal(was, await OfficerAsync(pmo, $"/{quarter.Slug}/projects/{Project}?edition=draft"));

            portal.Clock.Now = MovingClock.At(quarter.LastDay.AddDays(20));
            var home = $"/pmo/quarters/{quarter.Slug}";
            await portal.SignAllAsync(pmo, home);
            await PublishedAsync(pmo, home);
            Assert.Equal(was, await OfficerAsync(pmo, $"/{quarter.Slug}/projects/{Project}"));

            // What was wrong on the last day is put right, and nothing else changes with it.
            await ChangeAsync(pmo, $"Officer on the last day of {quarter}", ("HoldsFrom", Iso(quarter.LastDay)));
            await portal.SignAllAsync(pmo, home);
            var review = await pmo.PageAsync(home + "/publish");
            Assert.Equal(
                [$"Projects: {Project}, accountable officer. {was} Officer on the last day of {quarter}"],
                review.QuerySelectorAll("[data-review=also] label").Select(l => l.Words()).Where(l => !l.StartsWith("Financial annex", StringComparison.Ordinal)));
            await PublishedAsync(pmo, home, ("notice", $"{Project} had another officer on the last day."));
            Assert.Equal($"Officer on the last day of {quarter}", await OfficerAsync(pmo, $"/{quarter.Slug}/projects/{Project}"));
            Assert.Equal(was, await OfficerAsync(pmo, $"/{quarter.Slug}/projects/{Project}?edition=1"));
            var compared = await pmo.PageAsync($"/compare?from={quarter.Slug}/1&to={quarter.Slug}");
            Assert.Contains($"Officer on the last day of {quarter}", compared.QuerySelector("main")!.Words(), StringComparison.Ordinal);

            // Every edition before is what it was, byte for byte.
            var now = await SealsAsync(portal);
            Assert.Equal(seals, now.Take(seals.Count));
            Assert.Equal(seals.Count + 2, now.Count);
            seals = now;
        }

        Assert.Contains("of the target of 2019/20 was carried", (await pmo.PageAsync("/2020-21/q1")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("of the target of 2019/20 was carried", (await pmo.PageAsync("/2019-20/q4")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    // The sample's own decision is taken, and its money given a year: a year that is over can expect nothing.
    private static async Task DecideAsync(HttpClient pmo)
    {
        var outcome = (await pmo.PageAsync("/pmo/decisions/D-01/outcome")).Form("main form");
        await pmo.SendAsync(outcome, ("outcome", "Agreed"), ("day", "12/7/2019")).LeadsToAsync();
        var address = (await pmo.PageAsync("/pmo/decisions/D-01")).QuerySelector("table[data-moves] a")!.GetAttribute("href")!;
        using var asked = await pmo.SendAsync((await pmo.PageAsync(address)).Form("main form"), ("year", "2020/21"));
        await pmo.SendAsync((await asked.ReadPageAsync()).Form("main form")).LeadsToAsync();
    }

    // A year's target is what it was in the drafts of its own quarters, and leaves it only in the next.
    private static async Task CarryForwardAsync(HttpClient pmo, FinancialYear year)
    {
        var before = await TargetAsync(pmo, year);
        var page = await pmo.PageAsync($"/pmo/decisions/carry-forward/{year.Slug}");
        Assert.StartsWith("/pmo/decisions/", await pmo.SendAsync(page.Form("main form[method=post]"), ("body", "Cabinet")).LeadsToAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await TargetAsync(pmo, year));
    }

    private static async Task<string> TargetAsync(HttpClient pmo, FinancialYear year) =>
        (await pmo.PageAsync($"/{new Quarter(year, 4).Slug}?edition=draft")).QuerySelector("[data-tile='year-target'] .tile__figure")!.Words();

    private static async Task ChangeAsync(HttpClient pmo, string officer, (string Name, string Value) from)
    {
        var row = (await pmo.PageAsync($"/pmo/registers/projects?q={Project}")).QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.Equal("/pmo/registers/projects?done=changed", await pmo.SendAsync((await pmo.PageAsync(row)).Form("form#row"), ("accountable_officer", officer), from).LeadsToAsync());
    }

    private static async Task PublishedAsync(HttpClient pmo, string home, params (string Name, string Value)[] typed)
    {
        var form = (await pmo.PageAsync(home + "/publish")).Form("form#publish");
        using var answer = await pmo.SubmitAsync(form, [.. typed, .. form.QuerySelectorAll("input[name=confirmed]").Select(c => ("confirmed", c.GetAttribute("value")!))]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{home}: {(answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")?.Words())}");
    }

    private static async Task<string> OfficerAsync(HttpClient pmo, string address) =>
        (await pmo.PageAsync(address)).QuerySelectorAll("dt").Single(t => t.Words() == "Accountable officer").NextElementSibling!.Words();

    private static Task<List<string>> SealsAsync(PortalFactory portal) => portal.AskAsync(c => c.StoredEditions.OrderBy(e => e.Id).Select(e => e.Seal).ToListAsync());

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
