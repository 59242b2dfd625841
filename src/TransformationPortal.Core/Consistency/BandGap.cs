using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// A line and year whose bands of confidence do not add up to its revised target. A year that has closed below its target
/// agrees where later years of the same source have taken on what it lacks.
/// </summary>
/// <param name="Target">The revised target, in pounds; nothing where there is none.</param>
/// <param name="Bands">What the bands add up to, in pounds; nothing where nothing is recorded.</param>
public sealed record BandGap(SavingsLine Line, FinancialYear Year, Money? Target, Money? Bands)
{
    /// <summary>What the target has beyond the bands, in pounds; less than nothing where the bands hold more. Never nought.</summary>
    public Money Difference => Target.OrZero() - Bands.OrZero();

    /// <summary>What is apart and by how much, as the end of a sentence.</summary>
    public string Sentence => (Target, Bands) switch
    {
        (null, { } held) => $"it holds {Pounds(held)} by confidence and no revised target, {Apart} apart.",
        ({ } wanted, null) => $"its revised target is {Pounds(wanted)} and nothing is recorded by confidence, {Apart} apart.",
        _ => $"its bands of confidence add up to {Pounds(Bands.OrZero())} and its revised target is {Pounds(Target.OrZero())}, {Apart} apart.",
    };

    /// <summary>Every line and year of an edition that is apart, as the edition stands without what waits for a decision.</summary>
    public static IEnumerable<BandGap> In(Edition edition)
    {
        var carried = edition.SavingsLines.GroupBy(l => l.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Carried(edition, g), StringComparer.Ordinal);
        foreach (var line in edition.SavingsLines)
        {
            foreach (var year in line.Amounts.Where(a => !a.Pending && a.Year is not null).Select(a => a.Year!.Value).Distinct().Order())
            {
                var gap = new BandGap(line, year, Sum(line, year, SavingsKind.RevisedTarget), Sum(line, year, SavingsKind.Position));
                if (gap.Difference == Money.Zero)
                {
                    continue;
                }

                if (year < edition.Quarter.Year && gap.Difference > Money.Zero && carried[line.Source] >= gap.Difference)
                {
                    carried[line.Source] -= gap.Difference;
                    continue;
                }

                yield return gap;
            }
        }
    }

    private string Apart => Pounds(new Money(Math.Abs(Difference.Pounds)));

    // What the years from the quarter's on have to find beyond what they were first asked for.
    private static Money Carried(Edition edition, IEnumerable<SavingsLine> lines) => lines.SelectMany(l => l.Amounts).Where(a => !a.Pending && a.Year >= edition.Quarter.Year)
        .Sum(a => a.Kind switch { SavingsKind.RevisedTarget => a.Amount.Pounds, SavingsKind.OriginalTarget => -a.Amount.Pounds, _ => 0 }) is var sum && sum > 0 ? new(sum) : Money.Zero;

    private static Money? Sum(SavingsLine line, FinancialYear year, SavingsKind kind) =>
        line.Amounts.Where(a => !a.Pending && a.Year == year && a.Kind == kind).Select(a => a.Amount).SumOrNothing();

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);
}
