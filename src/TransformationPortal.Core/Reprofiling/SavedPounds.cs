using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reprofiling;

/// <summary>
/// Where every pound of a target is in an edition. What came in and what became of it are equal:
/// <c>Planned + Changed + Moved = Delivered + Expected + Unplaced + Lost</c>. All in pounds, as it stands.
/// </summary>
/// <param name="Planned">The original target, before any decision moved it.</param>
/// <param name="Changed">
/// How far the target was revised by other means than decisions: agreed changes, and what came from an earlier year (positive)
/// or was carried to a later one (negative): carried, so not lost.
/// </param>
/// <param name="Moved">What decisions moved in (positive) or out (negative).</param>
/// <param name="Delivered">In the accounts.</param>
/// <param name="Expected">At high, medium or low confidence, in a year that is not over or that has not been set.</param>
/// <param name="Unplaced">In no band of confidence; negative where the bands hold more than the target.</param>
/// <param name="Lost">Not delivered in a year that is over; negative where more was delivered than asked.</param>
public readonly record struct SavedPounds(Money Planned, Money Changed, Money Moved, Money Delivered, Money Expected, Money Unplaced, Money Lost)
{
    /// <summary>The target as it is now.</summary>
    public Money Revised => Planned + Changed + Moved;

    public static SavedPounds operator +(SavedPounds left, SavedPounds right) => new(
        left.Planned + right.Planned, left.Changed + right.Changed, left.Moved + right.Moved, left.Delivered + right.Delivered,
        left.Expected + right.Expected, left.Unplaced + right.Unplaced, left.Lost + right.Lost);

    /// <param name="year">None for what has no year yet.</param>
    public static SavedPounds Of(Edition edition, SavingsLine line, FinancialYear? year)
    {
        var amounts = line.Amounts.Where(a => a.Year == year && !a.Pending).ToList();
        Money Sum(Func<SavingsAmount, bool> which) => amounts.Where(which).Select(a => a.Amount).SumOrNothing().OrZero();
        var planned = Sum(a => a is { Kind: SavingsKind.OriginalTarget, Decision: null });
        var moved = Sum(a => a is { Kind: SavingsKind.RevisedTarget, Decision: not null });
        var revised = Sum(a => a.Kind == SavingsKind.RevisedTarget);
        var delivered = Sum(a => a is { Kind: SavingsKind.Position, Confidence: Confidence.Delivered });
        var bands = Sum(a => a is { Kind: SavingsKind.Position, Confidence: not Confidence.Delivered });
        var isOver = year is { } y && y.LastDay <= edition.AsAt;
        return new(
            planned, revised - moved - planned, moved, delivered, isOver ? Money.Zero : bands,
            isOver ? Money.Zero : revised - delivered - bands, isOver ? revised - delivered : Money.Zero);
    }
}

/// <summary>A line's pounds in an edition: in all, and year by year.</summary>
/// <param name="Years">The years in which it has any, in order; what has no year yet is last.</param>
public sealed record LinePounds(SavingsLine Line, SavedPounds Total, IReadOnlyList<(string Year, SavedPounds Pounds)> Years)
{
    public static LinePounds Of(Edition edition, SavingsLine line)
    {
        List<(string Year, SavedPounds Pounds)> years =
        [
            .. line.Amounts.Where(a => !a.Pending).Select(a => a.Year).Distinct().OrderBy(y => y ?? FinancialYear.Last)
                .Select(y => (LedgerKeys.Year(y), SavedPounds.Of(edition, line, y))),
        ];
        return new(line, years.Aggregate(default(SavedPounds), (sum, y) => sum + y.Pounds), years);
    }
}

/// <summary>Where the pounds of every line are, edition by edition.</summary>
public static class PoundLedger
{
    /// <summary>Every line of an edition.</summary>
    public static IReadOnlyList<LinePounds> Of(Edition edition) => [.. edition.SavingsLines.Select(line => LinePounds.Of(edition, line))];

    /// <summary>One line over several editions, in their order; an edition that does not have the line is left out.</summary>
    public static IReadOnlyList<(Edition Edition, LinePounds Pounds)> Over(IEnumerable<Edition> editions, string line) =>
        [.. editions.Select(e => (Edition: e, Line: e.FindSavingsLine(line))).Where(p => p.Line is not null).Select(p => (p.Edition, LinePounds.Of(p.Edition, p.Line!)))];
}
