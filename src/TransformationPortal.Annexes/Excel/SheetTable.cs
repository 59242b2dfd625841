using TransformationPortal.Core;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Excel;

/// <summary>One cell as a workbook stores it: a text, or a number with its format and, for a total, its formula.</summary>
internal readonly record struct SheetCell(string? Text, decimal? Number, string? Format, string? Formula, bool IsStrong)
{
    public static SheetCell Blank => default;

    public static SheetCell Words(string? text, bool isStrong = false) => new(text, null, null, null, isStrong);

    public static SheetCell Of(decimal? number, string format, bool isStrong = false, string? formula = null) =>
        number is null ? Blank with { IsStrong = isStrong } : new(null, number, format, formula, isStrong);
}

/// <summary>A table as one sheet: a header row, then rows, nothing else.</summary>
/// <param name="Widths">Of each column, in characters.</param>
/// <param name="IsNumber">Whether each column holds numbers.</param>
internal sealed record SheetTable(
    string Key, string Title, string Remarks, IReadOnlyList<string> Headings, IReadOnlyList<int> Widths, IReadOnlyList<bool> IsNumber, IEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    private const int RowsUnderHeader = 2;

    public string SheetName => SheetNames.Sheet(Key);

    /// <summary>A table of figures: labels, figures as numbers, and at the end what kind of row it is.</summary>
    public static SheetTable Of(FigureTable table, EntrySheets entries)
    {
        var format = NumberFormats.Of(table.Format);
        return new(
            table.Key, table.Title, string.Join(" ", table.Notes.Prepend(table.Format.Units())),
            SheetNames.Columns([table.RowHeading, .. table.Columns.Select(c => c.FullLabel), "Kind of row"]),
            [Math.Clamp(table.Rows.Select(r => r.Label.Length).Append(table.RowHeading.Length).Max() + 3, 12, 60), .. table.Columns.Select(c => Math.Max(12, c.FullLabel.Length + 4)), 18],
            [false, .. table.Columns.Select(_ => true), false],
            table.Rows.Select((row, r) => (IReadOnlyList<SheetCell>)
            [
                SheetCell.Words(row.Label, IsTotal(row)),
                .. row.Cells.Select((cell, c) => SheetCell.Of(table.Format.Number(cell.Figure?.Amount), format, IsTotal(row), Formula(table, new CellPlace(r, c), entries))),
                SheetCell.Words(KindName(row.Kind), IsTotal(row)),
            ]));
    }

    public static SheetTable Of(PaperTable table) => new(
        table.Key, table.Title, string.Join(" ", table.Notes),
        SheetNames.Columns(table.Columns.Select(c => c.Label)),
        [.. table.Columns.Select(c => Math.Clamp(c.Weight * 6 / 10, Math.Min(60, Math.Max(12, c.Label.Length + 4)), 70))],
        [.. table.Columns.Select(c => c.Kind is not (RegisterColumnKind.Text or RegisterColumnKind.Rating))],
        table.Rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(Cell)]));

    private static SheetCell Cell(RegisterCell? cell) => cell switch
    {
        null => SheetCell.Blank,
        RegisterCell.OfText(var text) => SheetCell.Words(text),
        RegisterCell.OfRating rating => SheetCell.Words(rating.Text),
        RegisterCell.OfDay(var day) => SheetCell.Of(DayNumber(day), NumberFormats.Date),
        RegisterCell.OfPounds(var amount) => SheetCell.Of(amount.Pounds, NumberFormats.Pounds),
        RegisterCell.OfNumber(var number) => SheetCell.Of(number, NumberFormats.Count),
        RegisterCell.OfFigure(var figure) => SheetCell.Of(figure.Amount, figure.Unit switch
        {
            FigureUnit.Pounds => NumberFormats.Pounds,
            FigureUnit.Share => NumberFormats.Percent,
            _ => NumberFormats.Count,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Unknown kind of cell."),
    };

    // A cell that others of its table add up to is their sum; a total whose parts are elsewhere is the sum of its entries.
    private static string? Formula(FigureTable table, CellPlace place, EntrySheets entries)
    {
        var parts = entries.Sums.PartsOf(table, place);
        if (parts.Count > 0)
        {
            return SumFormula.Of([.. parts.Select(p => (Column: p.Column + 1, Row: p.Row + RowsUnderHeader))]);
        }

        var row = table.Rows[place.Row];
        return IsTotal(row) && row.Cells[place.Column].Figure is { Amount: not null } figure ? entries.Formula(figure, table.Format) : null;
    }

    private static bool IsTotal(FigureRow row) => row.Kind is FigureRowKind.Total or FigureRowKind.GrandTotal;

    private static string KindName(FigureRowKind kind) => kind switch
    {
        FigureRowKind.Item => "Item",
        FigureRowKind.Total => "Total",
        FigureRowKind.GrandTotal => "Grand total",
        FigureRowKind.Memo => "Pending decision",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of row."),
    };

    // Days as a spreadsheet counts them, 1 January 1900 being day 1 and 1900 wrongly a leap year.
    private static decimal DayNumber(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
