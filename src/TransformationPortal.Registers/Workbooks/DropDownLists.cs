using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>The values that drop-down lists offer: choices and years on a hidden sheet, codes and names where their register is.</summary>
internal sealed class DropDownLists
{
    // How far a list looks for rows that are still to be filled in.
    private const int SpareRows = 2000;

    private readonly List<IReadOnlyList<string>> lists = [];
    private readonly IReadOnlyList<RegisterDefinition> registers;
    private readonly IReadOnlyList<RegisterTable> tables;
    private readonly ConfidenceWords words;
    private readonly IReadOnlyList<string> years;

    public DropDownLists(IReadOnlyList<RegisterTable> tables, IReadOnlyList<RegisterDefinition> registers, ConfidenceWords words)
    {
        (this.tables, this.registers, this.words) = (tables, registers, words);
        years = Years(tables.FirstOrDefault(t => t.Name == ProgrammeRegister.Definition.Name));
    }

    /// <summary>The last row that lists and formats of a register reach.</summary>
    public int LastRow(RegisterDefinition register) => (tables.FirstOrDefault(t => t.Name == register.Name)?.Rows is [.., var last] ? last.Number : 1) + SpareRows;

    /// <summary>The range of what a column may hold; nothing where no list says it.</summary>
    public string? Formula(Column column)
    {
        if (column.Reference is { } reference)
        {
            var register = registers.FirstOrDefault(d => d.Name == reference.Register);
            var at = register?.Columns.ToList().FindIndex(c => c.Name == reference.Column) ?? -1;
            return at < 0 ? null : string.Create(CultureInfo.InvariantCulture,
                $"'{WorkbookTemplate.SheetName(register!)}'!${CellNames.Column(at)}$2:${CellNames.Column(at)}${LastRow(register!)}");
        }

        var values = column.Holds == typeof(FinancialYear) ? years : words.Choices(column);
        return values.Count == 0 ? null : RangeOf(values);
    }

    public WorkbookSheet Sheet() => new(WorkbookTemplate.ListsSheet, [.. lists.Select(_ => (20, WorkbookLook.Plain)).DefaultIfEmpty((20, WorkbookLook.Plain))],
        Enumerable.Range(0, lists.Select(l => l.Count).DefaultIfEmpty().Max())
            .Select(row => (IReadOnlyList<SheetCell>)[.. lists.Select(l => new SheetCell(l.ElementAtOrDefault(row) ?? "", null, WorkbookLook.Plain))]))
    {
        IsHidden = true, HasHeader = false,
    };

    private string RangeOf(IReadOnlyList<string> values)
    {
        var at = lists.FindIndex(l => l.SequenceEqual(values, StringComparer.Ordinal));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(values);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{WorkbookTemplate.ListsSheet}!${CellNames.Column(at)}$1:${CellNames.Column(at)}${values.Count}");
    }

    // Those of the programme, where it says from when to when it runs.
    private static List<string> Years(RegisterTable? programme)
    {
        string? Field(Column column) => programme?.Rows.FirstOrDefault(r => r.Cells.Count > 1 && r.Cells[0] == column.Name)?.Cells[1];
        var found = new List<string>();
        if (FinancialYear.TryParse(Field(ProgrammeRegister.FirstYear), out var first) && FinancialYear.TryParse(Field(ProgrammeRegister.LastYear), out var last))
        {
            for (var year = first; year <= last && found.Count < 50; year = year.AddYears(1))
            {
                found.Add(year.ToString());
            }
        }

        return found;
    }
}
