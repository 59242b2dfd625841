using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>Finds what a checked programme would change of the present one. Pure.</summary>
internal static class ProgrammeComparison
{
    // The order of these means something to readers: it is the order in which they meet them.
    private static readonly RegisterDefinition[] Ordered =
        [BoardsRegister.Definition, WorkstreamsRegister.Definition, DirectoratesRegister.Definition, SourcesRegister.Definition, ActivitiesRegister.Definition];

    public static ProgrammeChanges Compare(IReadOnlyList<RegisterTable> present, ProgrammeData data) => new(
    [
        .. AllRegisters.Kept.Select(register => Compare(register, present.First(t => t.Name == register.Name), data[register]))
            .Where(c => c.Rows.Count > 0 || c.IsReordered),
    ]);

    /// <summary>The cells of a checked row, written the one way that equal values are.</summary>
    public static IReadOnlyList<string> Cells(RegisterDefinition register, RegisterRow row) =>
        [.. register.Columns.Select(c => row.Value(c) is { } value ? c.Write(value) : "")];

    private static RegisterChange Compare(RegisterDefinition register, RegisterTable present, IReadOnlyList<RegisterRow> rows)
    {
        var before = Present(register, present);
        var old = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var cells in before)
        {
            old[RowKeys.Of(register, cells)] = cells;
        }

        var changes = new List<RowChange>();
        var met = new List<string>(rows.Count);
        foreach (var row in rows)
        {
            var cells = Cells(register, row);
            var key = RowKeys.Of(register, cells);
            met.Add(key);
            var isKnown = old.TryGetValue(key, out var was);
            var differing = register.Columns.Select((c, i) => new CellChange(c, was?[i] ?? "", cells[i])).Where(c => c.From != c.To).ToList();
            if (!isKnown || differing.Count > 0)
            {
                changes.Add(new(isKnown ? RowChangeKind.Changed : RowChangeKind.Added, key, RowKeys.NameOf(register, cells), differing, row.Number));
            }
        }

        var kept = met.ToHashSet(StringComparer.Ordinal);
        changes.AddRange(before.Select(cells => (Key: RowKeys.Of(register, cells), Cells: cells)).Where(r => !kept.Contains(r.Key))
            .Select(r => new RowChange(RowChangeKind.Removed, r.Key, RowKeys.NameOf(register, r.Cells), [], null)));
        var isReordered = Ordered.Contains(register) && !old.Keys.Where(kept.Contains).SequenceEqual(met.Where(old.ContainsKey), StringComparer.Ordinal);
        return new(register, changes, isReordered);
    }

    // Where a row is a field, the fields together are the one row; empty ones are that there is none.
    private static IReadOnlyList<IReadOnlyList<string>> Present(RegisterDefinition register, RegisterTable table)
    {
        if (register.Layout == RegisterLayout.Rows)
        {
            return [.. table.Rows.Select(r => r.Cells)];
        }

        IReadOnlyList<string> fields = [.. table.Rows.Select(r => r.Cells[1])];
        return fields.All(f => f.Length == 0) ? [] : [fields];
    }
}
