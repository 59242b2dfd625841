using System.Globalization;
using AngleSharp.Dom;
using TransformationPortal.Core.Savings;
using TransformationPortal.Web.Tests.Registers;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reading;

/// <summary>What people type is read alike in an officer's report, on a page of a register, in finance's file and in an address.</summary>
public sealed class OneReaderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("(500)", "-500")]
    [InlineData("£ 500", "500")]
    [InlineData("\u200B501", "501")]
    [InlineData("–502", "-502")]
    [InlineData("1.2m", "1200000")]
    [InlineData("12k", "12000")]
    [InlineData(".5", "0.5")]
    [InlineData("503-", "-503")]
    [InlineData("1500 CR", "-1500")]
    public async Task Amount_IsReadAlikeInReportRegisterAndFile(string typed, string pounds)
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        using var finance = await portal.SignedInAsync("finance");
        var amount = decimal.Parse(pounds, CultureInfo.InvariantCulture);

        await officer.SaveAsync("/reports/TP-18/2019-07/savings", ("Savings[S-013][2020/21][High]", typed)).LeadsToAsync();
        Assert.Equal(amount, (await portal.StoredAsync("TP-18")).Report.Content.Savings.Single(s => s is { Line: "S-013", Year.StartYear: 2020, Confidence: Confidence.High }).Amount!.Value.Pounds);

        var row = await FreeSpendAsync(pmo);
        await pmo.SendAsync((await pmo.PageAsync(row)).Form("form#row"), ("amount", typed)).LeadsToAsync();
        Assert.Equal(amount, decimal.Parse((await pmo.PageAsync(row)).Value("amount"), CultureInfo.InvariantCulture));

        var line = (await pmo.PageAsync(row)).Value("line");
        var shown = await finance.ActualsAsync($"cost_line,month,amount\n{line},July 2019,{typed}\n");
        Assert.Contains(Core.MoneyFormat.WithPence(new Core.Money(amount)), shown.GetElementById("actuals")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234,56", "Did you mean 1,234.56?")]
    [InlineData("TBC", "leave it empty where there is no amount yet")]
    [InlineData("1,2,3", "three figures at a time")]
    public async Task Amount_ThatMayMeanTwoThings_IsRefusedAlikeAndKept(string typed, string said)
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");

        using var report = await officer.SaveAsync("/reports/TP-18/2019-07/savings", ("Savings[S-013][2020/21][High]", typed));
        var page = await report.ReadPageAsync();
        Assert.Contains(said, Assert.Single(page.Problems()), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("Savings[S-013][2020/21][High]"));

        using var register = await pmo.SendAsync((await pmo.PageAsync(await FreeSpendAsync(pmo))).Form("form#row"), ("amount", typed));
        page = await register.ReadPageAsync();
        Assert.Contains(said.Replace("mean 1,234.56", "mean “1,234.56”", StringComparison.Ordinal), Assert.Single(page.Problems()), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("amount"));
    }

    [Theory]
    [InlineData("30/9/19")]
    [InlineData("30.9.19")]
    [InlineData("30-9-2019")]
    [InlineData("30-Sep-2019")]
    [InlineData("30 Sep 2019")]
    [InlineData("30 Sept 2019")]
    [InlineData("30th September 2019")]
    [InlineData("2019/09/30")]
    [InlineData("30/9/2019 00:00")]
    [InlineData("Mon 30 September 2019")]
    public async Task Day_IsReadAlikeInReportAndRegister(string typed)
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");

        await officer.SaveAsync("/reports/TP-18/2019-07/milestones", ("Milestones[M1].Forecast", typed)).LeadsToAsync();
        Assert.Equal(new DateOnly(2019, 9, 30), (await portal.StoredAsync("TP-18")).Report.Content.Milestones.Single(m => m.Key == "M1").Forecast);

        var meeting = (await pmo.PageAsync("/pmo/registers/projects?q=TP-11")).QuerySelector("tbody a")!.GetAttribute("href")!;
        var before = await pmo.PageAsync(meeting);
        await pmo.SendAsync(before.Form("form#row"), ("planned_end", typed)).LeadsToAsync();
        Assert.Equal("2019-09-30", (await pmo.PageAsync(meeting)).Value("planned_end"));
        await pmo.SendAsync((await pmo.PageAsync(meeting)).Form("form#row"), ("planned_end", before.Value("planned_end"))).LeadsToAsync();
    }

    [Fact]
    public async Task Day_WhoseMonthMayBeMeantForTheDay_IsSaidAsRead()
    {
        using var officer = await portal.SignedInAsync("officer");

        var next = await officer.SaveAsync("/reports/TP-18/2019-07/milestones", ("Milestones[M1].Forecast", "4/1/2020")).LeadsToAsync();

        Assert.Contains("“4/1/2020” was read as 4 January 2020.", (await officer.PageAsync(next)).GetElementById("read-as")!.Words(), StringComparison.Ordinal);
        Assert.Null((await officer.PageAsync(next)).GetElementById("read-as"));
    }

    [Fact]
    public async Task Amount_ThatIsPossibleAndUnlikely_IsAskedAboutBeforeItIsKept()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var row = await FreeSpendAsync(pmo);
        using var asked = await pmo.SendAsync((await pmo.PageAsync(row)).Form("form#row"), ("amount", "999,999,999.99"), ("note", "From the ledger"));
        var page = await asked.ReadPageAsync();
        Assert.Equal(400, (int)asked.StatusCode);
        Assert.Equal(["£999,999,999.99 is an unusually large amount: is this right?"], page.Problems());
        Assert.Equal("999,999,999.99", page.Value("amount"));

        // Another amount is another question.
        using var another = await pmo.SendAsync(page.Form("form#row"), ("amount", "888,888,888"), ("sure", page.QuerySelector("#sure")!.GetAttribute("value")!));
        Assert.Equal(400, (int)another.StatusCode);
        Assert.NotEqual("999999999.99", (await pmo.PageAsync(row)).Value("amount"));

        await pmo.SendAsync(page.Form("form#row"), ("sure", page.QuerySelector("#sure")!.GetAttribute("value")!)).LeadsToAsync();
        Assert.Equal("999999999.99", (await pmo.PageAsync(row)).Value("amount"));
        Assert.Equal("/pmo/registers/spend?done=changed", await pmo.SendAsync((await pmo.PageAsync(row)).Form("form#row"), ("note", "As before")).LeadsToAsync());
    }

    [Theory]
    [InlineData("Children’s")]
    [InlineData("CHILDREN'S")]
    [InlineData("children`s")]
    public async Task Search_KnowsEveryApostrophe(string q)
    {
        using var member = await portal.SignedInAsync("member");
        using var pmo = await portal.SignedInAsync("pmo");
        var plain = (await member.PageAsync("/2019-20/q1/projects?q=Children's")).QuerySelectorAll("tbody tr").Length;
        var rows = (await pmo.PageAsync("/pmo/registers/projects?q=Children's")).QuerySelectorAll("tbody tr").Length;

        Assert.True(plain > 0 && rows > 0);
        Assert.Equal(plain, (await member.PageAsync("/2019-20/q1/projects?q=" + Uri.EscapeDataString(q))).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(rows, (await pmo.PageAsync("/pmo/registers/projects?q=" + Uri.EscapeDataString(q))).QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("year=19/20&workstream=service%20%20redesign")]
    [InlineData("year=FY%202019-20&workstream=SERVICE%20REDESIGN")]
    public async Task Address_OfASlice_IsReadAsPeopleWriteIt(string query)
    {
        using var member = await portal.SignedInAsync("member");

        var page = await member.PageAsync("/2019-20/q1/savings?" + query);

        Assert.Equal(
            (await member.PageAsync("/2019-20/q1/savings?year=2019/20&workstream=Service%20Redesign")).QuerySelector("h1")!.Words(), page.QuerySelector("h1")!.Words());
    }

    [Theory]
    [InlineData("30 Sept 2019", 302)]
    [InlineData("31/6/2019", 404)]
    public async Task Address_OfADay_IsReadAsPeopleWriteIt(string day, int status)
    {
        using var member = await portal.SignedInAsync("member");

        using var answer = await member.GetAsync(new Uri("/on?day=" + Uri.EscapeDataString(day), UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(status == 302 ? "/on/2019-09-30" : "June has 30 days", status == 302 ? answer.Headers.Location!.OriginalString : await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithWhatNobodySees_IsKeptWithoutItAndSaid()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/registers/projects?q=TP-12")).QuerySelector("tbody a")!.GetAttribute("href")!;

        var next = await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#row"), ("summary", "Savings are late\u000Band\u0002 small\u202E")).LeadsToAsync();

        Assert.Contains("2 characters that cannot be seen were left out.", (await pmo.PageAsync(next)).GetElementById("read-as")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Savings are late\nand small", (await pmo.PageAsync(address)).Value("summary").ReplaceLineEndings("\n"));
    }

    // A row of spend that no report speaks for.
    private static async Task<string> FreeSpendAsync(HttpClient pmo)
    {
        var tables = (await pmo.DownloadAsync()).Tables;
        var reported = tables.Single(t => t.Name == "report_cost_lines").Rows.Select(r => r.Cells[0]).ToHashSet();
        var free = tables.Single(t => t.Name == "spend").Rows.First(r => r.Cells[2] == "Actual" && !reported.Contains(r.Cells[0])).Cells;
        var page = await pmo.PageAsync($"/pmo/registers/spend?q={free[0]}+{free[1]}+Actual");
        return page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.Words() == free[0]).QuerySelector("a")!.GetAttribute("href")!;
    }
}
