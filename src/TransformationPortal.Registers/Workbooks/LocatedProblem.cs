using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>A problem with the cell that it is in.</summary>
/// <param name="Sheet">The sheet or file.</param>
/// <param name="Cell">As a spreadsheet names it; none where a row, a column or the whole is meant.</param>
/// <param name="Column">The heading of the column; none where the row or the whole is meant.</param>
/// <param name="Table">The register that it is in; none where it is in no register.</param>
public sealed record LocatedProblem(string Sheet, string? Cell, string? Column, ImportProblem Problem, RegisterTable? Table)
{
    public static LocatedProblem Of(ImportProblem problem, IReadOnlyList<RegisterTable> tables)
    {
        var table = tables.FirstOrDefault(t => t.Source == problem.Register) ?? tables.FirstOrDefault(t => t.Name == problem.Register);
        var register = table is null ? null : AllRegisters.InOrder.Append(ActualsSheet.Definition).FirstOrDefault(d => d.Name == table.Name);

        // A key of several columns is named by all of them; the first is where it is shown.
        var names = problem.Column?.Split(" and ") ?? [];
        var cell = problem.Row is { } row && names.Length > 0 ? table?.CellName(row, names[0]) : null;
        var heading = problem.Column is null
            ? null
            : string.Join(" and ", names.Select(n => register?.Columns.FirstOrDefault(c => c.Name == n)?.Heading ?? n));
        return new(problem.Register, cell ?? (problem.Row is { } only ? FormattableString.Invariant($"row {only}") : null), heading, problem, table);
    }
}
