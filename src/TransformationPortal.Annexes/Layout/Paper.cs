using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Layout;

/// <summary>Sizes of a paper: of its sheet in twentieths of a point, of its type in points; and the colours it is printed in.</summary>
internal sealed record Paper(double Body, double Lead, double Table, double Small, double Title, double Heading1, double Heading2, double Heading3, double Value)
{
    public const int ShortSide = 11906;
    public const int LongSide = 16838;
    public const int Margin = 1134;
    public const int HeaderMargin = 567;

    /// <summary>Room at the left and right of a cell's text.</summary>
    public const int CellPadding = 80;

    public static int PortraitWidth => ShortSide - (2 * Margin);

    public static int LandscapeWidth => LongSide - (2 * Margin);

    /// <summary>The height of the text on a turned sheet, below its header.</summary>
    public static int LandscapeHeight => ShortSide - (2 * Margin) - 200;

    private static Paper Standard { get; } = new(Body: 11, Lead: 13, Table: 9, Small: 9, Title: 26, Heading1: 18, Heading2: 14, Heading3: 11.5, Value: 15);

    private static Paper Large { get; } = new(Body: 16, Lead: 18, Table: 16, Small: 16, Title: 30, Heading1: 24, Heading2: 20, Heading3: 17, Value: 24);

    public CouncilColours Colours { get; private init; } = new(LookColours.Default);

    /// <summary>Whether a picture and the table of its data go on one page; in large print each needs its own.</summary>
    public bool KeepsPictureWithTable => Table < Body;

    /// <summary>Whether a short table stays on one page; in large print that leaves pages half empty, so it breaks between rows.</summary>
    public bool KeepsTablesWhole => Table < Body;

    /// <summary>The longest line of text that the eye follows on a turned sheet; large print fills it.</summary>
    public int LongestLine => Table < Body ? PortraitWidth : LandscapeWidth;

    /// <summary>About how many characters of a table's type go into a line of a width.</summary>
    public int Characters(int width) => (int)(width / (Table * 10.4));

    public static Paper For(AnnexPrint print) => print switch
    {
        AnnexPrint.Standard => Standard,
        AnnexPrint.Large => Large,
        _ => throw new ArgumentOutOfRangeException(nameof(print), print, "Unknown size of print."),
    };

    public static Paper For(AnnexPrint print, LookColours colours) => For(print) with { Colours = new(colours) };

    public static int Width(bool isLandscape) => isLandscape ? LandscapeWidth : PortraitWidth;
}
