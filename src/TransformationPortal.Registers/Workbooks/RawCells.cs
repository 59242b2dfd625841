using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>Cells of registers as a spreadsheet has them.</summary>
internal static class RawCells
{
    /// <summary>What a reader sees in a cell that was read.</summary>
    public static string Said(this RawCell cell) => cell.Kind switch
    {
        RawKind.Number => CellReading.Plain(cell.Number),
        RawKind.Date => CellReading.DayOf(cell.Number) is { } day ? DateFormat.Long(day) : CellReading.Plain(cell.Number),
        _ => cell.Text.Trim(),
    };

    /// <summary>A cell to be written, as a number or a day where its column holds one.</summary>
    public static SheetCell Written(string text, Column? column, uint style) => new(text, Number(column?.Read(text)), style);

    private static string? Number(object? value) => value switch
    {
        Money money => money.Pounds.ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        DateOnly day when day.Year >= 1901 =>
            (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
