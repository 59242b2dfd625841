using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Annexes.Layout;

/// <summary>The council's colours in its papers, as RRGGBB. Words carry the meaning; colour only helps the eye.</summary>
/// <param name="colours">Those that the council chose.</param>
internal sealed class CouncilColours(LookColours colours)
{
    public const string Ink = "0B0C0C";
    public const string Quiet = "454A4D";
    public const string TotalFill = "F1F4F6";
    public const string Rule = "AEB6BB";
    public const string StrongRule = "5B6970";
    public const string WarningFill = "FFF4D6";
    public const string WarningRule = "8A5A00";

    /// <summary>Titles, headings and large figures.</summary>
    public string Accent { get; } = colours.Main.Hex;

    /// <summary>Behind the header of a table.</summary>
    public string HeadFill { get; } = colours.Main.MixedWith(Colour.White, 0.87).Hex;

    /// <summary>What was spent, in a chart that also shows what was planned.</summary>
    public string AccentSoft { get; } = colours.Main.MixedWith(Colour.White, 0.35).Hex;

    /// <summary>What is promised besides.</summary>
    public string AccentPale { get; } = colours.Main.MixedWith(Colour.White, 0.7).Hex;

    /// <summary>A pale fill behind the word of a rating.</summary>
    public static string Fill(Rag rating) => rating switch
    {
        Rag.Green => "DDEFD9",
        Rag.Amber => "FFE9B8",
        Rag.Red => "F7D4CF",
        _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "Unknown rating."),
    };
}
