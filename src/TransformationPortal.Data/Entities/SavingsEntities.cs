using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Data.Entities;

/// <summary>A single saving.</summary>
public sealed class SavingsLineEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Ref { get; init; }

    public required string Title { get; init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    public int WorkstreamId { get; private init; }

    public required WorkstreamEntity Workstream { get; init; }

    public int DirectorateId { get; private init; }

    public required DirectorateEntity Directorate { get; init; }

    public int SourceId { get; private init; }

    public required TargetSourceEntity Source { get; init; }

    public int? ActivityId { get; private init; }

    public CoreActivityEntity? Activity { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>A line's target for a year, in pounds. An amount that was never set is empty.</summary>
public sealed class SavingsTargetEntity
{
    public int Id { get; private init; }

    public int LineId { get; private init; }

    public required SavingsLineEntity Line { get; init; }

    public required FinancialYear Year { get; init; }

    public Money? Original { get; init; }

    public Money? Revised { get; init; }

    /// <summary>Pounds of the revised target that the year did not deliver and that another line has in a later year.</summary>
    public Money? CarriedOut { get; init; }
}

/// <summary>How much of a line's target for a year stood at a confidence, as at the end of a month, in pounds.</summary>
public sealed class SavingsPositionEntity
{
    public int Id { get; private init; }

    public int LineId { get; private init; }

    public required SavingsLineEntity Line { get; init; }

    public required ReportingMonth AsAt { get; init; }

    public required FinancialYear Year { get; init; }

    public required Confidence Confidence { get; init; }

    public required Money Amount { get; init; }
}
