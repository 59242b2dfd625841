using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>Which years a table lists: the programme's, and any other in which something is recorded, so that nothing is lost.</summary>
internal static class ShownYears
{
    /// <summary>From a year to the programme's last, or to the last that a saving has been moved to.</summary>
    public static IReadOnlyList<FinancialYear> OfSavingsFrom(this Edition edition, FinancialYear first, DecisionBasis basis)
    {
        var recorded = edition.Savings.Values(SavingsDimension.Year, Slice<SavingsDimension>.All.On(basis));
        return FinancialYear.Range(first, Named(recorded).Append(edition.Programme.LastYear).Max());
    }

    /// <summary>The programme's years, and those before or after in which something was budgeted or spent.</summary>
    public static IReadOnlyList<FinancialYear> OfCosts(this Edition edition) =>
    [
        .. FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear).Union(Named(edition.Costs.Values(Costs.CostDimension.Year))).Order(),
    ];

    private static IEnumerable<FinancialYear> Named(IEnumerable<string> values) => values.Where(v => v != LedgerKeys.None).Select(FinancialYear.Parse);
}
