using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Annexes;

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
        return AnnexText.Join(
            parts.Count == 0
                ? AnnexText.Of($"{planned} is planned for making the changes, over {edition.Programme.FirstYear} to {edition.Programme.LastYear}.")
                : AnnexText.Of($"{planned} is planned for making the changes, over {edition.Programme.FirstYear} to {edition.Programme.LastYear}: {AnnexText.List([.. parts.Select(p => AnnexWords.Named(p.Name, p.Figure))])}."),
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

        return AnnexText.Join(
            share.Amount is null ? AnnexText.Of($"{spent} was spent by {edition.AsAt}.") : AnnexText.Of($"{spent} was spent by {edition.AsAt}, which is {share} of what is planned."),
            both.Amount == spent.Amount ? null : AnnexText.Of($"With what is ordered but not yet spent, {both} is spent or committed."));
    }

    private AnnexText? ThisYear()
    {
        var year = LedgerKeys.Year(edition.Quarter.Year);
        var planned = Sum(CostSlices.Of(basis, CostKind.Budget).Where(CostDimension.Year, year));
        var spent = Sum(CostSlices.Of(basis, CostKind.Actual).Where(CostDimension.Year, year));
        return (planned.Amount, spent.Amount) switch
        {
            (null, _) => null,
            (_, null) => AnnexText.Of($"Of the {planned} planned for {year}, nothing is recorded as spent so far."),
            _ => AnnexText.Of($"Of the {planned} planned for {year}, {spent} is spent so far."),
        };
    }

    private AnnexText Funding()
    {
        var costs = new ImplementationCosts(edition, basis);
        var (confirmed, open) = (costs.FundingOf(FundingStatus.Confirmed), costs.FundingOf(FundingStatus.ToBeIdentified));
        if (edition.Funding.Count == 0)
        {
            return AnnexText.Words("No funding is recorded.");
        }

        List<AnnexText> sources = [.. edition.Funding.Where(f => f.Status == FundingStatus.Confirmed).Select(f => AnnexText.Of($"{f.Source} ({f.Amount})"))];
        var planned = figures.PlannedSpend.Figure.Money;
        return AnnexText.Join(
            sources.Count == 0 ? AnnexText.Words("No funding is confirmed.") : AnnexText.Of($"Funding of {confirmed} is confirmed: {AnnexText.List(sources)}."),
            open == Money.Zero ? null : AnnexText.Of($"{open} is still to be identified."),
            planned is { } needed ? Compared(confirmed + open, needed) : null);
    }

    private static AnnexText? Compared(Money funding, Money planned) => funding.CompareTo(planned) switch
    {
        > 0 => AnnexText.Of($"Together that is {funding}, {funding - planned} more than is planned."),
        < 0 => AnnexText.Of($"Together that is {funding}, {planned - funding} less than is planned."),
        _ => null,
    };

    private AnnexText? Redundancy() => edition.Programme.RedundancyProvision is { } provision
        ? AnnexText.Of($"Redundancy costs are outside this budget; {provision} is provided for them.")
        : null;

    private Figure Sum(Slice<CostDimension> slice) => Figure.OfMoney(edition.Costs.Sum(slice), new Derivation.OfCosts(slice));
}
