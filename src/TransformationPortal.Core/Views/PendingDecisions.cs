using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>What the decisions that have yet to be taken would change.</summary>
public sealed class PendingDecisions(Edition edition)
{
    /// <summary>Whether any figure depends on a decision that has yet to be taken.</summary>
    public bool Any => Items.Any(i => i.Moves.Count > 0);

    /// <summary>Each pending decision with the moves that wait for it.</summary>
    public IEnumerable<(Decision Decision, IReadOnlyList<Reprofile> Moves)> Items =>
        edition.PendingDecisions.Select(d => (d, (IReadOnlyList<Reprofile>)[.. edition.Reprofiles.Where(r => r.Decision == d.Ref)]));

    /// <summary>The revised target that has left its year and has no other, on a basis; nothing when there is none.</summary>
    public Figure NotYetRehomed(DecisionBasis basis)
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, basis).Where(SavingsDimension.Year, LedgerKeys.None);
        return Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));
    }

    /// <summary>What a table or tile must say when its figures take the pending decisions as agreed.</summary>
    public IEnumerable<string> Notes()
    {
        foreach (var (decision, moves) in Items)
        {
            var due = decision.Due is { } day ? $", due {DateFormat.Long(day)}" : "";
            foreach (var move in moves)
            {
                yield return $"Takes as agreed a decision that {decision.Body} has yet to take{due}: {move.Label}. {Sentence(move)}";
            }
        }
    }

    /// <summary>
    /// What a reader is told beside a decision: while it is pending, what was written about it; once it is taken, what was said
    /// then. Words of the time before it say what holds until it is taken, and are over with it; those of a carry-forward, which
    /// records what a year's end left, never waited for anything.
    /// </summary>
    /// <returns>Nothing where nothing was written.</returns>
    public static string? Note(Decision decision, IEnumerable<Reprofile> moves)
    {
        var (pending, note) = (decision.Outcome == DecisionOutcome.Pending, decision.Note is { Length: > 0 } written ? written : null);
        var carried = !pending && moves.Any(m => m.Decision == decision.Ref && m.IsCarryForward);
        string?[] told = [pending || carried ? note : null, !pending && decision.OutcomeNote is { Length: > 0 } said ? $"When it was decided: {said}" : null];
        return told.OfType<string>().ToList() is { Count: > 0 } words ? string.Join(' ', words.Select((w, i) => i < words.Count - 1 ? Ended(w) : w)) : null;
    }

    /// <summary>Where the money goes, in one sentence.</summary>
    public static string Sentence(Reprofile move) => move.ToYear is { } year
        ? $"{MoneyFormat.ExactMillions(move.Amount)} moves from {move.FromYear} to {year}."
        : $"{MoneyFormat.ExactMillions(move.Amount)} leaves {move.FromYear} and is in no later year: {MoneyFormat.ExactMillions(move.Amount)} not yet re-homed.";

    private static string Ended(string words) => words.TrimEnd() is var text && text[^1] is '.' or '!' or '?' ? text : text + ".";
}
