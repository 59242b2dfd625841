namespace TransformationPortal.Annexes.Layout;

/// <summary>How wide a text is in the papers' typeface, so that columns are wide enough before any program has laid them out.</summary>
internal static class TextWidth
{
    // Widths of the printable ASCII characters of Arial (and of the faces that stand in for it), in thousandths of the size.
    private static readonly int[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    // Faces that councils use, by how much wider than Arial they run; narrower ones are given Arial's room.
    private static readonly (string Face, double Share)[] WideFaces =
        [("Verdana", 1.18), ("DejaVu Sans", 1.18), ("Montserrat", 1.2), ("Poppins", 1.2), ("Century Gothic", 1.12), ("Open Sans", 1.08), ("Lucida", 1.12), ("Georgia", 1.06), ("Segoe UI", 1.04)];

    /// <summary>How wide a typeface runs as a share of Arial; at least 1, and somewhat more for one that is not known.</summary>
    public static double Share(string typeface) =>
        typeface == Paper.OwnTypeface ? 1
        : WideFaces.FirstOrDefault(f => typeface.StartsWith(f.Face, StringComparison.OrdinalIgnoreCase)) is { Face: not null } wide ? wide.Share
        : Narrow.Any(n => typeface.StartsWith(n, StringComparison.OrdinalIgnoreCase)) ? 1 : 1.08;

    private static readonly string[] Narrow = ["Arial", "Helvetica", "Liberation Sans", "Calibri", "Carlito", "Cambria", "Times", "Gill Sans", "Foundry", "Tahoma", "Trebuchet", "Aptos", "Franklin", "Source Sans", "Lato"];

    /// <summary>The width of a text in twentieths of a point.</summary>
    /// <param name="points">Size of type.</param>
    public static int Of(string text, double points, bool isBold = false)
    {
        var thousandths = 0L;
        foreach (var letter in text)
        {
            // Letters outside ASCII are taken as wide as a wide capital: rather too much room than too little.
            thousandths += letter is >= ' ' and <= '~' ? Regular[letter - ' '] : 780;
        }

        // Bold runs about a tenth wider.
        return (int)Math.Ceiling(thousandths * points * (isBold ? 1.1 : 1.0) / 50d);
    }

    /// <summary>The width of the longest word, which is the least a column must have.</summary>
    public static int OfLongestWord(string text, double points, bool isBold = false) =>
        text.Split([' ', '\n', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Select(w => Of(w, points, isBold)).DefaultIfEmpty(0).Max();
}
