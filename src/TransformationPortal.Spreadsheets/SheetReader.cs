using System.Globalization;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>What a cell of a sheet holds before it is known what it should hold.</summary>
public enum RawKind
{
    Text,
    Number,

    /// <summary>A number that the sheet shows as a day or a time.</summary>
    Date,
    Boolean,

    /// <summary>What a formula gave when it could not be worked out: <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula without a value.</summary>
    Uncalculated,
}

/// <summary>A cell as a sheet holds it.</summary>
/// <param name="Number">Of a number or a date: the number, days since the end of 1899 where it is a date.</param>
public readonly record struct RawCell(RawKind Kind, string Text, double Number)
{
    public static RawCell Empty { get; } = new(RawKind.Text, "", 0);

    public bool IsEmpty => Kind == RawKind.Text && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">By their column counted from 0; what is not among them is empty.</param>
public sealed record RawRow(int Number, IReadOnlyList<(int Column, RawCell Cell)> Cells)
{
    /// <summary>Whether nobody sees it: it is hidden, or behind a filter.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Reads a sheet row by row, without holding it.</summary>
public sealed class SheetReader(WorkbookPackage package, WorkbookParts parts, WorkbookLimits limits)
{
    /// <summary>The most characters that a cell can have.</summary>
    public const int LongestText = 32_767;

    // Of every spreadsheet program.
    private const int LastRow = 1_048_576;

    private const int Days1904 = 1462;

    private int rows;
    private long characters;

    /// <summary>The columns, from 0, that nobody sees in the sheet that is being read, as far as it is looked at.</summary>
    public IReadOnlySet<int> HiddenColumns { get; private set; } = new HashSet<int>();

    /// <summary>The rows that hold something, in order.</summary>
    /// <param name="merged">Filled with the ranges of merged cells once the rows are read: <c>A5:A9</c>.</param>
    public IEnumerable<RawRow> Read(string part, List<string> merged, CancellationToken ct)
    {
        using var reader = package.Find(part);
        var last = 0;
        var hidden = new HashSet<int>();
        HiddenColumns = hidden;
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                ct.ThrowIfCancellationRequested();
                var isHidden = reader.GetAttribute("hidden") is "1" or "true";
                last = Math.Max(Whole(reader.GetAttribute("r")) ?? 0, last + 1);
                if (Cells(reader) is { Count: > 0 } cells)
                {
                    if (++rows > limits.Rows || last > LastRow)
                    {
                        throw new TooManyRowsException();
                    }

                    yield return new(last, cells) { IsHidden = isHidden };
                }
            }
            else if (reader.LocalName == "col" && reader.GetAttribute("hidden") is "1" or "true")
            {
                hidden.UnionWith(Enumerable.Range(0, limits.Columns).Where(c => c + 1 >= Whole(reader.GetAttribute("min")) && c + 1 <= Whole(reader.GetAttribute("max"))));
            }
            else if (reader.LocalName == "mergeCell" && reader.GetAttribute("ref") is { } range && merged.Count < limits.Problems)
            {
                merged.Add(range);
            }
        }
    }

    private List<(int, RawCell)> Cells(XmlReader reader)
    {
        var cells = new List<(int, RawCell)>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
            {
                continue;
            }

            column = CellNames.ColumnOf(reader.GetAttribute("r")) ?? column + 1;
            var cell = Cell(reader);
            if (!cell.IsEmpty && column < limits.Columns)
            {
                cells.Add((column, cell));
            }
        }

        return cells;
    }

    private RawCell Cell(XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t"), Whole(reader.GetAttribute("s")) ?? 0);
        if (reader.IsEmptyElement)
        {
            return RawCell.Empty;
        }

        var depth = reader.Depth;
        string? value = null;
        var hasFormula = false;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName is "v" or "is")
            {
                value = WorkbookParts.Text(reader, LongestText);
            }
            else if (reader.LocalName == "f")
            {
                hasFormula = true;
            }
        }

        return value is null
            ? hasFormula ? new(RawKind.Uncalculated, "a formula", 0) : RawCell.Empty
            : Typed(type, style, value);
    }

    private RawCell Typed(string? type, int style, string value)
    {
        switch (type)
        {
            case "s":
                return Counted(Whole(value) is { } index && index < parts.Texts.Count ? parts.Texts[index] : throw WorkbookPackage.NotAWorkbook());
            case "str" or "inlineStr" or "d":
                return Counted(value);
            case "b":
                return new(RawKind.Boolean, value.Trim() == "1" ? "TRUE" : "FALSE", 0);
            case "e":
                return new(RawKind.Error, value.Trim(), 0);
            default:
                if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                {
                    return Counted(value);
                }

                var isDate = parts.ShowsDate(style);
                return new(isDate ? RawKind.Date : RawKind.Number, "", isDate && parts.StartsIn1904 ? number + Days1904 : number);
        }
    }

    private RawCell Counted(string text)
    {
        characters += text.Length;
        return characters > limits.Characters ? throw new WorkbookPackage.TooLargeException() : new(RawKind.Text, text, 0);
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>There are more rows than are read.</summary>
    public sealed class TooManyRowsException() : IOException("The workbook has more rows than are read.");
}
