using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Data.Entities;

public sealed class ProjectEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required ProjectPhase Phase { get; init; }

    public int BoardId { get; private init; }

    public required BoardEntity Board { get; init; }

    public int WorkstreamId { get; private init; }

    public required WorkstreamEntity Workstream { get; init; }

    public int DirectorateId { get; private init; }

    public required DirectorateEntity Directorate { get; init; }

    /// <summary>A job title.</summary>
    public required string AccountableOfficer { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? PlannedEnd { get; init; }

    public string? Summary { get; init; }

    public string? Basis { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>The rating of one aspect of a project for a month, with its reason.</summary>
public sealed class ProjectRatingEntity
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    public required ReportingMonth Month { get; init; }

    public required RagAspect Aspect { get; init; }

    public required Rag Rag { get; init; }

    public required string Reason { get; init; }

    public string? Basis { get; init; }
}

/// <summary>A step on a project's path to green, as approved for a month.</summary>
public sealed class RecoveryActionEntity
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    public required ReportingMonth Month { get; init; }

    public required RagAspect Aspect { get; init; }

    public required string Action { get; init; }

    /// <summary>A job title.</summary>
    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }
}
