using System.Globalization;
using System.Text;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>Reads the sheets of an OpenDocument spreadsheet (.ods), all of which are one part of the file.</summary>
public sealed class OpenDocumentSheets(WorkbookPackage package, WorkbookLimits limits)
{
    private const string Content = "content.xml";

    // What fills a sheet to its end is one element that is said to be repeated.
    private const int MostRepeated = 10_000;

    private readonly DateTime epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private int rows;
    private long characters;

    /// <summary>Whether the package is one of these.</summary>
    public static bool AreIn(WorkbookPackage package) => package.Has(Content) && package.Has("META-INF/manifest.xml");

    /// <summary>The sheets, in order.</summary>
    /// <exception cref="SpreadsheetRefusedException">The file is protected by a password.</exception>
    public IReadOnlyList<OpenSheet> Sheets(CancellationToken ct)
    {
        using (var manifest = package.Find("META-INF/manifest.xml"))
        {
            while (manifest?.Read() == true)
            {
                if (manifest.LocalName == "encryption-data")
                {
                    throw new SpreadsheetRefusedException("The file is protected by a password. Take the password off and upload it again.");
                }
            }
        }

        // All of them are one part, so they are read in one go: rows and characters are bounded.
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var sheets = new List<OpenSheet>();
        using var reader = package.Find(Content) ?? throw WorkbookPackage.NotAWorkbook();
        string? style = null;
        while (reader.Read())
        {
            if (IsElement(reader, "style"))
            {
                style = Attribute(reader, "name");
            }
            else if (IsElement(reader, "table-properties") && style is not null && Attribute(reader, "display") == "false")
            {
                hidden.Add(style);
            }
            else if (IsElement(reader, "table") && Attribute(reader, "name") is { } name)
            {
                var (isHidden, merged) = (Attribute(reader, "style-name") is { } own && hidden.Contains(own), new List<string>());
                var unseen = new HashSet<int>();
                var read = Rows(reader, merged, unseen, ct);
                sheets.Add(new(name.Trim(), name.Trim(), ranges => Given(read, ranges, merged)) { IsHidden = isHidden, HiddenColumns = () => unseen });
            }
        }

        return sheets;
    }

    private static List<RawRow> Given(List<RawRow> rows, List<string> ranges, List<string> merged)
    {
        ranges.AddRange(merged);
        return rows;
    }

    private List<RawRow> Rows(XmlReader reader, List<string> merged, HashSet<int> unseen, CancellationToken ct)
    {
        var read = new List<RawRow>();
        if (reader.IsEmptyElement)
        {
            return read;
        }

        var (depth, last, column) = (reader.Depth, 0, 0);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (IsElement(reader, "table-column"))
            {
                var next = (int)Math.Min((long)column + Repeated(reader, "number-columns-repeated"), limits.Columns);
                unseen.UnionWith(Attribute(reader, "visibility") is "collapse" or "filter" && next > column ? Enumerable.Range(column, next - column) : []);
                column = next;
            }

            if (!IsElement(reader, "table-row"))
            {
                continue;
            }

            ct.ThrowIfCancellationRequested();
            var repeated = Repeated(reader, "number-rows-repeated");
            var isHidden = Attribute(reader, "visibility") is "collapse" or "filter";
            var cells = Cells(reader, last + 1, merged);
            for (var i = 0; i < repeated && cells.Count > 0; i++)
            {
                if (i == MostRepeated || ++rows > limits.Rows)
                {
                    throw new SheetReader.TooManyRowsException();
                }

                read.Add(new(last + 1 + i, cells) { IsHidden = isHidden });
            }

            last = (int)Math.Min((long)last + repeated, int.MaxValue - 1);
        }

        return read;
    }

    private List<(int, RawCell)> Cells(XmlReader reader, int row, List<string> merged)
    {
        var cells = new List<(int, RawCell)>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var (depth, column) = (reader.Depth, 0);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var (repeated, isCovered) = (Repeated(reader, "number-columns-repeated"), reader.LocalName == "covered-table-cell");
            var (across, down) = (Repeated(reader, "number-columns-spanned"), Repeated(reader, "number-rows-spanned"));
            var cell = Cell(reader);
            if ((across > 1 || down > 1) && merged.Count < limits.Problems)
            {
                merged.Add($"{CellNames.Cell(column, row)}:{CellNames.Cell(column + across - 1, row + down - 1)}");
            }

            for (var i = 0; i < repeated && column + i < limits.Columns && !cell.IsEmpty && !isCovered; i++)
            {
                cells.Add((column + i, cell));
            }

            column = (int)Math.Min((long)column + repeated, int.MaxValue / 2);
        }

        return cells;
    }

    private RawCell Cell(XmlReader reader)
    {
        var (type, value) = (Attribute(reader, "value-type"), Attribute(reader, "value"));
        var (date, time, truth) = (Attribute(reader, "date-value"), Attribute(reader, "time-value"), Attribute(reader, "boolean-value"));
        var hasFormula = Attribute(reader, "formula") is not null;
        var text = Text(reader);
        characters += text.Length;
        if (characters > limits.Characters)
        {
            throw new WorkbookPackage.TooLargeException();
        }

        return type switch
        {
            "float" or "currency" or "percentage" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                new(RawKind.Number, "", number),
            "date" when DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var day) => new(RawKind.Date, "", (day - epoch).TotalDays),
            "time" when TimeOf(time) is { } span => new(RawKind.Date, "", span.TotalDays),
            "boolean" => new(RawKind.Boolean, truth == "true" ? "TRUE" : "FALSE", 0),
            _ when hasFormula && text is ['#', ..] or ['E', 'r', 'r', ':', ..] => new(RawKind.Error, text, 0),
            _ when hasFormula && type is null && text.Length == 0 => new(RawKind.Uncalculated, "a formula", 0),
            _ => new(RawKind.Text, text, 0),
        };
    }

    private static TimeSpan? TimeOf(string? text)
    {
        try
        {
            return text is null ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Paragraphs are lines; a note that is pinned to the cell is none of its text.
    private static string Text(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            while (IsElement(reader, "annotation"))
            {
                reader.Skip();
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                break;
            }

            if (text.Length > SheetReader.LongestText)
            {
                continue;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "p" && text.Length > 0:
                case XmlNodeType.Element when reader.LocalName == "line-break":
                    text.Append('\n');
                    break;
                case XmlNodeType.Element when reader.LocalName == "s":
                    text.Append(' ', Math.Min(Repeated(reader, "c"), 1000));
                    break;
                case XmlNodeType.Element when reader.LocalName == "tab":
                    text.Append('\t');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private static int Repeated(XmlReader reader, string attribute) =>
        int.TryParse(Attribute(reader, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 1;

    private static bool IsElement(XmlReader reader, string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    // By its local name: the same in every version of the format.
    private static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                value = reader.LocalName == name ? reader.Value : value;
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return value;
    }
}
