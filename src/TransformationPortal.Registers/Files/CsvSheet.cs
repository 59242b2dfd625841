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
        Width = row => lines[row - 1].Cells.Count,
    };
}
