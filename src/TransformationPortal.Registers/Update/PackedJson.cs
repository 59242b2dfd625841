using System.IO.Compression;
using System.Text.Json;

namespace TransformationPortal.Registers.Update;

/// <summary>What is kept of registers beside them: JSON, gzip-compressed.</summary>
internal static class PackedJson
{
    public static byte[] Write<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, value);
        }

        return bytes.ToArray();
    }

    public static T Read<T>(byte[] bytes)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(packed)!;
    }
}
