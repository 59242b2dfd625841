using System.Buffers.Binary;
using System.Globalization;

namespace TransformationPortal.Core.Looks;

/// <summary>A picture that may be the logo: what its bytes say it is.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">From its first to its last; what a file holds behind the picture’s end is left out.</param>
public sealed record LogoPicture(LogoFormat Format, int Width, int Height, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Tells a picture by its bytes, and never by its name, part by part: that it is whole, and how large it is. What is too large
/// is not unpacked, so no file can be made to cost time or memory.
/// </summary>
public static class LogoFile
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MostBytes = 256 * 1024;

    private const int LeastPixels = 24;
    private const int MostPixels = 2000;

    private static ReadOnlySpan<byte> PngBegins => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <returns>The picture, or a sentence that says why it cannot be the logo.</returns>
    public static (LogoPicture? Picture, string? Problem) Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length == 0)
        {
            return (null, "The file is empty. Choose a PNG or JPEG picture.");
        }

        if (bytes.Length > MostBytes)
        {
            return (null, "The file is larger than 256 KB. Save the logo smaller: it is shown no higher than 2 cm.");
        }

        var (format, isWhole, width, height, end) = bytes.StartsWith(PngBegins) ? Png(bytes) : bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? Jpeg(bytes) : default;
        if (format is not { } kind)
        {
            return (null, "The file is not a PNG or JPEG picture. Save the logo as PNG and choose that file.");
        }

        if (!isWhole)
        {
            return (null, $"The {Name(kind)} picture is damaged or not whole. Save it again and choose the new file.");
        }

        return width is < LeastPixels or > MostPixels || height is < LeastPixels or > MostPixels
            ? (null, string.Create(CultureInfo.InvariantCulture, $"The picture is {width} by {height} pixels. Each side must have between {LeastPixels} and {MostPixels:N0}."))
            : (new(kind, width, height, file[..end]), null);
    }

    /// <summary>What people call a format.</summary>
    public static string Name(LogoFormat format) => format == LogoFormat.Png ? "PNG" : "JPEG";

    // Chunks of a length, a name, content and a checksum: first IHDR with the size, at least one IDAT, and IEND last.
    private static (LogoFormat?, bool IsWhole, int Width, int Height, int End) Png(ReadOnlySpan<byte> bytes)
    {
        var (width, height) = (0, 0);
        ReadOnlySpan<byte> header = [];
        using var pixels = new MemoryStream();
        for (var at = PngBegins.Length; at <= bytes.Length - 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                break;
            }

            var name = bytes.Slice(at + 4, 4);
            var content = bytes.Slice(at + 8, (int)length);
            if (!PngPixels.IsIntact(bytes.Slice(at + 4, 4 + (int)length), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + (int)length)..])))
            {
                break;
            }

            if (at == PngBegins.Length)
            {
                if (!name.SequenceEqual("IHDR"u8) || length != 13 || BinaryPrimitives.ReadUInt32BigEndian(content) > int.MaxValue || BinaryPrimitives.ReadUInt32BigEndian(content[4..]) > int.MaxValue)
                {
                    break;
                }

                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                header = content;
            }

            if (name.SequenceEqual("IDAT"u8))
            {
                pixels.Write(content);
            }

            at += 12 + (int)length;
            if (name.SequenceEqual("IEND"u8))
            {
                pixels.Position = 0;
                var isShown = width is >= LeastPixels and <= MostPixels && height is >= LeastPixels and <= MostPixels;
                return (LogoFormat.Png, pixels.Length > 0 && (!isShown || PngPixels.AreWhole(header, pixels)), width, height, at);
            }
        }

        return (LogoFormat.Png, false, 0, 0, 0);
    }

    // Segments of a marker and a length; the one that begins a frame has the size. Behind a scan’s segment stand its pixels,
    // in which a marker never occurs but those that restart it, up to the next segment or the end.
    private static (LogoFormat?, bool IsWhole, int Width, int Height, int End) Jpeg(ReadOnlySpan<byte> bytes)
    {
        var (width, height, hasPixels) = (0, 0, false);
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xff)
            {
                break;
            }

            var marker = bytes[at + 1];
            if (marker == 0xff)
            {
                at++;
                continue;
            }

            if (marker == 0xd9)
            {
                return (LogoFormat.Jpeg, hasPixels && width > 0, width, height, at + 2);
            }

            if (at + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) is var length && (length < 2 || at + 2 + length > bytes.Length))
            {
                break;
            }

            if (IsFrame(marker) && length >= 8)
            {
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]));
            }

            at += 2 + length;
            if (marker == 0xda)
            {
                hasPixels = true;
                while (at + 1 < bytes.Length && (bytes[at] != 0xff || bytes[at + 1] is 0x00 or (>= 0xd0 and <= 0xd7)))
                {
                    at++;
                }
            }
        }

        return (LogoFormat.Jpeg, false, 0, 0, 0);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not 0xc4 and not 0xc8 and not 0xcc;
}
