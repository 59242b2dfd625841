namespace TransformationPortal.Data.Entities;

/// <summary>A file that was made of a published edition: never changed.</summary>
public sealed class EditionFileEntity
{
    public int Id { get; private init; }

    /// <summary>The edition's seal.</summary>
    public required string Edition { get; init; }

    /// <summary>What it is called when it is taken away, unique within its edition.</summary>
    public required string Name { get; init; }

    /// <summary>Of <see cref="Content"/>, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    public required byte[] Content { get; init; }
}
