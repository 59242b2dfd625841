using System.IO.Compression;
using System.Text;
using Microsoft.VisualBasic.FileIO;
using TransformationPortal.Registers;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>What councils bring, from the page on which it comes in to what is made of it.</summary>
public sealed class CouncilFilesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Draft = "/2019-20/q1/annexes/quarter.zip?edition=draft";

    public static TheoryData<string, string> SpendFiles => new()
    {
        { "{0};{1};1000;\n{2};{1};500;y\n", "semicolons" },
        { "{0}\t{1}\t1000\t\n{2}\t{1}\t500\ty\n", "tabs" },
        { "{0},{1},1000,\n{2},{1},500,y\nTotal,,1500,\n", "left out: Total, 1500." },
        { "{0},{1},£1000,Café\n{2},{1},500,y\n", "Windows-1252" },
        { "Somerton County Council,,,\nSpend report July 2019,,,\n#{0},{1},1000,\n{2},{1},500,y\n", "the headings stand in row 3" },
    };

    [Theory]
    [MemberData(nameof(SpendFiles))]
    public async Task Spend_InAFileOfAnyLayout_IsRecordedAndSaidHowItWasRead(string rows, string said)
    {
        using var own = new PortalFactory();
        using var finance = await own.SignedInAsync("finance");
        using var pmo = await own.SignedInAsync("pmo");
        var (one, other) = await FreeLinesAsync(pmo);
        var mark = rows.Contains('\t', StringComparison.Ordinal) ? '\t' : rows.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var headings = string.Join(mark, "cost_line", "month", "amount", "note") + "\n";
        var text = string.Format(null, rows.Contains('#', StringComparison.Ordinal) ? rows.Replace("#", headings, StringComparison.Ordinal) : headings + rows, one, "2019-07", other);
        var bytes = said == "Windows-1252" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

        var page = await finance.PageAsync(await finance.UploadAsync("/finance/actuals", ("spend.csv", bytes)).LeadsToAsync());

        Assert.Contains(said, page.GetElementById("notes")!.Words(), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#actuals tbody tr").Length);
        Assert.Equal("/finance/actuals?done=applied", await finance.SubmitAsync(page.Form("form#apply")).LeadsToAsync());
        var spend = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "spend").Rows.Select(r => string.Join('|', r.Cells)).ToList();
        Assert.Contains($"{one}|2019-07|Actual|1000|{(said == "Windows-1252" ? "Café" : "")}", spend);
        Assert.Contains($"{other}|2019-07|Actual|500|y", spend);
    }

    [Fact]
    public async Task Risk_WithALineBreakInItsImpact_StaysOneRowInEveryCsvOfADraft()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/registers/risks?q=R2")).QuerySelectorAll("tbody a")[0].GetAttribute("href")!;
        await pmo.SendAsync(
            (await pmo.PageAsync(address)).Form("form#row"), ("impact", "Savings are not delivered\r\nThe council is less sustainable"), ("controls", "Benefits are watched"),
            ("HoldsFrom", "always")).LeadsToAsync();

        using var zip = new ZipArchive(new MemoryStream(await pmo.GetByteArrayAsync(new Uri(Draft, UriKind.Relative))));
        var found = 0;
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var reader = new TextFieldParser(entry.Open(), Encoding.UTF8) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
            var width = reader.ReadFields()!.Length;
            while (reader.ReadFields() is { } row)
            {
                Assert.Equal((entry.Name, width), (entry.Name, row.Length));
                found += row.Count(c => c.ReplaceLineEndings("\n") == "Savings are not delivered\nThe council is less sustainable");
            }
        }

        Assert.Equal(1, found);
    }

    [Fact]
    public async Task Year_AllButDelivered_IsNowhereSaidToBeWhole()
    {
        using var empty = new EmptyPortalFactory();
        using var pmo = await empty.SignedInAsync("pmo");
        var tables = SecondCouncil.Tables().Select(t => t.Name switch
        {
            "savings_targets" => t with { Rows = [new(2, ["L1", "2023/24", "15049000", "15049000", ""])] },
            "savings_positions" => t with { Rows = [new(2, ["L1", "2023-06", "2023/24", "Delivered", "14999000"]), new(3, ["L1", "2023-06", "2023/24", "Low", "50000"])] },
            "decisions" or "reprofiles" => t with { Rows = [] },
            _ => t,
        }).ToList();
        await pmo.SubmitAsync((await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx(tables)).LeadsToAsync())).Form("form#apply")).LeadsToAsync();

        var dashboard = (await pmo.PageAsync("/2023-24/q1?edition=draft")).QuerySelector("main")!.Words();
        Assert.Contains("£14.999m of this year’s £15.049m savings target", dashboard, StringComparison.Ordinal);
        foreach (var page in (string[])["", "/tables", "/savings?kind=position", "/savings?year=2023/24&kind=position&rows=confidence", "/projects", "/projects/AF1"])
        {
            var address = $"/2023-24/q1{page}{(page.Contains('?', StringComparison.Ordinal) ? "&" : "?")}edition=draft";
            var said = (await pmo.PageAsync(address)).QuerySelector("main")!.Words();
            Assert.False(said.Contains("100%", StringComparison.Ordinal), $"{address}: {said}");
        }

        foreach (var file in (string[])["annex-1.docx", "annex-2.docx", "annex-3.docx", "quarterly-report.docx", "quarter.xlsx", "quarter.zip"])
        {
            var said = PaperText.Of(await pmo.GetByteArrayAsync(new Uri($"/2023-24/q1/annexes/{file}?edition=draft", UriKind.Relative)));
            Assert.True(said.Length > 1000, file);
            Assert.False(said.Contains("100%", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public async Task Workbook_WithABoardAddedAndProjectsMovedToIt_IsApplied()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        var tables = (await pmo.DownloadAsync()).Tables;
        var (boards, projects) = (tables.Single(t => t.Name == "boards"), tables.Single(t => t.Name == "projects"));
        var like = boards.Rows.First(b => b.Cells[0] == projects.Rows[0].Cells[3]).Cells;
        var page = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx(
        [
            boards with { Rows = [.. boards.Rows, new(99, ["Board of places", .. like.Skip(1)])] },
            projects with { Rows = [.. projects.Rows.Select((r, i) => i < 3 ? r with { Cells = [.. r.Cells.Select((c, at) => at == 3 ? "Board of places" : c)] } : r)] },
        ])).LeadsToAsync());

        Assert.Equal("/pmo/workbook?done=applied", await pmo.SubmitAsync(page.Form("form#apply")).LeadsToAsync());

        var after = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == "projects").Rows;
        Assert.All(after.Take(3), r => Assert.Equal("Board of places", r.Cells[3]));
    }

    // Two lines that no report speaks for, with nothing recorded for July.
    private static async Task<(string One, string Other)> FreeLinesAsync(HttpClient pmo)
    {
        var tables = (await pmo.DownloadAsync()).Tables;
        var reported = tables.Single(t => t.Name == "report_cost_lines").Rows.Select(r => r.Cells[0]).ToHashSet();
        var july = tables.Single(t => t.Name == "spend").Rows.Where(r => r.Cells[1] == "2019-07").Select(r => r.Cells[0]).ToHashSet();
        var free = tables.Single(t => t.Name == "cost_lines").Rows.Select(r => r.Cells[0]).Where(l => !reported.Contains(l) && !july.Contains(l)).ToList();
        return (free[0], free[1]);
    }
}
