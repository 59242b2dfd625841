using System.Security.Cryptography;

namespace TransformationPortal.Core.Looks;

/// <summary>The kinds of picture that are taken as a logo. Others can hold scripts, or are not read by every program.</summary>
public enum LogoFormat
{
    Png,
    Jpeg,
}

/// <summary>The council’s logo.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alternative">What it says, for who does not see it.</param>
public sealed record Logo(LogoFormat Format, int Width, int Height, ReadOnlyMemory<byte> Bytes, string Alternative)
{
    /// <summary>A fingerprint of its bytes, as 16 hexadecimal digits: the same picture has the same address.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))[..16];

    public string MediaType => Format == LogoFormat.Png ? "image/png" : "image/jpeg";

    /// <summary>Of a file that holds it, with its full stop.</summary>
    public string Extension => Format == LogoFormat.Png ? ".png" : ".jpg";
}
