using TransformationPortal.Core;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Registers;

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

    /// <summary>Whether it came later than others: a programme that was written down before it was there has none of its rows.</summary>
    public bool IsLater { get; init; }

    /// <summary>Pairs of columns of which the first may not lie after the second: a start and its end.</summary>
    public IReadOnlyList<OrderedColumns> InOrder { get; init; } = [];
}

/// <summary>Two columns of which the first may not lie after the second, where both are filled in.</summary>
public sealed class OrderedColumns
{
    private readonly Func<object, object, bool> areReversed;

    private OrderedColumns(Column first, Column last, string expected, Func<object, object, bool> areReversed)
    {
        Expected = expected;
        First = first;
        Last = last;
        this.areReversed = areReversed;
    }

    public Column First { get; }

    public Column Last { get; }

    /// <summary>What the second must be, as an error says it before the first one's name: <c>a date no earlier than</c>.</summary>
    internal string Expected { get; }

    internal static OrderedColumns Dates(Column<DateOnly> first, Column<DateOnly> last) => Of(first, last, "a date no earlier than");

    internal static OrderedColumns Years(Column<FinancialYear> first, Column<FinancialYear> last) => Of(first, last, "a year no earlier than");

    internal static OrderedColumns Amounts(Column<Money> first, Column<Money> last) => Of(first, last, "an amount no lower than");

    internal bool AreReversed(object? first, object? last) => first is not null && last is not null && areReversed(first, last);

    private static OrderedColumns Of<T>(Column<T> first, Column<T> last, string expected)
        where T : struct, IComparable<T> => new(first, last, expected, (from, to) => ((T)from).CompareTo((T)to) > 0);
}
