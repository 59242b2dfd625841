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
        var origins = new Dictionary<ReportingMonth, string>();
        return [.. state.SavingsLines.OrderBy(l => l.Ref, CodeOrder.Instance).Select(line => line with
        {
            Board = boards.TryGetValue(line.Project, out var board)
                ? board
                : throw new ArgumentException($"Savings line {line.Ref} belongs to project {line.Project}, which the programme does not have.", nameof(state)),
            Amounts = InOrder(
            [
                .. targets[line.Ref].SelectMany(Targets),
                .. Positions(positions[line.Ref], origins),
                .. moves[line.Ref].SelectMany(move => Moved(move, decisions.TryGetValue(move.Decision, out var decision)
                    ? decision
                    : throw new ArgumentException($"A re-profile of savings line {line.Ref} waits for decision {move.Decision}, which the programme does not have.", nameof(state)))),
            ]),
        })];
    }

    // A line has a score of amounts, nearly in order as they come: moving each to its place takes no memory, and keeps the
    // order of those that are alike.
    private static SavingsAmount[] InOrder(SavingsAmount[] amounts)
    {
        for (var i = 1; i < amounts.Length; i++)
        {
            var amount = amounts[i];
            var place = i;
            for (; place > 0 && Compare(amounts[place - 1], amount) > 0; place--)
            {
                amounts[place] = amounts[place - 1];
            }

            amounts[place] = amount;
        }

        return amounts;
    }

    private static int Compare(SavingsAmount one, SavingsAmount other)
    {
        var order = (int)one.Kind - (int)other.Kind;
        order = order != 0 ? order : (one.Year ?? FinancialYear.Last).CompareTo(other.Year ?? FinancialYear.Last);
        order = order != 0 ? order : ((int?)one.Confidence ?? -1) - ((int?)other.Confidence ?? -1);
        order = order != 0 ? order : CodeOrder.Instance.Compare(one.Decision, other.Decision);
        order = order != 0 ? order : one.Amount.CompareTo(other.Amount);
        return order != 0 ? order : string.CompareOrdinal(one.Origin, other.Origin);
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
    private static IEnumerable<SavingsAmount> Positions(IEnumerable<SavingsPosition> positions, Dictionary<ReportingMonth, string> origins)
    {
        ReportingMonth? last = null;
        foreach (var position in positions)
        {
            last = last is { } known && known >= position.AsAt ? known : position.AsAt;
        }

        if (last is not { } month)
        {
            yield break;
        }

        if (!origins.TryGetValue(month, out var origin))
        {
            origins[month] = origin = $"Position for {month.Name}";
        }

        foreach (var position in positions.Where(p => p.AsAt == month))
        {
            yield return new SavingsAmount(SavingsKind.Position, position.Year, position.Confidence, position.Amount, position.AsAt, origin);
        }
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
