using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers;

/// <summary>
/// Brings the words for bands of confidence in what came in to the portal's own, once all of it is read: a file may bring the
/// council's words together with cells that use them.
/// </summary>
public static class UnderstoodConfidence
{
    /// <param name="present">The words of the programme that is there.</param>
    public static RegisterFile In(RegisterFile file, ConfidenceWords present)
    {
        var own = ConfidenceWords.In(file.Tables);
        var notes = new ReadingNotes();
        var problems = new List<ImportProblem>();
        List<RegisterTable> tables = [.. file.Tables.Select(t => Read(t, own, present, notes, problems))];
        return file with { Tables = tables, Notes = [.. file.Notes, .. notes.All], Problems = [.. file.Problems, .. problems] };
    }

    /// <summary>The text of a cell as the portal says it; as it stands where it is no word for a band, or may be one for two.</summary>
    /// <param name="own">The words that come with it; none where it brings none.</param>
    internal static string Read(Column column, string text, ConfidenceWords? own, ConfidenceWords present)
    {
        var (mine, theirs) = (own?.Find(text), present.Find(text));
        return (mine ?? theirs) is not { } band ? column.Read(text) is { } value ? column.Write(value) : text
            : IsDoubtful(text, own, present) ? text
            : column.Write(band);
    }

    private static bool IsDoubtful(string text, ConfidenceWords? own, ConfidenceWords present) => own?.Find(text) is { } mine && present.Find(text) is { } theirs && mine != theirs;

    private static RegisterTable Read(RegisterTable table, ConfidenceWords? own, ConfidenceWords present, ReadingNotes notes, List<ImportProblem> problems)
    {
        var register = AllRegisters.InOrder.FirstOrDefault(d => d.Name == table.Name);
        List<(int At, Column Column)> columns =
            [.. table.Header.Select((name, i) => (i, register?.Columns.FirstOrDefault(c => c.Name == name && ConfidenceWords.IsOne(c)))).Where(c => c.Item2 is not null).Select(c => (c.i, c.Item2!))];
        return columns.Count == 0 ? table : table with { Rows = [.. table.Rows.Select(Understood)] };

        RegisterTableRow Understood(RegisterTableRow row)
        {
            var cells = row.Cells.ToArray();
            foreach (var (at, column) in columns.Where(c => c.At < cells.Length && cells[c.At].Length > 0))
            {
                var text = cells[at];
                cells[at] = Read(column, text, own, present);
                if (IsDoubtful(text, own, present))
                {
                    problems.Add(new(table.Source, row.Number, column.Name, text,
                        $"“{text}” is {present.Find(text)} in the programme as it is, and {own!.Find(text)} in the one that came with it. Say {present.Find(text)} or {own.Find(text)}, or change the programme’s words first.") { IsSentence = true });
                }
                else if (column.Read(cells[at]) is not null && (own ?? present).Said(column, cells[at]) is var said && said != text)
                {
                    notes.Add(table.Source, column.Name, text.ToUpperInvariant(), table.CellName(row.Number, column.Name), $"“{text}” was read as {said}.");
                }
            }

            return row with { Cells = cells };
        }
    }
}
