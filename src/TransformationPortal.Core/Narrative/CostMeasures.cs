using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>Measures of implementation cost.</summary>
internal static class CostMeasures
{
    private static readonly (string Name, CostKind[] Kinds)[] Measures =
    [
        ("costs", [CostKind.Budget]), ("costs.spent", [CostKind.Actual]), ("costs.committed", [CostKind.Committed]),
        ("costs.spent-or-committed", [CostKind.Actual, CostKind.Committed]),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Measures.Select(m => m.Name)];

    public static Found Read(Edition edition, string measure, IEnumerable<PhraseTerm> terms, DecisionBasis basis)
    {
        var (pairs, problem) = Terms(edition).Read(terms);
        if (problem is not null)
        {
            return problem;
        }

        var kind = SliceQuery.NameOf(CostDimension.Kind);
        var kinds = Array.Find(Measures, m => m.Name == measure).Kinds.Select(k => KeyValuePair.Create(kind, CostKeys.Kind(k)));
        var reading = edition.ReadCosts([.. pairs.Where(p => p.Key != kind), .. kinds], basis);
        return reading.Slice is { } slice
            ? new(Figure.OfMoney(edition.Costs.Sum(slice), new Derivation.OfCosts(slice)))
            : Found.Not(reading.Problem!, null, []);
    }

    public static string Write(Edition edition, Slice<CostDimension> slice)
    {
        var measure = Array.Find(Measures, m => m.Kinds.Select(CostKeys.Kind).Order(StringComparer.Ordinal).SequenceEqual(slice[CostDimension.Kind])).Name;
        var terms = Terms(edition);
        return string.Join(' ', slice.Filters.Where(f => f.Key != CostDimension.Kind).Select(f => terms.Write(f.Key, f.Value)).Prepend(measure));
    }

    private static LedgerTerms<CostDimension> Terms(Edition edition) => new(edition, d => SliceReaders.Known(edition, d));
}
