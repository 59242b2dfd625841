using System.Text.Json;
using System.Text.Json.Serialization;

namespace TransformationPortal.Data.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Of the archive; this program reads <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The program's that made it.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Migrations">The changes that its database had had.</param>
/// <param name="Editions">The published editions that it holds.</param>
/// <param name="Files">Everything else in the archive.</param>
public sealed record BackupManifest(
    int Format,
    string Version,
    DateTime MadeAt,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<BackedUpEdition> Editions,
    IReadOnlyList<BackedUpFile> Files)
{
    public const int CurrentFormat = 1;

    /// <summary>The manifest's name in the archive.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is not a manifest.</exception>
    public static BackupManifest Read(byte[] json) => JsonSerializer.Deserialize<BackupManifest>(json, Options) ?? throw new JsonException();
}

/// <param name="Quarter">As <c>2019/20 Q1</c>.</param>
public sealed record BackedUpEdition(string Quarter, int Number, string Seal);

/// <param name="Name">In the archive, its folders divided by <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record BackedUpFile(string Name, long Length, string Sha256);
