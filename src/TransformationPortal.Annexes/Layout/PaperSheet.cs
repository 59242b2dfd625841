namespace TransformationPortal.Annexes.Layout;

/// <summary>A sheet of paper and its margins, in twentieths of a point. Turned, its long side lies across; its margins stay.</summary>
/// <param name="Header">From the sheet's upper edge to the line that heads it.</param>
/// <param name="Footer">From the sheet's lower edge to the line that ends it.</param>
/// <param name="Gutter">Room at the left for binding.</param>
internal sealed record PaperSheet(int ShortSide, int LongSide, int Top, int Bottom, int Left, int Right, int Header, int Footer, int Gutter)
{
    /// <summary>The portal's own: A4, with margins of two centimetres.</summary>
    public static PaperSheet Own { get; } = new(11906, 16838, Top: 1334, Bottom: 1134, Left: 1134, Right: 1134, Header: 567, Footer: 567, Gutter: 0);

    public int PortraitWidth => ShortSide - Left - Right - Gutter;

    public int LandscapeWidth => LongSide - Left - Right - Gutter;

    /// <summary>The height of the text on a turned sheet, below its header.</summary>
    public int LandscapeHeight => ShortSide - Top - Bottom;
}
