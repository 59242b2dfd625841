using System.Text;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Files;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Data.Tests;

/// <summary>What the import says of files, headers and rows that are not laid out as a register is.</summary>
public sealed class ImportLayoutTests
{
    [Fact]
    public async Task Registers_AsDeclared_AreThoseOfTheSampleColumnByColumn()
    {
        var sample = await SampleTables.ReadAsync();

        Assert.Equal(sample.All.Select(t => t.Name).Order(), AllRegisters.InOrder.Select(d => d.Name).Order());
        Assert.All(AllRegisters.InOrder.Where(d => d.Layout == RegisterLayout.Rows), d => Assert.Equal(sample[d.Name].Header, d.Columns.Select(c => c.Name)));
        Assert.Equal(sample["programme"].Rows.Select(r => r.Cells[0]), AllRegisters.InOrder.Single(d => d.Layout == RegisterLayout.Fields).Columns.Select(c => c.Name));
    }

    [Fact]
    public void Registers_ThatReferToAnother_ReferToItsKey()
    {
        var references = AllRegisters.InOrder.SelectMany(d => d.Columns).Where(c => c.Reference is not null).Select(c => c.Reference!).Distinct().ToList();

        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.Equal([r.Column], AllRegisters.InOrder.Single(d => d.Name == r.Register).Key.Select(c => c.Name)));
    }

    [Fact]
    public async Task Check_AMissingRegister_IsNamedOnceAndNothingElseIs()
    {
        var sample = await SampleTables.ReadAsync();

        var reading = ProgrammeImport.Check(sample.Without("projects").All);

        Assert.Equal("projects: found nothing; expected the register “Projects”, even if it holds only its header row.", Assert.Single(reading.Problems).Sentence);
    }

    [Fact]
    public async Task Check_AnUnknownRegister_IsNamedWithTheOneThatWasMeant()
    {
        var sample = await SampleTables.ReadAsync();
        var table = sample["risks"] with { Name = "risk", Source = "risk.csv" };

        var problem = Assert.Single(ProgrammeImport.Check(sample.With(table).All).Problems);

        Assert.Equal(("risk.csv", "risk", "risks"), (problem.Register, problem.Found, problem.Nearest));
    }

    [Fact]
    public async Task Check_ARenamedColumn_IsBothUnknownAndMissing()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.WithHeader("funding", c => c == "amount" ? "ammount" : c).All).Problems;

        Assert.Equal(
            [
                "funding.csv, row 1: found “ammount”; expected only the columns Source, Amount, Status. Did you mean “Amount”?",
                "funding.csv, column amount: found nothing; expected a column headed “Amount”, even if nothing is recorded in it.",
            ],
            problems.Select(p => p.Sentence));
    }

    [Fact]
    public async Task Check_AColumnTwice_IsRefused()
    {
        var sample = await SampleTables.ReadAsync();
        var table = sample["funding"];

        var problems = ProgrammeImport.Check(sample.With(table with
        {
            Header = [.. table.Header, "status"],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells, "Confirmed"] })],
        }).All).Problems;

        Assert.Equal("funding.csv, row 1: found “status”; expected each column once, and this is its second.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public async Task Check_ARowWithAnUnquotedComma_SaysHowManyCellsItShouldHave()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.WithRow("funding", "Reserves", " corporate", "1000", "Confirmed").All).Problems;

        Assert.Equal(
            "funding.csv, row 5: found “Reserves, corporate,1000,Confirmed”; expected 3 cells, as the header has, and there are 4; a text with a comma in it stands in quotation marks.",
            Assert.Single(problems).Sentence);
    }

    [Fact]
    public async Task Check_ARowWithTooFewCells_LeavesTheOtherRowsToBeChecked()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.WithRow("funding", "Reserves").With("funding", 2, "amount", "lots").All).Problems;

        Assert.Equal([2, 5], problems.Select(p => p.Row!.Value).Order());
    }

    [Fact]
    public async Task Check_ColumnsInAnotherOrder_AreUnderstood()
    {
        var sample = await SampleTables.ReadAsync();
        var table = sample["funding"];

        var reading = ProgrammeImport.Check(sample.With(table with
        {
            Header = [.. table.Header.Reverse()],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Reverse()] })],
        }).All);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public async Task Check_AnUnknownField_IsNamedWithTheOneThatWasMeant()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.With("programme", 4, "field", "frist_year").All).Problems;

        Assert.Equal([(4, "frist_year", "First year"), ((int?)null, "first_year", null)], problems.Select(p => (p.Row, p.Column, p.Nearest)));
    }

    [Fact]
    public async Task Check_BandsThatFallShortOfTheTarget_AreNoError()
    {
        // 2018/19: £4.6m of £4.9m was delivered.
        var sample = await SampleTables.ReadAsync();

        Assert.Contains(sample["savings_positions"].Rows, r => r.Cells is ["S-001", _, "2018/19", "Delivered", "4600000"]);
        Assert.Contains(sample["savings_targets"].Rows, r => r.Cells is ["S-001", "2018/19", _, "4900000", ..]);
        Assert.Empty(ProgrammeImport.Check(sample.All).Problems);
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n", 2)]
    [InlineData("a,b\n1,2\n3,\"4\"5\n", 3)]
    [InlineData("a,b\n1,2\n3,4\"5\n", 3)]
    public async Task ReadCsv_WithStrayQuotationMarks_NamesFileAndRow(string text, int row)
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync(Encoding.UTF8.GetBytes(text)));

        var problem = Assert.Single(refusal.Problems);
        Assert.Equal(("some.csv", row), (problem.Register, problem.Row));
        Assert.Contains("quotation marks", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadCsv_AnEmptyFile_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync([]));

        Assert.Equal("some.csv: found nothing; expected a header row that names the columns.", Assert.Single(refusal.Problems).Sentence);
    }

    [Fact]
    public async Task ReadCsv_QuotedCommasLineBreaksMarksAndBlankLines_AreKeptApart()
    {
        var table = await ReadAsync([.. Encoding.UTF8.Preamble, .. "a,b\r\n\"one, two\",\"say \"\"three\"\"\nfour\"\r\n\r\n5, 6 \r\n"u8]);

        Assert.Equal("some", table.Name);
        Assert.Equal(["a", "b"], table.Header);
        Assert.Equal([(2, "one, two|say \"three\"\nfour"), (4, "5|6")], table.Rows.Select(r => (r.Number, string.Join('|', r.Cells))));
    }

    [Fact]
    public async Task ReadCsv_MillionsOfEmptyLines_KeepsNothingOfThemAndCountsThem()
    {
        byte[] lines = [.. "a,b\n1,2\n"u8, .. Enumerable.Repeat((byte)'\n', 3_000_000), .. "3,4\n"u8];

        var read = await CsvFile.ReadAsync("some.csv", new MemoryStream(lines), CancellationToken.None);

        Assert.Equal([1, 2, 3, 3_000_003], read.Lines.Select(r => r.Number));
        Assert.Equal([2, 3_000_003], (await ReadAsync(lines)).Rows.Select(r => r.Number));
    }

    [Fact]
    public async Task ReadCsv_MoreRowsThanAWorkbookMayHold_IsRefused()
    {
        var lines = new StringBuilder("a\n");
        for (var i = 0; i <= WorkbookLimits.Default.Rows; i++)
        {
            lines.Append("1\n");
        }

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync(Encoding.UTF8.GetBytes(lines.ToString())));

        Assert.Contains("at most 600,000 rows", Assert.Single(refusal.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadFolder_ThatIsNotThere_SaysSo()
    {
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => CsvRegisterReader.ReadFolderAsync(folder, CancellationToken.None));

        Assert.Contains(folder, refusal.Message, StringComparison.Ordinal);
    }

    private static Task<RegisterTable> ReadAsync(byte[] bytes) => CsvRegisterReader.ReadAsync("some.csv", new MemoryStream(bytes), CancellationToken.None);
}
