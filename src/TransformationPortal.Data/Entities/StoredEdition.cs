using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Entities;

/// <summary>A published edition as it is kept: never changed, never deleted.</summary>
public sealed class StoredEdition
{
    public int Id { get; private init; }

    public required Quarter Quarter { get; init; }

    /// <summary>From 1, unique within its quarter.</summary>
    public required int Number { get; init; }

    public required int SchemaVersion { get; init; }

    public required DateOnly AsAt { get; init; }

    public string? Notice { get; init; }

    /// <summary>SHA-256 of the canonical JSON before compression, 64 lower-case hexadecimal digits.</summary>
    public required string Seal { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>The canonical JSON, gzip-compressed.</summary>
    public required byte[] Json { get; init; }

    /// <summary>How the council looked when it was published; none for one that came with the sample, or before looks were kept.</summary>
    public EditionLook? Look { get; set; }
}
