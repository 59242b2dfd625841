using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Views;

/// <summary>The tables of implementation cost.</summary>
public sealed class ImplementationCosts(Edition edition, DecisionBasis basis)
{
    private IReadOnlyList<FinancialYear> Years => edition.OfCosts();

    /// <summary>
    /// The budget by area, line and year, as the business case prints it: a line's empty year is a dash, that of an area with a
    /// budget in other years is 0.0.
    /// </summary>
    public FigureTable Budget()
    {
        List<FigureColumn> columns = [.. Years.Select(y => new FigureColumn(null, y.ShortName)), new(null, "Total")];
        var budget = CostSlices.Of(basis, CostKind.Budget);
        List<FigureCell> Cells(Slice<CostDimension> slice, Func<Slice<CostDimension>, Slice<CostDimension>, FigureCell> cell) =>
            [.. Years.Select(y => cell(slice, slice.Where(CostDimension.Year, LedgerKeys.Year(y)))), cell(slice, slice)];

        var rows = new List<FigureRow>();
        foreach (var area in edition.CostAreas)
        {
            rows.Add(new($"{area.Code}. {area.Name}", FigureRowKind.Total, 0, Cells(budget.Where(CostDimension.Area, area.Code), PartOf)));
            rows.AddRange(edition.CostLines.Where(l => l.Area == area.Code).Select(line =>
                new FigureRow($"{line.Code} {line.Name}", FigureRowKind.Item, 1, Cells(budget.Where(CostDimension.Line, line.Code), (_, part) => Recorded(part)))));
        }

        rows.Add(new("Total", FigureRowKind.GrandTotal, 0, Cells(budget, PartOf)));
        return new("implementation-costs", "Implementation costs: budget by area and year", TableFormat.AnnexCosts, "Area", columns, rows,
            edition.Programme.RedundancyProvision is { } redundancy
                ? [$"Redundancy costs are outside this budget; {MoneyFormat.Format(redundancy, MoneyStyle.Millions)} is provided for them."]
                : []);
    }

    /// <summary>Planned, spent and committed, by year.</summary>
    public FigureTable PlannedAgainstActual() => Compared("planned-against-actual", "Implementation costs: planned against actual, by year", "Year",
        [.. Years.Select(y => (y.ToString(), CostDimension.Year, LedgerKeys.Year(y)))]);

    /// <summary>Planned, spent and committed, by line.</summary>
    public FigureTable PlannedAgainstActualByLine() => Compared("planned-against-actual-by-line", "Implementation costs: planned against actual, by line", "Line",
        [.. edition.CostLines.Select(l => ($"{l.Code} {l.Name}", CostDimension.Line, l.Code))]);

    /// <summary>What of the funding is confirmed.</summary>
    public Money FundingOf(FundingStatus status) =>
        edition.Funding.Where(f => f.Status == status).Select(f => f.Amount).SumOrNothing().OrZero();

    private FigureTable Compared(string key, string title, string rowHeading, IReadOnlyList<(string Label, CostDimension Dimension, string Value)> rows)
    {
        (string Label, string? Series, CostKind[] Kinds)[] measures =
        [
            ("Planned", "planned", [CostKind.Budget]), ("Spent", "spent", [CostKind.Actual]), ("Committed", "committed", [CostKind.Committed]),
            ("Spent or committed", null, [CostKind.Actual, CostKind.Committed]),
        ];
        return new(key, title, TableFormat.ChartMillions, rowHeading, [.. measures.Select(m => new FigureColumn(null, m.Label, m.Series))],
            [
                .. rows.Select(r => new FigureRow(r.Label, FigureRowKind.Item, 0,
                    [.. measures.Select(m => Recorded(CostSlices.Of(basis, m.Kinds).Where(r.Dimension, r.Value)))])),
                new("Total", FigureRowKind.GrandTotal, 0, [.. measures.Select(m => Recorded(CostSlices.Of(basis, m.Kinds)))]),
            ],
            [$"Spent is what the accounts hold to {DateFormat.Long(edition.AsAt)}. Committed is ordered but not yet spent at that day."]);
    }

    private FigureCell Recorded(Slice<CostDimension> slice) => FigureCell.Recorded(edition.Costs.Sum(slice), new Derivation.OfCosts(slice));

    private FigureCell PartOf(Slice<CostDimension> whole, Slice<CostDimension> part) =>
        FigureCell.PartOf(edition.Costs.Sum(whole), edition.Costs.Sum(part), new Derivation.OfCosts(part));
}
