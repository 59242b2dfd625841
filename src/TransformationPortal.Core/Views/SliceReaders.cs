using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>Reads the slices of an edition from addresses, so that a slice always means one thing.</summary>
public static class SliceReaders
{
    /// <summary>
    /// A savings slice is always of exactly one kind, since the kinds are views of the same money. Without a kind it is the
    /// position where a confidence is asked for, and the revised target otherwise.
    /// </summary>
    public static SliceReading<SavingsDimension> ReadSavings(
        this Edition edition, IEnumerable<KeyValuePair<string, string>> pairs, DecisionBasis basis)
    {
        var reading = SliceQuery.Read<SavingsDimension>(pairs.Select(p => InPortalsWords(edition, p)), basis, d => Known(edition, d));
        if (reading.Slice is not { } slice)
        {
            return reading.Existing.Any(v => Enum.TryParse<Confidence>(v, out _))
                ? reading with { Existing = [.. reading.Existing.Select(v => Enum.TryParse<Confidence>(v, out var band) ? edition.Programme.Label(band) : v)] } : reading;
        }

        return slice[SavingsDimension.Kind].Length switch
        {
            1 => reading,
            0 => reading with
            {
                Slice = slice.Where(SavingsDimension.Kind, SavingsKeys.Kind(slice[SavingsDimension.Confidence].IsEmpty ? SavingsKind.RevisedTarget : SavingsKind.Position)),
            },
            _ => new(
                null,
                "Original target, revised target and position are three views of the same money and cannot be added. Choose one kind.",
                SliceQuery.NameOf(SavingsDimension.Kind),
                Known(edition, SavingsDimension.Kind)),
        };
    }

    /// <summary>A cost slice is of the budget, unless it says otherwise; spent and committed may be added, a budget may not be added to either.</summary>
    public static SliceReading<CostDimension> ReadCosts(
        this Edition edition, IEnumerable<KeyValuePair<string, string>> pairs, DecisionBasis basis)
    {
        var reading = SliceQuery.Read<CostDimension>(pairs, basis, d => Known(edition, d));
        if (reading.Slice is not { } slice)
        {
            return reading;
        }

        var kinds = slice[CostDimension.Kind];
        var budget = CostKeys.Kind(CostKind.Budget);
        return kinds.Length switch
        {
            0 => reading with { Slice = slice.Where(CostDimension.Kind, budget) },
            > 1 when kinds.Contains(budget) => new(
                null,
                "A budget and what is spent of it cannot be added. Choose the budget, or what is spent and committed.",
                SliceQuery.NameOf(CostDimension.Kind),
                Known(edition, CostDimension.Kind)),
            _ => reading,
        };
    }

    // A band may go by what the council calls it.
    private static KeyValuePair<string, string> InPortalsWords(Edition edition, KeyValuePair<string, string> pair) =>
        string.Equals(pair.Key, SliceQuery.NameOf(SavingsDimension.Confidence), StringComparison.OrdinalIgnoreCase)
            && !Enum.TryParse<Confidence>(pair.Value, ignoreCase: true, out _) && edition.Programme.Band(pair.Value) is { } band
            ? KeyValuePair.Create(pair.Key, SavingsKeys.Confidence(band)) : pair;

    internal static IReadOnlyList<string> Known(Edition edition, SavingsDimension dimension)
    {
        IEnumerable<string> possible = dimension switch
        {
            SavingsDimension.Kind => Enum.GetValues<SavingsKind>().Select(SavingsKeys.Kind),
            SavingsDimension.Year => Years(edition),
            SavingsDimension.Confidence => ConfidenceFacts.Bands.Select(b => SavingsKeys.Confidence(b)),
            SavingsDimension.Workstream => edition.Workstreams.Select(w => w.Name),
            SavingsDimension.Directorate => edition.Directorates.Select(d => d.Name),
            SavingsDimension.Source => edition.Sources.Select(s => s.Name),
            SavingsDimension.Board => edition.Boards.Select(b => b.Name),
            SavingsDimension.Activity => edition.Activities.Select(a => a.Name),
            SavingsDimension.Project => edition.Projects.Select(p => p.Code),
            SavingsDimension.Line => edition.SavingsLines.Select(l => l.Ref),
            SavingsDimension.Decision => edition.Decisions.Select(d => d.Ref),
            SavingsDimension.Carried => [SavingsKeys.Carried(false), SavingsKeys.Carried(true)],
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension of savings."),
        };
        return [.. possible.Union(edition.Savings.Values(dimension), StringComparer.Ordinal)];
    }

    internal static IReadOnlyList<string> Known(Edition edition, CostDimension dimension)
    {
        IEnumerable<string> possible = dimension switch
        {
            CostDimension.Kind => Enum.GetValues<CostKind>().Select(CostKeys.Kind),
            CostDimension.Year => Years(edition),
            CostDimension.Area => edition.CostAreas.Select(a => a.Code),
            CostDimension.Line => edition.CostLines.Select(l => l.Code),
            CostDimension.Month => [],
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension of costs."),
        };
        return [.. possible.Union(edition.Costs.Values(dimension), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Years(Edition edition) =>
        FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear).Select(y => LedgerKeys.Year(y));
}
