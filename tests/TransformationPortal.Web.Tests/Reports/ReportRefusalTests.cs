using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>Every address that acts on a report, asked by everybody. TP-07 is submitted, and not the demo officer's.</summary>
public sealed class ReportRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Writing =
    [
        "/reports/TP-07/2019-07/ratings", "/reports/TP-07/2019-07/savings", "/reports/TP-07/2019-07/progress/choose",
        "/reports/TP-07/2019-07/submit", "/reports/TP-07/2019-07/unchanged", "/reports/TP-07/2019-07/doubts/red-risk-under-green",
    ];

    private static readonly string[] Confirming = ["/finance/reports/2019-07/TP-07/confirm", "/finance/reports/2019-07/TP-07/decline"];

    private static readonly string[] Deciding = ["/pmo/reports/2019-07/TP-07/approve", "/pmo/reports/2019-07/TP-07/return", "/pmo/reports/2019-07/TP-07/reopen"];

    [Theory]
    [InlineData("member", 403, 403, 403)]
    [InlineData("administrator", 403, 403, 403)]
    [InlineData("officer", 403, 403, 403)]
    [InlineData("finance", 403, 409, 403)]
    [InlineData("pmo", 409, 403, 409)]
    public async Task Action_ByEveryRole_IsRefusedUnlessItIsTheirsAndChangesNothing(string userName, int writing, int confirming, int deciding)
    {
        var before = await portal.StoredReportsAsync();
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (addresses, status) in new[] { (Writing, writing), (Confirming, confirming), (Deciding, deciding) })
        {
            foreach (var address in addresses)
            {
                // Whoever may act at all has seen a revision that the report no longer has.
                using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(
                [
                    new("__RequestVerificationToken", token), new("revision", "1"), new("reason", "x"), new("answer", "x"), new("Progress", "Forged"),
                    new("Ratings[Cost].Reason", "Forged"), new("Field", "Progress"), new("What", "x"),
                ]));
                Assert.True((int)answer.StatusCode == status, $"{userName} at {address}: {(int)answer.StatusCode}, not {status}");
                Assert.Contains(status == 403 ? "You may not do this" : "It was not done", (await answer.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await portal.StoredReportsAsync());
    }

    [Fact]
    public async Task Report_OfAnotherOfficer_DoesNotSayHowItStands()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var finance = await portal.SignedInAsync("finance");
        using var others = await officer.GetAsync(new Uri("/reports/TP-07/2019-07", UriKind.Relative));
        using var read = await finance.GetAsync(new Uri("/reports/TP-07/2019-07/ratings", UriKind.Relative));

        Assert.Equal((403, 403), ((int)others.StatusCode, (int)read.StatusCode));
        Assert.DoesNotContain("finance", (await others.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("It is with finance", (await read.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    public async Task ApproveMany_ByAnybodyButThePmo_IsForbidden(string userName)
    {
        var before = await portal.StoredReportsAsync();
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.PostAsync(new Uri("/pmo/reports/2019-07/approve", UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("seen", $"TP-12:{(await portal.StoredAsync("TP-12")).Report.Revision}")]));
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(before, await portal.StoredReportsAsync());
    }

    [Fact]
    public async Task Action_WithoutItsAntiforgeryToken_IsRefused()
    {
        var before = await portal.StoredReportsAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        using var finance = await portal.SignedInAsync("finance");
        foreach (var address in Writing.Concat(Deciding).Concat(Confirming).Append("/pmo/reports/2019-07/approve").Append("/reports/TP-07/2019-07/ratings/draft"))
        {
            var client = address.StartsWith("/finance", StringComparison.Ordinal) ? finance : pmo;
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("revision", "1"), new("__RequestVerificationToken", "stale")]));
            Assert.True((int)answer.StatusCode == 400, $"{address}: {(int)answer.StatusCode}");
            Assert.Contains("Nothing was changed", (await answer.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        }

        Assert.Equal(before, await portal.StoredReportsAsync());
    }

    [Fact]
    public async Task Form_SentToAnotherOfficersProject_IsForbiddenAndChangesNothing()
    {
        using var client = await portal.SignedInAsync("officer");
        var form = (await client.PageAsync("/reports/TP-18/2019-07/progress")).Form("#report-form");
        form.SetAttribute("action", "/reports/TP-44/2019-07/progress");
        using var answer = await client.SendAsync(form, ("Progress", "Not mine"), ("revision", "1"));
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("Only the officers assigned to TP-44, or the PMO, can write its report.", (await answer.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.NotEqual("Not mine", (await portal.StoredAsync("TP-44")).Report.Content.Progress);
    }

    [Theory]
    [InlineData("officer", "/reports/TP-44/2019-07", 403)]
    [InlineData("officer", "/reports/TP-44/2019-07/history", 403)]
    [InlineData("officer", "/pmo/reports/2019-07", 302)]
    [InlineData("officer", "/finance/reports/2019-07", 302)]
    [InlineData("finance", "/reports/TP-44/2019-07/ratings", 403)]
    [InlineData("finance", "/reports/TP-44/2019-07", 200)]
    [InlineData("finance", "/pmo/chase/2019-07", 302)]
    [InlineData("member", "/reports/TP-44/2019-07", 302)]
    [InlineData("member", "/reports", 302)]
    [InlineData("pmo", "/reports/TP-44/2019-07/history", 200)]
    public async Task Page_ForSomebodyItIsNotFor_IsNotShown(string userName, string address, int status)
    {
        using var client = await portal.SignedInAsync(userName);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 302)
        {
            Assert.StartsWith("/account/refused", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("officer", "/reports/TP-99/2019-07", "TP-18")]
    [InlineData("officer", "/reports/TP-18/2019-7", "July 2019")]
    [InlineData("officer", "/reports/TP-18/2031-01", "July 2019")]
    [InlineData("officer", "/reports/TP-18/2019-08", "July 2019")]
    [InlineData("officer", "/reports/TP-18/2019-07/weather", "Milestones")]
    [InlineData("officer", "/reports/TP-08/2019-07/versions/9", "Version 1")]
    [InlineData("pmo", "/pmo/reports/1999-01", "July 2019")]
    [InlineData("finance", "/finance/reports/2019-07/TP-99", "TP-12")]
    public async Task Address_OfWhatThereIsNot_SaysWhatThereIs(string userName, string address, string existing)
    {
        using var client = await portal.SignedInAsync(userName);
        var page = await client.PageAsync(address, 404);
        Assert.Contains(page.QuerySelectorAll("main li a"), a => a.Words().Contains(existing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_AfterTheSessionEnded_LeadsToSignInAndBack()
    {
        using var client = portal.Anonymous();
        using var answer = await client.GetAsync(new Uri("/reports/TP-18/2019-07/progress", UriKind.Relative));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Contains(Uri.EscapeDataString("/reports/TP-18/2019-07/progress"), answer.Headers.Location!.Query, StringComparison.OrdinalIgnoreCase);
        using var signedIn = await client.SignInAsync("officer", "three quiet herons", "/reports/TP-18/2019-07/progress");
        Assert.Equal("/reports/TP-18/2019-07/progress", signedIn.Headers.Location!.OriginalString);
    }
}
