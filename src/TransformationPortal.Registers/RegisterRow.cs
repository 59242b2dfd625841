namespace TransformationPortal.Registers;

/// <summary>A row whose every cell has been read as what its column holds.</summary>
public sealed class RegisterRow
{
    private readonly RegisterTable table;
    private readonly Dictionary<Column, RegisterCell> cells;

    internal RegisterRow(RegisterTable table, int number, Dictionary<Column, RegisterCell> cells)
    {
        this.table = table;
        this.cells = cells;
        Number = number;
    }

    /// <summary>A row of cells that were read before, in the order of the register's columns.</summary>
    internal static RegisterRow Of(RegisterDefinition register, IReadOnlyList<string> cells) => new(
        new(register.Name, register.Title, [], []), 0,
        register.Columns.Select((column, i) => (column, text: cells[i])).ToDictionary(c => c.column, c => new RegisterCell(0, c.text, c.text.Length == 0 ? null : c.column.Read(c.text))));

    /// <summary>As a spreadsheet counts, the header being row 1.</summary>
    public int Number { get; }

    /// <summary>The value of a column that is never empty.</summary>
    public T Get<T>(Column<T> column)
        where T : notnull => (T)cells[column].Value!;

    /// <summary>The value of a column that may be empty.</summary>
    public T? Find<T>(Column<T> column)
        where T : struct => (T?)cells[column].Value;

    /// <inheritdoc cref="Find{T}(Column{T})"/>
    public string? Find(Column<string> column) => (string?)cells[column].Value;

    internal object? Value(Column column) => cells[column].Value;

    /// <summary>Says that a cell of this row, well-formed by itself, does not fit the others.</summary>
    internal ImportProblem Problem(Column column, string expected, string? nearest = null) =>
        new(table.Source, cells[column].Row, column.Name, cells[column].Text is { Length: > 0 } text ? text : null, expected, nearest);
}

/// <summary>A cell: where it stands, what it says and what that was read as.</summary>
internal readonly record struct RegisterCell(int Row, string Text, object? Value);
