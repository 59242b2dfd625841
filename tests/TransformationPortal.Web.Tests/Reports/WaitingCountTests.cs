using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>The header's count of what waits, beside the link to each role's own work, on pages that are kept and others.</summary>
public sealed class WaitingCountTests
{
    // Kept for half a minute for everybody of the same roles.
    private const string Kept = "/2019-20/q1";

    [Fact]
    public async Task Officer_IsTheirOwnCount_AndSeesItFallOnceAReportIsSent()
    {
        using var portal = new PortalFactory();
        using var officer = await portal.SignedInAsync("officer");
        using var other = await SignedInOfficerAsync(portal, "another");

        var desk = await officer.PageAsync("/reports");
        var waiting = desk.QuerySelectorAll("main h2").Where(h => h.Words() is "Returned to you" or "Due").Sum(h => h.NextElementSibling!.QuerySelectorAll(".desk-item").Length);
        Assert.True(waiting > 1, "The sample leaves an officer several reports.");
        Assert.Equal(waiting, Count(desk, "/reports"));
        Assert.Equal(waiting, Count(await officer.PageAsync(Kept), "/reports"));
        Assert.Equal(0, Count(await other.PageAsync(Kept), "/reports"));
        Assert.Equal("Your reports", Link(await other.PageAsync(Kept), "/reports").Words());

        var form = (await officer.PageAsync("/reports/TP-09/2019-07/unchanged")).Form("form[action$=unchanged]");
        var spend = form.QuerySelectorAll("input[type=text]").Single().GetAttribute("name")!;
        await officer.SendAsync(form, (spend, "12k"), ("reason", "Nothing to do in the summer.")).LeadsToAsync();

        Assert.Equal(waiting - 1, Count(await officer.PageAsync(Kept), "/reports"));
        Assert.Equal(waiting - 1, Count(await officer.PageAsync("/reports"), "/reports"));
        Assert.Equal(0, Count(await other.PageAsync(Kept), "/reports"));
    }

    [Fact]
    public async Task FinanceAndThePmo_SeeWhatWaitsForThem_AndOneHandsOnToTheOther()
    {
        using var portal = new PortalFactory();
        using var finance = await portal.SignedInAsync("finance");
        using var pmo = await portal.SignedInAsync("pmo");
        var (confirm, decide) = await DesksAsync(portal);
        Assert.True(confirm > 0 && decide > 0, "The sample leaves something for each.");
        Assert.Equal(confirm, Count(await finance.PageAsync("/finance/reports"), "/finance/reports"));
        Assert.Equal(confirm, Count(await finance.PageAsync(Kept), "/finance/reports"));
        Assert.Equal(decide, Count(await pmo.PageAsync("/pmo/reports"), "/pmo/reports"));
        Assert.Equal(decide, Count(await pmo.PageAsync(Kept), "/pmo/reports"));

        await finance.SendAsync((await finance.PageAsync("/finance/reports/2019-07/TP-13")).Form("form[action$=confirm]")).LeadsToAsync();
        Assert.Equal((confirm - 1, decide + 1), await DesksAsync(portal));
        Assert.Equal(confirm - 1, Count(await finance.PageAsync(Kept), "/finance/reports"));
        Assert.Equal(decide + 1, Count(await pmo.PageAsync(Kept), "/pmo/reports"));

        var form = (await pmo.PageAsync("/pmo/reports/2019-07/TP-13/return")).Form("form[action$=return]");
        await pmo.SendAsync(form, ("Field", "Progress"), ("What", "Say what was done.")).LeadsToAsync();
        Assert.Equal(decide, Count(await pmo.PageAsync(Kept), "/pmo/reports"));
    }

    [Fact]
    public async Task Pmo_ApprovingManyAtOnce_SeesTheCountWithoutThemOnTheAnswer()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync("/pmo/reports/2019-07");
        var before = Count(page, "/pmo/reports");
        var form = page.Form("#approve-many");
        var ticked = form.QuerySelectorAll("input[name=seen]").Select(i => ("seen", i.GetAttribute("value")!)).ToArray();
        Assert.NotEmpty(ticked);

        using var answer = await pmo.SendAsync(form, ticked);

        Assert.Equal(before - ticked.Length, Count(await answer.ReadPageAsync(), "/pmo/reports"));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("administrator")]
    public async Task WhoeverHasNoReportsToWorkOn_SeesNoCount(string userName)
    {
        using var portal = new PortalFactory();
        using var officer = await portal.SignedInAsync("officer");
        Assert.NotEqual(0, Count(await officer.PageAsync(Kept), "/reports"));

        using var reader = await portal.SignedInAsync(userName);
        foreach (var address in new[] { Kept, "/account" })
        {
            var page = await reader.PageAsync(address);
            Assert.DoesNotContain("waiting", page.QuerySelector(".portal-header")!.Words(), StringComparison.Ordinal);
            Assert.DoesNotContain("counts-of-the-reader", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task KeptPage_WithAnotherCount_IsAnotherPageToABrowser()
    {
        using var portal = new PortalFactory();
        using var finance = await portal.SignedInAsync("finance");
        using var first = await finance.GetAsync(new Uri(Kept, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotModified, await AskedAgainAsync());

        await finance.SendAsync((await finance.PageAsync("/finance/reports/2019-07/TP-13")).Form("form[action$=confirm]")).LeadsToAsync();

        Assert.Equal(HttpStatusCode.OK, await AskedAgainAsync());

        async Task<HttpStatusCode> AskedAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Kept);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await finance.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static IElement Link(IHtmlDocument page, string address) => page.QuerySelector($".portal-header a[href='{address}']")!;

    // As it is read out: “PMO’s desk 12 waiting”.
    private static int Count(IHtmlDocument page, string address)
    {
        if (Link(page, address).QuerySelector(".portal-count") is not { } count)
        {
            return 0;
        }

        var words = count.Words().Split(' ');
        Assert.Equal("waiting", words[1]);
        return int.Parse(words[0], CultureInfo.InvariantCulture);
    }

    // What finance has to answer for, and what the PMO has to decide on or to chase, by their desks.
    private static async Task<(int Confirm, int Decide)> DesksAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var desk = await scope.ServiceProvider.GetRequiredService<ReportReader>().PmoDeskAsync(ReportForms.July, default);
        return (desk.WaitingForFinance.Count(),
            desk.Rows.Count(r => (r.State == ReportState.Submitted && !r.WaitsForFinance) || (r.State.IsWithOfficer() && r.DaysLate > 0)));
    }

    private static async Task<HttpClient> SignedInOfficerAsync(PortalFactory portal, string userName)
    {
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<People>()
                .CreateAsync(new PortalUser { UserName = userName, DisplayName = "Another Officer" }, "three quiet herons", [Roles.Officer]);
            Assert.True(made.Succeeded);
        }

        return await portal.SignedInAsync(userName);
    }
}
