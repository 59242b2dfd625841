using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Registers;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>The workbook through its pages: what is wrong, what would change, agreeing to it, and who may.</summary>
public sealed class WorkbookTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Upload_WhatWasDownloaded_ChangesNothing()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var download = await pmo.GetAsync(new Uri("/pmo/workbook.xlsx", UriKind.Relative));
        var address = await pmo.UploadAsync(await download.Content.ReadAsByteArrayAsync()).LeadsToAsync();

        var page = await pmo.PageAsync(address);

        Assert.Equal("programme.xlsx changes nothing", page.QuerySelector("h1")!.Words());
        Assert.Null(page.QuerySelector("form#apply"));
        Assert.Null(page.GetElementById("notes"));
    }

    [Fact]
    public async Task Upload_ThenApply_ChangesTheProgrammeAndNotThePublishedQuarter()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var tables = (await pmo.DownloadAsync()).Tables;
        var published = await SealsAsync();
        var projects = tables.Single(t => t.Name == "projects");
        var changed = projects with { Rows = [.. projects.Rows.Select((r, i) => i == 0 ? r with { Cells = [r.Cells[0], "A renamed project", .. r.Cells.Skip(2)] } : r)] };
        var address = await pmo.UploadAsync(WorkbookForms.Xlsx([changed])).LeadsToAsync();

        var page = await pmo.PageAsync(address);
        Assert.Equal("What programme.xlsx would change", page.QuerySelector("h1")!.Words());
        Assert.Contains("Projects: 0 rows added, 1 changed, 0 removed", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("to A renamed project", page.QuerySelector("[data-register=projects]")!.Words(), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("#effects tbody tr"), row => Assert.EndsWith("none", row.Words(), StringComparison.Ordinal));
        Assert.Equal("/pmo/workbook?done=applied", await pmo.SubmitAsync(page.Form("form#apply")).LeadsToAsync());

        Assert.Equal("A renamed project", (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "projects").Rows[0].Cells[1]);
        Assert.Equal(published, await SealsAsync());
        await pmo.PageAsync(address, 404);
    }

    [Fact]
    public async Task Upload_WithMistakes_ListsThemAllAndGivesAMarkedCopy()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = await pmo.UploadAsync("line,financial_year,amount\nNOPE,2019/20,5\nNOPE,2019/2O,x\n", "cost_budget.csv").LeadsToAsync();

        var page = await pmo.PageAsync(address);

        Assert.Equal("4 things are wrong in cost_budget.csv", page.QuerySelector("h1")!.Words());
        Assert.Equal(["A2", "A3", "B3", "C3"], page.QuerySelectorAll("#problems tbody tr").Select(r => r.Children[1].Words()).Order(StringComparer.Ordinal));
        Assert.Null(page.QuerySelector("form#apply"));
        var marked = await pmo.DownloadAsync(address + "/marked.xlsx");
        Assert.Equal("2019/2O", marked.Tables.Single().Rows[1].Cells[1]);
        Assert.Equal("cost_budget", marked.Tables.Single().Name);
    }

    [Fact]
    public async Task Apply_WithOneRemoval_NeedsTheRowsNameTyped()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var funding = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "funding");
        var name = "A source of funding with a name of more letters than anybody likes to type";
        await pmo.SubmitAsync((await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx([funding with { Rows = [.. funding.Rows, new(99, [name, "5", "Confirmed"])] }])).LeadsToAsync())).Form("form#apply")).LeadsToAsync();
        var page = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx([funding])).LeadsToAsync());

        using var without = await pmo.SubmitAsync(page.Form("form#apply"), ("confirm", "remove 1 row"));

        Assert.Equal(400, (int)without.StatusCode);
        Assert.Equal([$"To confirm that this row is taken out, type its name: “{name}”"], (await without.ReadPageAsync()).Problems());
        Assert.Equal(funding.Rows.Count + 1, (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "funding").Rows.Count);
        await pmo.SubmitAsync(page.Form("form#apply"), ("confirm", name)).LeadsToAsync();
        Assert.Equal(funding.Rows.Count, (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "funding").Rows.Count);
    }

    [Fact]
    public async Task Upload_WithSizesOrPlacesThatNoFileHas_IsRefusedWithTheReason()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var sound = WorkbookForms.Xlsx([.. (await pmo.DownloadAsync()).Tables.Take(2)]);
        foreach (var (crafted, reason) in ((byte[], string)[])[(CraftedZip.Claiming(sound, long.MaxValue), "unpacks to far more"), (CraftedZip.Claiming(sound, 4096, place: long.MaxValue), "is not a workbook")])
        {
            using var answer = await pmo.UploadAsync(crafted);
            Assert.Equal((reason, 400), (reason, (int)answer.StatusCode));
            Assert.Contains(reason, (await answer.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Apply_WithRemovals_NeedsTheProgrammesNameTyped()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var tables = (await pmo.DownloadAsync()).Tables;
        var meetings = tables.Single(t => t.Name == "meetings");
        var programme = tables.Single(t => t.Name == "programme").Rows[0].Cells[1];
        var address = await pmo.UploadAsync(WorkbookForms.Xlsx([meetings with { Rows = [.. meetings.Rows.Skip(2)] }])).LeadsToAsync();
        var page = await pmo.PageAsync(address);

        using var without = await pmo.SubmitAsync(page.Form("form#apply"), ("confirm", "remove 2 rows"));

        Assert.Equal(400, (int)without.StatusCode);
        Assert.Equal([$"To confirm that 2 rows are taken out, type the programme’s name: “{programme}”"], (await without.ReadPageAsync()).Problems());
        Assert.Equal(meetings.Rows.Count, (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "meetings").Rows.Count);
        await pmo.SubmitAsync(page.Form("form#apply"), ("confirm", programme.ToUpperInvariant())).LeadsToAsync();
        Assert.Equal(meetings.Rows.Count - 2, (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "meetings").Rows.Count);
    }

    [Fact]
    public async Task Apply_AfterSomebodyElseChangedTheProgramme_IsRefused()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var funding = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "funding");
        RegisterTable With(string source) => funding with { Rows = [.. funding.Rows, new(99, [source, "5", "Confirmed"])] };
        var first = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx([With("One")])).LeadsToAsync());
        var second = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx([With("Two")])).LeadsToAsync());
        await pmo.SubmitAsync(first.Form("form#apply")).LeadsToAsync();

        using var refused = await pmo.SubmitAsync(second.Form("form#apply"), ("confirm", "One"));

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("The programme has changed since you uploaded the file", (await refused.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
        Assert.DoesNotContain((await pmo.DownloadAsync()).Tables.Single(t => t.Name == "funding").Rows, r => r.Cells[0] == "Two");
    }

    [Fact]
    public async Task Upload_OfATargetThatItsBandsDoNotReach_SaysWhichAndWhereAndCanStillBeApplied()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var targets = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "savings_targets");
        var row = targets.Rows.First(r => r.Cells[3].Length > 0 && r.Cells[1] != "2018/19");
        var more = (decimal.Parse(row.Cells[3], System.Globalization.CultureInfo.InvariantCulture) + 4321).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var changed = targets with { Rows = [.. targets.Rows.Select(r => r == row ? r with { Cells = [.. r.Cells.Take(3), more] } : r)] };

        var page = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx([changed])).LeadsToAsync());

        var gap = page.QuerySelectorAll("#gaps tbody tr").Single(r => r.Children[5].Words() == "Yes");
        Assert.StartsWith(row.Cells[0], gap.Children[0].Words(), StringComparison.Ordinal);
        Assert.Equal((row.Cells[1], $"Savings targets D{row.Number}"), (gap.Children[1].Words(), gap.Children[4].Words()));
        Assert.NotNull(page.QuerySelector("form#apply"));
    }

    [Fact]
    public async Task Upload_AFourth_ForgetsTheFirst()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var addresses = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            addresses.Add(await pmo.UploadAsync("source,amount,status\nReserve,5,Confirmed\n", "funding.csv").LeadsToAsync());
        }

        await pmo.PageAsync(addresses[0], 404);
        await pmo.PageAsync(addresses[1]);
        await pmo.PageAsync(addresses[3]);
    }

    [Theory]
    [InlineData("programme.xlsx", "no workbook", "The file is not a workbook")]
    [InlineData("shopping.csv", "a,b\n1,2\n", "No register is called “shopping”")]
    [InlineData("../../etc/passwd.txt", "root", "No register is called “passwd”")]
    [InlineData("spend.csv", "line,month\n\"C-1,2019-06\n", "quotation marks")]
    public async Task Upload_WhatCannotBeRead_IsRefusedWithTheReason(string name, string content, string reason)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.UploadAsync(Encoding.UTF8.GetBytes(content), name);
        var page = await answer.ReadPageAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(reason, page.Problems()[0], StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    // As a spreadsheet saves a million rows in which nothing stands.
    [Theory]
    [InlineData("\n")]
    [InlineData(",,\r\n")]
    public async Task Upload_OfMillionsOfEmptyLines_IsReadAsIfTheyWereNotThere(string empty)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var csv = "source,amount,status\nReserve,5,Confirmed\n" + string.Concat(Enumerable.Repeat(empty, 19_000_000 / empty.Length));

        var page = await pmo.PageAsync(await pmo.UploadAsync(csv, "funding.csv").LeadsToAsync());

        Assert.Equal("What funding.csv would change", page.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Upload_OfMoreRowsThanAWorkbookMayHave_IsRefusedWithTheReason()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var csv = "source,amount,status\n" + string.Concat(Enumerable.Range(0, 700_000).Select(n => $"R{n:x},5,Confirmed\n"));

        using var answer = await pmo.UploadAsync(csv, "funding.csv");

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("at most 600,000 rows", (await answer.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfSomebodyElse_IsNotShown()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = await pmo.UploadAsync("source,amount,status\nReserve,5,Confirmed\n", "funding.csv").LeadsToAsync();
        using var administrator = await portal.SignedInAsync("administrator");
        var form = (await administrator.PageAsync("/admin/people/finance")).Form("form#access");
        await administrator.SendAsync(form, ("Roles", "PMO"), ("Roles", "Finance")).LeadsToAsync();

        using var other = await portal.SignedInAsync("finance");
        await other.PageAsync(address, 404);
        await other.PageAsync(address + "/marked.xlsx", 404);
        await other.PageAsync("/pmo/workbook/" + new string('0', 32), 404);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("administrator")]
    public async Task Workbook_ForAnybodyElse_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var key = new string('a', 32);
        foreach (var address in (string[])["/pmo/workbook", $"/pmo/workbook/{key}/apply", $"/pmo/workbook/{key}/discard", $"/pmo/workbook/{key}/columns", $"/pmo/workbook/{key}/scale", "/pmo/workbook/headings/1/forget", $"/pmo/uploads/{key}/take-back"])
        {
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            Assert.Equal((address, 403), (address, (int)answer.StatusCode));
        }

        foreach (var address in (string[])["/pmo/workbook", "/pmo/workbook.xlsx", $"/pmo/workbook/{key}", $"/pmo/workbook/{key}/marked.xlsx", "/pmo/uploads", $"/pmo/uploads/{key}", $"/pmo/uploads/{key}/before.xlsx"])
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Contains("/account/refused", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Upload_WithoutAToken_IsRefused()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "programme.xlsx" } };
        using var answer = await pmo.PostAsync(new Uri("/pmo/workbook", UriKind.Relative), content);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    private async Task<List<string>> SealsAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().StoredEditions.OrderBy(e => e.Id).Select(e => e.Seal).ToListAsync();
    }
}
