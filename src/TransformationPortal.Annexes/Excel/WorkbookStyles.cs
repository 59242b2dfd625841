using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Excel;

/// <summary>The styles of a workbook's cells: every number format, plain and strong, then those of text.</summary>
internal static class WorkbookStyles
{
    /// <summary>Text that wraps.</summary>
    public const uint Wrapped = 1;

    /// <summary>The cover's title.</summary>
    public const uint Title = 2;

    /// <summary>A name on the cover, or a heading there.</summary>
    public const uint Strong = 3;

    /// <summary>The header row of a table.</summary>
    public const uint Head = 4;

    /// <summary>The label of a total.</summary>
    public const uint TotalLabel = 5;

    /// <summary>What a reader must not miss.</summary>
    public const uint Warning = 6;

    /// <summary>The heading of a column of numbers.</summary>
    public const uint HeadOfNumbers = 7;

    private const uint FirstNumber = 8;

    // Numbers up to 163 belong to the built-in formats.
    private const uint FirstFormatId = 164;

    private static readonly string[] Formats =
    [
        .. Enum.GetValues<TableFormat>().Select(NumberFormats.Of).Concat([NumberFormats.Pounds, NumberFormats.Percent, NumberFormats.Date]).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The style of a number; a strong one is a total's.</summary>
    public static uint IndexOf(string format, bool isStrong) => FirstNumber + ((uint)Array.IndexOf(Formats, format) * 2) + (isStrong ? 1u : 0u);

    /// <summary>Whether texts in a style go on to the next line where the column ends.</summary>
    public static bool IsWrapped(uint style) => style is Wrapped or Head or TotalLabel or HeadOfNumbers;

    public static Stylesheet Build(CouncilColours colours) => new(
        new NumberingFormats(Formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstFormatId + (uint)i, FormatCode = f })) { Count = (uint)Formats.Length },
        new Fonts(Font(11, false), Font(11, true), Font(16, true, colours.Accent)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Filled(colours.HeadFill), Filled(CouncilColours.TotalFill), Filled(CouncilColours.WarningFill)) { Count = 5 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        CellFormats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormats CellFormats()
    {
        List<CellFormat> formats =
        [
            Cell(0, 0, 0), Cell(0, 0, 0, isWrapped: true), Cell(0, 2, 0), Cell(0, 1, 0),
            Cell(0, 1, 2, isWrapped: true), Cell(0, 1, 3, isWrapped: true), Cell(0, 1, 4), Cell(0, 1, 2, isWrapped: true, isNumber: true),
        ];
        for (var i = 0u; i < Formats.Length; i++)
        {
            formats.Add(Cell(FirstFormatId + i, 0, 0, isNumber: true));
            formats.Add(Cell(FirstFormatId + i, 1, 3, isNumber: true));
        }

        return new CellFormats(formats) { Count = (uint)formats.Count };
    }

    private static CellFormat Cell(uint format, uint font, uint fill, bool isWrapped = false, bool isNumber = false)
    {
        var cell = new CellFormat
        {
            NumberFormatId = format, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
            ApplyNumberFormat = format > 0, ApplyFont = font > 0, ApplyFill = fill > 0, ApplyAlignment = true,
        };
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = isWrapped ? true : null };
        if (isNumber)
        {
            // A little away from the text that may follow.
            (alignment.Horizontal, alignment.Indent) = (HorizontalAlignmentValues.Right, 1u);
        }

        cell.Append(alignment);
        return cell;
    }

    private static Font Font(double size, bool isBold, string colour = CouncilColours.Ink)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = HexBinaryValue.FromString("FF" + colour) }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Filled(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });
}
