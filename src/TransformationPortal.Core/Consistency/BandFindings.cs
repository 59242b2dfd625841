using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Bands of confidence beside the revised target of the same line and year, as <see cref="BandGap"/> holds them against each other.</summary>
internal static class BandFindings
{
    public static IEnumerable<Finding> In(Edition edition) => [.. edition.SavingsLines.SelectMany(l => BelowNothing(edition, l)), .. BandGap.In(edition).Select(gap => Finding(edition, gap))];

    // What is to be saved, or is held at a confidence, cannot be less than nothing.
    private static IEnumerable<Finding> BelowNothing(Edition edition, SavingsLine line) =>
        from amounts in line.Amounts.Where(a => !a.Pending && a.Year is not null && a.Kind != SavingsKind.OriginalTarget).GroupBy(a => (Year: a.Year!.Value, a.Confidence))
        let sum = new Money(amounts.Sum(a => a.Amount.Pounds))
        where sum < Money.Zero
        select BelowNothing(edition, line, amounts.Key.Year, amounts.Key.Confidence, sum);

    private static Finding BelowNothing(Edition edition, SavingsLine line, FinancialYear year, Confidence? band, Money sum) => new(
        FindingKind.Bands, FindingSeverity.Blocking,
        $"{line.Ref} {line.Title}, {year}: {(band is { } held ? $"what it holds at {edition.Programme.Label(held)}" : "its revised target")} is {MoneyFormat.Format(sum, MoneyStyle.Pounds)}, and a saving cannot be less than nothing.",
        DraftAddress.Of(edition, new Derivation.OfSavings(SavingsSlices.Of(band is null ? SavingsKind.RevisedTarget : SavingsKind.Position, DecisionBasis.AsItStands).In(year).Where(SavingsDimension.Line, line.Ref))),
        $"{line.Ref} in {year}", $"Correct the savings in the report of {line.Project}, or the line’s target.");

    private static Finding Finding(Edition edition, BandGap gap)
    {
        var (line, year) = (gap.Line, gap.Year);
        var slice = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).In(year).Where(SavingsDimension.Line, line.Ref);
        return new(
            FindingKind.Bands, FindingSeverity.ToBeSigned, $"{line.Ref} {line.Title}, {year}: {gap.Sentence}",
            DraftAddress.Of(edition, new Derivation.OfSavings(slice)), $"{line.Ref} in {year}",
            $"Correct the savings in the report of {line.Project}, or the line’s target.")
        {
            Apart = gap.Difference,
            About = $"{line.Ref} in {year}",
        };
    }
}

/// <summary>Addresses of a quarter's draft.</summary>
internal static class DraftAddress
{
    /// <summary>What an address says to name the draft in place of a published edition.</summary>
    public const string Query = "edition=draft";

    public static string Of(Edition edition, Derivation source) => Page(edition, FigureAddress.Of(source).Text(isFixed: true));

    public static string Page(Edition edition, string path) => $"{edition.Quarter.Slug}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Query}";
}
