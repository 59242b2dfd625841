using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

/// <summary>The programme's frame.</summary>
internal static class ProgrammeRegister
{
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<string> Council = Columns.Text("council", Lengths.Name);
    public static readonly Column<FinancialYear> FirstYear = Columns.Year("first_year");
    public static readonly Column<FinancialYear> LastYear = Columns.Year("last_year");
    public static readonly Column<string> Objective = Columns.Text("objective", Lengths.Text);
    public static readonly Column<Money> PlannedBenefitLow = Columns.MoneyNotBelowZero("planned_benefit_low").Optional();
    public static readonly Column<Money> PlannedBenefitHigh = Columns.MoneyNotBelowZero("planned_benefit_high").Optional();
    public static readonly Column<Money> RedundancyProvision = Columns.MoneyNotBelowZero("redundancy_provision").Optional();
    public static readonly Column<string> Provenance = Columns.Text("provenance", Lengths.Text).Optional();

    /// <summary>Above how many pounds apart finance signs for a finding beside the PMO.</summary>
    public static readonly Column<Money> FinanceSignsAbove = Columns.MoneyNotBelowZero("finance_signs_above").Later();

    /// <summary>Under which licence the council gives its data away; nothing is claimed where it has chosen none.</summary>
    public static readonly Column<DataLicence> Licence = Columns.OneOf<DataLicence>("licence", l => l.Name()).Later();

    /// <summary>The first month that the council reports on: nobody is late for the months before.</summary>
    public static readonly Column<ReportingMonth> ReportsFrom = Columns.Month("reports_from").Later();

    /// <summary>For what a report needs evidence before it can be submitted.</summary>
    public static readonly Column<EvidenceRule> EvidenceFor = Columns.OneOf<EvidenceRule>("evidence_for", r => r.Name()).Later();

    /// <summary>What the council sets its savings out by beside workstreams: as many tables of its own as there are columns.</summary>
    public static readonly IReadOnlyList<Column<SavingsGrouping>> SavingsAlsoBy =
        [.. ((string[])["savings_also_by", "savings_also_by_second", "savings_also_by_third"]).Select(name => Columns.OneOf<SavingsGrouping>(name, g => g.Words()).Later())];

    /// <summary>What the council calls each band of confidence, and the colour word it is also known by.</summary>
    public static readonly IReadOnlyList<(Confidence Confidence, Column<string> Label, Column<string> Alias)> Bands =
    [
        .. ConfidenceFacts.Bands.Select(band => (
            band,
            Columns.Text($"{band.ToString().ToLowerInvariant()}_label", Lengths.Name),
            Columns.Text($"{band.ToString().ToLowerInvariant()}_alias", Lengths.Name).Optional())),
    ];

    public static readonly RegisterDefinition Definition = new(
        "programme",
        "Programme",
        [
            Name, Council, FirstYear, LastYear, Objective, PlannedBenefitLow, PlannedBenefitHigh, RedundancyProvision, Provenance,
            .. Bands.Select(b => b.Label), .. Bands.Select(b => b.Alias), FinanceSignsAbove, Licence, ReportsFrom, EvidenceFor, .. SavingsAlsoBy,
        ],
        [])
    {
        Layout = RegisterLayout.Fields,
        InOrder = [OrderedColumns.Years(FirstYear, LastYear), OrderedColumns.Amounts(PlannedBenefitLow, PlannedBenefitHigh)],
    };
}
