using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Layout;

/// <summary>Sizes of a paper: of its sheet in twentieths of a point, of its type in points; and the colours it is printed in.</summary>
internal sealed record Paper(double Body, double Lead, double Table, double Small, double Title, double Heading1, double Heading2, double Heading3, double Value)
{
    /// <summary>The portal's own typeface.</summary>
    public const string OwnTypeface = "Arial";

    /// <summary>Room at the left and right of a cell's text.</summary>
    public const int CellPadding = 80;

    public PaperSheet Sheet { get; init; } = PaperSheet.Own;

    /// <summary>What text is set in where no style says otherwise.</summary>
    public string Typeface { get; init; } = OwnTypeface;

    public int PortraitWidth => Sheet.PortraitWidth;

    public int LandscapeWidth => Sheet.LandscapeWidth;

    private static Paper Standard { get; } = new(Body: 11, Lead: 13, Table: 9, Small: 9, Title: 26, Heading1: 18, Heading2: 14, Heading3: 11.5, Value: 15);

    private static Paper Large { get; } = new(Body: 16, Lead: 18, Table: 16, Small: 16, Title: 30, Heading1: 24, Heading2: 20, Heading3: 17, Value: 24);

    public CouncilColours Colours { get; private init; } = new(LookColours.Default);

    public bool IsLarge => Table >= Body;

    /// <summary>Whether a picture and the table of its data go on one page; in large print each needs its own.</summary>
    public bool KeepsPictureWithTable => !IsLarge;

    /// <summary>Whether a short table stays on one page; in large print that leaves pages half empty, so it breaks between rows.</summary>
    public bool KeepsTablesWhole => !IsLarge;

    /// <summary>The longest line of text that the eye follows on a turned sheet; large print fills it.</summary>
    public int LongestLine => IsLarge ? LandscapeWidth : PortraitWidth;

    /// <summary>About how many characters of a table's type go into a line of a width.</summary>
    public int Characters(int width) => (int)(width / (Table * 10.4 * TextWidth.Share(Typeface)));

    public static Paper For(AnnexPrint print) => print switch
    {
        AnnexPrint.Standard => Standard,
        AnnexPrint.Large => Large,
        _ => throw new ArgumentOutOfRangeException(nameof(print), print, "Unknown size of print."),
    };

    public static Paper For(AnnexPrint print, LookColours colours) => For(print) with { Colours = new(colours) };

    public int Width(bool isLandscape) => isLandscape ? LandscapeWidth : PortraitWidth;

    /// <summary>The width of a text, in twentieths of a point, as the paper's typeface sets it.</summary>
    /// <param name="points">Size of type.</param>
    public int WidthOf(string text, double points, bool isBold = false) => TextWidth.Of(text, points * TextWidth.Share(Typeface), isBold);

    /// <summary>The width of the longest word, which is the least a column must have.</summary>
    public int WidthOfLongestWord(string text, double points, bool isBold = false) => TextWidth.OfLongestWord(text, points * TextWidth.Share(Typeface), isBold);
}
