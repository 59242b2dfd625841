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
                // A column's width counts figures, less a little at its sides.
                var room = TextWidth.Of(new string('0', Math.Max(1, widths[i] - 1)), Size) * 0.96;
                lines = Math.Max(lines, text.ReplaceLineEndings("\n").Split('\n').Sum(l => Lines(l, room)));
            }
        }

        return lines == 1 ? null : Math.Min(lines, MostLines) * Line;
    }

    // Word for word, as a program breaks them: a long word leaves the line before it short, and one wider than the column is cut.
    private static int Lines(string text, double room)
    {
        var (lines, used) = (1, 0d);
        foreach (var word in text.Split(' '))
        {
            var width = TextWidth.Of(word, Size);
            if (used > 0 && used + TextWidth.Of(" ", Size) + width > room)
            {
                (lines, used) = (lines + 1, 0);
            }

            used += (used > 0 ? TextWidth.Of(" ", Size) : 0) + width;
            lines += (int)Math.Max(0, Math.Ceiling(used / room) - 1);
            used = used > room ? used % room : used;
        }

        return lines;
    }
}
