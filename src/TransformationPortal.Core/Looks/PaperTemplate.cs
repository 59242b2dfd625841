using System.Security.Cryptography;

namespace TransformationPortal.Core.Looks;

/// <summary>The council’s own Word template, with its styles, its sheet and what heads and ends its pages.</summary>
/// <param name="Name">Of the file that was uploaded.</param>
/// <param name="Bytes">As they were uploaded, and checked then.</param>
public sealed record PaperTemplate(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>A fingerprint of its bytes, as 16 hexadecimal digits: papers in another template are other papers.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))[..16];
}
