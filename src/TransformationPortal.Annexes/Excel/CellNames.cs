using System.Globalization;

namespace TransformationPortal.Annexes.Excel;

/// <summary>Names of cells.</summary>
internal static class CellNames
{
    /// <summary>The letters of a column counted from 0: A, B … Z, AA.</summary>
    public static string Column(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>A cell by its column counted from 0 and its row counted from 1, as a spreadsheet counts it: <c>B2</c>.</summary>
    public static string Cell(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);
}
