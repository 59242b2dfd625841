using System.Globalization;

namespace TransformationPortal.Spreadsheets;

/// <summary>Names of a spreadsheet’s cells.</summary>
public static class CellNames
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

    /// <summary>The column of a cell's name, counted from 0: 1 for <c>B12</c>. Nothing for what names no cell.</summary>
    public static int? ColumnOf(string? cell)
    {
        var column = 0;
        var letters = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || ++letters > 3)
            {
                break;
            }

            column = (column * 26) + (c - 'A') + 1;
        }

        return letters is > 0 and <= 3 ? column - 1 : null;
    }
}
