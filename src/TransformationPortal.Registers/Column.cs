namespace TransformationPortal.Registers;

/// <summary>A column of a register: its name, what its cells hold, and whether they may be empty.</summary>
public abstract class Column(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether a cell of it may be empty, meaning that nothing is recorded.</summary>
    public bool IsOptional { get; protected init; }

    /// <summary>
    /// Whether the register was without it once, so that files made then have no such column: what is recorded in it then stays.
    /// </summary>
    public bool IsLater { get; protected init; }

    /// <summary>What its cells hold, as an error says it: <c>a date such as 2019-06-30</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The only values allowed, where the column is a choice.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>The register and column whose values it names, where it refers to another row.</summary>
    public ColumnReference? Reference { get; protected init; }

    /// <summary>Its name as the heading of a sheet or a label: <c>Accountable officer</c>.</summary>
    public string Heading => char.ToUpperInvariant(Name[0]) + Name[1..].Replace('_', ' ');

    /// <summary>The type of what its cells are read as.</summary>
    public abstract Type Holds { get; }

    /// <summary>The text of a value as <see cref="Read"/> reads it again; the same for equal values.</summary>
    internal abstract string Write(object value);

    /// <summary>Reads a cell that is not empty; nothing when it is not what the column holds.</summary>
    internal abstract object? Read(string text);

    /// <summary>What is to be said of a text that is not empty, beyond the value that it is read as.</summary>
    internal abstract CellRemarks RemarksOn(string text);
}

/// <summary>A column of another register that must hold the value.</summary>
public sealed record ColumnReference(string Register, string Column);

/// <summary>A column whose cells hold values of a type.</summary>
/// <typeparam name="T">What a cell is once it is read.</typeparam>
public sealed class Column<T> : Column
    where T : notnull
{
    private readonly CellType<T> type;

    internal Column(string name, CellType<T> type, ColumnReference? reference = null)
        : base(name)
    {
        this.type = type;
        Reference = reference;
    }

    public override string Expected => type.Expected;

    public override IReadOnlyList<string> Choices => type.Choices;

    public override Type Holds => typeof(T);

    /// <summary>The same column, whose cells may be empty.</summary>
    public Column<T> Optional() => new(Name, type, Reference) { IsOptional = true };

    /// <summary>The same column, whose cells may be empty and which older files are without.</summary>
    public Column<T> Later() => new(Name, type, Reference) { IsOptional = true, IsLater = true };

    internal override string Write(object value) => type.Write((T)value);

    internal override object? Read(string text) => type.TryRead(text, out var value) ? value : null;

    internal override CellRemarks RemarksOn(string text) => type.Remarks?.Invoke(text) ?? default;
}
