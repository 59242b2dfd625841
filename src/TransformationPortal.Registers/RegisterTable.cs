using TransformationPortal.Core;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers;

/// <summary>A register as it came in, whether from a CSV file or from a sheet: texts only, nothing understood yet.</summary>
/// <param name="Name">The register's name: a file's name without its extension, or a sheet's.</param>
/// <param name="Source">What a reader of an error knows it by: <c>projects.csv</c>.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The rows under the header.</param>
public sealed record RegisterTable(string Name, string Source, IReadOnlyList<string> Header, IReadOnlyList<RegisterTableRow> Rows)
{
    /// <summary>A register as it is kept, or would be.</summary>
    /// <param name="rows">Cells in the order of the register's columns; one row, or none, where a row is a field.</param>
    internal static RegisterTable Of(RegisterDefinition register, IEnumerable<IReadOnlyList<string>> rows) => register.Layout == RegisterLayout.Fields
        ? new(register.Name, register.Title, ["field", "value"], [.. rows.Take(1).SelectMany(cells => cells.Select((text, i) => new RegisterTableRow(i + 2, [register.Columns[i].Name, text])))])
        : new(register.Name, register.Title, [.. register.Columns.Select(c => c.Name)], [.. rows.Select((cells, i) => new RegisterTableRow(i + 2, cells))]);

    /// <summary>Where each column of the header stands, counted from 0, where a sheet has gaps between them; none where it has not.</summary>
    public IReadOnlyList<int>? Places { get; init; }

    /// <summary>The row in which the headings stand, as a spreadsheet counts.</summary>
    public int HeadingRow { get; init; } = 1;

    /// <summary>The headings as they are written, where they are not the names of columns.</summary>
    public IReadOnlyList<string>? Headings { get; init; }

    /// <summary>Whether nobody sees the sheet.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The numbers of rows that nobody sees: hidden, or behind a filter.</summary>
    public IReadOnlyList<int> HiddenRows { get; init; } = [];

    /// <summary>The names of columns that nobody sees.</summary>
    public IReadOnlyList<string> HiddenColumns { get; init; } = [];

    /// <summary>The name of a cell of a column, as a spreadsheet names it; nothing for a column that is not there.</summary>
    public string? CellName(int row, string column)
    {
        // Where a row is a field, its value stands in the second column.
        var at = Header.SequenceEqual(["field", "value"], StringComparer.Ordinal) ? 1 : Header.ToList().IndexOf(column);
        return at < 0 ? null : CellNames.Cell(Places?[at] ?? at, row);
    }
}

/// <summary>A row of cells, as many as the header has unless the file is at fault.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
public sealed record RegisterTableRow(int Number, IReadOnlyList<string> Cells);
