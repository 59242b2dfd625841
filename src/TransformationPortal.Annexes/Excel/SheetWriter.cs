using TransformationPortal.Core;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Core.Papers;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>Writes sheets row by row, so that a long ledger is never held as a tree.</summary>
internal sealed class SheetWriter(SharedStrings strings, AnnexFace face)
{
    // A cover of up to this many lines is still read when it is set on one page; a page with its last two is of no use.
    private const int MostLinesOfACover = 56;

    /// <summary>A sheet that is one Excel table: header row in row 1, no merged cells, no blank rows.</summary>
    /// <param name="number">The table's number in the workbook, from 1.</param>
    public void Write(WorksheetPart part, SheetTable table, uint number)
    {
        var rows = 0;
        using (var writer = OpenXmlWriter.Create(part))
        {
            Begin(writer, table.Widths, isFrozen: true);
            writer.WriteStartElement(new SheetData());
            Row(writer, 1, [.. table.Headings.Select(h => SheetCell.Words(h))], table.Widths, (_, i) => table.IsNumber[i] ? WorkbookStyles.HeadOfNumbers : WorkbookStyles.Head);
            foreach (var row in table.Rows)
            {
                Row(writer, ++rows + 1, row, table.Widths, (cell, _) => StyleOf(cell));
            }

            // An Excel table has at least one row under its header.
            if (rows == 0)
            {
                Row(writer, ++rows + 1, [], table.Widths, (cell, _) => StyleOf(cell));
            }

            writer.WriteEndElement();
            End(writer, table.Title, table.Widths);
            writer.WriteElement(new TableParts(new TablePart { Id = "rId1" }) { Count = 1 });
            writer.WriteEndElement();
        }

        var range = $"A1:{CellNames.Cell(table.Headings.Count - 1, rows + 1)}";
        part.AddNewPart<TableDefinitionPart>("rId1").Table = new Table(
            new AutoFilter { Reference = range },
            new TableColumns(table.Headings.Select((h, i) => new TableColumn { Id = (uint)i + 1, Name = h })) { Count = (uint)table.Headings.Count },
            new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = true, ShowColumnStripes = false })
        {
            Id = number, Name = SheetNames.Table(table.Key), DisplayName = SheetNames.Table(table.Key), Reference = range, TotalsRowShown = false,
        };
    }

    /// <summary>The sheet that a reader meets first: free of tables.</summary>
    public void WriteCover(WorksheetPart part, IEnumerable<CoverLine> lines)
    {
        using var writer = OpenXmlWriter.Create(part);
        IReadOnlyList<int> widths = [36, 70, 90];
        Begin(writer, widths, isFrozen: false);
        writer.WriteStartElement(new SheetData());
        var number = 0;
        var links = new List<Hyperlink>();
        foreach (var line in lines)
        {
            Row(writer, ++number, [.. line.Cells.Select(c => SheetCell.Words(c.Text))], widths, (_, i) => line.Cells[i].Style);
            if (line.LinkTo is { } sheet)
            {
                links.Add(new Hyperlink { Reference = CellNames.Cell(0, number), Location = $"{SheetNames.Quoted(sheet)}!A1", Display = sheet });
            }
        }

        writer.WriteEndElement();
        if (links.Count > 0)
        {
            writer.WriteElement(new Hyperlinks(links));
        }

        End(writer, "Cover", widths, isOnePage: number <= MostLinesOfACover);
        writer.WriteEndElement();
    }

    private static void Begin(OpenXmlWriter writer, IReadOnlyList<int> widths, bool isFrozen)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = isFrozen };
        if (isFrozen)
        {
            view.Append(
                new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.TopRight }, new Selection { Pane = PaneValues.BottomLeft }, new Selection { Pane = PaneValues.BottomRight });
        }

        writer.WriteElement(new SheetViews(view));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
    }

    private void End(OpenXmlWriter writer, string title, IReadOnlyList<int> widths, bool isOnePage = false)
    {
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = PrintFit.SheetsAcross(widths), FitToHeight = isOnePage ? 1u : 0u });
        writer.WriteElement(new HeaderFooter(new OddHeader($"&L{Field(title)}&R{Field(face.Header)}"), new OddFooter($"&L{Field(face.Programme)}&RPage &P of &N")));
    }

    // An ampersand begins a field in a header.
    private static string Field(string text)
    {
        var clean = XmlText.Clean(text.ReplaceLineEndings(" "));
        return (clean.Length <= 100 ? clean : clean[..99] + "…").Replace("&", "&&", StringComparison.Ordinal);
    }

    private void Row(OpenXmlWriter writer, int number, IReadOnlyList<SheetCell> cells, IReadOnlyList<int> widths, Func<SheetCell, int, uint> styleOf)
    {
        var row = new Row { RowIndex = (uint)number };
        if (RowHeight.Of(cells, widths, styleOf) is { } height)
        {
            (row.Height, row.CustomHeight) = (height, true);
        }

        writer.WriteStartElement(row);
        for (var i = 0; i < cells.Count; i++)
        {
            Cell(writer, CellNames.Cell(i, number), cells[i], styleOf(cells[i], i));
        }

        writer.WriteEndElement();
    }

    private void Cell(OpenXmlWriter writer, string reference, SheetCell cell, uint style)
    {
        if (cell.Number is { } number)
        {
            var written = new Cell { CellReference = reference, StyleIndex = style };
            if (cell.Formula is { } formula)
            {
                written.CellFormula = new CellFormula(formula);
            }

            written.CellValue = new CellValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
            writer.WriteElement(written);
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            writer.WriteElement(new Cell(new CellValue(strings.NumberOf(text))) { CellReference = reference, StyleIndex = style, DataType = CellValues.SharedString });
        }
    }

    private static uint StyleOf(SheetCell cell) => cell switch
    {
        { Format: { } format } => WorkbookStyles.IndexOf(format, cell.IsStrong),
        { IsStrong: true } => WorkbookStyles.TotalLabel,
        _ => WorkbookStyles.Wrapped,
    };
}
