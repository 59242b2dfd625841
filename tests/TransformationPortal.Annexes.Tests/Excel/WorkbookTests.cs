using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Excel;

/// <summary>The workbook as a spreadsheet opens it.</summary>
public sealed class WorkbookTests
{
    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Theory]
    [MemberData(nameof(Bases))]
    public void Workbook_Validated_HasNothingWrong(DecisionBasis basis)
    {
        using var file = WorkbookFile.Of(Editions.Published, basis);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file.Package).Select(e => $"{e.Description} {e.Path?.XPath} {e.Part?.Uri}"));
    }

    [Fact]
    public void Sheets_EveryOneButTheCover_AreOneTableWithOneHeaderRowAndNoGaps()
    {
        using var file = WorkbookFile.Of(Editions.Published);

        foreach (var name in file.SheetNames.Skip(1))
        {
            var part = file.Part(name);
            var rows = file.Rows(name);
            var table = Assert.Single(part.TableDefinitionParts).Table!;
            Assert.Equal(rows[0].Select(c => c.Text), table.TableColumns!.Elements<TableColumn>().Select(c => c.Name!.Value));
            Assert.EndsWith($"{rows.Count}", table.Reference!.Value!, StringComparison.Ordinal);
            Assert.Empty(part.Worksheet!.Elements<MergeCells>());
            Assert.All(rows, row => Assert.Contains(row, c => c != ReadCell.Blank));
            Assert.Equal(rows[0].Count, rows[0].Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        Assert.Equal(file.SheetNames.Count, file.SheetNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(file.SheetNames, name => Assert.InRange(name.Length, 1, 31));
    }

    [Fact]
    public void Cover_FirstSheet_SaysWhatTheFileIsAndLeadsToEverySheet()
    {
        using var file = WorkbookFile.Of(Editions.Published);

        Assert.Equal("Cover", file.SheetNames[0]);
        var text = string.Join('\n', file.Rows("Cover").SelectMany(r => r).Select(c => c.Text));
        Assert.All(["2019/20 Q1 (April to June 2019)", "Edition 1", "30 June 2019", Editions.Published.Seal!, "How to read this workbook"], fact => Assert.Contains(fact, text, StringComparison.Ordinal));
        Assert.Equal(file.SheetNames.Skip(1).Select(n => $"'{n}'!A1"), file.Part("Cover").Worksheet!.Descendants<Hyperlink>().Select(l => l.Location!.Value));
        Assert.Equal(Editions.Published.Seal, file.Package.CustomFilePropertiesPart!.Properties!.ChildElements.Single(p => p.GetAttribute("name", "").Value == "Seal").InnerText);
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public void Entries_OfBothLedgers_AreAllThereInPounds(DecisionBasis basis)
    {
        using var file = WorkbookFile.Of(Editions.Published, basis);
        var edition = Editions.Published.Edition;

        var savings = Column(file, "Savings entries", "Amount (£)");
        var costs = Column(file, "Cost entries", "Amount (£)");

        Assert.Equal(edition.Savings.Entries.Select(e => (decimal?)e.Item.Amount.Pounds), savings.Select(c => c.Number));
        Assert.Equal(edition.Costs.Entries.Select(e => (decimal?)e.Item.Amount.Pounds), costs.Select(c => c.Number));
        Assert.Equal(["yes", ""], Column(file, "Savings entries", "Decision pending").Select(c => c.Shown).Distinct().OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void Totals_EveryOne_AreFormulasWithTheirValueBesideThem()
    {
        using var file = WorkbookFile.Of(Editions.Published);

        foreach (var table in new QuarterTables(Editions.Published.Edition, DecisionBasis.AsItStands).Figures)
        {
            var rows = file.Rows(char.ToUpperInvariant(table.Key[0]) + table.Key[1..].Replace('-', ' ')).Skip(1);
            var totals = rows.Where(r => r[^1].Text is "Total" or "Grand total").ToList();
            Assert.All(totals.SelectMany(r => r).Where(c => c.Number is not null), c => Assert.NotNull(c.Formula));
            Assert.Equal(table.Rows.Count(r => r.Kind is Core.Views.FigureRowKind.Total or Core.Views.FigureRowKind.GrandTotal), totals.Count);
        }
    }

    [Fact]
    public void Days_InARegister_AreRealDays()
    {
        using var file = WorkbookFile.Of(Editions.Published);

        var baseline = Column(file, "Milestones", "Baseline")[0];

        Assert.Equal("d mmm yyyy", baseline.Format);
        Assert.Equal(new DateOnly(2019, 6, 30).DayNumber, new DateOnly(1899, 12, 30).DayNumber + (int)baseline.Number!.Value);
    }

    private static List<ReadCell> Column(WorkbookFile file, string sheet, string heading)
    {
        var rows = file.Rows(sheet);
        var column = rows[0].ToList().FindIndex(c => c.Text == heading);
        return [.. rows.Skip(1).Select(r => r[column])];
    }

    [Fact]
    public void Sheets_OnPaper_AreNeverSmallerThanCanBeRead_AndRepeatTheirHeadings()
    {
        using var file = WorkbookFile.Of(Editions.Published);
        var names = file.Package.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().ToDictionary(n => n.LocalSheetId!.Value, n => n.Text);
        foreach (var (sheet, at) in file.SheetNames.Select((s, i) => (s, (uint)i)).Skip(1))
        {
            var worksheet = file.Part(sheet).Worksheet!;
            var widths = worksheet.GetFirstChild<Columns>()!.Elements<Column>().Select(c => c.Width!.Value).ToList();
            var across = worksheet.GetFirstChild<PageSetup>()!.FitToWidth!.Value;
            var columnA = across > 1 ? widths[0] * (across - 1) : 0;

            // An A4 sheet on its side holds 132 characters at full size.
            Assert.True(132.0 * across / (widths.Sum() + columnA) >= 0.6, $"{sheet} is printed at {132.0 * across / (widths.Sum() + columnA):0.00}");
            Assert.EndsWith("!$1:$1", names[at], StringComparison.Ordinal);
            Assert.Equal(across > 1, names[at].Contains("$A:$A", StringComparison.Ordinal));
        }
    }
}
