using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Annexes.Layout;

/// <summary>The council's colours in its papers, as RRGGBB. Words carry the meaning; colour only helps the eye.</summary>
internal static class CouncilColours
{
    public const string Ink = "0B0C0C";
    public const string Quiet = "454A4D";
    public const string Accent = "1B4B66";
    public const string HeadFill = "DFE9EF";
    public const string TotalFill = "F1F4F6";
    public const string Rule = "AEB6BB";
    public const string StrongRule = "5B6970";
    public const string WarningFill = "FFF4D6";
    public const string WarningRule = "8A5A00";

    /// <summary>A pale fill behind the word of a rating.</summary>
    public static string Fill(Rag rating) => rating switch
    {
        Rag.Green => "DDEFD9",
        Rag.Amber => "FFE9B8",
        Rag.Red => "F7D4CF",
        _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "Unknown rating."),
    };
}
