using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Comment = DocumentFormat.OpenXml.Spreadsheet.Comment;
using SpreadsheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using SpreadsheetColumns = DocumentFormat.OpenXml.Spreadsheet.Columns;

namespace TransformationPortal.Spreadsheets;

/// <summary>Writes a sheet row by row, so that a long register is never held as a tree.</summary>
public static class SheetFile
{
    private const string NotesDrawing = "rIdNotes";

    public static void Write(WorksheetPart part, WorkbookSheet sheet)
    {
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            Begin(writer, sheet);
            writer.WriteStartElement(new SheetData());
            var number = 0;
            foreach (var cells in sheet.Rows)
            {
                number++;
                if (cells.Count > 0)
                {
                    Row(writer, cells, number);
                }
            }

            writer.WriteEndElement();
            End(writer, sheet, number);
            writer.WriteEndElement();
        }

        if (sheet.Notes.Count > 0)
        {
            Notes(part, sheet.Notes);
        }
    }

    private static void Begin(OpenXmlWriter writer, WorkbookSheet sheet)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (sheet.HasHeader)
        {
            view.Append(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft });
        }

        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new SpreadsheetColumns(sheet.Widths.Select((w, i) => new SpreadsheetColumn
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = w.Width, CustomWidth = true, Style = w.Style,
        })));
    }

    private static void Row(OpenXmlWriter writer, IReadOnlyList<SheetCell> cells, int number)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Text.Length > 0)
            {
                writer.WriteElement(Cell(cells[i], CellNames.Cell(i, number)));
            }
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(SheetCell cell, string reference)
    {
        var written = new Cell { CellReference = reference, StyleIndex = cell.Style };
        if (cell.Number is { } number)
        {
            written.CellValue = new CellValue(number);
        }
        else
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(EscapedText.Write(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static void End(OpenXmlWriter writer, WorkbookSheet sheet, int rows)
    {
        if (sheet.IsLocked)
        {
            // Rows may be added, taken out and sorted; headings and what is not to be filled in may not be changed.
            writer.WriteElement(new SheetProtection
            {
                Sheet = true, Objects = true, Scenarios = true, FormatCells = false, FormatColumns = false, FormatRows = false,
                InsertRows = false, DeleteRows = false, Sort = false, AutoFilter = false,
            });
        }

        if (sheet.HasHeader)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{CellNames.Cell(sheet.Widths.Count - 1, Math.Max(rows, 2))}" });
        }

        if (sheet.Rules.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Rules.Select(Validation)) { Count = (uint)sheet.Rules.Count });
        }

        if (sheet.Links.Count > 0)
        {
            writer.WriteElement(new Hyperlinks(sheet.Links.Select(l => new Hyperlink { Reference = l.Cell, Location = $"'{l.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{l.Target}" })));
        }

        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape });
        if (sheet.Notes.Count > 0)
        {
            writer.WriteElement(new LegacyDrawing { Id = NotesDrawing });
        }
    }

    private static DataValidation Validation(SheetRule rule)
    {
        var help = rule.Expected.Length > 200 ? rule.Expected[..200] + "…" : rule.Expected;
        var validation = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue>([$"{CellNames.Cell(rule.Column, rule.FirstRow)}:{CellNames.Cell(rule.Column, rule.LastRow)}"]),
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = rule.Title.Length > 32 ? rule.Title[..32] : rule.Title,
            Error = $"Expected {help}.",
            ErrorStyle = rule.IsStrict ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
        };
        if (rule.ListFormula is { } list)
        {
            validation.Type = DataValidationValues.List;
            validation.Append(new Formula1(list));
        }
        else if (rule.Kind == SheetRuleKind.Day)
        {
            validation.Type = DataValidationValues.Date;
            validation.Operator = DataValidationOperatorValues.GreaterThan;
            validation.Append(new Formula1("367"));
        }
        else
        {
            validation.Type = rule.Kind == SheetRuleKind.Whole ? DataValidationValues.Whole : DataValidationValues.Decimal;
            validation.Operator = DataValidationOperatorValues.Between;
            validation.Append(new Formula1("-999999999999"), new Formula2("999999999999"));
        }

        return validation;
    }

    private static void Notes(WorksheetPart part, IReadOnlyList<SheetNote> notes)
    {
        part.AddNewPart<WorksheetCommentsPart>("rIdComments").Comments = new Comments(
            new Authors(new Author("Transformation Portal")),
            new CommentList(notes.Select(n => new Comment(new CommentText(new Text(EscapedText.Write(n.Text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                Reference = CellNames.Cell(n.Column, n.Row), AuthorId = 0,
            })));
        using var stream = part.AddNewPart<VmlDrawingPart>(NotesDrawing).GetStream(FileMode.Create);
        NoteShapes.Write(stream, notes);
    }
}
