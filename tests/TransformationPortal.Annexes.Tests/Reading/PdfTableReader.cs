using System.Text.RegularExpressions;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>
/// Reads a table of figures off a page by where its numbers stand: the columns are where the last row, which has no blanks,
/// has its numbers; each other number belongs to the column in which it ends.
/// </summary>
internal static class PdfTableReader
{
    private const double Tolerance = 1.5;

    /// <summary>The cells of the table's rows without their labels; an empty text where nothing is printed.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(IReadOnlyList<PdfWord> words, FigureTable table)
    {
        var title = table.Title.Split(' ');
        var start = Enumerable.Range(0, words.Count).Last(i => title.SequenceEqual(words.Skip(i).Take(title.Length).Select(w => w.Text)));
        var numbers = new Regex(@"^(-|-?[\d,]+\.\d{" + (table.Format == TableFormat.AnnexCosts ? "1" : "3") + "})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var lines = words.Where(w => w.Page == words[start].Page && w.Top > words[start].Top && numbers.IsMatch(w.Text))
            .GroupBy(w => Math.Round(w.Top)).OrderBy(g => g.Key).Select(g => g.OrderBy(w => w.Right).ToList()).Where(l => l.Count > 0).Take(table.Rows.Count).ToList();
        var columns = lines[^1].TakeLast(table.Columns.Count).Select(w => w.Right).ToList();
        return
        [
            .. lines.Select(line => (IReadOnlyList<string>)[.. columns.Select(right => line.SingleOrDefault(w => Math.Abs(w.Right - right) < Tolerance)?.Text ?? "")]),
        ];
    }
}
