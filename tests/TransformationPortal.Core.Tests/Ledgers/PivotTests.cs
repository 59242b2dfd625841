using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Ledgers;

/// <summary>Pivots checked by hand; their laws are in <see cref="LedgerLaws{TEntry, TDimension}"/>.</summary>
public sealed class PivotTests
{
    [Fact]
    public void Pivot_OfTargetsByWorkstreamAndYear_HasBlanksAndZerosInTheirPlaces()
    {
        var pivot = Small.Pivot(SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands), SavingsDimension.Workstream, SavingsDimension.Year);

        Assert.Equal(["Redesign", "Buying", "Agreed before"], pivot.Rows);
        Assert.Equal(["2018/19", "2019/20", "2020/21", "2021/22"], pivot.Columns);
        Assert.Equal([null, 1_100_000, 2_155_000, 2_000_000], Pounds(pivot.Cells[0]));
        Assert.Equal([null, 1_200_000, 250_000, 120_000], Pounds(pivot.Cells[1]));
        Assert.Equal([1_000_000, null, null, null], Pounds(pivot.Cells[2]));
        Assert.Equal([5_255_000, 1_570_000, 1_000_000], Pounds(pivot.RowTotals));
        Assert.Equal([1_000_000, 2_300_000, 2_405_000, 2_120_000], Pounds(pivot.ColumnTotals));
        Assert.Equal(7_825_000m, pivot.Total?.Pounds);
    }

    [Fact]
    public void Pivot_OfOnlyARecordedZero_IsZeroAndNotBlank()
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).Where(SavingsDimension.Line, "S-04").In(new Core.Periods.FinancialYear(2019));
        var pivot = Small.Pivot(slice, SavingsDimension.Project, SavingsDimension.Year);

        Assert.Equal(Money.Zero, pivot["TP-04", "2019/20"]);
        Assert.Equal(Money.Zero, pivot.Total);
    }

    [Fact]
    public void Pivot_OfAnEmptySlice_IsEmpty()
    {
        var pivot = Small.Pivot(Slice<SavingsDimension>.All.Where(SavingsDimension.Line, "S-99"), SavingsDimension.Project, SavingsDimension.Year);

        Assert.Empty(pivot.Rows);
        Assert.Empty(pivot.Columns);
        Assert.Empty(pivot.Cells);
        Assert.Null(pivot.Total);
    }

    [Fact]
    public void Pivot_ByOneDimension_HasRowTotalsAndNoColumns()
    {
        var costs = ProgrammeStates.Small().Compose().Costs;
        var pivot = costs.Pivot(CostSlices.Of(DecisionBasis.AsItStands, CostKind.Budget), CostDimension.Line);

        Assert.Equal(["1.1", "1.2", "2.1"], pivot.Rows);
        Assert.Equal([2_450_000, 700_000, 100_000], Pounds(pivot.RowTotals));
        Assert.Equal(3_250_000m, pivot.Total?.Pounds);
        Assert.Empty(pivot.Columns);
        Assert.Empty(pivot.ColumnTotals);
        Assert.All(pivot.Cells, Assert.Empty);
    }

    [Fact]
    public void Indexer_AValueThatIsNotThere_IsBlank()
    {
        var pivot = Small.Pivot(Slice<SavingsDimension>.All, SavingsDimension.Workstream, SavingsDimension.Year);

        Assert.Null(pivot["Redesign", "1999/00"]);
        Assert.Null(pivot["No such workstream", "2019/20"]);
    }

    [Fact]
    public void Values_OfADimension_ComeInTheDeclaredOrderThenInTheOrderOfCodes()
    {
        Assert.Equal(["Redesign", "Buying", "Agreed before"], Small.Values(SavingsDimension.Workstream));
        Assert.Equal(["original", "revised", "position"], Small.Values(SavingsDimension.Kind));
        Assert.Equal(["Delivered", "High", "Medium", "Low", "none"], Small.Values(SavingsDimension.Confidence));
        Assert.Equal(["2018/19", "2019/20", "2020/21", "2021/22", "none"], Small.Values(SavingsDimension.Year));
        Assert.Equal(["Provision cycle", "Still to be scoped", "Increasing income", "none"], Small.Values(SavingsDimension.Activity));
        Assert.Equal(["D-01", "D-02", "none"], Small.Values(SavingsDimension.Decision));
    }

    [Fact]
    public void Values_NotDeclared_FollowTheDeclaredOnes()
    {
        var edition = new ProgrammeBuilder().Workstreams("Zeal").Project("TP-01")
            .Line("S-2", workstream: "Beta 10").Target("2019/20", 1).Line("S-10", workstream: "Beta 9").Target("2019/20", 1)
            .Line("S-1", workstream: "Zeal").Target("2019/20", 1).Edition();

        Assert.Equal(["Zeal", "Beta 9", "Beta 10"], edition.Savings.Values(SavingsDimension.Workstream));
        Assert.Equal(["S-1", "S-2", "S-10"], edition.Savings.Values(SavingsDimension.Line));
    }

    private static SavingsLedger Small => ProgrammeStates.Small().Compose().Savings;

    private static IEnumerable<decimal?> Pounds(IEnumerable<Money?> amounts) => amounts.Select(a => a?.Pounds);
}
