using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Data.Entities;

/// <summary>The programme's frame: the one row of its table.</summary>
public sealed class ProgrammeSettingsEntity
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    public required string Name { get; init; }

    public required string Council { get; init; }

    public required FinancialYear FirstYear { get; init; }

    public required FinancialYear LastYear { get; init; }

    public required string Objective { get; init; }

    /// <summary>Pounds a year.</summary>
    public Money? PlannedBenefitLow { get; init; }

    /// <summary>Pounds a year.</summary>
    public Money? PlannedBenefitHigh { get; init; }

    /// <summary>Pounds, outside the implementation budget.</summary>
    public Money? RedundancyProvision { get; init; }

    public string? Provenance { get; init; }

    /// <summary>Pounds that a finding may be apart before finance signs for it beside the PMO.</summary>
    public Money? FinanceSignsAbove { get; init; }

    /// <summary>Under which licence the council gives its data away.</summary>
    public DataLicence? Licence { get; init; }

    /// <summary>The first month that the council reports on.</summary>
    public ReportingMonth? ReportsFrom { get; init; }

    /// <summary>For what a report needs evidence before it can be submitted.</summary>
    public EvidenceRule? EvidenceFor { get; init; }

    /// <summary>What the council sets its savings out by beside workstreams, first.</summary>
    public SavingsGrouping? SavingsAlsoBy { get; init; }

    public SavingsGrouping? SavingsAlsoBySecond { get; init; }

    public SavingsGrouping? SavingsAlsoByThird { get; init; }
}

/// <summary>What the council calls a band of confidence.</summary>
public sealed class ConfidenceLabelEntity
{
    public int Id { get; private init; }

    public required Confidence Confidence { get; init; }

    public required string Label { get; init; }

    /// <summary>The colour word that it is also known by.</summary>
    public string? Alias { get; init; }
}
