using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Core;
using Comment = DocumentFormat.OpenXml.Spreadsheet.Comment;
using Money = TransformationPortal.Core.Money;
using SpreadsheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using SpreadsheetColumns = DocumentFormat.OpenXml.Spreadsheet.Columns;

namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>Writes a sheet row by row, so that a long register is never held as a tree.</summary>
internal static class SheetFile
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
        if (NumberOf(cell) is { } number)
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

    private static string? NumberOf(SheetCell cell) => cell.Column?.Read(cell.Text) switch
    {
        Money money => money.Pounds.ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        DateOnly day when day.Year >= 1901 => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

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

        if (sheet.Choices.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Choices.Select(Validation)) { Count = (uint)sheet.Choices.Count });
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

    private static DataValidation Validation(SheetChoice choice)
    {
        var help = choice.Expected.Length > 200 ? choice.Expected[..200] + "…" : choice.Expected;
        var validation = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue>([$"{CellNames.Cell(choice.Column, choice.FirstRow)}:{CellNames.Cell(choice.Column, choice.LastRow)}"]),
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = choice.Of.Heading.Length > 32 ? choice.Of.Heading[..32] : choice.Of.Heading,
            Error = $"Expected {help}.",

            // A code may stand in the workbook before the row that it names does.
            ErrorStyle = choice.Of.Reference is null ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
        };
        if (choice.ListFormula is { } list)
        {
            validation.Type = DataValidationValues.List;
            validation.Append(new Formula1(list));
        }
        else if (choice.Of.Holds == typeof(DateOnly))
        {
            validation.Type = DataValidationValues.Date;
            validation.Operator = DataValidationOperatorValues.GreaterThan;
            validation.Append(new Formula1("367"));
        }
        else
        {
            validation.Type = choice.Of.Holds == typeof(int) ? DataValidationValues.Whole : DataValidationValues.Decimal;
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
