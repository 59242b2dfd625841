using System.Globalization;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>A sheet that a workbook lists.</summary>
/// <param name="Part">Where its cells are; nothing where the workbook does not say.</param>
public sealed record ListedSheet(string Name, bool IsHidden, string? Part);

/// <summary>What the cells of every sheet need: the sheets, the shared texts, and which styles show a number as a date.</summary>
public sealed class WorkbookParts
{
    private const string Book = "xl/workbook.xml";

    // The built-in formats that show a date or a time.
    private static readonly HashSet<int> BuiltInDates = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    private WorkbookParts(IReadOnlyList<ListedSheet> sheets, IReadOnlyList<string> texts, IReadOnlyList<bool> dates, bool startsIn1904)
    {
        (Sheets, Texts, StartsIn1904) = (sheets, texts, startsIn1904);
        this.dates = dates;
    }

    private readonly IReadOnlyList<bool> dates;

    public IReadOnlyList<ListedSheet> Sheets { get; }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether days are counted from 1904, as old programs for the Macintosh do.</summary>
    public bool StartsIn1904 { get; }

    public bool ShowsDate(int style) => style >= 0 && style < dates.Count && dates[style];

    public static WorkbookParts Read(WorkbookPackage package, WorkbookLimits limits)
    {
        var targets = Relationships(package);
        var sheets = new List<ListedSheet>();
        var startsIn1904 = false;
        using var book = package.Find(Book) ?? throw WorkbookPackage.NotAWorkbook();
        while (book.Read())
        {
            if (book.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (book.LocalName == "workbookPr")
            {
                startsIn1904 = book.GetAttribute("date1904") is "1" or "true";
            }
            else if (book.LocalName == "sheet")
            {
                var id = Attribute(book, "id");
                sheets.Add(new(
                    (book.GetAttribute("name") ?? "").Trim(), book.GetAttribute("state") is "hidden" or "veryHidden",
                    id is not null && targets.TryGetValue(id, out var part) ? part : null));
            }
        }

        return new(sheets, SharedTexts(package, limits), Dates(package), startsIn1904);
    }

    /// <summary>The text of an element that holds one, plain or in runs; how it is pronounced is left out.</summary>
    internal static string Text(XmlReader reader, int longest)
    {
        var text = new System.Text.StringBuilder();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var isPhonetic = 0;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.LocalName == "rPh" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                isPhonetic += reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement ? 1 : reader.NodeType == XmlNodeType.EndElement ? -1 : 0;
            }
            else if (isPhonetic == 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                && text.Length <= longest)
            {
                text.Append(reader.Value);
            }
        }

        return EscapedText.Read(text.ToString());
    }

    private static Dictionary<string, string> Relationships(WorkbookPackage package)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = package.Find("xl/_rels/workbook.xml.rels") ?? throw WorkbookPackage.NotAWorkbook();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }

    private static List<string> SharedTexts(WorkbookPackage package, WorkbookLimits limits)
    {
        var texts = new List<string>();
        using var reader = package.Find("xl/sharedStrings.xml");
        var characters = 0L;
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                var text = Text(reader, SheetReader.LongestText);
                characters += text.Length + 20;
                if (characters > limits.Characters)
                {
                    throw new WorkbookPackage.TooLargeException();
                }

                texts.Add(text);
            }
        }

        return texts;
    }

    private static List<bool> Dates(WorkbookPackage package)
    {
        var own = new HashSet<int>();
        var styles = new List<bool>();
        using var reader = package.Find("xl/styles.xml");
        var isInFormats = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
            {
                isInFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && Number(reader, "numFmtId") is { } id && IsDate(reader.GetAttribute("formatCode")))
            {
                own.Add(id);
            }
            else if (reader.NodeType == XmlNodeType.Element && isInFormats && reader.LocalName == "xf")
            {
                var format = Number(reader, "numFmtId") ?? 0;
                styles.Add(BuiltInDates.Contains(format) || own.Contains(format));
            }
        }

        return styles;
    }

    // A format shows a date when it has a day, a month, a year or an hour outside quotation marks and brackets.
    private static bool IsDate(string? format)
    {
        var (isQuoted, isBracketed) = (false, false);
        for (var i = 0; i < format?.Length; i++)
        {
            switch (format[i])
            {
                case '"': isQuoted = !isQuoted; break;
                case '[' when !isQuoted: isBracketed = true; break;
                case ']' when !isQuoted: isBracketed = false; break;
                case '\\' or '_' or '*' when !isQuoted: i++; break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' when !isQuoted && !isBracketed: return true;
                default: break;
            }
        }

        return false;
    }

    private static int? Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The attribute whatever its namespace: there are two families of them.
    private static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (reader.LocalName == name && reader.NamespaceURI.Length > 0)
                {
                    value = reader.Value;
                }
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return value;
    }
}
