using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// A year that is over can deliver nothing more: what stands there at another band than delivered was delivered, is carried
/// forward by a decision, or is given up. Until one of them is recorded the quarter would promise what cannot come.
/// </summary>
internal static class EndedYearFindings
{
    public static IEnumerable<Finding> In(Edition edition) =>
        from line in edition.SavingsLines
        from year in line.Amounts.Where(a => a is { Kind: SavingsKind.Position, Confidence: not Confidence.Delivered, Pending: false })
            .GroupBy(a => a.Year).Where(g => g.Key < edition.Quarter.Year)
        let expected = year.Select(a => a.Amount).SumOrNothing().OrZero()
        where expected != Money.Zero
        select new Finding(
            FindingKind.EndedYear, FindingSeverity.Blocking,
            $"{line.Ref} {line.Title} still expects {MoneyFormat.Format(expected, MoneyStyle.Pounds)} in {LedgerKeys.Year(year.Key)}, which is over.",
            DraftAddress.Of(edition, new Derivation.OfSavings(SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).Where(SavingsDimension.Line, line.Ref).In(year.Key!.Value))),
            line.Ref,
            "Record it as delivered, carry it forward under Decisions, or take it out of the position.");
}
