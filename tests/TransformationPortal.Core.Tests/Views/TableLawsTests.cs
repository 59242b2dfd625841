using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

/// <summary>What holds for every table and tile of every programme: rows add up, and each figure is what its address says.</summary>
public sealed class TableLawsTests
{
    [Fact]
    public void Rows_OfEveryTable_AddUpToItsGrandTotal() => HoldsOnBothBases((edition, basis) =>
    {
        foreach (var table in MoneyTables(edition, basis))
        {
            // The closed years have no sum: what one carried is in another's target.
            if (table.Rows.FirstOrDefault(r => r.Kind == FigureRowKind.GrandTotal) is not { } total)
            {
                continue;
            }

            for (var column = 0; column < table.Columns.Count; column++)
            {
                // What belongs to a group is in the group's total.
                var rows = table.Rows.TakeWhile(r => r != total).Where(r => r.Indent == 0);
                Assert.Equal(total.Cells[column].Figure?.Amount ?? 0, rows.Sum(r => r.Cells[column].Figure?.Amount ?? 0));
            }
        }
    });

    [Fact]
    public void Total_OfTable1_IsItsYearsAndWhatHasNoYear() => HoldsOnBothBases((edition, basis) =>
    {
        var table = new FinancialPosition(edition, basis).CoreProgramme();
        var total = table.Rows[^1];
        var years = table.Columns.Select((c, i) => (c, i)).Where(c => c.c.Label == "Original").Sum(c => total.Cells[c.i].Figure?.Amount ?? 0);
        var homeless = SavingsSlices.Of(SavingsKind.OriginalTarget, basis).Where(SavingsDimension.Source, "Core").Where(SavingsDimension.Year, LedgerKeys.None);

        Assert.Equal(total.Cells[0].Figure?.Amount ?? 0, years + edition.Savings.Sum(homeless).OrZero().Pounds);
    });

    [Fact]
    public void MemoRows_OfTable2_MakeTheRevisedTotal() => Law.HoldsForEveryProgramme(programme =>
    {
        var table = new FinancialPosition(programme.Edition, DecisionBasis.AsItStands).CurrentYearByWorkstream();
        var totals = table.Rows.Where(r => r.Kind == FigureRowKind.GrandTotal).ToList();
        var memos = table.Rows.Where(r => r.Kind == FigureRowKind.Memo).ToList();
        var agreed = new FinancialPosition(programme.Edition, DecisionBasis.IfAgreed).CurrentYearByWorkstream().Rows[^1];

        Assert.Equal(memos.Count == 0 ? 1 : 2, totals.Count);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            Assert.Equal(totals[^1].Cells[column].Figure?.Amount ?? 0, (totals[0].Cells[column].Figure?.Amount ?? 0) + memos.Sum(m => m.Cells[column].Figure?.Amount ?? 0));
            Assert.Equal(agreed.Cells[column].Figure?.Amount, totals[^1].Cells[column].Figure?.Amount);
        }
    });

    [Fact]
    public void EveryFigure_OfTablesAndTiles_IsTheSumOfTheSliceThatItsAddressNames() => HoldsOnBothBases((edition, basis) =>
    {
        IEnumerable<Figure> figures =
        [
            .. MoneyTables(edition, basis).SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Figure).OfType<Figure>(),
            .. new KeyFigures(edition, basis).All.Select(f => f.Figure),
            .. new Dashboard(edition, basis).Pending.SelectMany(p => p.Effects).Select(e => e.IfAgreed),
        ];
        foreach (var figure in figures.Where(f => f.Unit == FigureUnit.Pounds && f.Amount is not null))
        {
            Assert.Equal(figure.Money, SumAtAddress(edition, figure.Source).OrZero());
        }
    });

    private static Money? SumAtAddress(Edition edition, Derivation source)
    {
        switch (source)
        {
            case Derivation.OfSavings { Slice: var slice }:
                var savings = edition.ReadSavings(SliceQuery.Pairs(slice), slice.Basis);
                Assert.Equal(slice, savings.Slice);
                return edition.Savings.Sum(savings.Slice!);
            case Derivation.OfCosts { Slice: var slice }:
                var costs = edition.ReadCosts(SliceQuery.Pairs(slice), slice.Basis);
                Assert.Equal(slice, costs.Slice);
                return edition.Costs.Sum(costs.Slice!);
            default:
                throw new InvalidOperationException($"An amount of money is derived from {source}.");
        }
    }

    private static IEnumerable<FigureTable> MoneyTables(Edition edition, DecisionBasis basis)
    {
        var costs = new ImplementationCosts(edition, basis);
        var charts = new Charts(edition, basis);
        return [.. new FinancialPosition(edition, basis).Tables, costs.Budget(), costs.PlannedAgainstActual(), costs.PlannedAgainstActualByLine(), charts.ByWorkstream().Table, charts.ByConfidence().Table];
    }

    private static void HoldsOnBothBases(Action<Edition, DecisionBasis> law) => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        law(edition, DecisionBasis.AsItStands);
        law(edition, DecisionBasis.IfAgreed);
    }, cases: 25);
}
