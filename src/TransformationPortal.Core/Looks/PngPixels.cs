using System.Buffers.Binary;
using System.IO.Compression;

namespace TransformationPortal.Core.Looks;

/// <summary>
/// Whether a PNG picture can be shown: its parts are as they were written, and its pixels unpack to as many as its size needs.
/// No more is ever unpacked, so no file can be made to cost memory, nor time beyond a picture of its size.
/// </summary>
internal static class PngPixels
{
    private const int HeaderLength = 13;

    /// <summary>The passes of an interlaced picture: where each begins, and how far apart its pixels are, across and down.</summary>
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Whether a part is as it was written.</summary>
    /// <param name="named">Its name and content.</param>
    /// <param name="checksum">What is said to be their CRC-32.</param>
    public static bool IsIntact(ReadOnlySpan<byte> named, uint checksum)
    {
        var sum = uint.MaxValue;
        foreach (var part in named)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
            }
        }

        return ~sum == checksum;
    }

    /// <summary>Whether the pixels are all there.</summary>
    /// <param name="header">The content of IHDR.</param>
    /// <param name="packed">The content of all IDAT, one after another.</param>
    public static bool AreWhole(ReadOnlySpan<byte> header, Stream packed)
    {
        if (header.Length != HeaderLength || BytesNeeded(header) is not { } needed)
        {
            return false;
        }

        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            for (var left = needed; left > 0;)
            {
                var read = pixels.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0)
                {
                    return false;
                }

                left -= read;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // Each row has one byte more, which says how it was filtered. Nothing for a kind of pixel that there is not.
    private static long? BytesNeeded(ReadOnlySpan<byte> header)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        int? samples = header[9] switch
        {
            0 or 3 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => null,
        };
        if (samples is not { } most || header[8] is not (1 or 2 or 4 or 8 or 16))
        {
            return null;
        }

        var bits = most * header[8];
        return header[12] == 0
            ? Rows(width, height, bits)
            : Passes.Sum(p => Rows(Count(width, p.X, p.Across), Count(height, p.Y, p.Down), bits));
    }

    private static long Rows(int width, int height, int bits) => width == 0 ? 0 : ((((long)width * bits) + 7) / 8 + 1) * height;

    private static int Count(int side, int begin, int apart) => Math.Max(0, (side - begin + apart - 1) / apart);
}
