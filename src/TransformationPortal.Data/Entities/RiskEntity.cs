using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Data.Entities;

/// <summary>A risk to the programme or, where a project is named, to that project.</summary>
public sealed class RiskEntity : IReportable
{
    /// <summary>As the programme says it.</summary>
    public static Expression<Func<RiskEntity, Risk>> ToRisk { get; } = r => new Risk(
        r.Ref, r.Project == null ? null : r.Project.Code, r.Impact, r.InitialRating, r.Controls, r.ResidualRating, r.FurtherAction, r.Reviewed,
        r.IsCritical, r.Basis)
    {
        Closed = r.Closed,
        ClosedBecause = r.ClosedBecause,
    };

    public int Id { get; private init; }

    [MaxLength(Lengths.RowKey)]
    public required string Ref { get; init; }

    public int? ProjectId { get; private init; }

    public ProjectEntity? Project { get; init; }

    /// <inheritdoc cref="IReportable.Month"/>
    public ReportingMonth? Month { get; init; }

    [MaxLength(Lengths.Text)]
    public required string Impact { get; init; }

    public required RiskLevel InitialRating { get; init; }

    [MaxLength(Lengths.Text)]
    public required string Controls { get; init; }

    public required RiskLevel ResidualRating { get; init; }

    [MaxLength(Lengths.Text)]
    public string? FurtherAction { get; init; }

    public DateOnly? Reviewed { get; init; }

    public required bool IsCritical { get; init; }

    [MaxLength(Lengths.Name)]
    public string? Basis { get; init; }

    /// <summary>The day on which it was closed; none while it is open.</summary>
    public DateOnly? Closed { get; init; }

    [MaxLength(Lengths.Text)]
    public string? ClosedBecause { get; init; }

    /// <summary>What is said of a risk, as it is stored.</summary>
    /// <param name="project">The project that it names.</param>
    /// <param name="month">The month of the report that says so; none where the register does.</param>
    public static RiskEntity Of(Risk risk, ProjectEntity? project, ReportingMonth? month = null) => new()
    {
        Ref = risk.Ref,
        Project = project,
        Month = month,
        Impact = risk.Impact,
        InitialRating = risk.InitialRating,
        Controls = risk.Controls,
        ResidualRating = risk.ResidualRating,
        FurtherAction = risk.FurtherAction,
        Reviewed = risk.Reviewed,
        IsCritical = risk.IsCritical,
        Basis = risk.Basis,
        Closed = risk.Closed,
        ClosedBecause = risk.ClosedBecause,
    };
}
