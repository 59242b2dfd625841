namespace TransformationPortal.Registers.Update;

/// <summary>What would happen to a row.</summary>
public enum RowChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>A cell that would change.</summary>
/// <param name="From">Empty where nothing is recorded.</param>
/// <param name="To">Empty where nothing would be recorded.</param>
public sealed record CellChange(Column Column, string From, string To);

/// <summary>A row that would come, change or go.</summary>
/// <param name="Key">What rows are matched by.</param>
/// <param name="Name">What tells it from the others, as people read it: <c>TP-07</c>.</param>
/// <param name="Cells">The cells that change; of a row that comes, those that hold something; of one that goes, none.</param>
/// <param name="Row">Its row in the file; none where it goes.</param>
public sealed record RowChange(RowChangeKind Kind, string Key, string Name, IReadOnlyList<CellChange> Cells, int? Row)
{
    /// <summary>The cells of a row that comes, in the order of the register's columns.</summary>
    internal IReadOnlyList<string> CellsOf(RegisterDefinition register) => [.. register.Columns.Select(column => Cells.FirstOrDefault(c => c.Column == column)?.To ?? "")];
}

/// <summary>What would change in a register.</summary>
/// <param name="IsReordered">Whether rows that stay would be shown in another order.</param>
public sealed record RegisterChange(RegisterDefinition Register, IReadOnlyList<RowChange> Rows, bool IsReordered)
{
    public int Count(RowChangeKind kind) => Rows.Count(r => r.Kind == kind);
}

/// <summary>What a file would change, register by register; a register in which nothing changes is not among them.</summary>
public sealed record ProgrammeChanges(IReadOnlyList<RegisterChange> Registers)
{
    public bool IsNone => Registers.Count == 0;

    public int Removals => Registers.Sum(r => r.Count(RowChangeKind.Removed));

    /// <summary>These changes and others, which change nothing that these do.</summary>
    internal ProgrammeChanges With(IReadOnlyList<RegisterChange> others) => others.Count == 0 ? this : new(
    [
        .. Registers.Concat(others).GroupBy(r => r.Register)
            .Select(g => g.First() with { Rows = [.. g.SelectMany(r => r.Rows)], IsReordered = g.Any(r => r.IsReordered) }),
    ]);

    public RegisterChange? Of(RegisterDefinition register) => Registers.FirstOrDefault(r => r.Register == register);
}
