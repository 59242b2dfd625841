using TransformationPortal.Core;

namespace TransformationPortal.Registers.Checks;

/// <summary>The rows of a register, their cells under its columns.</summary>
/// <param name="IsReadable">Whether every column is there, so that rows can be read at all.</param>
/// <param name="IsComplete">Whether every row is among them.</param>
internal sealed record LaidOutRows(IReadOnlyList<(int Number, Dictionary<Column, RegisterCell> Cells)> Rows, bool IsReadable, bool IsComplete);

/// <summary>Brings the cells of a table under the columns of its register, and says which are missing, unknown or repeated.</summary>
internal static class RegisterLayouts
{
    /// <summary>One item a row, under a header that names the columns in any order.</summary>
    public static LaidOutRows ReadRows(RegisterDefinition definition, RegisterTable table, List<ImportProblem> problems)
    {
        var header = table.Header.Select(h => h.Trim()).ToList();
        var known = definition.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        CheckNames(table, [.. header.Select(h => (table.HeadingRow, h))], known, "column", problems);
        var isReadable = problems.Count == 0;
        var rows = new List<(int, Dictionary<Column, RegisterCell>)>();
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != header.Count)
            {
                problems.Add(new(table.Source, row.Number, null, string.Join(',', row.Cells), FormattableString.Invariant(
                    $"{header.Count} cells, as the header has, and there are {row.Cells.Count}; a text with a comma in it stands in quotation marks")));
                continue;
            }

            var cells = definition.Columns.Where(c => c.IsLater).ToDictionary(c => c, _ => new RegisterCell(row.Number, "", null));
            for (var i = 0; i < header.Count; i++)
            {
                if (known.TryGetValue(header[i], out var column))
                {
                    cells[column] = new(row.Number, row.Cells[i].Trim(), null);
                }
            }

            rows.Add((row.Number, cells));
        }

        return new(rows, isReadable, isReadable && rows.Count == table.Rows.Count);
    }

    /// <summary>One item in all, a field a row.</summary>
    public static LaidOutRows ReadFields(RegisterDefinition definition, RegisterTable table, List<ImportProblem> problems)
    {
        if (!table.Header.Select(h => h.Trim()).SequenceEqual(["field", "value"], StringComparer.Ordinal))
        {
            problems.Add(new(table.Source, 1, null, string.Join(',', table.Header), "the two columns field and value"));
            return new([], IsReadable: false, IsComplete: false);
        }

        var known = definition.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(r => r.Cells.Count != 2))
        {
            problems.Add(new(table.Source, row.Number, null, string.Join(',', row.Cells), "a field and its value; a text with a comma in it stands in quotation marks"));
        }

        var pairs = table.Rows.Where(r => r.Cells.Count == 2).Select(r => (r.Number, Name: r.Cells[0].Trim(), Text: r.Cells[1].Trim())).ToList();
        CheckNames(table, [.. pairs.Select(p => (p.Number, p.Name))], known, "field", problems);
        var cells = definition.Columns.Where(c => c.IsLater).ToDictionary(c => c, _ => new RegisterCell(1, "", null));
        foreach (var pair in pairs)
        {
            if (known.TryGetValue(pair.Name, out var column))
            {
                cells[column] = new(pair.Number, pair.Text, null);
            }
        }

        return new([(1, cells)], problems.Count == 0, problems.Count == 0);
    }

    private static void CheckNames(
        RegisterTable table, IReadOnlyList<(int Row, string Name)> found, Dictionary<string, Column> known, string kind, List<ImportProblem> problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ((row, name), at) in found.Select((f, i) => (f, i)))
        {
            // As it is written, where the name of a column was made of it.
            var typed = kind == "column" ? table.Headings?.ElementAtOrDefault(at) ?? name : name;
            if (!known.ContainsKey(name))
            {
                var nearest = Nearest.To(name, known.Keys) is { } near ? known[near].Heading : null;
                problems.Add(new(table.Source, row, name, typed, $"only the {kind}s {string.Join(", ", known.Values.Select(c => c.Heading))}", nearest) { IsHeading = true });
            }
            else if (!names.Add(name))
            {
                problems.Add(new(table.Source, row, name, typed, $"each {kind} once, and this is its second") { IsHeading = true });
            }
        }

        foreach (var missing in known.Values.Where(c => !c.IsLater && !names.Contains(c.Name)))
        {
            problems.Add(new(table.Source, null, missing.Name, null, $"a {kind} headed “{missing.Heading}”, even if nothing is recorded in it") { IsHeading = true });
        }
    }
}
