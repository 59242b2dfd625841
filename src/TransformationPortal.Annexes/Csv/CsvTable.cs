using System.Globalization;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Csv;

/// <summary>A column of a CSV file, as its metadata describes it.</summary>
/// <param name="Name">Lower-case letters, digits and underlines; unique in the file.</param>
/// <param name="DataType">A data type of CSV on the Web.</param>
/// <param name="Unit">What one of a number stands for; none for a text.</param>
internal sealed record CsvColumn(string Name, string Title, string DataType, string? Unit);

/// <summary>
/// A table as a CSV file holds it: a first column that numbers the rows and is the key, then every cell as plain text, an
/// empty one where nothing is recorded. Numbers have no thousands separators and every decimal they need.
/// </summary>
internal sealed record CsvTable(string Key, string Title, IReadOnlyList<string> Remarks, IReadOnlyList<CsvColumn> Columns, IEnumerable<IReadOnlyList<string>> Rows)
{
    public string FileName => Key + ".csv";

    public string MetadataName => FileName + "-metadata.json";

    public static CsvTable Of(FigureTable table)
    {
        var type = table.Format.Decimals() == 0 ? "integer" : "decimal";
        var places = "0." + new string('0', table.Format.Decimals()) + new string('#', 20);
        return new(
            table.Key, table.Title, [table.Format.Units(), .. table.Notes],
            Numbered(
            [
                new("kind", "Kind of row", "string", null), new(NameOf(table.RowHeading), table.RowHeading, "string", null),
                .. table.Columns.Select(c => new CsvColumn(NameOf(c.FullLabel), c.FullLabel, type, table.Format.Unit())),
            ]),
            table.Rows.Select((row, i) => (IReadOnlyList<string>)
            [
                RowNumber(i), KindName(row.Kind), Text(row.Label),
                .. row.Cells.Select(c => table.Format.Number(c.Figure?.Amount)?.ToString(places, CultureInfo.InvariantCulture) ?? ""),
            ]));
    }

    public static CsvTable Of(PaperTable table) => new(
        table.Key, table.Title, table.Notes,
        Numbered(table.Columns.Select(c => new CsvColumn(c.Name, c.Label, DataType(c.Kind), c.Kind == RegisterColumnKind.Pounds ? "pounds sterling" : null))),
        table.Rows.Select((row, i) => (IReadOnlyList<string>)[RowNumber(i), .. row.Select(Cell)]));

    private static string Cell(RegisterCell? cell) => cell switch
    {
        null => "",
        RegisterCell.OfText(var text) => Text(text),
        RegisterCell.OfRating rating => rating.Text,
        RegisterCell.OfDay(var day) => DateFormat.Iso(day),
        RegisterCell.OfPounds(var amount) => Plain(amount.Pounds),
        RegisterCell.OfNumber(var number) => Plain(number),
        RegisterCell.OfFigure(var figure) => Plain(figure.Amount!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Unknown kind of cell."),
    };

    private static string DataType(RegisterColumnKind kind) => kind switch
    {
        RegisterColumnKind.Text or RegisterColumnKind.Rating => "string",
        RegisterColumnKind.Date => "date",
        RegisterColumnKind.Pounds or RegisterColumnKind.Number or RegisterColumnKind.Figure => "decimal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of column."),
    };

    private static string KindName(FigureRowKind kind) => kind switch
    {
        FigureRowKind.Item => "item",
        FigureRowKind.Total => "total",
        FigureRowKind.GrandTotal => "grand total",
        FigureRowKind.Memo => "pending decision",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of row."),
    };

    // The row's number comes first, and no two columns have one name.
    private static IReadOnlyList<CsvColumn> Numbered(IEnumerable<CsvColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "row" };
        List<CsvColumn> named = [new("row", "Row", "integer", null)];
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{i}");
            }

            named.Add(column with { Name = name, Title = XmlText.Clean(column.Title) });
        }

        return named;
    }

    private static string NameOf(string heading)
    {
        var letters = new string([.. heading.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        var name = string.Join('_', letters.Split('_', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "column" : name;
    }

    private static string Text(string text) => CsvText.Neutral(XmlText.Clean(text));

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string RowNumber(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
