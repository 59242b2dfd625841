using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformationPortal.Annexes.Pdf;

/// <summary>The pages of a PDF as LibreOffice laid it out.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Headings">The page of each heading, from 1, in the order of the paper, without the title that heads the whole.</param>
public sealed partial record PdfPages(int Count, IReadOnlyList<int> Headings)
{
    /// <returns>Nothing where the file is not laid out as LibreOffice does.</returns>
    public static PdfPages? Read(ReadOnlySpan<byte> pdf)
    {
        // Latin-1 maps every byte to one character; the objects that are looked for are written as plain text.
        var file = Encoding.Latin1.GetString(pdf);
        if (Tree().Match(file) is not { Success: true } tree)
        {
            return null;
        }

        List<string> pages = [.. tree.Groups["kids"].Value.Split(" 0 R", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var count = int.Parse(tree.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (pages.Count != count)
        {
            return null;
        }

        List<int> outline = [.. OutlineItem().Matches(file).Select(m => pages.IndexOf(m.Groups["page"].Value) + 1)];
        return new(count, outline.Count > 0 && !outline.Contains(0) ? outline[1..] : []);
    }

    [GeneratedRegex(@"/Type/Pages\s[^>]*?/Kids\[(?<kids>[^\]]*)\]\s*/Count (?<count>\d+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tree();

    [GeneratedRegex(@"/Title<[0-9A-F]*>\s*/Dest\[(?<page>\d+) 0 R", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OutlineItem();
}
