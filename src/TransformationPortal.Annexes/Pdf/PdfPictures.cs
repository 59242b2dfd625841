using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformationPortal.Annexes.Pdf;

/// <summary>
/// Gives the pictures of a tagged PDF their texts for who does not see them. LibreOffice loses those of charts on the way
/// from Word (a photograph or logo keeps its own); they are added behind the file's end, as an incremental update, which every reader of PDF understands.
/// </summary>
internal static partial class PdfPictures
{
    /// <param name="pdf">A PDF with a plain cross-reference table, as LibreOffice writes it.</param>
    /// <param name="texts">One text a picture that has none, in order. When there are more or fewer such pictures, nothing is changed.</param>
    public static byte[] Describe(byte[] pdf, IReadOnlyList<string> texts)
    {
        // Latin-1 maps every byte to one character and back, so that places in the text are places in the file.
        var file = Encoding.Latin1.GetString(pdf);
        var figures = Figure().Matches(file).Where(f => !f.Value.Contains("/Alt", StringComparison.Ordinal)).OrderBy(m => Number(m, "id")).ToList();
        if (texts.Count == 0 || figures.Count != texts.Count
            || Trailer().Matches(file).LastOrDefault() is not { } trailer)
        {
            return pdf;
        }

        var update = new StringBuilder();
        var table = new StringBuilder("xref\n");
        for (var i = 0; i < figures.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{figures[i].Groups["id"].Value} 1\n{file.Length + update.Length:0000000000} 00000 n \n");
            update.Append(figures[i].Value.Replace("/S/Figure", $"/S/Figure\n/Alt<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texts[i]))}>", StringComparison.Ordinal)).Append('\n');
        }

        var place = file.Length + update.Length;
        update.Append(table)
            .Append(CultureInfo.InvariantCulture, $"trailer\n<<{trailer.Groups["entries"].Value}/Prev {trailer.Groups["place"].Value}\n>>\nstartxref\n{place}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\n)(?<id>\d+) 0 obj\n<</Type/StructElem\n/S/Figure\n(.(?!endobj))*\nendobj\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"trailer\n<<(?<entries>.*?)>>\s*startxref\s+(?<place>\d+)\s+%%EOF", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Trailer();
}
