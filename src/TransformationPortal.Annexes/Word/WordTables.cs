using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>Tables of figures. One header row that repeats on every page, rows that do not split, figures to the right.</summary>
internal sealed class WordTables(Paper paper)
{
    // A table of up to this many rows stays together on one page.
    private const int ShortTable = 14;

    public IEnumerable<OpenXmlElement> Figures(FigureTable table, int width) =>
        TableFit.Fit(table, paper, width).SelectMany(t => One(t, table.Notes.Count > 0)).Concat(table.Notes.Select(n => WordText.Paragraph(WordStyles.Note, n)));

    /// <summary>The headline figures, the value beside what it means.</summary>
    public IEnumerable<OpenXmlElement> Tiles(string title, IReadOnlyList<Tile> tiles, int width)
    {
        var value = Math.Max(tiles.Select(t => paper.WidthOf(t.Figure.Text, paper.Value, isBold: true)).DefaultIfEmpty(0).Max() + (3 * Paper.CellPadding), width / 6);
        yield return WordText.Paragraph(WordStyles.Caption, title);
        yield return Table(title, "Each row is one headline figure with what it measures.", [value, width - value],
            Header(paper, [("Figure", false), ("What it measures", false)]),
            tiles.Select(t => (IReadOnlyList<TableCell>)
            [
                Cell(WordText.Paragraph(WordStyles.TileValue, t.Figure.Text)),
                Cell([
                    WordText.Paragraph(WordStyles.TableText, new AnnexText([new(t.Title, IsStrong: true)])),
                    WordText.Paragraph(WordStyles.TableText, string.Join(". ", new[] { t.Caption, t.Note }.OfType<string>())),
                ]),
            ]), keepTogether: paper.KeepsTablesWhole);
    }

    /// <summary>A table of the council's style.</summary>
    /// <param name="description">What a reader who does not see it is told before its cells.</param>
    /// <param name="keepTogether">Whether it stays on one page.</param>
    /// <param name="keepWithNext">Whether what follows stays on that page too, as its notes do.</param>
    public static Table Table(
        string title, string description, IReadOnlyList<int> widths, IReadOnlyList<TableCell> header, IEnumerable<IReadOnlyList<TableCell>> rows, bool keepTogether, bool keepWithNext = false)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = XmlText.Clean(title) },
                new TableDescription { Val = XmlText.Clean(description) }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        table.Append(Row(header, widths, isHeader: true));
        TableRow? last = null;
        foreach (var row in rows)
        {
            if (keepTogether && last is not null)
            {
                KeepWithNext(last);
            }

            table.Append(last = Row(row, widths, isHeader: false));
        }

        if (keepTogether && keepWithNext && last is not null)
        {
            KeepWithNext(last);
        }

        return table;
    }

    public static IReadOnlyList<TableCell> Header(Paper paper, IEnumerable<(string Label, bool IsRight)> labels) =>
        [.. labels.Select(l => Shade(Cell(WordText.Paragraph(l.IsRight ? WordStyles.TableHeadRight : WordStyles.TableHead, l.Label)), paper.Colours.HeadFill, TableVerticalAlignmentValues.Bottom))];

    public static TableCell Cell(params IEnumerable<Paragraph> content) => new(content);

    public static TableCell Shade(TableCell cell, string fill, TableVerticalAlignmentValues? vertical = null)
    {
        var properties = new TableCellProperties { Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill } };
        if (vertical is { } value)
        {
            properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = value };
        }

        cell.TableCellProperties = properties;
        return cell;
    }

    private IEnumerable<OpenXmlElement> One(FittedTable fitted, bool hasNotes)
    {
        var table = fitted.Table;
        yield return WordText.Paragraph(WordStyles.Caption, table.Title);
        yield return WordText.Paragraph(WordStyles.Units, table.Format.Units());
        List<int> widths = [fitted.LabelWidth, .. table.Columns.Select(_ => fitted.FigureWidth)];
        var header = Header(paper, [(table.RowHeading, false), .. table.Columns.Select(c => (c.Group is null ? c.Label : $"{c.Group}\n{c.Label}", true))]);
        for (var c = 1; c < table.Columns.Count; c++)
        {
            Divide(header[c + 1], table, c);
        }

        yield return Table(
            table.Title,
            $"{table.Format.Units()} Rows: {table.RowHeading.ToLowerInvariant()}. Columns: {string.Join(", ", table.Columns.Select(c => c.FullLabel))}.",
            widths, header, table.Rows.Select(r => Cells(table, r)), table.Rows.Count <= ShortTable && paper.KeepsTablesWhole, hasNotes);
    }

    private static IReadOnlyList<TableCell> Cells(FigureTable table, FigureRow row)
    {
        var label = WordText.Paragraph(WordStyles.TableText, Words(row, row.Label));
        if (row.Indent > 0)
        {
            label.ParagraphProperties!.Indentation = new Indentation { Left = Text(row.Indent * 200) };
        }

        List<TableCell> cells = [Cell(label), .. row.Cells.Select(c => Cell(WordText.Paragraph(WordStyles.TableFigure, Words(row, table.Text(c)))))];
        foreach (var cell in cells.Where(_ => row.Kind is FigureRowKind.Total or FigureRowKind.GrandTotal))
        {
            Shade(cell, CouncilColours.TotalFill);
        }

        for (var c = 1; c < table.Columns.Count; c++)
        {
            Divide(cells[c + 1], table, c);
        }

        return cells;
    }

    private static AnnexText Words(FigureRow row, string text) => new([new(text, row.Kind is FigureRowKind.Total or FigureRowKind.GrandTotal)]);

    // A line before the first column of each year.
    private static void Divide(TableCell cell, FigureTable table, int column)
    {
        if (table.Columns[column].Group is { } group && group != table.Columns[column - 1].Group)
        {
            cell.TableCellProperties ??= new TableCellProperties();
            cell.TableCellProperties.TableCellBorders = new TableCellBorders(new LeftBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = CouncilColours.StrongRule });
        }
    }

    private static TableRow Row(IReadOnlyList<TableCell> cells, IReadOnlyList<int> widths, bool isHeader)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            (cells[i].TableCellProperties ??= new TableCellProperties()).TableCellWidth = new TableCellWidth { Width = Text(widths[i]), Type = TableWidthUnitValues.Dxa };
        }

        var properties = new TableRowProperties(new CantSplit());
        if (isHeader)
        {
            properties.Append(new TableHeader());
        }

        return new TableRow([properties, .. cells]);
    }

    private static void KeepWithNext(TableRow row)
    {
        foreach (var paragraph in row.Descendants<Paragraph>())
        {
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
