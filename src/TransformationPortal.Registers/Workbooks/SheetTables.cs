using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Registers.Files;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>Brings the cells of a sheet into the form in which every register is checked, whatever file it came in.</summary>
internal static class SheetTables
{
    // What a marked copy adds, for people only.
    private const string MarkHeading = "What is wrong";

    public static RegisterTable? Read(RegisterDefinition register, OpenSheet sheet, ReadingNotes notes, List<ImportProblem> problems, CancellationToken ct)
    {
        var merged = new List<string>();
        using var cursor = sheet.Rows(merged).GetEnumerator();
        var headings = RegisterHeadings.Find(register, sheet.First)?.Row ?? 1;
        var above = 0;
        var isThere = cursor.MoveNext();
        for (; isThere && cursor.Current.Number < headings; isThere = cursor.MoveNext())
        {
            above++;
        }

        if (!isThere || cursor.Current.Number != headings)
        {
            problems.Add(new(sheet.Source, 1, null, null, $"the headings {string.Join(", ", register.Columns.Select(c => c.Heading))} in row 1"));
            return null;
        }

        if (above > 0)
        {
            notes.Add(sheet.Source, "", "above", null, string.Create(CultureInfo.InvariantCulture, $"the headings stand in row {headings}; what stands above them was not read."));
        }

        var isFields = register.Layout == RegisterLayout.Fields;
        var places = new List<int>();
        var header = new List<string>();
        var said = new List<string>();
        var headed = cursor.Current.Cells.Select(c => c.Column).ToHashSet();
        foreach (var (place, cell) in cursor.Current.Cells)
        {
            var name = RegisterHeadings.NameOf(cell.Text);
            if (name.Length > 0 && !string.Equals(cell.Text.Trim(), MarkHeading, StringComparison.OrdinalIgnoreCase) && (!isFields || header.Count < 2))
            {
                var known = isFields ? null : RegisterHeadings.ColumnOf(register, cell.Text);
                if (known is not null && known.Name != name)
                {
                    notes.Add(sheet.Source, known.Name, "heading", CellNames.Cell(place, headings), $"the heading “{cell.Text.Trim()}” was read as {known.Heading}.");
                }

                places.Add(place);
                header.Add(known?.Name ?? name);
                said.Add(cell.Text.Trim());
            }
        }

        var unseen = sheet.HiddenColumns?.Invoke() ?? new HashSet<int>();
        var hiddenRows = new List<int>();
        var columns = header.ConvertAll(name => register.Columns.FirstOrDefault(c => c.Name == name));
        var read = new List<RegisterTableRow>();
        while (cursor.MoveNext())
        {
            ct.ThrowIfCancellationRequested();
            var row = new Row(register, sheet, header, columns, places, headed, cursor.Current, notes, problems);
            if (isFields ? row.ReadField() : row.ReadCells())
            {
                read.Add(new(cursor.Current.Number, row.Texts));
                if (cursor.Current.IsHidden)
                {
                    hiddenRows.Add(cursor.Current.Number);
                    notes.Add(sheet.Source, "", "hidden rows", CellNames.Cell(places[0], cursor.Current.Number), "the row is hidden, or behind a filter; it was read like the others.");
                }
            }
        }

        foreach (var range in merged.Where(r => LastRow(r) >= headings))
        {
            problems.Add(new(sheet.Source, null, null, range, "cells that are not merged; unmerge them and fill in each"));
        }

        return new(register.Name, sheet.Source, header, read)
        {
            Places = places, HeadingRow = headings, Headings = said, IsHidden = sheet.IsHidden, HiddenRows = hiddenRows, HiddenColumns = [.. header.Where((_, i) => unseen.Contains(places[i]))],
        };
    }

    // The last row of a range such as A5:B9.
    private static int LastRow(string range) =>
        int.TryParse(string.Concat(range[(range.IndexOf(':', StringComparison.Ordinal) + 1)..].Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : int.MaxValue;

    private sealed class Row(
        RegisterDefinition register, OpenSheet sheet, List<string> header, List<Column?> columns, List<int> places, HashSet<int> headed, RawRow row, ReadingNotes notes, List<ImportProblem> problems)
    {
        public string[] Texts { get; } = [.. Enumerable.Repeat("", header.Count)];

        private bool IsTooWide { get; set; }

        public bool ReadCells()
        {
            foreach (var (place, cell) in row.Cells)
            {
                var at = places.IndexOf(place);
                if (at < 0)
                {
                    // What a marked copy adds has a heading of its own.
                    if (!headed.Contains(place) && sheet.Width is not null)
                    {
                        IsTooWide = true;
                    }
                    else if (!headed.Contains(place))
                    {
                        notes.Add(sheet.Source, "", "beside", CellNames.Cell(place, row.Number), "what stands beside the table, under no heading, was not read.");
                    }

                    continue;
                }

                Texts[at] = cell.Said();
            }

            if (NoteRows.IsOne(register, columns, Texts, row))
            {
                notes.Add(sheet.Source, "", string.Create(CultureInfo.InvariantCulture, $"left out {row.Number}"), CellNames.Cell(row.Cells[0].Column, row.Number),
                    $"the row was taken for a total or a note and left out: {string.Join(", ", row.Cells.Select(c => c.Cell.Said()))}.");
                return false;
            }

            if (IsTooWide)
            {
                var (most, width) = (places.Count, sheet.Width!(row.Number));
                problems.Add(new(sheet.Source, row.Number, null, string.Join(", ", row.Cells.Select(c => c.Cell.Text)), string.Create(
                    CultureInfo.InvariantCulture, $"{most} cells, as the headings have, and there are {width}; a text with a comma in it stands in quotation marks")));
            }

            foreach (var (place, cell) in row.Cells)
            {
                if (places.IndexOf(place) is >= 0 and var at && columns[at] is { } column)
                {
                    Texts[at] = Understood(column, cell, place);
                }
            }

            return Texts.Any(t => t.Length > 0);
        }

        public bool ReadField()
        {
            if (header.Count < 2 || row.Cells.FirstOrDefault(c => c.Column == places[0]).Cell.Text is not { } label || RegisterHeadings.NameOf(label) is not { Length: > 0 } name)
            {
                return false;
            }

            Texts[0] = name;
            if (row.Cells.Any(c => c.Column == places[1]))
            {
                var cell = row.Cells.First(c => c.Column == places[1]).Cell;
                Texts[1] = register.Columns.FirstOrDefault(c => c.Name == name) is { } column ? Understood(column, cell, places[1]) : cell.Said();
            }

            return true;
        }

        private string Understood(Column column, RawCell cell, int place)
        {
            var reading = CellReading.Of(column, cell, sheet.IsTyped);
            if (reading.Expected is { } expected)
            {
                problems.Add(new(sheet.Source, row.Number, column.Name, reading.Text, expected));
            }

            if (reading.Kind is { } kind)
            {
                notes.Add(sheet.Source, column.Name, kind, CellNames.Cell(place, row.Number), reading.Note!);
            }

            return reading.Text;
        }
    }
}
