using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>Measures of savings: a slice of the ledger, or its share of a wider one.</summary>
internal static class SavingsMeasures
{
    private const string Plain = "savings";
    private const string Share = "savings.share";

    public static IReadOnlyList<string> Names { get; } = [Plain, .. Enum.GetValues<SavingsKind>().Select(k => $"{Plain}.{SavingsKeys.Kind(k)}"), Share];

    public static Found Read(Edition edition, string measure, IEnumerable<PhraseTerm> terms, DecisionBasis basis)
    {
        var (pairs, problem) = Terms(edition).Read(terms);
        if (problem is not null)
        {
            return problem;
        }

        var kinds = SliceQuery.NameOf(SavingsDimension.Kind);
        if (measure == Share && pairs.All(p => p.Key != kinds))
        {
            pairs = [.. pairs, new(kinds, SavingsKeys.Kind(SavingsKind.Position))];
        }
        else if (measure is not (Plain or Share))
        {
            pairs = [.. pairs.Where(p => p.Key != kinds), new(kinds, measure[(Plain.Length + 1)..])];
        }

        var reading = edition.ReadSavings(pairs, basis);
        if (reading.Slice is not { } slice)
        {
            return Found.Not(reading.Problem!, null, []);
        }

        var amount = edition.Savings.Sum(slice);
        var source = new Derivation.OfSavings(slice);
        return new(measure == Share
            ? new Figure(amount is { } part && edition.Savings.Sum(Whole(slice)) is { } whole ? part.ShareOf(whole) : null, FigureUnit.Share, source)
            : Figure.OfMoney(amount, source));
    }

    public static string Write(Edition edition, Slice<SavingsDimension> slice, FigureUnit unit)
    {
        var kind = slice[SavingsDimension.Kind][0];
        var isUsual = kind == SavingsKeys.Kind(slice[SavingsDimension.Confidence].IsEmpty ? SavingsKind.RevisedTarget : SavingsKind.Position);
        var measure = unit == FigureUnit.Share ? Share : isUsual ? Plain : $"{Plain}.{kind}";
        var terms = Terms(edition);
        return string.Join(' ', slice.Filters.Where(f => f.Key != SavingsDimension.Kind).Select(f => terms.Write(f.Key, f.Value)).Prepend(measure));
    }

    // A share of bands is of all bands; any other share is of everything in the same years.
    private static Slice<SavingsDimension> Whole(Slice<SavingsDimension> slice) => slice[SavingsDimension.Confidence].IsEmpty
        ? slice.Filters.Keys.Where(d => d is not (SavingsDimension.Kind or SavingsDimension.Year)).Aggregate(slice, (whole, d) => whole.Without(d))
        : slice.Without(SavingsDimension.Confidence);

    private static LedgerTerms<SavingsDimension> Terms(Edition edition) => new(edition, d => SliceReaders.Known(edition, d));
}
