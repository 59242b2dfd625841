using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Comparisons;

/// <summary>What differs between the implementation costs of two editions.</summary>
public sealed class CostChanges(Edition from, Edition to) : LedgerChanges<CostEntry, CostDimension>(Between(from, to), _ => false)
{
    protected override Func<LedgerChange<CostEntry>, string> KeyOf(CostDimension dimension)
    {
        var key = CostLedger.Keys(dimension);
        return change => key(change.Entry);
    }

    protected override IReadOnlyList<string> Declared(CostDimension dimension) => [.. to.Costs.Values(dimension), .. from.Costs.Values(dimension)];

    private static LedgerChange<CostEntry>[] Between(Edition from, Edition to)
    {
        var later = to.CostLines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        var earlier = from.CostLines.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from.CostLines.SelectMany(line => later.TryGetValue(line.Code, out var now)
                ? Changed(line, now)
                : Whole(line, -1, new(ChangeKind.LineRemoved, line.Code, $"Cost line {line.Code} is in the programme no more"))),
            .. to.CostLines.Where(l => !earlier.Contains(l.Code)).SelectMany(l => Whole(l, 1, new(ChangeKind.LineAdded, l.Code, $"Cost line {l.Code} is new"))),
        ];
    }

    private static IEnumerable<LedgerChange<CostEntry>> Changed(CostLine before, CostLine after)
    {
        if (before.Area != after.Area)
        {
            var moved = new ChangeCause(ChangeKind.LineMoved, after.Code, $"Cost line {after.Code} counts in area {after.Area} now, in {before.Area} before");
            foreach (var change in Whole(before, -1, moved).Concat(Whole(after with { Amounts = before.Amounts }, 1, moved)))
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
                yield return Of(after, new(place.Kind, place.Year, place.Month, difference, null), Cause(place, old.ContainsKey(place), after));
            }
        }
    }

    private static ChangeCause Cause(Place place, bool wasRecorded, CostLine line) => place switch
    {
        { Kind: CostKind.Budget } => new(ChangeKind.Target, line.Code, $"Budget of {place.Year}"),
        { Kind: CostKind.Committed } => new(ChangeKind.Commitment, line.Code, $"Orders outstanding{Of(place.Month)}"),
        _ when wasRecorded => new(ChangeKind.Correction, line.Code, $"Correction of what was spent{Of(place.Month)}"),
        _ => new(ChangeKind.Spending, line.Code, $"Spent{Of(place.Month)}"),
    };

    private static string Of(ReportingMonth? month) => month is { } m ? $" in {m.Name}" : "";

    private static IEnumerable<LedgerChange<CostEntry>> Whole(CostLine line, int sign, ChangeCause cause) =>
        line.Amounts.Where(a => a.Amount != Money.Zero).Select(a => Of(line, a with { Amount = new(sign * a.Amount.Pounds) }, cause));

    private static LedgerChange<CostEntry> Of(CostLine line, CostAmount amount, ChangeCause cause) =>
        new(new(line, amount), amount.Amount, cause, line.Code, line.Name);

    private static Dictionary<Place, Money> Sums(CostLine line)
    {
        var sums = new Dictionary<Place, Money>();
        foreach (var amount in line.Amounts)
        {
            var place = new Place(amount.Kind, amount.Year, amount.Month);
            sums[place] = sums.GetValueOrDefault(place) + amount.Amount;
        }

        return sums;
    }

    private readonly record struct Place(CostKind Kind, FinancialYear Year, ReportingMonth? Month);
}
