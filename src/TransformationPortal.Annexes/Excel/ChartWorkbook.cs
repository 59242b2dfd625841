using TransformationPortal.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>The small workbook that stands behind a chart in a Word file, so that “edit data” works there.</summary>
internal static class ChartWorkbook
{
    public static byte[] Build(ChartData data, CouncilColours colours)
    {
        using var bytes = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            var sheet = workbook.AddNewPart<WorksheetPart>("rId1");
            var styles = workbook.AddNewPart<WorkbookStylesPart>("rId2");
            styles.Stylesheet = WorkbookStyles.Build(colours);
            var rows = new SheetData(new Row([Words(0, 1, data.RowHeading), .. data.Series.Select((s, i) => Words(i + 1, 1, s.Name))]) { RowIndex = 1 });
            var values = data.Series.Select((_, i) => data.Values(i).ToList()).ToList();
            var style = WorkbookStyles.IndexOf(data.NumberFormat, isStrong: false);
            for (var r = 0; r < data.Categories.Count; r++)
            {
                var row = new Row(Words(0, r + 2, data.Categories[r])) { RowIndex = (uint)(r + 2) };
                row.Append(values.Select((v, i) => (Value: v[r], Column: i + 1)).Where(p => p.Value is not null)
                    .Select(p => new Cell(new CellValue(p.Value!.Value)) { CellReference = CellNames.Cell(p.Column, r + 2), StyleIndex = style }));
                rows.Append(row);
            }

            sheet.Worksheet = new Worksheet(new Columns(new Column { Min = 1, Max = 1, Width = 34, CustomWidth = true }), rows);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = ChartData.SheetName, SheetId = 1, Id = "rId1" }));
        }

        return FixedPackage.Rewrite(bytes);
    }

    private static Cell Words(int column, int row, string text) => new(new InlineString(new Text(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = CellNames.Cell(column, row),
        DataType = CellValues.InlineString,
    };
}
