using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Tests.Sentences;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

/// <summary>
/// What bears one name has one total: on tiles, in tables, charts, sentences, papers and data files, and however it is cut.
/// </summary>
public sealed class OneTotalTests
{
    [Fact]
    public void Figures_OfOneAddress_AreOneAmount_WhereverTheyArePrinted() => Law.Holds(EdgeProgrammes.Any, programme =>
    {
        var edition = programme.Edition;
        var printed = Enum.GetValues<DecisionBasis>().SelectMany(basis => Printed(edition, basis)).ToList();

        Assert.All(
            printed.GroupBy(f => (f.Unit, Address: FigureAddress.Of(f.Source).Text(isFixed: true))),
            same => Assert.True(same.Select(f => f.Amount ?? 0).Distinct().Count() == 1, $"{same.Key.Address}: {string.Join(", ", same.Select(f => f.Amount).Distinct())}"));
    });

    [Fact]
    public void Sums_OfEveryFigure_AreThoseOfItsSlice_CutByAnything() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        foreach (var slice in Printed(edition, DecisionBasis.AsItStands).Select(f => f.Source).OfType<Derivation.OfSavings>().Select(s => s.Slice).Distinct())
        {
            var whole = edition.Savings.Sum(slice).OrZero();
            Assert.All(Enum.GetValues<SavingsDimension>(), dimension =>
                Assert.Equal(whole, edition.Savings.Cut(slice, dimension).Select(p => (Money?)edition.Savings.Sum(slice.Where(dimension, p.Value))).SumOrNothing().OrZero()));
        }
    }, cases: 12);

    [Fact]
    public void RevisedTarget_IsOneAmount_InSlicesPoundsTablesAndComparisons() => Law.HoldsForEveryProgramme(programme =>
    {
        foreach (var edition in new[] { programme.Edition, programme.State.Compose("2020/21 Q2") })
        {
            var revised = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands);
            var all = edition.Savings.Sum(revised).OrZero();
            var year = new KeyFigures(edition, DecisionBasis.AsItStands).YearTarget.Figure;
            var table = new FinancialPosition(edition, DecisionBasis.AsItStands).CurrentYearByWorkstream();

            Assert.Equal(all, PoundLedger.Of(edition).Aggregate(default(SavedPounds), (sum, l) => sum + l.Total).Revised);
            Assert.Equal(year.Amount ?? 0, table.Rows.First(r => r.Kind == FigureRowKind.GrandTotal).Cells[^1].Figure?.Amount ?? 0);
            Assert.Equal(all, edition.Savings.Cut(revised, SavingsDimension.Year).Select(y => (Money?)edition.Savings.Sum(revised.Where(SavingsDimension.Year, y.Value))).SumOrNothing().OrZero());
        }
    });

    // Every figure that a page or a file of the edition prints from its ledgers.
    private static IEnumerable<Figure> Printed(Edition edition, DecisionBasis basis)
    {
        var dashboard = new Dashboard(edition, basis);
        var costs = new ImplementationCosts(edition, basis);
        var report = QuarterlyReport.Compose(edition, basis);
        IEnumerable<FigureTable> tables =
        [
            .. new FinancialPosition(edition, basis).Tables, costs.Budget(), costs.PlannedAgainstActual(), costs.PlannedAgainstActualByLine(),
            .. new Charts(edition, basis).All.Select(c => c.Table), .. report.FigureTables,
        ];
        IEnumerable<Figure> figures =
        [
            .. new KeyFigures(edition, basis).All.Concat(new KeyFigures(edition, basis).Facts).SelectMany(f => f.Parts.Select(p => p.Figure).Append(f.Figure)),
            .. dashboard.Tiles.Select(t => t.Figure),
            .. dashboard.Pending.SelectMany(p => p.Effects).SelectMany(e => new[] { e.AsItStands, e.IfAgreed }),
            .. tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Figure).OfType<Figure>(),
            .. report.Blocks.OfType<AnnexBlock.Numbered>().SelectMany(n => n.Text.Figures).Select(f => f.Figure),
            .. new QuarterTables(edition, basis).Registers.SelectMany(r => r.Rows).SelectMany(r => r).OfType<RegisterCell.OfFigure>().Select(c => c.Value),
        ];
        return figures;
    }
}
