using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers;

/// <summary>Registers as they were, with what changed since: a row of the same key takes the place of the earlier one, a new key is added.</summary>
internal static class RegisterOverlay
{
    /// <param name="earlier">Every register.</param>
    /// <param name="later">Registers with the changed and the new rows only, with the same columns in the same order.</param>
    /// <exception cref="ImportRefusedException">A later register is of no name, or has other columns than the earlier.</exception>
    public static IReadOnlyList<RegisterTable> Apply(IReadOnlyList<RegisterTable> earlier, IReadOnlyList<RegisterTable> later)
    {
        foreach (var table in later)
        {
            if (earlier.FirstOrDefault(t => t.Name == table.Name) is not { } before || !before.Header.SequenceEqual(table.Header, StringComparer.Ordinal))
            {
                throw new ImportRefusedException($"“{table.Source}” changes no register that is there, or has other columns.");
            }
        }

        return [.. earlier.Select(table => later.FirstOrDefault(t => t.Name == table.Name) is { } changes ? Apply(table, changes) : table)];
    }

    private static RegisterTable Apply(RegisterTable earlier, RegisterTable later)
    {
        var definition = AllRegisters.InOrder.Single(d => d.Name == earlier.Name);

        // A register without a key has nothing that could be changed: its rows are added.
        int[] key = definition.Layout == RegisterLayout.Fields ? [0]
            : definition.Key.Count == 0 ? [.. Enumerable.Range(0, earlier.Header.Count)]
            : [.. definition.Key.Select(c => earlier.Header.ToList().IndexOf(c.Name))];
        string KeyOf(RegisterTableRow row) => string.Join('\u001f', key.Select(i => row.Cells[i]));

        // Rows are numbered anew, so that no two have the same number.
        var changed = later.Rows.ToDictionary(KeyOf, StringComparer.Ordinal);
        var known = earlier.Rows.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var rows = earlier.Rows.Select(r => changed.GetValueOrDefault(KeyOf(r), r)).Concat(later.Rows.Where(r => !known.Contains(KeyOf(r))));
        return earlier with { Rows = [.. rows.Select((row, i) => row with { Number = i + 2 })] };
    }
}
