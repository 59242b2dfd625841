using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Data.Entities;

/// <summary>A step of a project.</summary>
public sealed class MilestoneEntity : IReportable
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    /// <inheritdoc cref="IReportable.Month"/>
    public ReportingMonth? Month { get; init; }

    public required string Title { get; init; }

    public required DateOnly Baseline { get; init; }

    public DateOnly? Forecast { get; init; }

    public DateOnly? Actual { get; init; }

    public string? Basis { get; init; }
}

/// <summary>What one project needs of another.</summary>
public sealed class DependencyEntity : IReportable
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    /// <summary>The project that waits.</summary>
    public required ProjectEntity Project { get; init; }

    public int NeedsId { get; private init; }

    /// <summary>The project that it waits for.</summary>
    public required ProjectEntity Needs { get; init; }

    /// <inheritdoc cref="IReportable.Month"/>
    public ReportingMonth? Month { get; init; }

    public required string What { get; init; }

    public DateOnly? NeededBy { get; init; }

    public required Rag Rag { get; init; }

    public required string Reason { get; init; }

    public string? Basis { get; init; }
}

/// <summary>A non-financial benefit of a project.</summary>
public sealed class BenefitEntity
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    public required string Text { get; init; }

    public string? Basis { get; init; }
}
