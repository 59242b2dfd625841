using System.Globalization;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Says once, at the register that a row is taken out of, who still names it, where each of those would be a problem of its own
/// that names something else for it. Pure.
/// </summary>
internal static class RowsStillUsed
{
    private const int PlacesShown = 6;

    /// <param name="problems">What the checks found.</param>
    /// <param name="present">The registers as they are.</param>
    /// <param name="brought">Those that came in.</param>
    public static IReadOnlyList<ImportProblem> Said(IReadOnlyList<ImportProblem> problems, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> brought)
    {
        // A register with a problem of its own may only seem to be without a row.
        var unsound = problems.Where(p => p.Missing is null).Select(p => p.Register).ToHashSet(StringComparer.Ordinal);
        var taken = problems.Where(p => p.Missing is not null && p.Found is not null).GroupBy(p => (Register: p.Missing!, Row: p.Found!))
            .Where(g => brought.FirstOrDefault(t => t.Name == g.Key.Register) is { } table && !unsound.Contains(table.Source) && Holds(present, g.Key.Register, g.Key.Row))
            .ToDictionary(g => g.Key, g => g.ToList());
        if (taken.Count == 0)
        {
            return problems;
        }

        var said = new HashSet<(string, string)>();
        var all = new List<ImportProblem>(problems.Count);
        foreach (var problem in problems)
        {
            if (problem.Missing is not { } register || problem.Found is not { } row || !taken.TryGetValue((register, row), out var uses))
            {
                all.Add(problem);
            }
            else if (said.Add((register, row)))
            {
                all.Add(Of(register, row, uses, brought));
            }
        }

        return all;
    }

    private static ImportProblem Of(string name, string row, List<ImportProblem> uses, IReadOnlyList<RegisterTable> brought)
    {
        var register = AllRegisters.InOrder.First(d => d.Name == name);
        var places = uses.GroupBy(u => u.Register, StringComparer.Ordinal).Select(g =>
        {
            var table = brought.FirstOrDefault(t => t.Source == g.Key);
            var cells = g.Take(PlacesShown).Select(u => table is not null && u.Row is { } at && u.Column is { } column ? table.CellName(at, column) : null).OfType<string>().ToList();
            var more = g.Count() - cells.Count;
            return cells.Count == 0 ? $"{g.Key}, {Rows(g.Count())}" : $"{g.Key} {string.Join(", ", cells)}{(more > 0 ? $" and {Rows(more)} more" : "")}";
        });
        return new(
            brought.First(t => t.Name == name).Source, null, register.Key[0].Name, row,
            $"The row {row} is taken out, and is still named in {string.Join("; ", places)}. Put the row back, or take those out too or let them name another.")
        { IsSentence = true };
    }

    private static string Rows(int count) => count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} rows");

    private static bool Holds(IReadOnlyList<RegisterTable> present, string register, string row) =>
        AllRegisters.InOrder.First(d => d.Name == register) is { Key: [var key] } definition && present.FirstOrDefault(t => t.Name == register) is { } table
            && definition.Columns.ToList().IndexOf(key) is var at && table.Rows.Any(r => r.Cells[at] == row);
}
