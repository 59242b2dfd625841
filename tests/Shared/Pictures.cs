using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TransformationPortal.Tests.Shared;

/// <summary>Small pictures, whole and otherwise, of one colour.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, params (string Name, byte[] Content)[] more)
    {
        var row = new byte[1 + (width * 3)];
        row.AsSpan(1).Fill(0x55);
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < height; i++)
            {
                packed.Write(row);
            }
        }

        return PngOf(width, height, pixels.ToArray(), more);
    }

    /// <summary>A PNG picture with such a content of its IDAT, whatever it is.</summary>
    public static byte[] PngOf(int width, int height, byte[] packed, params (string Name, byte[] Content)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, .. Chunk("IHDR", header),
            .. more.SelectMany(m => Chunk(m.Name, m.Content)), .. Chunk("IDAT", packed), .. Chunk("IEND", []),
        ];
    }

    /// <summary>The frame of a JPEG picture; its pixels are made up.</summary>
    public static byte[] Jpeg(int width, int height)
    {
        byte[] size = [(byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width];
        return
        [
            0xff, 0xd8, 0xff, 0xe0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xc0, 0, 17, 8, .. size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
            0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3f, 0, 0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78, 0xff, 0xd9,
        ];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Checksum(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var part in bytes)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
