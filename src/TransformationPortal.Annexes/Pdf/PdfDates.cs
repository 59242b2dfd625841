using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransformationPortal.Annexes.Pdf;

/// <summary>
/// Takes the hour of making out of a PDF: its dates become a given day, and its identifier follows from its content. What is
/// replaced is replaced by as many bytes, so that no place in the file moves.
/// </summary>
internal static class PdfDates
{
    public static void Fix(Span<byte> pdf, DateOnly day)
    {
        var text = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000";
        Overwrite(pdf, "/CreationDate(D:"u8, text);
        Overwrite(pdf, "/ModDate(D:"u8, text);
        var xmp = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00";
        Overwrite(pdf, "<xmp:CreateDate>"u8, xmp);
        Overwrite(pdf, "<xmp:ModifyDate>"u8, xmp);

        // The identifier is there twice, and the checksum once: all are made from the moment of writing.
        Span<int> places = [Place(pdf, "/ID [ <"u8), Place(pdf, "/ID [ <"u8, skip: "<"u8), Place(pdf, "/DocChecksum /"u8)];
        foreach (var place in places)
        {
            Fill(pdf, place, new string('0', 32));
        }

        var identifier = Convert.ToHexString(SHA256.HashData(pdf))[..32];
        foreach (var place in places)
        {
            Fill(pdf, place, identifier);
        }
    }

    private static void Overwrite(Span<byte> pdf, ReadOnlySpan<byte> after, string text)
    {
        var from = 0;
        while (pdf[from..].IndexOf(after) is var at and >= 0)
        {
            from += at + after.Length;
            Fill(pdf, from, text);
        }
    }

    /// <summary>Where the value behind the last occurrence of a mark begins; -1 when there is none.</summary>
    private static int Place(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> skip = default)
    {
        var at = pdf.LastIndexOf(mark);
        if (at < 0)
        {
            return -1;
        }

        var place = at + mark.Length;
        if (skip.IsEmpty)
        {
            return place;
        }

        var next = pdf[place..].IndexOf(skip);
        return next < 0 ? -1 : place + next + skip.Length;
    }

    private static void Fill(Span<byte> pdf, int at, string text)
    {
        if (at >= 0 && at + text.Length <= pdf.Length)
        {
            Encoding.ASCII.GetBytes(text, pdf[at..]);
        }
    }
}
