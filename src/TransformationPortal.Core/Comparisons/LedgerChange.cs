using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Core.Comparisons;

/// <summary>An entry that two editions hold differently, with the difference as its amount and what caused it.</summary>
/// <param name="Line">The reference of its line.</param>
/// <param name="Title">What its line is called.</param>
public sealed record LedgerChange<TEntry>(TEntry Entry, Money Amount, ChangeCause Cause, string Line, string Title);

/// <summary>
/// The difference between two editions' ledgers, as a ledger: its sum over any slice is the slice's sum in the later edition
/// less that in the earlier one, because whatever differs is entered once with its sign.
/// </summary>
public abstract class LedgerChanges<TEntry, TDimension>(LedgerChange<TEntry>[] changes, Func<TEntry, bool> isPending)
    : Ledger<LedgerChange<TEntry>, TDimension>(changes, c => c.Amount, c => isPending(c.Entry))
    where TDimension : struct, Enum
{
    /// <summary>What makes a slice's change, by cause and line, the largest first. What cancels out is left out.</summary>
    public IReadOnlyList<ChangePart> Parts(Slice<TDimension> slice) =>
    [
        .. EntriesIn(slice).GroupBy(c => (c.Cause, c.Line))
            .Select(g => new ChangePart(g.Key.Cause, g.Key.Line, g.First().Title, g.Sum(c => c.Amount.Pounds)))
            .Where(p => p.Amount != 0)
            .OrderByDescending(p => Math.Abs(p.Amount)).ThenBy(p => p.Cause.Kind).ThenBy(p => p.Line, CodeOrder.Instance).ThenBy(p => p.Cause.Text, StringComparer.Ordinal),
    ];
}
