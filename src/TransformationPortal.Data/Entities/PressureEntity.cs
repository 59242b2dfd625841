using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.Entities;

/// <summary>An amount that a directorate is expected to fall short by in a year.</summary>
public sealed class PressureEntity
{
    public int Id { get; private init; }

    public required string Ref { get; init; }

    public required string Why { get; init; }

    public int DirectorateId { get; private init; }

    public required DirectorateEntity Directorate { get; init; }

    public int? ProjectId { get; private init; }

    public ProjectEntity? Project { get; init; }

    public required FinancialYear Year { get; init; }

    /// <summary>Pounds.</summary>
    public required Money Amount { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>A job title.</summary>
    public required string Owner { get; init; }

    public required PressureCover Cover { get; init; }

    public string? HowCovered { get; init; }
}
