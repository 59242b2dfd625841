using System.Text;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>A month's spend from finance: new, repeated, restated, refused.</summary>
public sealed class ActualsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Upload_NewRepeatedAndRestatedSpend_ShowsEachAsSuchAndRecordsIt()
    {
        using var finance = await portal.SignedInAsync("finance");
        using var pmo = await portal.SignedInAsync("pmo");
        var spend = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "spend").Rows.Where(r => r.Cells[2] == "Actual").ToList();
        var reported = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "report_cost_lines").Rows.Select(r => r.Cells[0]).ToHashSet();
        var free = spend.Where(r => !reported.Contains(r.Cells[0])).Select(r => r.Cells).ToList();
        var (same, other) = (free[0], free[1]);
        var csv = $"Cost line,Month,Amount\n{same[0]},{same[1]},\"£{same[3]} \"\n{other[0]},{other[1]},4321.09\n{other[0]},Jul-19,10\n{other[0]},July 2019,10\n";

        var page = await finance.ActualsAsync(csv);

        Assert.Equal("1 new 1 restated 1 recorded already 1 repeated in the file", page.QuerySelector("ul.counts")!.Words());
        Assert.Contains("£4,321.09 Restated by", page.GetElementById("actuals")!.Words(), StringComparison.Ordinal);
        Assert.Contains("“Jul-19” was read as July 2019", page.GetElementById("notes")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/finance/actuals?done=applied", await finance.SubmitAsync(page.Form("form#apply")).LeadsToAsync());
        var after = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "spend").Rows.Select(r => string.Join('|', r.Cells.Take(4))).ToList();
        Assert.Contains($"{other[0]}|{other[1]}|Actual|4321.09", after);
        Assert.Contains($"{other[0]}|2019-07|Actual|10", after);
        var again = await finance.ActualsAsync(csv);
        Assert.Equal("actuals.csv changes nothing", again.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Upload_SpendTakenBack_IsShownAsPoundsAndPenceWithAMinus()
    {
        using var finance = await portal.SignedInAsync("finance");
        using var pmo = await portal.SignedInAsync("pmo");
        var tables = (await pmo.DownloadAsync()).Tables;
        var reported = tables.Single(t => t.Name == "report_cost_lines").Rows.Select(r => r.Cells[0]).ToHashSet();
        var row = tables.Single(t => t.Name == "spend").Rows.Last(r => r.Cells[2] == "Actual" && !reported.Contains(r.Cells[0])).Cells;

        var page = await finance.ActualsAsync($"cost_line,month,amount\n{row[0]},{row[1]},(1500)\n");

        Assert.Equal("−£1,500.00", page.QuerySelectorAll("#actuals tbody td")[3].Words());
        Assert.Contains("Restated by −£", page.GetElementById("actuals")!.Words(), StringComparison.Ordinal);
        Assert.Contains("was read as −£1,500.00", page.GetElementById("notes")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_SpendThatCannotBe_ListsWhatIsWrong()
    {
        using var finance = await portal.SignedInAsync("finance");
        using var pmo = await portal.SignedInAsync("pmo");
        var line = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "cost_lines").Rows[0].Cells[0];

        var page = await finance.ActualsAsync($"cost_line,month,amount\nNOPE,2019-07,1\n{line},2030-01,1\n{line},2019-07,5\n{line},2019-07,6\n");

        Assert.Equal(["A2", "B3", "C5"], page.QuerySelectorAll("#problems tbody tr").Select(r => r.Children[1].Words()).Order(StringComparer.Ordinal));
        Assert.Null(page.QuerySelector("form#apply"));
    }

    [Fact]
    public async Task Upload_TheTemplateFilledIn_IsRead()
    {
        using var finance = await portal.SignedInAsync("finance");
        using var template = await finance.GetAsync(new Uri("/finance/actuals.xlsx", UriKind.Relative));
        using var answer = await finance.UploadAsync("/finance/actuals", ("actuals.xlsx", await template.Content.ReadAsByteArrayAsync()));
        Assert.Equal("actuals.xlsx changes nothing", (await finance.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector("h1")!.Words());
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task Actuals_ForAnybodyElse_AreForbidden(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in (string[])["/finance/actuals", $"/finance/actuals/{new string('a', 32)}/apply"])
        {
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            Assert.Equal((address, 403), (address, (int)answer.StatusCode));
        }

        using var page = await client.GetAsync(new Uri("/finance/actuals", UriKind.Relative));
        Assert.Contains("/account/refused", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}

internal static class ActualsForms
{
    /// <summary>The page that finance is led to after uploading.</summary>
    public static async Task<AngleSharp.Html.Dom.IHtmlDocument> ActualsAsync(this HttpClient finance, string csv) =>
        await finance.PageAsync(await finance.UploadAsync("/finance/actuals", ("actuals.csv", Encoding.UTF8.GetBytes(csv))).LeadsToAsync());
}
