namespace TransformationPortal.Spreadsheets;

/// <summary>A sheet of a workbook, or a CSV file, that may be a register.</summary>
/// <param name="Source">What a reader of a message knows it by: the sheet's name, or the file's.</param>
/// <param name="Name">What it is called: the sheet's name, or the file's without its extension.</param>
/// <param name="Rows">The rows that hold something, from the first; the ranges of merged cells are added to the list once they are read.</param>
public sealed record OpenSheet(string Source, string Name, Func<List<string>, IEnumerable<RawRow>> Rows)
{
    private const int RowsLookedAt = 40;

    private IReadOnlyList<RawRow>? first;

    public bool IsHidden { get; init; }

    /// <summary>The columns, from 0, that nobody sees; known once a row is read.</summary>
    public Func<IReadOnlySet<int>>? HiddenColumns { get; init; }

    /// <summary>Whether its cells know numbers and days from texts; in a CSV file everything is text.</summary>
    public bool IsTyped { get; init; } = true;

    /// <summary>How many cells a row has as it stands, where empty ones count: in a CSV file.</summary>
    public Func<int, int>? Width { get; init; }

    /// <summary>The first rows, among which the headings are looked for.</summary>
    public IReadOnlyList<RawRow> First => first ??= [.. Rows([]).Take(RowsLookedAt)];
}
