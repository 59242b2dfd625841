namespace TransformationPortal.Registers;

/// <summary>What a column says of a row.</summary>
/// <typeparam name="TRow">The row: an entity, or a row of the programme.</typeparam>
/// <param name="Column">The column.</param>
/// <param name="Value">Its value; nothing where the cell is empty.</param>
internal sealed record ColumnValue<TRow>(Column Column, Func<TRow, object?> Value);

/// <summary>Joins columns to what they say of a row: the compiler holds that it is what the column holds.</summary>
internal static class ColumnValues
{
    public static ColumnValue<TRow> Of<TRow, T>(this Column<T> column, Func<TRow, T?> value)
        where T : struct => new(column, row => value(row));

    public static ColumnValue<TRow> Of<TRow>(this Column<string> column, Func<TRow, string?> value) => new(column, value);
}

/// <summary>Writes rows as cells, in the order of the register's columns.</summary>
internal sealed class RowCells<TRow>
{
    private readonly IReadOnlyList<ColumnValue<TRow>> values;

    /// <param name="values">In any order.</param>
    /// <exception cref="ArgumentException">A column has no value, or has two, or one is no column of the register.</exception>
    public RowCells(RegisterDefinition register, IReadOnlyList<ColumnValue<TRow>> values)
    {
        this.values = [.. register.Columns.Select(column => values.Single(v => v.Column == column))];
        if (values.Count != register.Columns.Count)
        {
            throw new ArgumentException($"{register.Name} has not every one of these columns.", nameof(values));
        }
    }

    /// <summary>The value of a column, by its place in the register.</summary>
    public object? Value(TRow row, int at) => values[at].Value(row);

    public IReadOnlyList<string> Of(TRow row)
    {
        var cells = new string[values.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[i].Value(row) is { } value ? values[i].Column.Write(value) : "";
        }

        return cells;
    }
}
