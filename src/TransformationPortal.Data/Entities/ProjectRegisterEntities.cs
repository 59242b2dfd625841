using System.Linq.Expressions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Data.Entities;

/// <summary>A step of a project.</summary>
public sealed class MilestoneEntity : IReportable
{
    /// <summary>As the programme says it.</summary>
    public static Expression<Func<MilestoneEntity, Milestone>> ToMilestone { get; } =
        m => new Milestone(m.Project.Code, m.Title, m.Baseline, m.Forecast, m.Actual, m.Basis);

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

    /// <inheritdoc cref="RiskEntity.Of"/>
    public static MilestoneEntity Of(Milestone milestone, ProjectEntity project, ReportingMonth? month = null) => new()
    {
        Project = project,
        Month = month,
        Title = milestone.Title,
        Baseline = milestone.Baseline,
        Forecast = milestone.Forecast,
        Actual = milestone.Actual,
        Basis = milestone.Basis,
    };
}

/// <summary>What one project needs of another.</summary>
public sealed class DependencyEntity : IReportable
{
    /// <summary>As the programme says it.</summary>
    public static Expression<Func<DependencyEntity, Dependency>> ToDependency { get; } =
        d => new Dependency(d.Project.Code, d.Needs.Code, d.What, d.NeededBy, new RagRating(d.Rag, d.Reason), d.Basis);

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

    /// <inheritdoc cref="RiskEntity.Of"/>
    /// <param name="needs">The project that it waits for.</param>
    public static DependencyEntity Of(Dependency dependency, ProjectEntity project, ProjectEntity needs, ReportingMonth? month = null) => new()
    {
        Project = project,
        Needs = needs,
        Month = month,
        What = dependency.What,
        NeededBy = dependency.NeededBy,
        Rag = dependency.Rating.Rating,
        Reason = dependency.Rating.Reason,
        Basis = dependency.Basis,
    };
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
