using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Editions;

/// <summary>An edition as it was published: its content, its seal, who published it and when.</summary>
/// <param name="Seal">SHA-256 of its canonical JSON, in lower-case hexadecimal.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="LatestNumber">The number of the newest edition of the same quarter: a higher one supersedes this.</param>
public sealed record PublishedEdition(Edition Content, string Seal, DateTime PublishedAt, string PublishedBy, int LatestNumber)
{
    public bool IsSuperseded => Content.Number < LatestNumber;
}

/// <summary>An edition in the list of what was published.</summary>
public sealed record EditionEntry(Quarter Quarter, int Number, DateOnly AsAt, string? Notice, string Seal, DateTime PublishedAt, string PublishedBy);
