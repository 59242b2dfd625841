using TransformationPortal.Core;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>A sum of cells, neighbours written as a range: <c>SUM(B2:B4,B7)</c>.</summary>
internal static class SumFormula
{
    public static string Of(IReadOnlyList<(int Column, int Row)> cells)
    {
        List<(int Column, int Row)> sorted = [.. cells.OrderBy(c => c.Column).ThenBy(c => c.Row)];
        var isVertical = sorted.TrueForAll(c => c.Column == sorted[0].Column);
        var ranges = new List<((int Column, int Row) First, (int Column, int Row) Last)>();
        foreach (var cell in sorted)
        {
            if (ranges.Count > 0 && Follows(ranges[^1].Last, cell, isVertical))
            {
                ranges[^1] = (ranges[^1].First, cell);
            }
            else
            {
                ranges.Add((cell, cell));
            }
        }

        return $"SUM({string.Join(',', ranges.Select(r => r.First == r.Last ? Name(r.First) : $"{Name(r.First)}:{Name(r.Last)}"))})";
    }

    private static bool Follows((int Column, int Row) before, (int Column, int Row) cell, bool isVertical) => isVertical
        ? before.Column == cell.Column && before.Row + 1 == cell.Row
        : before.Row == cell.Row && before.Column + 1 == cell.Column;

    private static string Name((int Column, int Row) cell) => CellNames.Cell(cell.Column, cell.Row);
}
