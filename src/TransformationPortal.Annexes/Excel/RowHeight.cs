using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Excel;

/// <summary>How high a row must be for its wrapped texts; not every program finds that out when it opens a file.</summary>
internal static class RowHeight
{
    private const double Size = 11;
    private const double Line = 15;

    // The highest row that a spreadsheet takes is 409 points.
    private const int MostLines = 27;

    /// <summary>In points; nothing where one line is enough.</summary>
    public static double? Of(IReadOnlyList<SheetCell> cells, IReadOnlyList<int> widths, Func<SheetCell, int, uint> styleOf)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Text is { } text && WorkbookStyles.IsWrapped(styleOf(cells[i], i)))
            {
                // A column's width counts figures, less a little at its sides; words do not fill a line to its end.
                var room = TextWidth.Of(new string('0', Math.Max(1, widths[i] - 1)), Size) * 0.93;
                lines = Math.Max(lines, text.ReplaceLineEndings("\n").Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(TextWidth.Of(l, Size) / room))));
            }
        }

        return lines == 1 ? null : Math.Min(lines, MostLines) * Line;
    }
}
