using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>What differs between the savings of two editions.</summary>
public sealed class SavingsChanges(Edition from, Edition to)
    : LedgerChanges<SavingsEntry, SavingsDimension>(Between(from, to), e => e.Item.Pending)
{
    protected override Func<LedgerChange<SavingsEntry>, string> KeyOf(SavingsDimension dimension)
    {
        var key = SavingsLedger.Keys(dimension);
        return change => key(change.Entry);
    }

    protected override IReadOnlyList<string> Declared(SavingsDimension dimension) => [.. to.Savings.Values(dimension), .. from.Savings.Values(dimension)];

    private static LedgerChange<SavingsEntry>[] Between(Edition from, Edition to)
    {
        var later = to.SavingsLines.ToDictionary(l => l.Ref, StringComparer.Ordinal);
        var earlier = from.SavingsLines.Select(l => l.Ref).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from.SavingsLines.SelectMany(line => later.TryGetValue(line.Ref, out var now)
                ? Changed(line, now, to, from)
                : Whole(line, -1, new(ChangeKind.LineRemoved, line.Ref, $"{line.Ref} is in the programme no more"))),
            .. to.SavingsLines.Where(l => !earlier.Contains(l.Ref)).SelectMany(l => Whole(l, 1, new(ChangeKind.LineAdded, l.Ref, $"{l.Ref} is new"))),
        ];
    }

    // A line that counts elsewhere is first moved as it was, and then changed where it now is: each step has its own cause.
    private static IEnumerable<LedgerChange<SavingsEntry>> Changed(SavingsLine before, SavingsLine after, Edition to, Edition from)
    {
        var places = Places(before, after).ToList();
        if (places.Count > 0)
        {
            var cause = new ChangeCause(ChangeKind.LineMoved, after.Ref, $"{after.Ref} counts elsewhere: {string.Join("; ", places)}");
            foreach (var change in Whole(before, -1, cause).Concat(Whole(after with { Amounts = before.Amounts }, 1, cause)))
            {
                yield return change;
            }
        }

        var (old, now) = (Sums(before), Sums(after));
        foreach (var place in old.Keys.Union(now.Keys))
        {
            var difference = now.GetValueOrDefault(place) - old.GetValueOrDefault(place);
            if (difference != Money.Zero)
            {
                var cause = Cause(place, before, after, to, from);
                yield return Of(after, new(place.Kind, place.Year, place.Confidence, difference, null, cause.Text, place.Decision, place.Pending), cause);
            }
        }
    }

    private static IEnumerable<LedgerChange<SavingsEntry>> Whole(SavingsLine line, int sign, ChangeCause cause) =>
        line.Amounts.Where(a => a.Amount != Money.Zero).Select(a => Of(line, a with { Amount = new(sign * a.Amount.Pounds) }, cause));

    private static LedgerChange<SavingsEntry> Of(SavingsLine line, SavingsAmount amount, ChangeCause cause) =>
        new(new(line, amount), amount.Amount, cause, line.Ref, line.Title);

    private static Dictionary<Place, Money> Sums(SavingsLine line)
    {
        var sums = new Dictionary<Place, Money>();
        foreach (var amount in line.Amounts)
        {
            var place = new Place(amount.Kind, amount.Year, amount.Confidence, amount.Decision, amount.Pending);
            sums[place] = sums.GetValueOrDefault(place) + amount.Amount;
        }

        return sums;
    }

    private static ChangeCause Cause(Place place, SavingsLine before, SavingsLine after, Edition to, Edition from)
    {
        if (place.Decision is { } reference)
        {
            return Decision(reference, to, from);
        }

        if (place.Kind != SavingsKind.Position)
        {
            return new(ChangeKind.Target, after.Project, "Savings targets");
        }

        var (was, now) = (Month(before), Month(after));
        return now is not { } month ? new(ChangeKind.Correction, after.Project, $"No position of {after.Ref} is recorded any more")
            : now == was ? new(ChangeKind.Correction, after.Project, $"Correction of {after.Project}’s position for {month.Name}")
            : new(ChangeKind.Position, after.Project, $"{after.Project}’s position for {month.Name}");
    }

    private static ChangeCause Decision(string reference, Edition to, Edition from)
    {
        var decision = to.Decisions.FirstOrDefault(d => d.Ref == reference);
        return decision is null
            ? new(ChangeKind.Decision, reference, $"{reference}, a decision that is no longer in the register: {from.Decisions.FirstOrDefault(d => d.Ref == reference)?.Title}")
            : new(ChangeKind.Decision, reference, $"{reference}, {decision.Outcome switch
            {
                DecisionOutcome.Agreed => $"agreed by {decision.Body}",
                DecisionOutcome.Refused => $"refused by {decision.Body}",
                _ => $"which {decision.Body} has yet to take",
            }}: {decision.Title}");
    }

    private static ReportingMonth? Month(SavingsLine line) => line.Amounts.Max(a => a.AsAt);

    private static IEnumerable<string> Places(SavingsLine before, SavingsLine after) =>
        new (SavingsDimension Dimension, string? Was, string? Now)[]
        {
            (SavingsDimension.Project, before.Project, after.Project), (SavingsDimension.Workstream, before.Workstream, after.Workstream),
            (SavingsDimension.Board, before.Board, after.Board), (SavingsDimension.Directorate, before.Directorate, after.Directorate),
            (SavingsDimension.Source, before.Source, after.Source), (SavingsDimension.Activity, before.Activity, after.Activity),
        }.Where(p => p.Was != p.Now).Select(p => $"{p.Dimension.Name()} {p.Was ?? "none"} before, {p.Now ?? "none"} now");

    private readonly record struct Place(SavingsKind Kind, FinancialYear? Year, Confidence? Confidence, string? Decision, bool Pending);
}
