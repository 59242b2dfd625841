using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Data.Entities;

/// <summary>A risk to the programme or, where a project is named, to that project.</summary>
public sealed class RiskEntity : IReportable
{
    public int Id { get; private init; }

    public required string Ref { get; init; }

    public int? ProjectId { get; private init; }

    public ProjectEntity? Project { get; init; }

    /// <inheritdoc cref="IReportable.Month"/>
    public ReportingMonth? Month { get; init; }

    public required string Impact { get; init; }

    public required RiskLevel InitialRating { get; init; }

    public required string Controls { get; init; }

    public required RiskLevel ResidualRating { get; init; }

    public string? FurtherAction { get; init; }

    public DateOnly? Reviewed { get; init; }

    public required bool IsCritical { get; init; }

    public string? Basis { get; init; }

    /// <summary>The day on which it was closed; none while it is open.</summary>
    public DateOnly? Closed { get; init; }

    public string? ClosedBecause { get; init; }
}
