using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>A cell of a workbook: its text or its number, the format that prints the number, and its formula.</summary>
internal sealed record ReadCell(string? Text, decimal? Number, string Format, string? Formula)
{
    public static ReadCell Blank { get; } = new(null, null, "", null);

    /// <summary>What a spreadsheet shows. Only the formats of tables of figures are known here.</summary>
    public string Shown => Number is { } number
        ? Math.Round(number, Decimals, MidpointRounding.AwayFromZero).ToString("#,0." + new string('0', Decimals), CultureInfo.InvariantCulture)
        : Text ?? "";

    private int Decimals => Format.Contains('.', StringComparison.Ordinal) ? Format.Split('.')[1].Length : 0;
}

/// <summary>A workbook opened again.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private readonly SpreadsheetDocument package;
    private readonly string[] strings;

    public WorkbookFile(byte[] bytes)
    {
        Bytes = bytes;
        package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        strings = [.. package.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(s => s.InnerText)];
    }

    public byte[] Bytes { get; }

    public SpreadsheetDocument Package => package;

    public IReadOnlyList<string> SheetNames => [.. package.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public static WorkbookFile Of(EditionStamp stamp, DecisionBasis basis = DecisionBasis.AsItStands) =>
        new(AnnexWorkbook.Write(new QuarterTables(stamp.Edition, basis), new AnnexFace(stamp, basis)));

    public WorksheetPart Part(string sheet) =>
        (WorksheetPart)package.WorkbookPart!.GetPartById(package.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!);

    /// <summary>The cells of a sheet by row, as wide as its widest row, blanks included.</summary>
    public IReadOnlyList<IReadOnlyList<ReadCell>> Rows(string sheet)
    {
        var rows = Part(sheet).Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        var width = rows.SelectMany(r => r.Elements<Cell>()).Select(c => Column(c) + 1).DefaultIfEmpty(0).Max();
        return
        [
            .. rows.Select(row =>
            {
                var cells = Enumerable.Repeat(ReadCell.Blank, width).ToArray();
                foreach (var cell in row.Elements<Cell>())
                {
                    cells[Column(cell)] = Read(cell);
                }

                return (IReadOnlyList<ReadCell>)cells;
            }),
        ];
    }

    public void Dispose() => package.Dispose();

    private ReadCell Read(Cell cell)
    {
        var stylesheet = package.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0)).NumberFormatId!.Value;
        var format = stylesheet.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(f => f.NumberFormatId! == id)?.FormatCode?.Value ?? "";
        return cell.DataType?.Value == CellValues.SharedString
            ? new(strings[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)], null, format, null)
            : new(null, decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), format, cell.CellFormula?.Text);
    }

    private static int Column(Cell cell) =>
        cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1;
}
