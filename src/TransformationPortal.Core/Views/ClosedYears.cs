using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>
/// The years that were over before the edition's own. Each is measured for ever against the target that it closed with; what
/// it carried to a later year stands in a column of its own and is counted in that later year, once.
/// </summary>
public sealed class ClosedYears(Edition edition, DecisionBasis basis)
{
    /// <summary>The closed years for which a target, a delivery or a carried amount is recorded, the first first.</summary>
    public IReadOnlyList<FinancialYear> Years => field ??=
    [
        .. FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear).Where(y => y < edition.Quarter.Year)
            .Where(y => new[] { Target(y), Delivered(y), Carried(y) }.Any(f => f.Amount is not null)),
    ];

    /// <summary>The target that a year closed with, in pounds.</summary>
    public Figure Target(FinancialYear year) => Of(Targets.In(year).AsClosed());

    /// <summary>What a year delivered, in pounds.</summary>
    public Figure Delivered(FinancialYear year) => Of(SavingsSlices.Of(SavingsKind.Position, basis).In(year).At(Confidence.Delivered));

    /// <summary>What a year carried to later ones, in pounds; negative, since it left the year.</summary>
    public Figure Carried(FinancialYear year) => Of(Targets.In(year).CarriedOut());

    /// <summary>
    /// One sentence for each year that carried something: how much, and to which year where all of it went to one.
    /// </summary>
    public IEnumerable<(Figure Amount, string Sentence)> Sentences => Years.Select(y => (Year: y, Amount: Carried(y)))
        .Where(p => p.Amount.Money is { } money && money != Money.Zero)
        .Select(p => (p.Amount, $"{MoneyFormat.ExactMillions(-p.Amount.Money.OrZero())} of the target of {p.Year} was carried {Destination(p.Year)}."));

    /// <summary>The table of the closed years, in £ million with savings as negatives; nothing where no year is closed.</summary>
    public FigureTable? Table()
    {
        if (Years.Count == 0)
        {
            return null;
        }

        // A column in which nobody carried anything would say nothing.
        var hasCarried = Years.Any(y => Carried(y).Amount is not null);
        FigureCell[] Carry(FigureCell cell) => hasCarried ? [cell] : [];
        List<FigureRow> rows =
        [
            .. Years.Select(y => new FigureRow(y.ToString(), FigureRowKind.Item, 0, [Cell(Target(y)), Cell(Delivered(y)), .. Carry(Cell(Carried(y)))])),
        ];
        return new(
            "closed-years", "Closed years: target, delivered and carried forward", TableFormat.AnnexSavings, "Financial year",
            [
                new(null, "Target it closed with"), new(null, edition.Programme.Label(Confidence.Delivered)),
                .. hasCarried ? [new FigureColumn(null, "Carried to a later year")] : Array.Empty<FigureColumn>(),
            ],
            rows,
            [
                "A closed year is measured against the target that it closed with. What it carried forward is in the target of the later year too, so the years have no sum.",
            ]);
    }

    // To the one year that the moves of decisions name, where they are all of it.
    internal string Destination(FinancialYear year)
    {
        List<FinancialYear> homes =
        [
            .. edition.Reprofiles.Where(r => r.IsCarryForward && r.FromYear == year).Select(r => r.ToYear).OfType<FinancialYear>().Distinct().Order(),
        ];
        var byDecisions = edition.Savings.Sum(SavingsSlices.Of(SavingsKind.RevisedTarget, basis).In(year).CarriedOut()
            .Where(SavingsDimension.Decision, [.. edition.Reprofiles.Where(r => r.IsCarryForward && r.FromYear == year).Select(r => r.Decision).DefaultIfEmpty(LedgerKeys.None)]));
        return homes.Count == 1 && byDecisions == Carried(year).Money ? $"to {homes[0]}" : "forward";
    }

    private Slice<SavingsDimension> Targets => SavingsSlices.Of(SavingsKind.RevisedTarget, basis);

    private static FigureCell Cell(Figure figure) => figure.Amount is null ? FigureCell.Blank : new(figure);

    private Figure Of(Slice<SavingsDimension> slice) => Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));
}
