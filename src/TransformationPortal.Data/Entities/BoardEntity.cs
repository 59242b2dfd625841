using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.Entities;

/// <summary>A body of the programme's governance.</summary>
public sealed class BoardEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required BoardKind Kind { get; init; }

    public int? ReportsToId { get; private init; }

    // Set once every board is known: a board may report to one that comes after it.
    public BoardEntity? ReportsTo { get; internal set; }

    public required string Role { get; init; }

    public string? Basis { get; init; }

    public required int DisplayOrder { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}
