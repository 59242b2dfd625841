using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class SliceViewsTests
{
    private static readonly Edition Small = ProgrammeStates.Small().Compose();
    private static readonly Slice<SavingsDimension> ThisYear = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(new FinancialYear(2019));

    [Fact]
    public void Open_ASlice_ListsExactlyTheEntriesThatMakeItsTotal()
    {
        var view = Small.Open(ThisYear, null, null);

        Assert.Equal(2_600_000m, view.Total?.Pounds);
        Assert.Equal(view.Total, view.Entries.Select(e => e.Item.Amount).SumOrNothing());
        Assert.Equal(["S-02", "S-04", "S-05", "S-06", "S-06"], view.Entries.Select(e => e.Line.Ref));
    }

    [Fact]
    public void Title_OfASlice_IsItsLimitsInTheReadersWords()
    {
        Assert.Equal("Revised target, 2019/20", Small.Open(ThisYear, null, null).Title);
        Assert.Equal(
            "Savings by confidence of delivery, 2019/20 or 2020/21, Low or Medium, TP-02 Digital systems, S-05 Cheaper contracts",
            Small.Open(
                SavingsSlices.Of(SavingsKind.Position, default).In(new FinancialYear(2019), new FinancialYear(2020)).At(Confidence.Medium, Confidence.Low)
                    .Where(SavingsDimension.Project, "TP-02").Where(SavingsDimension.Line, "S-05"),
                null, null).Title);
    }

    [Theory]
    [InlineData("year", "No year yet (not yet re-homed)")]
    [InlineData("confidence", "Target, not rated")]
    [InlineData("activity", "Outside the core programme")]
    [InlineData("decision", "Moved by no decision")]
    public void Label_OfNoValue_SaysWhatThatMeans(string dimension, string label) =>
        Assert.Equal(label, Small.Label(Enum.Parse<SavingsDimension>(dimension, ignoreCase: true), LedgerKeys.None));

    [Fact]
    public void Label_OfACode_AddsItsName()
    {
        Assert.Equal("TP-03 Early help", Small.Label(SavingsDimension.Project, "TP-03"));
        Assert.Equal("S-06 Early help", Small.Label(SavingsDimension.Line, "S-06"));
        Assert.Equal("1. Technology", Small.Label(CostDimension.Area, "1"));
        Assert.Equal("2.1 Training", Small.Label(CostDimension.Line, "2.1"));
        Assert.Equal("June 2019", Small.Label(CostDimension.Month, "2019-06"));
        Assert.Equal("Whole year", Small.Label(CostDimension.Month, LedgerKeys.None));
        Assert.Equal(["Planned spend", "Spent", "Committed"], Enum.GetValues<CostKind>().Select(k => Small.Label(CostDimension.Kind, CostKeys.Kind(k))));
        Assert.Equal(["Original target", "Revised target", "Savings by confidence of delivery"], Enum.GetValues<SavingsKind>().Select(k => Small.Label(SavingsDimension.Kind, SavingsKeys.Kind(k))));
    }

    [Fact]
    public void Label_OfAnUnknownCode_IsTheCode()
    {
        Assert.Equal("TP-99", Small.Label(SavingsDimension.Project, "TP-99"));
        Assert.Equal("S-99", Small.Label(SavingsDimension.Line, "S-99"));
        Assert.Equal("9", Small.Label(CostDimension.Area, "9"));
    }

    [Fact]
    public void Name_OfEveryDimension_IsItsOwn()
    {
        Assert.Distinct(Enum.GetValues<SavingsDimension>().Select(d => d.Name()));
        Assert.Distinct(Enum.GetValues<CostDimension>().Select(d => d.Name()));
    }

    [Fact]
    public void Open_WithoutRows_CutsByTheFirstDimensionNotYetLimited()
    {
        Assert.Equal(SavingsDimension.Workstream, Small.Open(ThisYear, null, null).Cut.Rows);
        Assert.Equal(SavingsDimension.Year, Small.Open(ThisYear.Without(SavingsDimension.Year), null, null).Cut.Rows);
        Assert.Equal(CostDimension.Year, Small.Open(CostSlices.Of(default, CostKind.Budget), null, null).Cut.Rows);
    }

    [Fact]
    public void Open_CutByRowsAlone_HasATotalForEach()
    {
        var cut = Small.Open(ThisYear, SavingsDimension.Line, null).Cut;

        Assert.Equal(["S-02 Fewer systems", "S-04 More income", "S-05 Cheaper contracts", "S-06 Early help"], cut.RowLabels);
        Assert.Equal([400_000, 0, 1_500_000, 700_000], cut.Pivot.RowTotals.Select(t => t?.Pounds));
        Assert.Null(cut.Columns);
        Assert.Empty(cut.ColumnLabels);
    }

    [Fact]
    public void Open_CutByRowsAndColumns_HasBoth()
    {
        var cut = Small.Open(ThisYear.Without(SavingsDimension.Year), SavingsDimension.Directorate, SavingsDimension.Year).Cut;

        Assert.Equal(["Adults", "Children"], cut.RowLabels);
        Assert.Equal(["2018/19", "2019/20", "2020/21", "2021/22"], cut.ColumnLabels);
        Assert.Equal([1_000_000, 0, 1_750_000, 2_000_000], cut.Pivot.Cells[0].Select(c => c?.Pounds));
    }

    [Theory]
    [InlineData(SavingsDimension.Workstream)]
    [InlineData(SavingsDimension.Line)]
    [InlineData(SavingsDimension.Project)]
    public void Open_WithColumnsThatAreTheRowsOrTooMany_CutsByRowsAlone(SavingsDimension columns)
    {
        var cut = Small.Open(ThisYear, SavingsDimension.Workstream, columns).Cut;

        Assert.Null(cut.Columns);
        Assert.Equal([1_100_000, 1_500_000], cut.Pivot.RowTotals.Select(t => t?.Pounds));
    }

    [Fact]
    public void Open_AnySliceOfAnyProgramme_HasEntriesAndACutThatMakeItsTotal() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        var slice = programme.Lot.SliceOf(edition.Savings, unheardOf: null);
        var view = edition.Open(slice, programme.Lot.DimensionOf<SavingsDimension>(), programme.Lot.DimensionOf<SavingsDimension>());

        Assert.Equal(view.Total, view.Entries.Select(e => e.Item.Amount).SumOrNothing());
        Assert.Equal(view.Total, view.Cut.Pivot.RowTotals.SumOrNothing());
        Assert.Equal(view.Cut.Pivot.Rows.Count, view.Cut.RowLabels.Count);
        Assert.Equal(view.Cut.Pivot.Columns.Count, view.Cut.ColumnLabels.Count);
    });
}
