using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Comparisons;

/// <summary>What holds for every two editions, whichever slice is compared and whichever way its change is cut.</summary>
public sealed class ComparisonLawsTests
{
    [Fact]
    public void Change_OfAnySliceOfSavings_IsTheLaterSumLessTheEarlier() => Holds((comparison, lot) =>
    {
        var slice = lot.SliceOf(comparison.Savings);

        Assert.Equal(
            comparison.After.Content.Savings.Sum(slice).OrZero() - comparison.Before.Content.Savings.Sum(slice).OrZero(), comparison.Savings.Sum(slice).OrZero());
    });

    [Fact]
    public void Parts_OfAnySavingsChange_AddUpToIt() => Holds((comparison, lot) =>
    {
        var slice = lot.SliceOf(comparison.After.Content.Savings, unheardOf: null);
        var figure = comparison.Compare(slice);

        Assert.Equal(figure.Change ?? 0, figure.Parts.Sum(p => p.Amount));
        Assert.DoesNotContain(figure.Parts, p => p.Amount == 0);
        Assert.Equal(figure.Parts.Count, figure.Parts.DistinctBy(p => (p.Cause, p.Line)).Count());
    });

    [Fact]
    public void Cut_OfAnySavingsChangeByAnyDimension_AddsUpToIt() => Holds((comparison, lot) =>
    {
        var slice = lot.SliceOf(comparison.Before.Content.Savings, unheardOf: null);
        foreach (var dimension in Enum.GetValues<SavingsDimension>())
        {
            var rows = comparison.Cut(slice, dimension);

            Assert.Equal(comparison.Compare(slice).Change ?? 0, rows.Sum(r => r.Change));
            Assert.All(rows, row => Assert.Equal(comparison.Compare(slice.Where(dimension, row.Value)).Parts.Sum(p => p.Amount), row.Change));
        }
    });

    [Fact]
    public void Parts_OfAnyCostChange_AddUpToItHoweverItIsCut() => Holds((comparison, lot) =>
    {
        var slice = lot.SliceOf(comparison.After.Content.Costs, unheardOf: null);
        var figure = comparison.Compare(slice);

        Assert.Equal(figure.Change ?? 0, figure.Parts.Sum(p => p.Amount));
        foreach (var dimension in Enum.GetValues<CostDimension>())
        {
            Assert.Equal(figure.Change ?? 0, comparison.Cut(slice, dimension).Sum(r => r.Change));
        }
    });

    [Fact]
    public void Figures_OfAnyTwoEditions_AreExplainedInFull() => Holds((comparison, _) =>
    {
        Assert.All(comparison.Figures.Where(f => f.After.Unit != FigureUnit.Share), f => Assert.Equal(f.Change ?? 0, f.Parts.Sum(p => p.Amount)));
        Assert.All(comparison.ByYear, f => Assert.Equal(f.Change, f.Parts.Sum(p => p.Amount)));
    });

    [Fact]
    public void ByYear_OfAnyTwoEditions_LeavesOutNoYearThatChanged() => Holds((comparison, _) =>
    {
        var revised = SavingsSlices.Of(SavingsKind.RevisedTarget, comparison.Basis);
        var shown = comparison.ByYear.Where(f => f.After.Source is Derivation.OfSavings s && s.Slice[SavingsDimension.Confidence].IsEmpty).Sum(f => f.Change ?? 0);

        Assert.Equal(comparison.Compare(revised).Change ?? 0, shown);
    });

    [Fact]
    public void Comparison_OfAnEditionWithItself_FindsNothing() => Law.HoldsForEveryProgramme(programme =>
    {
        var comparison = new EditionComparison(programme.Edition, programme.State.Compose(), DecisionBasis.IfAgreed);

        Assert.Empty(comparison.Savings.Entries);
        Assert.Empty(comparison.Costs.Entries);
        Assert.Empty(comparison.Projects);
        Assert.Empty(comparison.Milestones);
        Assert.Empty(comparison.Texts);
        Assert.All(comparison.Figures, f => Assert.False(f.Changed));
    });

    [Fact]
    public void Comparison_TurnedRound_HasEveryChangeWithTheOppositeSign() => Law.HoldsForEveryPair((one, other) =>
    {
        var slice = one.Lot.SliceOf(one.Edition.Savings);
        var (there, back) = (new SavingsChanges(one.Edition, other.Edition), new SavingsChanges(other.Edition, one.Edition));

        Assert.Equal(there.Sum(slice).OrZero(), -back.Sum(slice).OrZero());
    });

    private static void Holds(Action<EditionComparison, Random> law) => Law.HoldsForEveryPair((one, other) =>
    {
        var basis = one.Seed % 2 == 0 ? DecisionBasis.AsItStands : DecisionBasis.IfAgreed;
        law(new(one.State.Compose(), other.State.Compose(other.Seed % 2 == 0 ? "2019/20 Q2" : "2020/21 Q1"), basis), one.Lot);
    });
}
