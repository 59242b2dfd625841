namespace TransformationPortal.Core.Looks;

/// <summary>
/// The two colours that a council chooses, and those that follow from them. The colours of ratings and confidence are not
/// among them: they mean something.
/// </summary>
/// <param name="Main">Behind the heading of every page, and of what bears the council’s stamp: tiles, totals, charts, titles of papers.</param>
/// <param name="Link">Of links.</param>
public sealed record LookColours(Colour Main, Colour Link)
{
    /// <summary>What a portal looks like before anybody has chosen.</summary>
    public static LookColours Default { get; } = new(new Colour(0x14, 0x50, 0x5c), new Colour(0x0f, 0x5a, 0x78));

    /// <summary>Large figures, and links on the pale ground of the main colour.</summary>
    public Colour MainDark => Main.MixedWith(Colour.Black, 0.28);

    /// <summary>The ground of totals and of the bar under the heading.</summary>
    public Colour MainTint => Main.MixedWith(Colour.White, 0.9);

    /// <summary>The second series of a chart, told from the first by its pattern as well.</summary>
    public Colour MainSoft => Main.MixedWith(Colour.White, 0.2);

    /// <summary>A link that is pointed at.</summary>
    public Colour LinkHover => Link.MixedWith(Colour.Black, 0.3);
}
