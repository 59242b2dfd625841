using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Registers;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>A council that says Banked, On course, At risk and Unlikely: its words in files, forms and messages.</summary>
public sealed class CouncilWordsTests(EmptyPortalFactory portal) : IClassFixture<EmptyPortalFactory>
{
    private const string Positions = "line,as_at,financial_year,confidence,amount\n";

    [Fact]
    public async Task Workbook_OfACouncilWithWordsOfItsOwn_OffersThemAndComesBackUnchanged()
    {
        using var pmo = await WithProgrammeAsync();
        using var download = await pmo.GetAsync(new Uri("/pmo/workbook.xlsx", UriKind.Relative));
        var bytes = await download.Content.ReadAsByteArrayAsync();
        using (var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Equal(["Banked", "On course", "At risk", "On course", "Unlikely"], Column(workbook, "Savings positions", "D"));
            Assert.Equal(["At risk"], Column(workbook, "Re-profiles", "G"));
            var lists = Texts(workbook, "Lists").Select(c => c.Text).ToList();
            Assert.All((string[])["Banked", "On course", "At risk", "Unlikely"], word => Assert.Contains(word, lists));
            Assert.DoesNotContain("Delivered", lists);
            Assert.Contains("One of Banked, On course, At risk, Unlikely.", Part(workbook, "Savings positions").WorksheetCommentsPart!.Comments.InnerText, StringComparison.Ordinal);
        }

        var page = await pmo.PageAsync(await pmo.UploadAsync(bytes).LeadsToAsync());
        Assert.Equal(("programme.xlsx changes nothing", true), (page.QuerySelector("h1")!.Words(), page.GetElementById("notes") is null));
    }

    [Theory]
    [InlineData("On course", null)]
    [InlineData("on COURSE", "“on COURSE” was read as On course.")]
    [InlineData("green", "“green” was read as On course.")]
    [InlineData("High", "“High” was read as On course.")]
    [InlineData("hIGH", "“hIGH” was read as On course.")]
    public async Task Csv_InAnyWordForTheBand_IsUnderstoodAndSaidInTheCouncils(string word, string? note)
    {
        using var pmo = await WithProgrammeAsync();
        var csv = Positions + $"L1,2023-06,2023/24,Banked,100000\nL1,2023-06,2023/24,{word},210000\nL2,2023-06,2023/24,At risk,150000\nL1,2023-06,2024/25,On course,250000\nL3,2023-06,2024/25,Unlikely,120000.50\n";

        var page = await pmo.PageAsync(await pmo.UploadAsync(csv, "savings_positions.csv").LeadsToAsync());

        var row = Assert.Single(page.QuerySelectorAll("[data-register=savings_positions] tbody tr"));
        Assert.Equal("L1, 2023-06, 2023/24, On course Changed Amount: £200,000 to £210,000", row.Words());
        Assert.Equal(note is null ? [] : [$"savings_positions.csv, D3: {note}"], page.QuerySelectorAll("#notes li").Select(n => n.Words()).Where(n => !n.Contains("120000.50", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Csv_WithAWordForNoBand_IsRefusedInTheCouncilsWordsAndSoIsItsMarkedCopy()
    {
        using var pmo = await WithProgrammeAsync();
        var address = await pmo.UploadAsync(Positions + "L1,2023-06,2023/24,Unlikley,1\nL1,2023-06,2023/24,Banked,2\nL1,2023-06,2023/24,blue,3\n", "savings_positions.csv").LeadsToAsync();

        var problems = (await pmo.PageAsync(address)).QuerySelectorAll("#problems tbody tr").Select(r => string.Join(" | ", r.Children.Skip(1).Select(c => c.Words()))).ToList();

        Assert.Equal(
            [
                "D2 | Confidence | Unlikley | one of Banked, On course, At risk, Unlikely | Unlikely",
                "A4 | Line and As at and Financial year and Confidence | L1, 2023-06, 2023/24, Banked | what no other row has; row 3 has it already | ",
            ],
            problems);
        using var marked = SpreadsheetDocument.Open(new MemoryStream(await pmo.GetByteArrayAsync(new Uri(address + "/marked.xlsx", UriKind.Relative))), isEditable: false);
        Assert.Equal(["Unlikley", "Banked", "Banked"], Column(marked, "Savings positions", "D"));
    }

    [Fact]
    public async Task Page_OfAPosition_OffersTheCouncilsWordsAndTakesAnyOfThem()
    {
        using var pmo = await WithProgrammeAsync();
        var rows = await pmo.PageAsync("/pmo/registers/savings_positions?q=unlikely");
        var row = Assert.Single(rows.QuerySelectorAll("tbody tr"));
        Assert.Equal("Unlikely", row.Children[3].Words());
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        var page = await pmo.PageAsync(address);
        Assert.Equal(["", "Banked", "On course", "At risk", "Unlikely"], page.QuerySelectorAll("#confidence option").Select(o => o.Words()));
        Assert.Equal("Unlikely", page.Value("confidence"));
        Assert.Contains("One of Banked, On course, At risk, Unlikely.", page.GetElementById("confidence-hint")!.Words(), StringComparison.Ordinal);

        await pmo.SendAsync(page.Form("form#row"), ("confidence", "amber")).LeadsToAsync();
        Assert.Single((await pmo.PageAsync("/pmo/registers/savings_positions?q=L3+at+risk")).QuerySelectorAll("tbody tr"));
        var history = (await pmo.PageAsync("/pmo/registers/savings_positions/history")).QuerySelectorAll("#history tbody tr").Take(2).Select(r => $"{r.Children[2].Words()}: {r.Children[3].Words()}");
        Assert.Equal(["L3 Trade waste income, June 2023, 2024/25, At risk: Added", "L3 Trade waste income, June 2023, 2024/25, Unlikely: Removed"], history.Order(StringComparer.Ordinal));

        using var wrong = await pmo.SendAsync((await pmo.PageAsync((await pmo.PageAsync("/pmo/registers/savings_positions?q=L3")).QuerySelector("tbody a")!.GetAttribute("href")!)).Form("form#row"), ("confidence", "Maybe"));
        Assert.Equal(["Enter one of Banked, On course, At risk, Unlikely"], (await wrong.ReadPageAsync()).Problems());
        await pmo.SendAsync((await pmo.PageAsync((await pmo.PageAsync("/pmo/registers/savings_positions?q=L3")).QuerySelector("tbody a")!.GetAttribute("href")!)).Form("form#row"), ("confidence", "low")).LeadsToAsync();
    }

    [Theory]
    [InlineData("medium_label", "on course", "Enter a word that no other band has; “on course” is the label of the band High")]
    [InlineData("low_label", "High", "Enter a word that no other band has; “High” is what the portal calls the band High")]
    [InlineData("low_label", "Medium!", "Enter a word that no other band has; “Medium!” is what the portal calls the band Medium")]
    [InlineData("high_alias", "Blue", "Enter a word that no other band has; “Blue” is the other word of the band Delivered")]
    public async Task Words_ThatTwoBandsWouldShare_AreRefusedAtTheirField(string field, string word, string sentence)
    {
        using var pmo = await WithProgrammeAsync();
        var address = (await pmo.PageAsync("/pmo/registers/programme")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using var answer = await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#row"), (field, word));
        var page = await answer.ReadPageAsync();

        Assert.Equal((400, sentence), ((int)answer.StatusCode, page.Problems().Single()));
        Assert.NotNull(page.GetElementById(field + "-error"));
    }

    [Fact]
    public async Task Workbook_WithNewWordsAndCellsInTheOldOnes_IsUnderstoodUnlessAWordMeansTwoBands()
    {
        using var pmo = await WithProgrammeAsync();
        var tables = (await pmo.DownloadAsync()).Tables;
        RegisterTable Renamed(string high, string medium)
        {
            var programme = tables.Single(t => t.Name == "programme");
            return programme with { Rows = [.. programme.Rows.Select(r => r with { Cells = [r.Cells[0], r.Cells[0] switch { "high_label" => high, "medium_label" => medium, _ => r.Cells[1] }] })] };
        }

        static string Csv(RegisterTable table) => string.Join('\n', table.Rows.Select(r => $"{r.Cells[0]},\"{r.Cells[1]}\"").Prepend("field,value"));
        var positions = System.Text.Encoding.UTF8.GetBytes(Positions + "L1,2023-06,2023/24,Banked,100000\nL1,2023-06,2023/24,On course,200000\nL2,2023-06,2023/24,At risk,150000\nL1,2023-06,2024/25,On course,250000\nL3,2023-06,2024/25,Unlikely,120000.50\n");
        byte[] Programme(string high, string medium) => System.Text.Encoding.UTF8.GetBytes(Csv(Renamed(high, medium)));

        var sound = await pmo.PageAsync(await pmo.UploadAsync("/pmo/workbook", ("programme.csv", Programme("Likely", "Doubtful")), ("savings_positions.csv", positions)).LeadsToAsync());
        Assert.Equal(["programme"], sound.QuerySelectorAll("[data-register]").Select(r => r.GetAttribute("data-register")));
        Assert.Contains("“On course” was read as Likely.", sound.GetElementById("notes")!.Words(), StringComparison.Ordinal);

        var doubtful = await pmo.PageAsync(await pmo.UploadAsync("/pmo/workbook", ("programme.csv", Programme("Likely", "On course")), ("savings_positions.csv", positions)).LeadsToAsync());
        Assert.Equal(
            ["D3", "D5"], doubtful.QuerySelectorAll("#problems tbody tr").Where(r => r.Words().Contains("“On course” is High in the programme as it is, and Medium in the one that came with it.", StringComparison.Ordinal)).Select(r => r.Children[1].Words()));
        Assert.Equal(2, doubtful.QuerySelectorAll("#problems tbody tr").Length);
    }

    // The tests of this class leave the programme as they found it, and any of them may be the first.
    private async Task<HttpClient> WithProgrammeAsync()
    {
        var pmo = await portal.SignedInAsync("pmo");
        if ((await pmo.DownloadAsync()).Tables.Single(t => t.Name == "projects").Rows.Count == 0)
        {
            var page = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx(SecondCouncil.Tables()), "ashmere.xlsx").LeadsToAsync());
            Assert.Null(page.GetElementById("notes"));
            await pmo.SubmitAsync(page.Form("form#apply")).LeadsToAsync();
        }

        return pmo;
    }

    private static WorksheetPart Part(SpreadsheetDocument workbook, string sheet) =>
        (WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!);

    private static IEnumerable<(string Cell, string Text)> Texts(SpreadsheetDocument workbook, string sheet) =>
        Part(workbook, sheet).Worksheet.Descendants<Cell>().Select(c => (c.CellReference!.Value!, c.InnerText));

    private static IEnumerable<string> Column(SpreadsheetDocument workbook, string sheet, string column) =>
        Texts(workbook, sheet).Where(c => c.Cell.StartsWith(column, StringComparison.Ordinal) && c.Cell != column + "1").Select(c => c.Text);
}
