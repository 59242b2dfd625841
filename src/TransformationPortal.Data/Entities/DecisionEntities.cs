using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Data.Entities;

/// <summary>A decision that figures may wait for.</summary>
public sealed class DecisionEntity
{
    public int Id { get; private init; }

    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public DateOnly? Due { get; init; }

    public required DecisionOutcome Outcome { get; init; }

    public string? Note { get; init; }
}

/// <summary>A proposed move of a saving from one year to another, under a decision.</summary>
public sealed class ReprofileEntity
{
    public int Id { get; private init; }

    public int DecisionId { get; private init; }

    public required DecisionEntity Decision { get; init; }

    public int LineId { get; private init; }

    public required SavingsLineEntity Line { get; init; }

    public required string Label { get; init; }

    /// <summary>Pounds that move; positive.</summary>
    public required Money Amount { get; init; }

    public required FinancialYear FromYear { get; init; }

    /// <summary>None while nobody has given the saving a later year.</summary>
    public FinancialYear? ToYear { get; init; }

    public required Confidence Confidence { get; init; }

    public string? Note { get; init; }
}
