using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Annexes.Packages;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>Writes a quarter's tables as a workbook: a cover, one sheet a table, and the entries of both ledgers.</summary>
public static class AnnexWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="look">The council's; the portal's own where none is given.</param>
    public static byte[] Write(QuarterTables tables, AnnexFace face, CouncilLook? look = null)
    {
        var entries = new EntrySheets(tables);
        List<SheetTable> sheets =
        [
            .. tables.Figures.Select(t => SheetTable.Of(t, entries)), .. tables.Registers.Select(SheetTable.Of),
            SheetTable.Of(tables.SavingsEntries), SheetTable.Of(tables.CostEntries),
        ];
        using var bytes = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = WorkbookStyles.Build(new CouncilColours((look ?? CouncilLook.Default).Colours));
            var strings = new SharedStrings();
            var writer = new SheetWriter(strings, face);
            writer.WriteCover(workbook.AddNewPart<WorksheetPart>("rIdCover"), Cover.Lines(face, sheets));
            var list = new Sheets(new Sheet { Name = "Cover", SheetId = 1, Id = "rIdCover" });
            for (var i = 0u; i < sheets.Count; i++)
            {
                var id = $"rIdSheet{i + 1}";
                writer.Write(workbook.AddNewPart<WorksheetPart>(id), sheets[(int)i], i + 1);
                list.Append(new Sheet { Name = sheets[(int)i].SheetName, SheetId = i + 2, Id = id });
            }

            strings.Write(workbook.AddNewPart<SharedStringTablePart>("rIdStrings"));
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), list, PrintedHeaders(sheets));
            DocumentProperties.WriteCore(package.AddNewPart<CoreFilePropertiesPart>("rId2"), $"{face.Programme}: tables of {face.Quarter}", face.Header, face);
            DocumentProperties.WriteExtended(package.AddNewPart<ExtendedFilePropertiesPart>("rId3"), face);
            DocumentProperties.WriteCustom(package.AddNewPart<CustomFilePropertiesPart>("rId4"), face);
        }

        return FixedPackage.Rewrite(bytes);
    }

    // The header row heads every printed page; where the columns are spread over several, the first begins each.
    private static DefinedNames PrintedHeaders(List<SheetTable> sheets) => new(sheets.Select((sheet, i) =>
        new DefinedName((PrintFit.SheetsAcross(sheet.Widths) > 1 ? $"{SheetNames.Quoted(sheet.SheetName)}!$A:$A," : "") + $"{SheetNames.Quoted(sheet.SheetName)}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i + 1 }));
}
