using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransformationPortal.Annexes.Pdf;

/// <summary>
/// Takes the hour of making out of a PDF: its dates become a given moment, and its identifier follows from its content. What is
/// replaced is replaced by as many bytes, so that no place in the file moves.
/// </summary>
internal static class PdfDates
{
    // In hexadecimal; LibreOffice writes the identifier twice, with “>”, a new line and “<” between.
    private const int IdentifierLength = 32;

    public static void Fix(Span<byte> pdf, DateTime moment)
    {
        var text = moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Overwrite(pdf, "/CreationDate(D:"u8, text);
        Overwrite(pdf, "/ModDate(D:"u8, text);
        var xmp = moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        Overwrite(pdf, "<xmp:CreateDate>"u8, xmp);
        Overwrite(pdf, "<xmp:ModifyDate>"u8, xmp);

        // Identifier and checksum are made from the moment of writing; they are where each trailer names them.
        List<int> places = [.. Places(pdf, "/ID [ <"u8), .. Places(pdf, "/ID [ <"u8).Select(first => first + IdentifierLength + 3), .. Places(pdf, "/DocChecksum /"u8)];
        foreach (var place in places)
        {
            Fill(pdf, place, new string('0', IdentifierLength));
        }

        var identifier = Convert.ToHexString(SHA256.HashData(pdf))[..IdentifierLength];
        foreach (var place in places)
        {
            Fill(pdf, place, identifier);
        }
    }

    private static void Overwrite(Span<byte> pdf, ReadOnlySpan<byte> after, string text)
    {
        foreach (var place in Places(pdf, after))
        {
            Fill(pdf, place, text);
        }
    }

    /// <summary>Where the values behind a mark begin.</summary>
    private static List<int> Places(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> mark)
    {
        var places = new List<int>();
        var from = 0;
        while (pdf[from..].IndexOf(mark) is var at and >= 0)
        {
            from += at + mark.Length;
            places.Add(from);
        }

        return places;
    }

    private static void Fill(Span<byte> pdf, int at, string text)
    {
        if (at + text.Length <= pdf.Length)
        {
            Encoding.ASCII.GetBytes(text, pdf[at..]);
        }
    }
}
