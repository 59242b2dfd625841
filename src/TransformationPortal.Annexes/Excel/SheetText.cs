
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Excel;

/// <summary>Text as a cell can hold it.</summary>
internal static class SheetText
{
    /// <summary>More characters than this a cell cannot hold.</summary>
    public const int Longest = 32767;

    /// <summary>The text without what XML forbids, cut with an ellipsis where a cell cannot hold it all.</summary>
    public static string Clean(string text, int longest = Longest)
    {
        var clean = XmlText.Clean(text);
        return clean.Length <= longest ? clean : XmlText.Clean(clean[..(longest - 1)]) + "…";
    }
}
