using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Ledgers;

public sealed class SliceTests
{
    private static readonly Slice<SavingsDimension> All = Slice<SavingsDimension>.All;

    [Fact]
    public void Where_Twice_ReplacesTheFirstLimit()
    {
        var slice = All.Where(SavingsDimension.Year, "2019/20").Where(SavingsDimension.Year, "2020/21");

        Assert.Equal(["2020/21"], slice[SavingsDimension.Year].AsEnumerable());
    }

    [Fact]
    public void Where_NoValue_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => All.Where(SavingsDimension.Year));

        Assert.StartsWith("A limit on Year needs a value to let through.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => All.In([]));
    }

    [Fact]
    public void Indexer_OnADimensionWithoutLimit_IsEmpty() => Assert.Empty(All[SavingsDimension.Year]);

    [Fact]
    public void Without_ALimit_IsTheSliceBeforeIt()
    {
        var slice = All.Where(SavingsDimension.Board, "Board A");

        Assert.Equal(slice, slice.Where(SavingsDimension.Year, "2019/20").Without(SavingsDimension.Year));
        Assert.Equal(slice, slice.Without(SavingsDimension.Year));
    }

    [Fact]
    public void Equality_HoldsWhateverTheOrderInWhichLimitsWereSet()
    {
        var one = All.Where(SavingsDimension.Year, "2019/20", "2020/21").Where(SavingsDimension.Board, "Board A").On(DecisionBasis.IfAgreed);
        var other = All.On(DecisionBasis.IfAgreed).Where(SavingsDimension.Board, "Board A").Where(SavingsDimension.Year, "2020/21", "2019/20", "2020/21");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equality_FailsForAnyOtherValueDimensionOrBasis()
    {
        var slice = All.Where(SavingsDimension.Year, "2019/20");

        Assert.NotEqual(slice, All);
        Assert.NotEqual(slice, slice.On(DecisionBasis.IfAgreed));
        Assert.NotEqual(slice, All.Where(SavingsDimension.Year, "2020/21"));
        Assert.NotEqual(slice, All.Where(SavingsDimension.Year, "2019/20", "2020/21"));
        Assert.NotEqual(slice, All.Where(SavingsDimension.Line, "2019/20"));
        Assert.False(slice.Equals(null));
    }

    [Fact]
    public void SavingsSlices_NameKindYearsAndBands()
    {
        var slice = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.IfAgreed).In(new(2020), new(2019)).At(Confidence.Medium, Confidence.Low);

        Assert.Equal(DecisionBasis.IfAgreed, slice.Basis);
        Assert.Equal(["position"], slice[SavingsDimension.Kind].AsEnumerable());
        Assert.Equal(["2019/20", "2020/21"], slice[SavingsDimension.Year].AsEnumerable());
        Assert.Equal(["Low", "Medium"], slice[SavingsDimension.Confidence].AsEnumerable());
    }
}
