using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;
using TransformationPortal.Registers.Sample;
using Column = TransformationPortal.Registers.Column;

namespace TransformationPortal.Data.Tests.Workbooks;

public sealed class WorkbookRoundTripTests
{
    private static readonly WorkbookFace Face = new(new string('a', 64), new DateOnly(2019, 7, 12));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Read_TheWorkbookOfTheSample_HoldsEveryCellOfEveryRegister(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var present = await database.RunAsync<PresentProgrammeReader, PresentProgramme>(r => r.ReadAsync(CancellationToken.None));

        var read = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, Face)));

        Assert.Empty(read.Problems);
        Assert.Empty(read.Notes);
        Assert.Equal(Face.Seal, read.Seal);
        Assert.Equal(Print(present.Tables), Print(read.Tables));
        Assert.Equal(AllRegisters.Kept.Count, read.Tables.Count);
    }

    [Fact]
    public async Task Shipped_Workbook_IsWhatThePortalWritesOfTheProgrammeItHolds()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        await using var content = File.OpenRead(Path.Combine(SampleProgramme.Folder, SampleProgramme.Workbook));

        var shipped = WorkbookReader.Read(content);

        Assert.Empty(shipped.Problems);
        Assert.Empty(shipped.Notes);
        Assert.Equal(Print(WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, Face))).Tables), Print(shipped.Tables));
        Assert.Equal(AllRegisters.Kept.Select(d => d.Name), shipped.Tables.Select(t => t.Name));
        Assert.Equal(present.Seal, shipped.Seal);
        Assert.True((await database.PreviewAsync(shipped.Tables)).Changes.IsNone);
    }

    [Fact]
    public async Task Write_TheSameRegistersAgain_GivesTheSameBytes()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();

        var bytes = WorkbookWriter.Write(present.Tables, Face);

        Assert.Equal(bytes, WorkbookWriter.Write(present.Tables, Face));
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.All(archive.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void Marked_WithASheetInWhichNothingIsWrong_KeepsItsCellsUnderTheirOwnHeadings()
    {
        var areas = new RegisterTable("cost_areas", "Cost areas", ["name", "code"], [new(2, ["Technology", "TECH"])]);
        var problem = new ImportProblem("Funding", 2, "amount", "lots", "an amount");
        var funding = new RegisterTable("funding", "Funding", ["source", "amount", "status"], [new(2, ["Reserve", "lots", "Confirmed"])]);

        var read = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Marked([areas, funding], Face, [problem])));

        var row = read.Tables.Single(t => t.Name == "cost_areas");
        Assert.Equal([("name", "Technology"), ("code", "TECH")], row.Header.Zip(row.Rows[0].Cells));
    }

    [Fact]
    public void Read_RandomRegisters_GivesBackWhatWasWritten()
    {
        var property = Prop.ForAll(RandomTables.Any, tables =>
        {
            var read = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(tables, Face)));
            Assert.Empty(read.Problems);
            var expected = tables.Where(t => t.Rows.Count > 0).ToList();
            Assert.Equal(Print(expected), Print([.. expected.Select(t => read.Tables.Single(o => o.Name == t.Name))]));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true), property);
    }

    [Fact]
    public async Task Write_TheSampleTheTemplateAndAMarkedCopy_AreValidSpreadsheets()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.RunAsync<PresentProgrammeReader, PresentProgramme>(r => r.ReadAsync(CancellationToken.None));
        var problem = new ImportProblem("Projects", 3, "phase", "In flght", "one of Planning, In flight", "In flight");
        foreach (var bytes in (byte[][])[WorkbookWriter.Write(present.Tables, Face), WorkbookWriter.Template(Face), WorkbookWriter.Marked(present.Tables, Face, [problem])])
        {
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public async Task Write_TheSample_OffersListsFormatsNotesAndLockedHeadings()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.RunAsync<PresentProgrammeReader, PresentProgramme>(r => r.ReadAsync(CancellationToken.None));
        using var package = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write(present.Tables, Face)), isEditable: false);
        var book = package.WorkbookPart!;
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == "Projects").Id!);

        var lists = sheet.Worksheet!.Descendants<DataValidation>().Where(v => v.Type?.Value == DataValidationValues.List)
            .ToDictionary(v => v.SequenceOfReferences!.InnerText!, v => v.Formula1!.Text!);
        Assert.StartsWith("Lists!", lists["C2:C2050"], StringComparison.Ordinal);
        Assert.Equal("'Directorates'!$A$2:$A$2006", lists["F2:F2050"]);
        Assert.True(sheet.Worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        var formats = book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var cells = sheet.Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
        Assert.True(formats[(int)cells["A1"].StyleIndex!.Value].Protection!.Locked!.Value);
        Assert.False(formats[(int)cells["A2"].StyleIndex!.Value].Protection!.Locked!.Value);
        Assert.Contains("A day such as 30/6/2019", sheet.WorksheetCommentsPart!.Comments!.InnerText, StringComparison.Ordinal);
    }

    private static string Print(IReadOnlyList<RegisterTable> tables) => string.Join('\n', tables.Select(t =>
        $"{t.Name}: {string.Join('\n', t.Rows.Select(r => $"{r.Number} {string.Join(" | ", r.Cells)}"))}"));

    /// <summary>Registers full of what a register can hold, the odd texts among it.</summary>
    private static class RandomTables
    {
        private static readonly Gen<string> Texts = Gen.Elements(
            "plain", "£ and – and ✓", "line\nbreak", "a_x0041_b", "=1+1", "tab\tinside", "<&>\"'", "🏛 pair", "00123", "1e5", "-", "TRUE", "#REF!", "2019-06");

        public static Arbitrary<IReadOnlyList<RegisterTable>> Any { get; } = Arb.From(
            from registers in Gen.SubListOf<RegisterDefinition>(AllRegisters.Kept.Where(d => d.Layout == RegisterLayout.Rows).ToArray())
            from tables in Gen.CollectToList<RegisterDefinition, RegisterTable>(registers, Table)
            select (IReadOnlyList<RegisterTable>)[.. tables]);

        private static Gen<RegisterTable> Table(RegisterDefinition register) =>
            from count in Gen.Choose(0, 4)
            from rows in Gen.ListOf(Row(register), count)
            select new RegisterTable(register.Name, WorkbookTemplate.SheetName(register), [.. register.Columns.Select(c => c.Name)],
                [.. rows.Select((cells, i) => new RegisterTableRow(i + 2, cells))]);

        // At least one cell, since an empty row is no row.
        private static Gen<IReadOnlyList<string>> Row(RegisterDefinition register) =>
            from cells in Gen.CollectToList<Column, string>(register.Columns, Cell)
            select (IReadOnlyList<string>)(cells.All(c => c.Length == 0) ? ["x", .. cells.Skip(1)] : [.. cells]);

        private static Gen<string> Cell(Column column) => Gen.Frequency((1, Gen.Constant("")), (5, Value(column)));

        private static Gen<string> Value(Column column) => column.Holds switch
        {
            _ when column.Choices.Count > 0 => Gen.Elements<string>(column.Choices.Select(c => column.Write(column.Read(c)!)).ToArray()),
            var t when t == typeof(Money) => Gen.Choose(-2_000_000_000, 2_000_000_000).Select(n => column.Write(new Money(n / 100m))),
            var t when t == typeof(decimal) => Gen.Choose(-1_000_000, 1_000_000).Select(n => column.Write(n / 10_000m)),
            var t when t == typeof(int) => Gen.Choose(-5000, 5000).Select(n => column.Write(n)),
            var t when t == typeof(DateOnly) => Gen.Choose(693_961, 800_000).Select(n => column.Write(DateOnly.FromDayNumber(n))),
            var t when t == typeof(TimeOnly) => Gen.Choose(0, 1439).Select(n => column.Write(new TimeOnly(n / 60, n % 60))),
            var t when t == typeof(FinancialYear) => Gen.Choose(1950, 2050).Select(n => column.Write(new FinancialYear(n))),
            var t when t == typeof(ReportingMonth) => Gen.Choose(0, 2000).Select(n => column.Write(new ReportingMonth(1950, 1).AddMonths(n))),
            _ => Texts,
        };
    }
}
