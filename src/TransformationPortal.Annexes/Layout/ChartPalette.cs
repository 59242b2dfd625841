namespace TransformationPortal.Annexes.Layout;

/// <summary>How a series of a chart is drawn: fill, and over it a pattern that is told apart in greyscale.</summary>
/// <param name="Fill">RRGGBB.</param>
/// <param name="Pattern">A preset pattern of the drawing format, drawn in white over the fill; none for a plain fill.</param>
internal sealed record SeriesStyle(string Fill, string? Pattern);

/// <summary>
/// The style of every series that a chart view names. Series that stand together differ in lightness and in pattern, not only
/// in colour. What means something, such as a confidence, has its own colour whatever the council's are.
/// </summary>
internal static class ChartPalette
{
    public static SeriesStyle StyleOf(string series, CouncilColours colours) => series switch
    {
        "target" or "planned" => new(colours.Accent, null),
        "confidence-delivered" => new("1D5A96", null),
        "confidence-high" or "rag-green" => new("3F7E3B", "wdUpDiag"),
        "confidence-medium" or "rag-amber" => new("F2B134", null),
        "confidence-low" or "rag-red" => new("A8281E", "wdDnDiag"),
        "spent" => new(colours.AccentSoft, "wdUpDiag"),
        "committed" => new(colours.AccentPale, null),
        _ => throw new ArgumentOutOfRangeException(nameof(series), series, "No style is known for this series."),
    };
}
