using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Word;

/// <summary>Registers: as a table where it can be read, else one block a record.</summary>
internal sealed class WordRegisters(Paper paper)
{
    /// <param name="isTitled">Whether a heading right above says the same as the register's own title.</param>
    public IEnumerable<OpenXmlElement> Register(PaperTable table, int width, bool isTitled)
    {
        var onPaper = table.OnPaper();
        List<IReadOnlyList<RegisterCell?>> rows = [.. onPaper.Rows];
        IEnumerable<OpenXmlElement> content = rows.Count == 0 ? [WordText.Paragraph(WordStyles.Note, table.WhenEmpty)]
            : RegisterFit.ShapeOf(table, paper) == RegisterShape.Records ? Records(onPaper, rows, paper.Characters(width))
            : [Table(onPaper, rows, width)];
        return [.. isTitled ? [] : new OpenXmlElement[] { WordText.Paragraph(WordStyles.Caption, table.Title) }, .. content, .. table.Notes.Where(_ => rows.Count > 0).Select(n => WordText.Paragraph(WordStyles.Note, n))];
    }

    private Table Table(PaperTable table, List<IReadOnlyList<RegisterCell?>> rows, int width) => WordTables.Table(
        table.Title,
        $"Columns: {string.Join(", ", table.Columns.Select(c => c.Label))}.",
        RegisterFit.Widths(table, width),
        Header(table),
        rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Select((cell, i) => Cell(table.Columns, i, cell))]),
        keepTogether: rows.Count <= 6 && paper.KeepsTablesWhole, keepWithNext: table.Notes.Count > 0);

    private IReadOnlyList<TableCell> Header(PaperTable table)
    {
        var header = WordTables.Header(paper, table.Columns.Select(c => (c.Label, IsNumber(c))));
        for (var i = 0; i < header.Count; i++)
        {
            Part(table.Columns, i, header[i].GetFirstChild<Paragraph>()!);
        }

        return header;
    }

    private static TableCell Cell(IReadOnlyList<RegisterColumn> columns, int column, RegisterCell? content)
    {
        var paragraph = WordText.Paragraph(IsNumber(columns[column]) ? WordStyles.TableFigure : WordStyles.TableText, content?.Text ?? "");
        Part(columns, column, paragraph);
        var cell = WordTables.Cell(paragraph);
        return content is RegisterCell.OfRating(var rating) ? WordTables.Shade(cell, CouncilColours.Fill(rating)) : cell;
    }

    // Words that follow a number would stand right against it.
    private static void Part(IReadOnlyList<RegisterColumn> columns, int column, Paragraph paragraph)
    {
        if (column > 0 && IsNumber(columns[column - 1]) && !IsNumber(columns[column]))
        {
            paragraph.ParagraphProperties!.Indentation = new Indentation { Left = "200" };
        }
    }

    private static IEnumerable<OpenXmlElement> Records(PaperTable table, List<IReadOnlyList<RegisterCell?>> rows, int room)
    {
        foreach (var row in rows)
        {
            List<(string Name, string Value)> fields = [.. row.Select((cell, i) => (table.Columns[i].Label, cell?.Text ?? "")).Where(f => f.Item2.Length > 0)];
            var lines = Lines(fields, room).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                var paragraph = WordText.Named(WordStyles.RecordField, lines[i]);
                var properties = paragraph.ParagraphProperties!;
                properties.KeepLines = new KeepLines();
                if (i < lines.Count - 1)
                {
                    properties.KeepNext = new KeepNext();
                }

                if (i == 0)
                {
                    properties.ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 6, Color = CouncilColours.Rule });
                    properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "120" };
                }

                yield return paragraph;
            }
        }
    }

    // Short fields run on after one another; one that fills a line of its own begins its own.
    private static IEnumerable<IReadOnlyList<(string Name, string Value)>> Lines(IEnumerable<(string Name, string Value)> fields, int room)
    {
        var line = new List<(string Name, string Value)>();
        foreach (var field in fields)
        {
            var isLong = field.Name.Length + field.Value.Length > room;
            if (isLong && line.Count > 0)
            {
                yield return line;
                line = [];
            }

            line.Add(field);
            if (isLong)
            {
                yield return line;
                line = [];
            }
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static bool IsNumber(RegisterColumn column) => column.Kind is RegisterColumnKind.Pounds or RegisterColumnKind.Number or RegisterColumnKind.Figure;
}
