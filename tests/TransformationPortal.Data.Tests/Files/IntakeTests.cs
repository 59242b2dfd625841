using System.IO.Compression;
using System.Security;
using System.Text;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Tests.Workbooks;
using static TransformationPortal.Data.Tests.Workbooks.RawWorkbook;

namespace TransformationPortal.Data.Tests.Files;

/// <summary>Files as councils have them: what is read of them, and what is said about it.</summary>
public sealed class IntakeTests
{
    private static readonly string[] Budget = [Text("Line"), Text("Financial year"), Text("Amount")];

    [Theory]
    [InlineData("cost_line,month,amount,note\n3.1,2019-07,1000,\n3.2,2019-07,500,y\n", "")]
    [InlineData("cost_line;month;amount;note\n3.1;2019-07;1000;\n3.2;2019-07;500;y\n", "semicolons")]
    [InlineData("cost_line\tmonth\tamount\tnote\n3.1\t2019-07\t1000\t\n3.2\t2019-07\t500\ty\n", "tabs")]
    [InlineData("sep=;\ncost_line;month;amount;note\n3.1;2019-07;1000;\n3.2;2019-07;500;y\n", "semicolons")]
    [InlineData("Somerton County Council,,,\nSpend report July 2019,,,\ncost_line,month,amount,note\n3.1,2019-07,1000,\n3.2,2019-07,500,y\n", "the headings stand in row 3; what stands above them was not read.")]
    [InlineData("cost_line,month,amount,note\n3.1,2019-07,1000,\n3.2,2019-07,500,y\nTotal,,1500,\n", "left out: Total, 1500.")]
    [InlineData("cost_line,month,amount,note\n3.1,2019-07,1000,\n3.2,2019-07,500,y\n\nSource: the ledger of the council,,,\n", "left out: Source: the ledger of the council.")]
    [InlineData(",Cost line *,Month,Amount (£),Note\n,3.1,Jul-19,\"1,000\",\n,3.2,July 2019,500,y\n", "the heading “Amount (£)” was read as Amount.")]
    public async Task Spend_InAFileOfAnyLayout_IsReadAndSaidHow(string text, string said)
    {
        var file = await ActualsAsync(Encoding.UTF8.GetBytes(text));

        Assert.Empty(file.Problems);
        var table = Assert.Single(file.Tables);
        Assert.Equal(["3.1|2019-07|1000|", "3.2|2019-07|500|y"], table.Rows.Select(r => string.Join('|', r.Cells)));
        Assert.Contains(said, string.Join(' ', file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spend_InWindows1252AndUtf16_IsRead()
    {
        const string Text = "cost_line,month,amount,note\n3.1,2019-07,£1000,Café\n";
        byte[] old = [.. "cost_line,month,amount,note\n3.1,2019-07,"u8, 0xA3, .. "1000,Caf"u8, 0xE9, (byte)'\n'];

        foreach (var bytes in (byte[][])[old, Encoding.UTF8.GetBytes(Text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]])
        {
            Assert.Equal("3.1|2019-07|1000|Café", string.Join('|', Assert.Single(Assert.Single((await ActualsAsync(bytes)).Tables).Rows).Cells));
        }

        Assert.Contains("Windows-1252", string.Join(' ', (await ActualsAsync(old)).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spend_WithATextThatHasAComma_IsRefusedAtItsRowAndNotCutOff()
    {
        var file = await ActualsAsync("cost_line,month,amount,note\n3.1,2019-07,1000,paid, and done\n"u8.ToArray());

        Assert.Contains("stands in quotation marks", Assert.Single(file.Problems).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_WithTitlesAboveItsHeadingsAndMergedCellsThere_IsRead()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With(
            "Cost budget", "", "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>",
            [Text("Somerton County Council")], [Text("as at 30 June 2019")], Budget, [Text("C-1"), Text("2019/20"), Number(5)], [Text("Total"), "<c/>", Number(5)]).Build());

        Assert.Empty(file.Problems);
        Assert.Equal(["C-1|2019/20|5"], file.Tables.Single().Rows.Select(r => string.Join('|', r.Cells)));
        Assert.Contains("stand in row 3", string.Join(' ', file.Notes), StringComparison.Ordinal);
        Assert.Contains("Total, 5", string.Join(' ', file.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cost budget 2019-20")]
    [InlineData("cost_budget (2)")]
    [InlineData("Table 1")]
    [InlineData("Cost budget - Table 1")]
    [InlineData("Sheet1")]
    public void Sheet_OfAnotherName_IsKnownByItsNameOrItsHeadings(string name)
    {
        var file = WorkbookReader.Read(new RawWorkbook().With(name, Budget, [Text("C-1"), Text("19/20"), Number(5)]).Build());

        Assert.Equal("cost_budget", Assert.Single(file.Tables).Name);
        Assert.Equal("2019/20", file.Tables[0].Rows[0].Cells[1]);
        Assert.Contains("was read as the register Cost budget", string.Join(' ', file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_WithoutARegistersHeadings_IsSaidNotToBeRead()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", Budget).With("Working", [Text("Some"), Text("Sums")]).Build());

        Assert.Single(file.Tables);
        Assert.Contains(file.Notes, n => n is { Source: "Working" } && n.Sentence.Contains("was not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_WithMacros_IsReadAndTheyAreNot()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", Budget, [Text("C-1"), Text("2019/20"), Number(5)]).WithPart("xl/vbaProject.bin", "x").Build());

        Assert.Single(file.Tables[0].Rows);
        Assert.Contains("macros, which were not run", string.Join(' ', file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heading_Unknown_LeavesTheCellsToBeChecked()
    {
        var sample = await Support.SampleTables.ReadAsync();
        var table = sample["funding"];

        var problems = ProgrammeImport.Check(sample.With(table with
        {
            Header = [.. table.Header, "comment"],
            Rows = [.. table.Rows.Select((r, i) => r with { Cells = [.. r.Cells.Select((c, at) => i == 1 && at == 1 ? "lots" : c), "x"] })],
        }).All).Problems;

        Assert.Equal([(1, "comment"), (3, "amount")], problems.Select(p => (p.Row ?? 0, p.Column)));
        Assert.Equal("D1", LocatedProblem.Of(problems[0], [table with { Header = [.. table.Header, "comment"] }]).Cell);
    }

    [Fact]
    public void OpenDocument_IsReadAsAWorkbookIs()
    {
        var file = WorkbookReader.Read(Ods(
            "<table:table table:name=\"Cost budget\">"
            + Row(Cell("Somerton")) + Row(Cell("Line"), Cell("Financial year"), Cell("Amount"))
            + Row(Cell("C-1"), Cell("2019/20"), "<table:table-cell office:value-type=\"currency\" office:value=\"1200.5\"><text:p>£1,200.50</text:p></table:table-cell>")
            + "<table:table-row table:visibility=\"filter\">" + Cell("C-2") + Cell("20/21") + "<table:table-cell office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"1\"><text:p>7</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
            + "<table:table table:name=\"Meetings\">" + Row(Cell("Body"), Cell("Date"), Cell("Time"))
            + Row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Cabinet</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"date\" office:date-value=\"2019-06-30\"><text:p>30/06/19</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"><text:p>14:30</text:p></table:table-cell>")
            + "</table:table>"));

        Assert.Empty(file.Problems);
        Assert.Equal(["C-1|2019/20|1200.5", "C-2|2020/21|7"], file.Tables[0].Rows.Select(r => string.Join('|', r.Cells)));
        Assert.Equal("Cabinet|2019-06-30|14:30", string.Join('|', file.Tables[1].Rows.Single().Cells));
        Assert.Contains(file.Notes, n => n.Sentence.Contains("behind a filter", StringComparison.Ordinal));
        Assert.Contains(file.Notes, n => n.Sentence.Contains("stand in row 2", StringComparison.Ordinal));
    }

    [Fact]
    public void OpenDocument_WithAPassword_IsRefused()
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => WorkbookReader.Read(Ods("", "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")));

        Assert.Contains("password", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RegisterFile> ActualsAsync(byte[] bytes) =>
        await CsvRegisterReader.ReadFilesAsync([("spend.csv", new MemoryStream(bytes))], [ActualsSheet.Definition], ConfidenceWords.Portal, CancellationToken.None);

    private static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static string Cell(string text) => $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>";

    private static MemoryStream Ods(string tables, string manifest = "<manifest:manifest xmlns:manifest=\"m\"/>")
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in new[]
            {
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("META-INF/manifest.xml", manifest),
                ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                    + $"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"),
            })
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
