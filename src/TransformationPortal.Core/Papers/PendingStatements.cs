using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>What the papers say about decisions that have yet to be taken.</summary>
public sealed class PendingStatements(Edition edition, DecisionBasis basis)
{
    public const string Title = "Decisions that figures wait for";

    public IReadOnlyList<AnnexText> All => [.. Statements, .. Basis()];

    /// <summary>Each decision, and what all of them change together.</summary>
    public IReadOnlyList<AnnexText> Statements
    {
        get
        {
            List<(Decision Decision, IReadOnlyList<Reprofile> Moves)> pending = [.. new PendingDecisions(edition).Items];
            return pending.Count == 0 ? [AnnexText.Words("No decision is pending: no figure waits for one.")] : [.. pending.Select(p => One(p.Decision, p.Moves)), .. Effect()];
        }
    }

    /// <summary>Which of the two bases every figure is on; nothing where no decision moves one.</summary>
    public IEnumerable<AnnexText> Basis()
    {
        if (Moving > 0)
        {
            var which = Moving == 1 ? "the decision" : "the decisions";
            yield return AnnexText.Words(basis == DecisionBasis.IfAgreed
                ? $"Every figure here takes {which} as agreed."
                : $"Every figure here is as it stands, without {which}.");
        }
    }

    /// <summary>The headline figures on both bases; nothing where no decision is pending.</summary>
    public static IEnumerable<AnnexBlock> Effects(Edition edition) =>
        new PendingDecisions(edition).Any ? [new AnnexBlock.Register(QuarterTables.Effects(edition))] : [];

    // Decisions that move a figure; one that moves none changes nothing whichever way it goes.
    private int Moving => new PendingDecisions(edition).Items.Count(i => i.Moves.Count > 0);

    private AnnexText One(Decision decision, IReadOnlyList<Reprofile> moves) => AnnexText.Join(
        decision.Due switch
        {
            { } due when due >= edition.AsAt => AnnexText.Of($"{decision.Body} has yet to decide, by {due}, on: {decision.Title}."),
            { } due => AnnexText.Of($"{decision.Body} was to decide by {due} and has yet to do so, on: {decision.Title}."),
            null => AnnexText.Of($"{decision.Body} has yet to decide on: {decision.Title}."),
        },
        decision.Note is { Length: > 0 } note ? AnnexText.Words(note) : null,
        moves.Count == 0 ? AnnexText.Words("No figure depends on it.") : AnnexText.Join(moves.Select(m => AnnexText.Of($"If it is agreed, {Sentence(m)}"))));

    // The amount as a figure, where the entries that the decision moves give it.
    private AnnexText Sentence(Reprofile move)
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.IfAgreed).Where(SavingsDimension.Decision, move.Decision)
            .Where(SavingsDimension.Line, move.Line).Where(SavingsDimension.Year, LedgerKeys.Year(move.ToYear));
        var figure = Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));
        var words = PendingDecisions.Sentence(move);
        return figure.Money == move.Amount ? new([.. Split(words, figure)]) : AnnexText.Words(words);
    }

    private static IEnumerable<AnnexRun> Split(string words, Figure figure)
    {
        var between = words.Split(figure.ExactText);
        for (var i = 0; i < between.Length; i++)
        {
            if (i > 0)
            {
                yield return new AnnexRun(figure.ExactText, Figure: figure);
            }

            if (between[i].Length > 0)
            {
                yield return new AnnexRun(between[i]);
            }
        }
    }

    // The two figures that members compare first; the register beside it holds them all.
    private IEnumerable<AnnexText> Effect()
    {
        var (stands, agreed) = (new KeyFigures(edition, DecisionBasis.AsItStands), new KeyFigures(edition, DecisionBasis.IfAgreed));
        var (before, after) = (stands.YearTarget.Figure, agreed.YearTarget.Figure);
        if (before.Amount is null || after.Amount is null || before.Amount == after.Amount)
        {
            yield break;
        }

        var all = Moving switch { 1 => "the decision is agreed", 2 => "both decisions are agreed", var many => $"all {AnnexWords.Number(many)} decisions are agreed" };
        var (share, newShare) = (stands.TargetAchieved.Figure, agreed.TargetAchieved.Figure);
        var apart = MoneyUnits.Apart(before.Money, after.Money);
        var unit = apart > MoneyUnit.Exact ? apart : MoneyUnit.Exact;
        yield return AnnexText.Join(
            AnnexText.Of($"If {all}, the target of {edition.Quarter.Year} changes from {(before, unit)} to {(after, unit)}."),
            share.Amount is null || newShare.Amount is null || share.Text == newShare.Text ? null : AnnexText.Of($"The share of it that is delivered changes from {share} to {newShare}."));
    }
}
