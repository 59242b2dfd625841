using TransformationPortal.Core;
using TransformationPortal.Data.Import.Workbooks;

namespace TransformationPortal.Data.Import;

/// <summary>Brings the cells of a CSV file into the same form as those of a sheet, so that both are understood alike.</summary>
public static class CsvUnderstanding
{
    /// <param name="table">As the file holds it.</param>
    /// <param name="register">The register that it is.</param>
    public static RegisterFile Read(RegisterTable table, RegisterDefinition register)
    {
        var notes = new ReadingNotes();
        var header = table.Header.Select(SheetTables.Name).ToList();
        var columns = header.ConvertAll(name => register.Columns.FirstOrDefault(c => c.Name == name));
        var isFields = register.Layout == RegisterLayout.Fields;
        string Understood(Column column, string text, int at, int row)
        {
            var reading = CellReading.OfText(column, text, isTyped: false);
            if (reading.Kind is { } kind)
            {
                notes.Add(table.Source, column.Name, kind, CellNames.Cell(at, row), reading.Note!);
            }

            return reading.Text;
        }

        RegisterTableRow Row(RegisterTableRow row)
        {
            if (isFields)
            {
                var name = row.Cells.Count > 0 ? SheetTables.Name(row.Cells[0]) : "";
                return row.Cells.Count == 2 && register.Columns.FirstOrDefault(c => c.Name == name) is { } field
                    ? row with { Cells = [name, Understood(field, row.Cells[1], 1, row.Number)] }
                    : row;
            }

            return row with { Cells = [.. row.Cells.Select((text, i) => i < columns.Count && columns[i] is { } column ? Understood(column, text, i, row.Number) : text)] };
        }

        var read = table with { Name = register.Name, Header = header, Rows = [.. table.Rows.Select(Row)] };
        return new([read], notes.All, [], null);
    }
}
