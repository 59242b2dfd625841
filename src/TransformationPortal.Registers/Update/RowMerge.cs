namespace TransformationPortal.Registers.Update;

/// <summary>
/// A row that somebody else changed while it was being filled in, put together field by field. What only one of the two
/// changed is taken from that one; where both did, a person has to choose.
/// </summary>
/// <param name="Cells">In the order of the register's columns; what was typed here where both changed a field.</param>
/// <param name="Contested">The columns that both changed, each to something else.</param>
public sealed record RowMerge(IReadOnlyList<string> Cells, IReadOnlyList<Column> Contested)
{
    /// <param name="was">The cells that were seen.</param>
    /// <param name="mine">The cells as they would be saved.</param>
    /// <param name="theirs">The cells as they are now.</param>
    internal static RowMerge Of(RegisterDefinition register, IReadOnlyList<string> was, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
    {
        var cells = new List<string>();
        var contested = new List<Column>();
        for (var i = 0; i < register.Columns.Count; i++)
        {
            cells.Add(mine[i] == was[i] ? theirs[i] : mine[i]);
            if (mine[i] != was[i] && theirs[i] != was[i] && mine[i] != theirs[i])
            {
                contested.Add(register.Columns[i]);
            }
        }

        return new(cells, contested);
    }
}

/// <summary>A row as its form sends it.</summary>
/// <param name="Typed">In the order of the register's columns.</param>
public sealed record TypedRow(IReadOnlyList<string> Typed)
{
    /// <summary>The fingerprint of the row that was seen; nothing where it is new.</summary>
    public string? Seen { get; init; }

    /// <summary>The cells that were seen, so that what somebody else changed since can be told from what was changed here.</summary>
    public IReadOnlyList<string>? Was { get; init; }

    /// <summary>The key of the questions that were answered with yes; see <see cref="RowOutcome.Asked"/>.</summary>
    public string? Sure { get; init; }

    /// <summary>Whether the day was chosen: a row that says what it said is then about its last change, which had another.</summary>
    public bool IsDayChosen { get; init; }
}
