using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Fills in the columns that a file made before they were there cannot have: with what is recorded of the same row, so that an
/// older workbook changes nothing that it never knew of. Pure.
/// </summary>
internal static class LaterColumns
{
    /// <param name="present">The present programme.</param>
    /// <param name="tables">Those that came in.</param>
    public static IReadOnlyList<RegisterTable> Filled(IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> tables) =>
        [.. tables.Select(table => AllRegisters.FindKept(table.Name) is { } register ? Filled(register, present.First(t => t.Name == register.Name), table) : table)];

    private static RegisterTable Filled(RegisterDefinition register, RegisterTable present, RegisterTable table)
    {
        if (register.Layout == RegisterLayout.Fields)
        {
            return WithFields(register, present, table);
        }

        var header = table.Header.ToList();
        var missing = register.Columns.Select((c, i) => (Column: c, At: i)).Where(c => c.Column.IsLater && !header.Contains(c.Column.Name)).ToList();

        // A table that the checks will refuse as it is laid out is left to them.
        if (missing.Count == 0 || register.Key.Any(c => !header.Contains(c.Name)) || table.Rows.Any(r => r.Cells.Count != header.Count))
        {
            return table;
        }

        var places = register.Columns.Select(c => header.IndexOf(c.Name)).ToList();
        var known = present.Rows.ToDictionary(r => RowKeys.Of(register, r.Cells), r => r.Cells, StringComparer.Ordinal);
        string KeyOf(IReadOnlyList<string> cells) => RowKeys.Of(register, [.. register.Columns.Select((c, i) => places[i] < 0 ? "" : Written(c, cells[places[i]].Trim()))]);
        IReadOnlyList<string> With(IReadOnlyList<string> cells) => known.TryGetValue(KeyOf(cells), out var was)
            ? [.. cells, .. missing.Select(c => was[c.At])]
            : [.. cells, .. missing.Select(_ => "")];
        return table with
        {
            Header = [.. header, .. missing.Select(c => c.Column.Name)],
            Places = table.Places is { Count: > 0 } at ? [.. at, .. missing.Select((_, i) => at.Max() + 1 + i)] : null,
            Rows = [.. table.Rows.Select(row => row with { Cells = With(row.Cells) })],
        };
    }

    private static RegisterTable WithFields(RegisterDefinition register, RegisterTable present, RegisterTable table)
    {
        var named = table.Rows.Where(r => r.Cells.Count > 0).Select(r => r.Cells[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var missing = register.Columns.Where(c => c.IsLater && !named.Contains(c.Name)).ToList();
        return missing.Count == 0 || table.Rows.Count == 0 ? table : table with
        {
            Rows =
            [
                .. table.Rows,
                .. missing.Select((c, i) => new RegisterTableRow(table.Rows[^1].Number + 1 + i, [c.Name, present.Rows.FirstOrDefault(r => r.Cells[0] == c.Name)?.Cells[1] ?? ""])),
            ],
        };
    }

    private static string Written(Column column, string text) => text.Length > 0 && column.Read(text) is { } value ? column.Write(value) : text;
}
