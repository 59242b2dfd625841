using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Layout;

/// <summary>How a register stands on a sheet.</summary>
internal enum RegisterShape
{
    PortraitTable,
    LandscapeTable,

    /// <summary>One block a record, its fields under each other: what is left where a table would be too narrow to read.</summary>
    Records,
}

internal static class RegisterFit
{
    // Columns give way a little before the sheet is turned.
    private const double Squeeze = 1.1;
    private const double TwipsPerMillimetre = 1440 / 25.4;

    public static RegisterShape ShapeOf(PaperTable register, Paper paper)
    {
        var scale = paper.Table / Paper.For(AnnexPrint.Standard).Table;
        var needed = register.Columns.Where(c => !c.IsDataOnly).Sum(c => c.Weight) * scale * TwipsPerMillimetre;
        return needed <= paper.PortraitWidth * Squeeze ? RegisterShape.PortraitTable
            : needed <= paper.LandscapeWidth * Squeeze ? RegisterShape.LandscapeTable
            : RegisterShape.Records;
    }

    /// <summary>The widths of the columns on paper, which together fill the sheet.</summary>
    public static IReadOnlyList<int> Widths(PaperTable register, int width)
    {
        var all = register.Columns.Sum(c => c.Weight);
        return [.. register.Columns.Select(c => width * c.Weight / all)];
    }
}
