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
    /// What was written about a decision while it was pending. Once it is taken, the words are shown as those of the time
    /// before it: they may say what holds until it is taken.
    /// </summary>
    public static string? Note(Decision decision) => decision.Note is not { Length: > 0 } note ? null
        : decision.Outcome == DecisionOutcome.Pending ? note : $"Before it was taken: {note}";

    /// <summary>Where the money goes, in one sentence.</summary>
    public static string Sentence(Reprofile move) => move.ToYear is { } year
        ? $"{MoneyFormat.ExactMillions(move.Amount)} moves from {move.FromYear} to {year}."
        : $"{MoneyFormat.ExactMillions(move.Amount)} leaves {move.FromYear} and is in no later year: {MoneyFormat.ExactMillions(move.Amount)} not yet re-homed.";
}
