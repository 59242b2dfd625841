using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Files;

/// <summary>A CSV file as the sheet that it is.</summary>
internal static class CsvSheet
{
    /// <param name="fileName">With its extension.</param>
    public static OpenSheet Of(string fileName, IReadOnlyList<RegisterTableRow> lines) => new(
        fileName,
        Path.GetFileNameWithoutExtension(fileName),
        _ => lines.Where(l => l.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).Select(l => new RawRow(
            l.Number,
            [.. l.Cells.Select((text, i) => (Column: i, Cell: new RawCell(RawKind.Text, text, 0))).Where(c => !c.Cell.IsEmpty)])))
    {
        IsTyped = false,

        // Empty lines between the others are not kept, so that a line is found by its number and not by its place.
        Width = row => Found(lines, row)?.Cells.Count ?? 0,
    };

    private static RegisterTableRow? Found(IReadOnlyList<RegisterTableRow> lines, int row)
    {
        var (from, to) = (0, lines.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            if (lines[middle].Number == row)
            {
                return lines[middle];
            }

            (from, to) = lines[middle].Number < row ? (middle + 1, to) : (from, middle - 1);
        }

        return null;
    }
}
