namespace TransformationPortal.Data.Import;

/// <summary>How a register is laid out.</summary>
public enum RegisterLayout
{
    /// <summary>A row is an item, a column a fact about it.</summary>
    Rows,

    /// <summary>There is one item; a row is a fact about it, under the headings <c>field</c> and <c>value</c>.</summary>
    Fields,
}

/// <summary>A register that the portal can import: what every reader and writer of it needs to know, said once.</summary>
/// <param name="Name">The name of its file without extension, or of its sheet.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Columns">Its columns in order; in the layout <see cref="RegisterLayout.Fields"/>, its fields.</param>
/// <param name="Key">The columns whose values together occur once.</param>
public sealed record RegisterDefinition(string Name, string Title, IReadOnlyList<Column> Columns, IReadOnlyList<Column> Key)
{
    public RegisterLayout Layout { get; init; } = RegisterLayout.Rows;

    /// <summary>Pairs of columns of which the first may not lie after the second: a start and its end.</summary>
    public IReadOnlyList<(Column First, Column Last)> InOrder { get; init; } = [];
}
