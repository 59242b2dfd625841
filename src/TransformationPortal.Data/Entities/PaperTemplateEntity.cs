using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>
/// A Word template that was uploaded and checked. It waits until somebody uses it, is in use, or was in use when an edition
/// was published; one that is none of these goes.
/// </summary>
public sealed class PaperTemplateEntity
{
    public int Id { get; private init; }

    /// <summary>Of the file that came, without its folder.</summary>
    public required string Name { get; init; }

    public required byte[] Bytes { get; init; }

    public required Person UploadedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; init; }

    public PaperTemplate Template => new(Name, Bytes);
}
