using System.IO.Compression;
using System.Text;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Spreadsheets;
using static TransformationPortal.Data.Tests.Workbooks.RawWorkbook;

namespace TransformationPortal.Data.Tests.Workbooks;

public sealed class WorkbookReadingTests
{
    private static readonly string[] BudgetHead = [Text("Line"), Text("Financial year"), Text("Amount")];

    public static TheoryData<string, string> Refused => new()
    {
        { "text", "The file is not a workbook" },
        { "ole", "of the old kind .xls, which is not read. Open it in a spreadsheet program, choose File, Save as, “Excel workbook (.xlsx)”" },
        { "encrypted", "protected by a password" },
        { "zip", "The file is not a workbook" },
        { "links", "takes values from other files" },
        { "connections", "takes values from other files" },
        { "bomb", "unpacks to far more" },
        { "claims", "unpacks to far more" },
        { "rows", "has more than 1000 rows" },
        { "binary", "binary workbook" },
        { "strangers", "has no sheet of a register" },
        { "later", "follows version 99 of the template" },
        { "cut", "The file is not a workbook" },
        { "doctype", "The file is not a workbook" },
        { "large", "larger than 20 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatIsNotOpened_IsRefusedWithTheReason(string kind, string reason)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => WorkbookReader.Read(File(kind), limits: kind == "rows" ? new WorkbookLimits { Rows = 1000 } : null));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("£1,200", "1200", "£1,200.00")]
    [InlineData(" £ 1,200.50 ", "1200.5", "£1,200.50")]
    [InlineData("(1,200)", "-1200", "−£1,200.00")]
    [InlineData("\u00A01 200\u00A0", "1200", "£1,200.00")]
    public void Read_AnAmountTypedAsText_IsUnderstoodAndTheReadingShown(string typed, string read, string said)
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Spend", [Text("Line"), Text("Month"), Text("Amount")], [Text("C-1"), Text("2019-06"), Text(typed)]).Build());

        Assert.Equal(read, file.Tables[0].Rows[0].Cells[2]);
        Assert.Contains(file.Notes, n => n is { Cell: "C2", Source: "Spend" } && n.Sentence.Contains($"was read as {said}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("30/06/2019")]
    [InlineData("30 June 2019")]
    [InlineData("30-Jun-19")]
    [InlineData("30.6.2019")]
    public void Read_ADateTypedAsText_IsUnderstoodAndTheReadingShown(string typed)
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Meetings", [Text("Body"), Text("Date")], [Text("Cabinet"), Text(typed)]).Build());

        Assert.Equal("2019-06-30", file.Tables[0].Rows[0].Cells[1]);
        Assert.Contains(file.Notes, n => n.Sentence.Contains("30 June 2019", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DaysAndNumbersInOtherForms_AreUnderstood()
    {
        var file = WorkbookReader.Read(new RawWorkbook()
            .With("SPEND ", [Text(" line "), Text("MONTH"), Text("Kind"), Text("Amount")],
                [Number(1001), Day(43646), Text("actual "), Number(0.1 + 0.2)],
                [Text("C-1"), Text("June 2019"), Text("Actual"), Number(12.345)])
            .With("Meetings", [Text("Body"), Text("Date")], [Text("Cabinet"), Number(43646)]).Build());

        Assert.Equal(["1001", "2019-06", "Actual", "0.3"], file.Tables[0].Rows[0].Cells);
        Assert.Equal(["C-1", "2019-06", "Actual", "12.345"], file.Tables[0].Rows[1].Cells);
        Assert.Equal("2019-06-30", file.Tables[1].Rows[0].Cells[1]);
        Assert.Equal(["line", "month", "kind", "amount"], file.Tables[0].Header);
    }

    [Fact]
    public void Read_FormulasWithErrorsOrWithoutValues_AreProblemsAtTheirCells()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", BudgetHead, [Text("C-1"), Text("2019/20"), Error("#REF!")], [Text("C-1"), Text("2020/21"), Uncalculated]).Build());

        Assert.Equal(["Cost budget C2", "Cost budget C3"], file.Problems.Select(p => LocatedProblem.Of(p, file.Tables)).Select(p => $"{p.Sheet} {p.Cell}"));
        Assert.Contains("gives an error", file.Problems[0].Expected, StringComparison.Ordinal);
        Assert.Contains("never worked out", file.Problems[1].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MergedHeadings_AreAProblem()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", "", "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>", BudgetHead).Build());

        Assert.Equal("Cost budget: found “A1:B1”; expected cells that are not merged; unmerge them and fill in each.", Assert.Single(file.Problems).Sentence);
    }

    [Fact]
    public void Read_ARenamedSheet_IsAProblemThatNamesTheNearest()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budgets", [Text("What"), Text("When")]).With("Shopping list", [Text("Milk")]).With("Boards", [Text("Name")]).Build());

        Assert.Equal("Cost budget", Assert.Single(file.Problems).Nearest);
        Assert.Contains(file.Notes, n => n is { Source: "Shopping list" } && n.Sentence.Contains("was not read", StringComparison.Ordinal));
        Assert.Contains(file.Notes, n => n is { Source: "Projects" } && n.Sentence.Contains("stays as it is", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AHiddenSheetAndAWorkbookWithoutVersion_AreReadAndSaidSo()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", "state=\"hidden\"", "", BudgetHead, [Text("C-1"), Text("2019/20"), Number(5)]).Build());

        Assert.Equal("5", file.Tables[0].Rows[0].Cells[2]);
        Assert.Contains(file.Notes, n => n.Sentence.Contains("hidden", StringComparison.Ordinal));
        Assert.Contains(file.Notes, n => n.Sentence.Contains("which version", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnOlderVersion_IsReadAndSaidSo()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("About this workbook", [Text("Version of the template"), Number(0)]).With("Cost budget", BudgetHead).Build());

        Assert.Contains(file.Notes, n => n.Sentence.Contains("older version", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_CellsBesideTheTable_AreLeftOutAndSaidSo()
    {
        var file = WorkbookReader.Read(new RawWorkbook().With("Cost budget", BudgetHead, [Text("C-1"), Text("2019/20"), Number(5), Text("my note")]).Build());

        Assert.Equal(3, file.Tables[0].Rows[0].Cells.Count);
        Assert.Contains(file.Notes, n => n is { Cell: "D2" } && n.Sentence.Contains("beside the table", StringComparison.Ordinal));
    }

    private static MemoryStream File(string kind) => kind switch
    {
        "text" => new(Encoding.UTF8.GetBytes("code,name\nTP-01,Something\n")),
        "ole" => new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        "encrypted" => new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
        "zip" => Zip("readme.txt", "hello"),
        "links" => Budget().WithPart("xl/externalLinks/externalLink1.xml", "<x/>").Build(),
        "connections" => Budget().WithPart("xl/connections.xml", "<x/>").Build(),
        "binary" => Budget().WithPart("xl/workbook.bin", "x").Build(),
        "bomb" => Budget().WithPart("xl/media/image1.bin", new string('0', 310 * 1024 * 1024)).Build(),
        "claims" => new(CraftedZip.Claiming(Budget().Build().ToArray(), long.MaxValue)),
        "rows" => new RawWorkbook().With("Cost budget", [BudgetHead, .. Enumerable.Repeat<IReadOnlyList<string>>(["<c><v>1</v></c>"], 1_001)]).Build(),
        "strangers" => new RawWorkbook().With("Shopping list", [Text("Milk")]).Build(),
        "later" => new RawWorkbook().With("About this workbook", [Text("Version of the template"), Number(99)]).Build(),
        "cut" => new(Budget().Build().ToArray()[..^40]),
        "doctype" => Zip("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>", ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>"), ("xl/_rels/workbook.xml.rels", "<x/>")),
        "large" => new(new byte[(20 * 1024 * 1024) + 1]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    private static RawWorkbook Budget() => new RawWorkbook().With("Cost budget", BudgetHead);

    private static MemoryStream Zip(string path, string content, params (string Path, string Content)[] more)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in more.Prepend((path, content)))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
