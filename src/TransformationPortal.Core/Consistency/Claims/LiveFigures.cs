using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>What a figure that a text names in braces is of, in the terms of <see cref="Fact"/>.</summary>
internal static class LiveFigures
{
    /// <summary>The figure as a fact; nothing where it counts something, or is limited by what sentences do not say.</summary>
    public static Fact? Of(Edition edition, Figure figure) => figure.Source switch
    {
        Derivation.OfSavings(var slice) => Savings(figure, slice),
        Derivation.OfCosts(var slice) => Costs(figure, slice),
        Derivation.OfFunding(var from, var status) => From(figure, Measures.Funding, Bands.None, YearSpan.All,
            from is not null ? new(FactBook.FundingSource, from) : status is { } s ? new(FactBook.Status, s.ToString()) : null),
        Derivation.OfFigures(var key, _, _) => key switch
        {
            "target-achieved" => From(figure, Measures.Position, Bands.Delivered, YearSpan.Of(edition.Quarter.Year), null),
            "share-spent" => From(figure, Measures.Spent, Bands.None, YearSpan.All, null),
            "business-case-low" or "business-case-high" => From(figure, Measures.BusinessCase, Bands.None, YearSpan.All, null),
            "redundancy-provision" => From(figure, Measures.Redundancy, Bands.None, YearSpan.All, null),
            _ => null,
        },
        _ => null,
    };

    private static Fact? Savings(Figure figure, Slice<SavingsDimension> slice)
    {
        if (Span(slice[SavingsDimension.Year]) is not { } years || slice[SavingsDimension.Kind] is not [var kind])
        {
            return null;
        }

        var bands = slice[SavingsDimension.Confidence].Where(b => b != LedgerKeys.None).Select(b => Enum.Parse<Confidence>(b).AsBands()).Aggregate(Bands.None, (all, b) => all | b);
        var things = slice.Filters.Where(f => f.Key is not (SavingsDimension.Year or SavingsDimension.Kind or SavingsDimension.Confidence or SavingsDimension.Decision or SavingsDimension.Carried)).ToList();
        if (things.Count > 2 || things.Exists(t => t.Value.Length != 1))
        {
            return null;
        }

        var measure = Enum.GetValues<SavingsKind>().First(k => SavingsKeys.Kind(k) == kind) switch
        {
            SavingsKind.OriginalTarget => Measures.OriginalTarget, SavingsKind.RevisedTarget => Measures.RevisedTarget, _ => Measures.Position,
        };
        return From(figure, measure, bands == Bands.All ? Bands.None : bands, years, Named(things, 0)) with { Other = Named(things, 1) };

        static Thing? Named(List<KeyValuePair<SavingsDimension, System.Collections.Immutable.ImmutableArray<string>>> things, int at) =>
            at < things.Count ? new(SliceQuery.NameOf(things[at].Key), things[at].Value[0]) : null;
    }

    private static Fact? Costs(Figure figure, Slice<CostDimension> slice)
    {
        if (Span(slice[CostDimension.Year]) is not { } years || !slice[CostDimension.Month].IsEmpty || slice[CostDimension.Area].Length > 1 || slice[CostDimension.Line].Length > 1)
        {
            return null;
        }

        var kinds = slice[CostDimension.Kind];
        var measure = kinds.Contains(CostKeys.Kind(CostKind.Budget)) ? Measures.Budget
            : kinds.Length > 1 ? Measures.SpentOrCommitted : kinds.Contains(CostKeys.Kind(CostKind.Actual)) ? Measures.Spent : Measures.Committed;
        Thing? thing = slice[CostDimension.Line] is [var line] ? new("line", line) : slice[CostDimension.Area] is [var area] ? new("area", area) : null;
        return From(figure, measure, Bands.None, years, thing);
    }

    // Years that do not follow each other are said of in no usual sentence.
    private static YearSpan? Span(IReadOnlyList<string> keys)
    {
        var years = keys.Where(k => k != LedgerKeys.None).Select(k => FinancialYear.Parse(k)).Order().ToList();
        return keys.Count == 0 ? YearSpan.All : years.Count == 0 || years.Count != keys.Count || years[^1].StartYear - years[0].StartYear != years.Count - 1 ? null : new(years[0], years[^1]);
    }

    private static Fact From(Figure figure, Measures measure, Bands bands, YearSpan years, Thing? thing) =>
        new(measure, bands, years, thing, null, figure.Unit, figure.Amount, figure.Amount);
}
