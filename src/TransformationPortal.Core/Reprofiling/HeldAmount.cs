namespace TransformationPortal.Core.Reprofiling;

/// <summary>What a re-profile does to one year of a line.</summary>
/// <param name="Decision">Its decision, which was not refused.</param>
/// <param name="IsPending">Whether that has yet to be taken.</param>
/// <param name="Amount">Pounds: positive where they move in, negative where they move out.</param>
public readonly record struct YearMove(string Decision, bool IsPending, Money Amount);

/// <summary>
/// The one rule for re-profiles: a line holds in a year what is recorded and what was agreed, less what any decision still to be
/// taken would take out of it. What such a decision would bring counts for itself alone: it may never come. As long as no year
/// holds less than nothing, no outcome of any decision, in any order, can leave one with less than nothing.
/// </summary>
public static class HeldAmount
{
    /// <param name="recorded">Pounds before any re-profile.</param>
    /// <param name="moves">Every re-profile into or out of the year whose decision was not refused.</param>
    /// <param name="decision">The decision that would move more: what it brings itself counts. None to count for no decision.</param>
    /// <returns>The pounds that can still move; below zero where more has been moved than was there.</returns>
    public static Money Of(Money recorded, IEnumerable<YearMove> moves, string? decision = null) => recorded + moves
        .GroupBy(m => (Decision: m.IsPending ? m.Decision : null, m.IsPending))
        .Select(g => (g.Key, Net: g.Select(m => m.Amount).SumOrNothing().OrZero()))
        .Where(g => !g.Key.IsPending || g.Key.Decision == decision || g.Net < Money.Zero)
        .Select(g => g.Net).SumOrNothing().OrZero();
}
