using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// Bands of confidence beside the revised target of the same line and year. A year that has closed below its target agrees
/// where later years of the same source have taken on what it lacks.
/// </summary>
internal static class BandFindings
{
    public static IEnumerable<Finding> In(Edition edition)
    {
        var carried = edition.SavingsLines.GroupBy(l => l.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Carried(edition, g), StringComparer.Ordinal);
        foreach (var line in edition.SavingsLines)
        {
            foreach (var year in line.Amounts.Where(a => !a.Pending && a.Year is not null).Select(a => a.Year!.Value).Distinct().Order())
            {
                if (BelowNothing(edition, line, year) is { } wrong)
                {
                    yield return wrong;
                }

                if (Apart(line, year) is not { } apart)
                {
                    continue;
                }

                if (year < edition.Quarter.Year && apart.Difference > Money.Zero && carried[line.Source] >= apart.Difference)
                {
                    carried[line.Source] -= apart.Difference;
                    continue;
                }

                yield return Finding(edition, line, year, apart.Target, apart.Bands);
            }
        }
    }

    // What is to be saved, or is held at a confidence, cannot be less than nothing.
    private static Finding? BelowNothing(Edition edition, SavingsLine line, FinancialYear year)
    {
        var settled = line.Amounts.Where(a => !a.Pending && a.Year == year && a.Kind != SavingsKind.OriginalTarget).GroupBy(a => a.Confidence);
        return settled.Select(g => (Confidence: g.Key, Sum: g.Select(a => a.Amount).SumOrNothing().OrZero())).FirstOrDefault(g => g.Sum < Money.Zero) is { Sum: var sum, Confidence: var band } && sum < Money.Zero
            ? new(FindingKind.Bands, FindingSeverity.Blocking,
                $"{line.Ref} {line.Title}, {year}: {(band is { } b ? $"what it holds at {edition.Programme.Label(b)}" : "its revised target")} is {Pounds(sum)}, and a saving cannot be less than nothing.",
                DraftAddress.Of(edition, new Derivation.OfSavings(SavingsSlices.Of(band is null ? SavingsKind.RevisedTarget : SavingsKind.Position, DecisionBasis.AsItStands).In(year).Where(SavingsDimension.Line, line.Ref))),
                $"{line.Ref} in {year}", $"Correct the savings in the report of {line.Project}, or the line’s target.")
            : null;
    }

    private static (Money? Target, Money? Bands, Money Difference)? Apart(SavingsLine line, FinancialYear year)
    {
        var (target, bands) = (Sum(line, year, SavingsKind.RevisedTarget), Sum(line, year, SavingsKind.Position));
        var difference = target.OrZero() - bands.OrZero();
        return difference == Money.Zero ? null : (target, bands, difference);
    }

    // What the years from the quarter's on have to find beyond what they were first asked for.
    private static Money Carried(Edition edition, IEnumerable<SavingsLine> lines) => lines.SelectMany(l => l.Amounts).Where(a => !a.Pending && a.Year >= edition.Quarter.Year)
        .Sum(a => a.Kind switch { SavingsKind.RevisedTarget => a.Amount.Pounds, SavingsKind.OriginalTarget => -a.Amount.Pounds, _ => 0 }) is var sum && sum > 0 ? new(sum) : Money.Zero;

    private static Money? Sum(SavingsLine line, FinancialYear year, SavingsKind kind) =>
        line.Amounts.Where(a => !a.Pending && a.Year == year && a.Kind == kind).Select(a => a.Amount).SumOrNothing();

    private static Finding Finding(Edition edition, SavingsLine line, FinancialYear year, Money? target, Money? bands)
    {
        var gap = new Money(Math.Abs((target.OrZero() - bands.OrZero()).Pounds));
        var slice = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).In(year).Where(SavingsDimension.Line, line.Ref);
        var says = (target, bands) switch
        {
            (null, { } held) => $"it holds {Pounds(held)} by confidence and no revised target",
            ({ } wanted, null) => $"its revised target is {Pounds(wanted)} and nothing is recorded by confidence",
            _ => $"its bands of confidence add up to {Pounds(bands.OrZero())} and its revised target is {Pounds(target.OrZero())}",
        };
        return new(
            FindingKind.Bands, FindingSeverity.ToBeSigned, $"{line.Ref} {line.Title}, {year}: {says}, {Pounds(gap)} apart.",
            DraftAddress.Of(edition, new Derivation.OfSavings(slice)), $"{line.Ref} in {year}",
            $"Correct the savings in the report of {line.Project}, or the line’s target.");
    }

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);
}

/// <summary>Addresses of a quarter's draft.</summary>
internal static class DraftAddress
{
    /// <summary>What an address says to name the draft in place of a published edition.</summary>
    public const string Query = "edition=draft";

    public static string Of(Edition edition, Derivation source) => Page(edition, FigureAddress.Of(source).Text(isFixed: true));

    public static string Page(Edition edition, string path) => $"{edition.Quarter.Slug}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Query}";
}
