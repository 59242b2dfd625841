using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>From a day on, projects and savings lines stand under another name. Added when it is recorded, and never changed.</summary>
public sealed class ReorganisationEntity
{
    public int Id { get; private init; }

    public required Grouping Grouping { get; init; }

    public required ReorganisationKind Kind { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The name until then, as it was when this was recorded.</summary>
    public required string From { get; init; }

    /// <summary>The name since, as it was when this was recorded.</summary>
    public required string To { get; init; }

    public required Person By { get; init; }

    public required DateTime At { get; init; }

    public required List<ReorganisationMemberEntity> Members { get; init; }
}

/// <summary>A project, or a savings line, that went from the one name to the other. It is named by its code, which stays when it is retired or deleted.</summary>
public sealed class ReorganisationMemberEntity
{
    public int Id { get; private init; }

    public int ReorganisationId { get; private init; }

    public required bool IsLine { get; init; }

    /// <summary>A project's code, or a savings line's reference.</summary>
    public required string Code { get; init; }
}
