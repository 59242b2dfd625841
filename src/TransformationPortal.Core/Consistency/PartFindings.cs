using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Totals that are stated beside their parts, where the printed parts do not add up to the printed total.</summary>
internal static class PartFindings
{
    public static IEnumerable<Finding> In(Edition edition)
    {
        var figures = new KeyFigures(edition, DecisionBasis.AsItStands);
        var original = SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands);
        var budget = CostSlices.Of(DecisionBasis.AsItStands, CostKind.Budget);
        return new[]
        {
            Of(edition, figures.TotalTarget, "by source", edition.Savings.Cut(original, SavingsDimension.Source)),
            Of(edition, figures.PlannedSpend, "by area", [.. edition.Costs.Cut(budget, CostDimension.Area).Select(p => (edition.Label(CostDimension.Area, p.Value), p.Amount))]),
            Phases(edition, figures),
        }.OfType<Finding>();
    }

    // Total and parts are printed in £ million to one place.
    private static Finding? Of(Edition edition, KeyFigure whole, string cut, IReadOnlyList<(string Name, Money Amount)> parts)
    {
        if (whole.Figure.Money is not { } total || parts.Sum(p => Printed(p.Amount)) is var sum && sum == Printed(total))
        {
            return null;
        }

        return new(
            FindingKind.Parts, FindingSeverity.ToBeSigned,
            $"{whole.Title} is {whole.Figure.Text}, and its parts {cut}, {string.Join(", ", parts.Select(p => $"{p.Name} {MoneyFormat.Format(p.Amount, MoneyStyle.Millions)}"))}, add up to {MoneyFormat.Format(Money.FromMillions(sum), MoneyStyle.Millions)} as printed.",
            DraftAddress.Of(edition, whole.Figure.Source), whole.Title, "Enter amounts that the papers print, or sign that each is rounded by itself.");
    }

    private static Finding? Phases(Edition edition, KeyFigures figures)
    {
        var (all, sum) = (figures.Projects.Figure.Amount, figures.Projects.Parts.Sum(p => p.Figure.Amount));
        return all == sum || figures.Projects.Parts.Count == 0 ? null : new(
            FindingKind.Parts, FindingSeverity.Blocking, $"The programme has {MoneyFormat.Count(all)} projects, and its phases add up to {MoneyFormat.Count(sum)}.",
            DraftAddress.Page(edition, "projects"), "Projects", "Give every project a phase.");
    }

    private static decimal Printed(Money amount) => MoneyUnits.Printed(MoneyUnit.Short, amount) / 1_000_000m;
}
