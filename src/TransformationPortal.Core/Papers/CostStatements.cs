using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>What the financial annex says about the cost of implementation and how it is paid for.</summary>
public sealed class CostStatements(Edition edition, DecisionBasis basis)
{
    private readonly KeyFigures figures = new(edition, basis);

    public IEnumerable<AnnexText> All => new[] { Planned(), Spent(), ThisYear(), Funding(), Redundancy() }.OfType<AnnexText>();

    private AnnexText Planned()
    {
        var planned = figures.PlannedSpend.Figure;
        if (planned.Amount is null)
        {
            return AnnexText.Words("No budget for implementation is recorded.");
        }

        var budget = CostSlices.Of(basis, CostKind.Budget);
        var parts = edition.CostAreas.Select(a => (a.Name, Figure: Sum(budget.Where(CostDimension.Area, a.Code)))).Where(p => p.Figure.Amount is not null).ToList();
        var span = AnnexWords.Span(edition.OfCosts());
        return AnnexText.Join(
            parts.Count == 0
                ? AnnexText.Of($"{planned} is planned for making the changes, over {span}.")
                : AnnexText.Of($"{planned} is planned for making the changes, over {span}: {AnnexText.List([.. parts.Select(p => AnnexWords.Named(p.Name, p.Figure))])}."),
            AnnexWords.RoundingRemark(planned, parts.Select(p => p.Figure)));
    }

    private AnnexText Spent()
    {
        var (spent, both, share) = (figures.Spent.Figure, figures.SpentOrCommitted.Figure, figures.ShareSpent.Figure);
        if (spent.Amount is null)
        {
            return both.Amount is null
                ? AnnexText.Of($"Nothing is recorded as spent by {edition.AsAt}.")
                : AnnexText.Of($"Nothing is recorded as spent by {edition.AsAt}; {both} is committed.");
        }

        var unit = MoneyUnits.Apart(spent.Money, both.Money);
        return AnnexText.Join(
            share.Amount is null ? AnnexText.Of($"{(spent, unit)} was spent by {edition.AsAt}.") : AnnexText.Of($"{(spent, unit)} was spent by {edition.AsAt}, which is {share} of what is planned."),
            both.Amount == spent.Amount ? null : AnnexText.Of($"With what is ordered but not yet spent, {(both, unit)} is spent or committed."));
    }

    private AnnexText? ThisYear()
    {
        var year = LedgerKeys.Year(edition.Quarter.Year);
        var planned = Sum(CostSlices.Of(basis, CostKind.Budget).Where(CostDimension.Year, year));
        var spent = Sum(CostSlices.Of(basis, CostKind.Actual).Where(CostDimension.Year, year));
        var unit = MoneyUnits.Apart(planned.Money, spent.Money);
        return (planned.Amount, spent.Amount) switch
        {
            (null, _) => null,
            (_, null) => AnnexText.Of($"Of the {planned} planned for {year}, nothing is recorded as spent so far."),
            ({ } whole, 0) when whole > 0 => AnnexText.Of($"Of the {planned} planned for {year}, nothing is spent so far."),
            ({ } whole, { } part) when part > 0 && part <= whole => AnnexText.Of($"Of the {(planned, unit)} planned for {year}, {(spent, unit)} is spent so far."),
            _ => AnnexText.Of($"{(planned, unit)} is planned for {year}, and {(spent, unit)} is spent so far."),
        };
    }

    private AnnexText Funding()
    {
        var (confirmed, open) = (Of(FundingStatus.Confirmed), Of(FundingStatus.ToBeIdentified));
        if (edition.Funding.Count == 0)
        {
            return AnnexText.Words("No funding is recorded.");
        }

        List<(string Source, Figure Figure)> sources =
        [
            .. edition.Funding.Where(f => f.Status == FundingStatus.Confirmed).Select(f => (f.Source, Figure.OfMoney(f.Amount, new Derivation.OfFunding(f.Source, null)))),
        ];
        var (all, needed) = (confirmed.Money.OrZero() + open.Money.OrZero(), figures.PlannedSpend.Figure.Money);
        var unit = MoneyUnits.Agreeing(MoneyUnit.Short,
        [
            (all, [confirmed.Money.OrZero(), open.Money.OrZero()]), (confirmed.Money.OrZero(), [.. sources.Select(s => s.Figure.Money.OrZero())]),
            .. needed is { } planned ? [(planned, (IReadOnlyList<Money>)[all, planned - all])] : Array.Empty<(Money, IReadOnlyList<Money>)>(),
        ]);
        var isOpen = open.Money.OrZero() != Money.Zero;
        return AnnexText.Join(
            sources.Count == 0 ? AnnexText.Words("No funding is confirmed.")
                : AnnexText.Of($"Funding of {(confirmed, unit)} is confirmed: {AnnexText.List([.. sources.Select(s => AnnexText.Of($"{s.Source} ({(s.Figure, unit)})"))])}."),
            isOpen ? AnnexText.Of($"{(open, unit)} is still to be identified.") : null,
            needed is { } wanted ? Compared(wanted, sources.Count > 0 && isOpen ? "Together that is" : "That is", unit) : null);
    }

    private AnnexText? Compared(Money planned, string that, MoneyUnit unit)
    {
        var (all, margin) = (figures.FundingMargin.Parts[0].Figure, figures.FundingMargin.Figure);
        return all.Money.OrZero().CompareTo(planned) switch
        {
            > 0 => AnnexText.Of($"{that} {(all, unit)}, {(margin, unit)} more than is planned."),
            < 0 => AnnexText.Of($"{that} {(all, unit)}, {(margin, unit)} less than is planned."),
            _ => null,
        };
    }

    private Figure Of(FundingStatus status) => Figure.OfMoney(new ImplementationCosts(edition, basis).FundingOf(status), new Derivation.OfFunding(null, status));

    private AnnexText? Redundancy() => figures.Find("redundancy-provision")?.Figure is { } provision
        ? AnnexText.Of($"Redundancy costs are outside this budget; {provision} is provided for them.")
        : null;

    private Figure Sum(Slice<CostDimension> slice) => Figure.OfMoney(edition.Costs.Sum(slice), new Derivation.OfCosts(slice));
}
