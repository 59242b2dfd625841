using TransformationPortal.Registers.Definitions;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>The sheet of a marked copy that lists every problem and leads to its cell.</summary>
internal static class ProblemsSheet
{
    public static WorkbookSheet Build(IReadOnlyList<RegisterTable> tables, IReadOnlyList<ImportProblem> problems)
    {
        string[] headings = ["Sheet", "Cell", "Column", "Found", "Expected", "Nearest valid value"];
        var rows = new List<IReadOnlyList<SheetCell>> { headings.Select(h => new SheetCell(h, null, WorkbookLook.Head)).ToList() };
        var links = new List<(string, string, string)>();
        foreach (var problem in problems)
        {
            var located = LocatedProblem.Of(problem, tables);
            rows.Add([.. new[] { located.Sheet, located.Cell ?? "", located.Column ?? "", problem.Found ?? "nothing", problem.Expected, problem.Nearest ?? "" }
                .Select(t => new SheetCell(t, null, WorkbookLook.Plain))]);
            if (located.Table is { } table && located.Cell is { } cell && AllRegisters.FindKept(table.Name) is { } register)
            {
                links.Add((CellNames.Cell(1, rows.Count), WorkbookTemplate.SheetName(register), cell));
            }
        }

        (int, uint)[] widths = [(24, 0), (10, 0), (24, 0), (34, 0), (70, 0), (30, 0)];
        return new(WorkbookTemplate.ProblemsSheet, widths, rows) { Links = links };
    }
}
