using TransformationPortal.Core;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>Brings the cells of a sheet into the form in which every register is checked, whatever file it came in.</summary>
internal static class SheetTables
{
    // What a marked copy adds, for people only.
    private const string MarkHeading = "What is wrong";

    public static RegisterTable? Read(RegisterDefinition register, string sheet, IEnumerable<RawRow> rows, ReadingNotes notes, List<ImportProblem> problems)
    {
        using var cursor = rows.GetEnumerator();
        if (!cursor.MoveNext() || cursor.Current.Number != 1)
        {
            problems.Add(new(sheet, 1, null, null, $"the headings {string.Join(", ", register.Columns.Select(c => c.Heading))} in row 1"));
            Drain(cursor);
            return null;
        }

        var isFields = register.Layout == RegisterLayout.Fields;
        var places = new List<int>();
        var header = new List<string>();
        var headed = cursor.Current.Cells.Select(c => c.Column).ToHashSet();
        foreach (var (place, cell) in cursor.Current.Cells)
        {
            var name = Name(cell.Text);
            if (name.Length > 0 && !string.Equals(cell.Text.Trim(), MarkHeading, StringComparison.OrdinalIgnoreCase) && (!isFields || header.Count < 2))
            {
                places.Add(place);
                header.Add(name);
            }
        }

        var columns = header.ConvertAll(name => register.Columns.FirstOrDefault(c => c.Name == name));
        var read = new List<RegisterTableRow>();
        while (cursor.MoveNext())
        {
            var row = new Row(register, sheet, header, columns, places, headed, cursor.Current, notes, problems);
            if (isFields ? row.ReadField() : row.ReadCells())
            {
                read.Add(new(cursor.Current.Number, row.Texts));
            }
        }

        return new(register.Name, sheet, header, read) { Places = places };
    }

    /// <summary>The name of a column by its heading, however it is written: <c>Accountable officer</c>.</summary>
    public static string Name(string heading) => string.Join('_', TypedText.Line(heading).TrimEnd('*').ToLowerInvariant().Split((char[])[' ', '_'], StringSplitOptions.RemoveEmptyEntries));

    private static void Drain(IEnumerator<RawRow> cursor)
    {
        while (cursor.MoveNext())
        {
            // Read to its end, for what stands after the rows.
        }
    }

    private sealed class Row(
        RegisterDefinition register, string sheet, List<string> header, List<Column?> columns, List<int> places, HashSet<int> headed, RawRow row, ReadingNotes notes, List<ImportProblem> problems)
    {
        public string[] Texts { get; } = [.. Enumerable.Repeat("", header.Count)];

        public bool ReadCells()
        {
            foreach (var (place, cell) in row.Cells)
            {
                var at = places.IndexOf(place);
                if (at < 0)
                {
                    // What a marked copy adds has a heading of its own.
                    if (!headed.Contains(place))
                    {
                        notes.Add(sheet, "", "beside", CellNames.Cell(place, row.Number), "what stands beside the table, under no heading, was not read.");
                    }

                    continue;
                }

                Texts[at] = columns[at] is { } column ? Understood(column, cell, place) : cell.Text.Trim();
            }

            return Texts.Any(t => t.Length > 0);
        }

        public bool ReadField()
        {
            if (header.Count < 2 || row.Cells.FirstOrDefault(c => c.Column == places[0]).Cell.Text is not { } label || Name(label) is not { Length: > 0 } name)
            {
                return false;
            }

            Texts[0] = name;
            if (row.Cells.Any(c => c.Column == places[1]))
            {
                var cell = row.Cells.First(c => c.Column == places[1]).Cell;
                Texts[1] = register.Columns.FirstOrDefault(c => c.Name == name) is { } column ? Understood(column, cell, places[1]) : cell.Text.Trim();
            }

            return true;
        }

        private string Understood(Column column, RawCell cell, int place)
        {
            var reading = CellReading.Of(column, cell);
            if (reading.Expected is { } expected)
            {
                problems.Add(new(sheet, row.Number, column.Name, reading.Text, expected));
            }

            if (reading.Kind is { } kind)
            {
                notes.Add(sheet, column.Name, kind, CellNames.Cell(place, row.Number), reading.Note!);
            }

            return reading.Text;
        }
    }
}
