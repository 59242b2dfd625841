using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Editions;

/// <summary>Makes the savings lines of an edition: targets, the position in force at the quarter's end, and what decisions move.</summary>
internal static class SavingsComposer
{
    public static List<SavingsLine> Lines(ProgrammeState state, Quarter quarter)
    {
        var boards = state.Projects.ToDictionary(p => p.Code, p => p.Board, StringComparer.Ordinal);
        var targets = state.Targets.ToLookup(t => t.Line, StringComparer.Ordinal);
        var positions = state.Positions.Where(p => p.AsAt <= quarter.LastMonth).ToLookup(p => p.Line, StringComparer.Ordinal);
        var moves = state.Reprofiles.ToLookup(r => r.Line, StringComparer.Ordinal);
        var decisions = state.Decisions.ToDictionary(d => d.Ref, StringComparer.Ordinal);
        return [.. state.SavingsLines.OrderBy(l => l.Ref, CodeOrder.Instance).Select(line => line with
        {
            Board = boards.TryGetValue(line.Project, out var board)
                ? board
                : throw new ArgumentException($"Savings line {line.Ref} belongs to project {line.Project}, which the programme does not have.", nameof(state)),
            Amounts = [.. targets[line.Ref].SelectMany(Targets)
                .Concat(Positions([.. positions[line.Ref]]))
                .Concat(moves[line.Ref].SelectMany(move => Moved(move, decisions.TryGetValue(move.Decision, out var decision)
                    ? decision
                    : throw new ArgumentException($"A re-profile of savings line {line.Ref} waits for decision {move.Decision}, which the programme does not have.", nameof(state)))))
                .OrderBy(a => a.Kind).ThenBy(a => a.Year ?? FinancialYear.Last).ThenBy(a => a.Confidence)
                .ThenBy(a => a.Decision, CodeOrder.Instance).ThenBy(a => a.Amount).ThenBy(a => a.Origin, StringComparer.Ordinal)],
        })];
    }

    private static IEnumerable<SavingsAmount> Targets(SavingsTarget target)
    {
        if (target.Original is { } original)
        {
            yield return new(SavingsKind.OriginalTarget, target.Year, null, original, null, "Savings targets");
        }

        if (target.Revised is { } revised)
        {
            yield return new(SavingsKind.RevisedTarget, target.Year, null, revised, null, "Savings targets");
        }

        // The year keeps the target that it closed with; what a later year now has to save leaves it under its own mark.
        if (target.CarriedOut is { } carried && carried != Money.Zero)
        {
            yield return new(SavingsKind.RevisedTarget, target.Year, null, -carried, null, "Carried to a later year", Carried: true);
        }
    }

    // A line's position is the last one recorded by the quarter's end: the whole of that month and nothing of an earlier one.
    private static IEnumerable<SavingsAmount> Positions(List<SavingsPosition> positions)
    {
        if (positions.Count == 0)
        {
            return [];
        }

        var month = positions.Max(p => p.AsAt);
        return positions.Where(p => p.AsAt == month)
            .Select(p => new SavingsAmount(SavingsKind.Position, p.Year, p.Confidence, p.Amount, p.AsAt, $"Position for {p.AsAt.Name}"));
    }

    // A re-profile takes its amount out of one year and puts it into another, in the targets and in the position alike, so
    // that the sum over all years stays the same. With no year to go to, the amount stands under “no year yet”. What is carried
    // forward was a target of its year all the same: its original target stays, and what leaves the year bears the mark.
    private static IEnumerable<SavingsAmount> Moved(Reprofile move, Decision decision)
    {
        if (decision.Outcome == DecisionOutcome.Refused)
        {
            yield break;
        }

        var pending = decision.Outcome == DecisionOutcome.Pending;
        foreach (var kind in Enum.GetValues<SavingsKind>().Where(k => !move.IsCarryForward || k != SavingsKind.OriginalTarget))
        {
            Confidence? confidence = kind == SavingsKind.Position ? move.Confidence : null;
            yield return new(kind, move.FromYear, confidence, -move.Amount, null, move.Label, decision.Ref, pending, move.IsCarryForward);
            yield return new(kind, move.ToYear, confidence, move.Amount, null, move.Label, decision.Ref, pending);
        }
    }
}
