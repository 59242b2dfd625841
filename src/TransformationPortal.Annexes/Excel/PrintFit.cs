namespace TransformationPortal.Annexes.Excel;

/// <summary>How a sheet goes onto paper: as many sheets side by side as it needs to be read.</summary>
internal static class PrintFit
{
    // What an A4 sheet on its side holds at full size, in the characters that Excel counts a column's width in.
    private const double CharactersOfASheet = 132;

    // Smaller than this, 11 points are no longer read.
    private const double SmallestScale = 0.65;

    /// <summary>Over how many sheets side by side the columns are spread.</summary>
    /// <param name="widths">Of the columns, in characters.</param>
    public static uint SheetsAcross(IReadOnlyList<int> widths)
    {
        var needed = widths.Sum() * SmallestScale;
        if (needed <= CharactersOfASheet)
        {
            return 1;
        }

        // The first column stands on every sheet.
        var first = widths[0] * SmallestScale;
        return (uint)Math.Max(2, Math.Ceiling((needed - first) / Math.Max(1, CharactersOfASheet - first)));
    }
}
