using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.Entities;

/// <summary>An area of implementation cost.</summary>
public sealed class CostAreaEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>A line of the implementation budget.</summary>
public sealed class CostLineEntity : IRetirable
{
    public int Id { get; private init; }

    public required string Code { get; init; }

    public int AreaId { get; private init; }

    public required CostAreaEntity Area { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    /// <inheritdoc cref="IRetirable.RetiredOn"/>
    public DateOnly? RetiredOn { get; internal set; }
}

/// <summary>The business case's budget of a cost line for a year, in pounds.</summary>
public sealed class CostBudgetEntity
{
    public int Id { get; private init; }

    public int LineId { get; private init; }

    public required CostLineEntity Line { get; init; }

    public required FinancialYear Year { get; init; }

    public required Money Amount { get; init; }
}

/// <summary>What was spent on a cost line in a month, or was committed at its end, in pounds.</summary>
public sealed class SpendEntity
{
    public int Id { get; private init; }

    public int LineId { get; private init; }

    public required CostLineEntity Line { get; init; }

    public required ReportingMonth Month { get; init; }

    /// <summary>Actual or committed; a budget has a table of its own.</summary>
    public required CostKind Kind { get; init; }

    public required Money Amount { get; init; }

    public string? Note { get; init; }
}

/// <summary>Money that pays for implementation.</summary>
public sealed class FundingEntity
{
    public int Id { get; private init; }

    public required string Source { get; init; }

    public required Money Amount { get; init; }

    public required FundingStatus Status { get; init; }
}
