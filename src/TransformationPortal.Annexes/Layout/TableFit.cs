using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Layout;

/// <summary>A table of figures with the widths of its columns, in twentieths of a point.</summary>
internal sealed record FittedTable(FigureTable Table, int LabelWidth, int FigureWidth)
{
    public int Width => LabelWidth + (FigureWidth * Table.Columns.Count);
}

/// <summary>Fits tables of figures to the sheet: as they are where they go in, else split by year, else into runs of columns.</summary>
internal static class TableFit
{
    private const double WidestLabelShare = 0.42;

    public static bool FitsPortrait(FigureTable table, Paper paper) => LeastWidth(table, paper) <= paper.PortraitWidth;

    public static IReadOnlyList<FittedTable> Fit(FigureTable table, Paper paper, int width)
    {
        if (LeastWidth(table, paper) <= width)
        {
            return [Fitted(table, paper, width)];
        }

        var groups = Groups(table);
        return groups.Count > 1 && groups.TrueForAll(g => LeastWidth(Part(table, g), paper) <= width)
            ? [.. groups.Select(g => Fitted(Named(Part(table, g), table.Columns[g[^1]].Group), paper, width))]
            : [.. Runs(table, paper, width)];
    }

    // The columns of one year, together with those that belong to no year.
    private static List<List<int>> Groups(FigureTable table)
    {
        List<int> alone = [.. Indexes(table).Where(i => table.Columns[i].Group is null)];
        return [.. Indexes(table).Where(i => table.Columns[i].Group is not null).GroupBy(i => table.Columns[i].Group, StringComparer.Ordinal).Select(g => (List<int>)[.. alone, .. g])];
    }

    private static IEnumerable<FittedTable> Runs(FigureTable table, Paper paper, int width)
    {
        var room = Math.Max(1, (width - LabelWidth(table, paper)) / FigureWidth(table, paper));
        return Indexes(table).Chunk(room).Select((columns, i) =>
            Fitted(Named(Part(table, columns), i == 0 ? null : "continued"), paper, width));
    }

    private static FigureTable Part(FigureTable table, IReadOnlyList<int> columns) => table with
    {
        Columns = [.. columns.Select(c => table.Columns[c])],
        Rows = [.. table.Rows.Select(r => r with { Cells = [.. columns.Select(c => r.Cells[c])] })],
    };

    private static FigureTable Named(FigureTable table, string? part) => part is null ? table : table with { Title = $"{table.Title} – {part}" };

    private static FittedTable Fitted(FigureTable table, Paper paper, int width)
    {
        // Labels first, so that few of them break; what is left goes to the figures, but not so much that a row falls apart.
        var columns = Math.Max(1, table.Columns.Count);
        var least = FigureWidth(table, paper);
        var needed = table.Rows.Select(r => LabelNeeds(r, paper)).Append(LabelWidth(table, paper)).Max();
        var label = Math.Min(needed, width - (least * columns));
        return new(table, label, Math.Min(least * 3 / 2, (width - label) / columns));
    }

    private static int LeastWidth(FigureTable table, Paper paper) => LabelWidth(table, paper) + (FigureWidth(table, paper) * table.Columns.Count);

    private static int LabelWidth(FigureTable table, Paper paper)
    {
        var words = table.Rows.Select(r => paper.WidthOfLongestWord(r.Label, paper.Table, isBold: true)).Append(paper.WidthOfLongestWord(table.RowHeading, paper.Table, isBold: true)).Max();
        return Math.Min(Math.Max(words + Padding, paper.WidthOf(new string('n', 20), paper.Table)), (int)(paper.PortraitWidth * WidestLabelShare));
    }

    private static int LabelNeeds(FigureRow row, Paper paper) => paper.WidthOf(row.Label, paper.Table, isBold: true) + (row.Indent * 200) + Padding;

    private static int FigureWidth(FigureTable table, Paper paper) =>
        table.Columns.SelectMany(c => new[] { c.Label, c.Group ?? "" }).Select(t => paper.WidthOfLongestWord(t, paper.Table, isBold: true))
            .Concat(table.Rows.SelectMany(r => r.Cells).Select(c => paper.WidthOf(table.Text(c), paper.Table, isBold: true)))
            .DefaultIfEmpty(0).Max() + Padding;

    private static int Padding => (2 * Paper.CellPadding) + 40;

    private static IEnumerable<int> Indexes(FigureTable table) => Enumerable.Range(0, table.Columns.Count);
}
