using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Core;
using Font = DocumentFormat.OpenXml.Spreadsheet.Font;
using Money = TransformationPortal.Core.Money;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>The styles of a workbook's cells. Headings are locked; what people fill in is not.</summary>
internal static class WorkbookLook
{
    public const uint Plain = 0;
    public const uint Head = 1;
    public const uint Title = 2;
    public const uint Strong = 3;
    public const uint Mark = 4;
    private const uint FirstOpen = 5;

    private const uint MoneyFormat = 164;
    private const uint NumberFormat = 165;
    private const uint DateFormat = 166;

    // The built-in format of text, in which 2019-06 stays what was typed.
    private const uint TextFormat = 49;
    private const uint WholeFormat = 1;

    private static readonly uint[] OpenFormats = [TextFormat, MoneyFormat, NumberFormat, DateFormat, WholeFormat];

    /// <summary>The style of a column's cells; of one in which something is wrong, filled.</summary>
    public static uint Of(Column? column, bool isMarked) => FirstOpen + (uint)Array.IndexOf(OpenFormats, FormatOf(column)) * 2 + (isMarked ? 1u : 0u);

    public static Stylesheet Build() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = MoneyFormat, FormatCode = "\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00" },
            new NumberingFormat { NumberFormatId = NumberFormat, FormatCode = "#,##0.####" },
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 3 },
        new Fonts(Letters(11, false), Letters(11, true), Letters(16, true)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Filled("FFDCE6F1"), Filled("FFFFD9D6")) { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormats Formats()
    {
        List<CellFormat> formats = [Cell(0, 0, 0, true), Cell(0, 1, 2, true), Cell(0, 2, 0, true), Cell(0, 1, 0, true), Cell(0, 0, 3, true)];
        foreach (var format in OpenFormats)
        {
            formats.Add(Cell(format, 0, 0, false));
            formats.Add(Cell(format, 0, 3, false));
        }

        return new CellFormats(formats) { Count = (uint)formats.Count };
    }

    private static CellFormat Cell(uint format, uint font, uint fill, bool isLocked) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = format is 0 or TextFormat && font != 2 },
        new Protection { Locked = isLocked })
    {
        NumberFormatId = format, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
        ApplyNumberFormat = format > 0, ApplyFont = font > 0, ApplyFill = fill > 0, ApplyAlignment = true, ApplyProtection = true,
    };

    private static uint FormatOf(Column? column) => column?.Holds switch
    {
        var t when t == typeof(Money) => MoneyFormat,
        var t when t == typeof(decimal) => NumberFormat,
        var t when t == typeof(DateOnly) => DateFormat,
        var t when t == typeof(int) => WholeFormat,
        _ => TextFormat,
    };

    private static Font Letters(double size, bool isBold)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = "FF0B0C0C" }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Filled(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });
}
