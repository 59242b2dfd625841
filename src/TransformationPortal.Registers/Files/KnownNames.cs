using TransformationPortal.Core.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Files;

/// <summary>
/// Brings the codes and names in a file to the spelling in which they are kept, where people would call them the same:
/// <c>Orbis</c> is ORBIS, <c>tp 07</c> is TP-07. What is read otherwise than it stands there is said.
/// </summary>
public static class KnownNames
{
    /// <param name="present">The registers as they are kept.</param>
    public static RegisterFile In(RegisterFile file, IReadOnlyList<RegisterTable> present)
    {
        var notes = new ReadingNotes();
        var tables = file.Tables.Select(t => OwnKeys(t, present, notes)).ToList();
        tables = tables.ConvertAll(t => References(t, tables, present, notes));
        return file with { Tables = tables, Notes = [.. file.Notes, .. notes.All] };
    }

    private static RegisterTable OwnKeys(RegisterTable table, IReadOnlyList<RegisterTable> present, ReadingNotes notes)
    {
        var kept = present.FirstOrDefault(t => t.Name == table.Name);
        return kept is not null && Definition(table) is { Layout: RegisterLayout.Rows, Key: [Column { Reference: null } only] } && only.Holds == typeof(string)
            ? Spelt(table, only, new(Texts(kept, only.Name)), notes) : table;
    }

    private static RegisterTable References(RegisterTable table, List<RegisterTable> file, IReadOnlyList<RegisterTable> present, ReadingNotes notes)
    {
        var read = table;
        foreach (var column in Definition(table)?.Columns.Where(c => c.Reference is not null) ?? [])
        {
            var reference = column.Reference!;
            if ((file.Find(t => t.Name == reference.Register) ?? present.FirstOrDefault(t => t.Name == reference.Register)) is { } other)
            {
                read = Spelt(read, column, new(Texts(other, reference.Column)), notes);
            }
        }

        return read;
    }

    private static RegisterTable Spelt(RegisterTable table, Column column, Spellings known, ReadingNotes notes)
    {
        var at = table.Header.ToList().IndexOf(column.Name);
        return at < 0 ? table : table with { Rows = [.. table.Rows.Select(Row)] };

        RegisterTableRow Row(RegisterTableRow row)
        {
            if (at >= row.Cells.Count || row.Cells[at] is not { Length: > 0 } text || known.Find(text) is not { } kept || kept == text)
            {
                return row;
            }

            notes.Add(table.Source, column.Name, "spelt " + text, table.CellName(row.Number, column.Name), $"“{text}” was read as {kept}.");
            var cells = row.Cells.ToArray();
            cells[at] = kept;
            return row with { Cells = cells };
        }
    }

    private static RegisterDefinition? Definition(RegisterTable table) => AllRegisters.InOrder.Append(ActualsSheet.Definition).FirstOrDefault(d => d.Name == table.Name);

    private static IEnumerable<string> Texts(RegisterTable table, string column) =>
        table.Header.ToList().IndexOf(column) is >= 0 and var at ? table.Rows.Where(r => at < r.Cells.Count && r.Cells[at].Length > 0).Select(r => r.Cells[at]) : [];

    // What is kept, by how people compare it; what two share is nobody's.
    private sealed class Spellings
    {
        private readonly HashSet<string> exact;
        private readonly Dictionary<string, string?> alike = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> lettered = new(StringComparer.Ordinal);

        public Spellings(IEnumerable<string> known)
        {
            exact = [.. known];
            foreach (var text in exact)
            {
                Add(alike, MatchingKey.Of(text), text);
                Add(lettered, MatchingKey.Letters(text), text);
            }
        }

        public string? Find(string text) => exact.Contains(text) ? text : alike.GetValueOrDefault(MatchingKey.Of(text)) ?? lettered.GetValueOrDefault(MatchingKey.Letters(text));

        private static void Add(Dictionary<string, string?> texts, string key, string text) => texts[key] = texts.ContainsKey(key) ? null : text;
    }
}
