using System.Buffers.Binary;

namespace TransformationPortal.Tests.Shared;

/// <summary>Archives whose directory says what is not so.</summary>
public static class CraftedZip
{
    /// <summary>An archive whose directory claims, in the form for large files, this size for every entry.</summary>
    /// <param name="zip">A sound archive without such claims.</param>
    /// <param name="unpacked">Bytes.</param>
    /// <param name="packed">Bytes; as it is where none is given.</param>
    /// <param name="place">Where each entry is said to begin; where it does, where none is given.</param>
    public static byte[] Claiming(byte[] zip, ulong unpacked, ulong? packed = null, ulong? place = null)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var (size, at) = (BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + 12)), BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + 16)));
        var result = new List<byte>(zip.AsSpan(0, at).ToArray());
        for (var next = at; next < at + size;)
        {
            var (name, extra, comment) = (Short(zip, next + 28), Short(zip, next + 30), Short(zip, next + 32));
            ulong?[] claims = [unpacked, packed, place];
            int[] fields = [24, 20, 42];
            var header = zip.AsSpan(next, 46).ToArray();
            var large = new List<byte>();
            for (var i = 0; i < claims.Length; i++)
            {
                if (claims[i] is { } claim)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(fields[i]), uint.MaxValue);
                    large.AddRange(BitConverter.GetBytes(claim));
                }
            }

            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)(4 + large.Count + extra));
            result.AddRange([.. header, .. zip.AsSpan(next + 46, name), 1, 0, (byte)large.Count, 0, .. large, .. zip.AsSpan(next + 46 + name, extra + comment)]);
            next += 46 + name + extra + comment;
        }

        var tail = zip.AsSpan(end).ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), result.Count - at);
        return [.. result, .. tail];
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
