using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class SliceReadersTests
{
    private static readonly Edition Small = ProgrammeStates.Small().Compose();

    [Fact]
    public void ReadSavings_WithoutAKind_IsTheRevisedTarget() =>
        Assert.Equal(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(new Core.Periods.FinancialYear(2019)), Savings("year=2019/20").Slice);

    [Fact]
    public void ReadSavings_WithAConfidenceAndNoKind_IsThePosition() =>
        Assert.Equal(SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).At(Confidence.Low), Savings("confidence=low").Slice);

    [Fact]
    public void ReadSavings_OfTwoKinds_IsRefused()
    {
        var reading = Savings("kind=original", "kind=position");

        Assert.Null(reading.Slice);
        Assert.Equal(
            "Original target, revised target and position are three views of the same money and cannot be added. Choose one kind.", reading.Problem);
        Assert.Equal("kind", reading.Field);
        Assert.Equal(["original", "revised", "position"], reading.Existing);
    }

    [Fact]
    public void ReadSavings_OfAValueThatOnlyTheListsKnow_IsAnEmptySlice()
    {
        var edition = ProgrammeStates.SmallBuilder().Workstreams("New workstream").Edition();

        var reading = edition.ReadSavings([new("workstream", "new workstream")], DecisionBasis.AsItStands);

        Assert.Null(edition.Savings.Sum(reading.Slice!));
    }

    [Theory]
    [InlineData("year=2017/18", "“2017/18” is not a year of this edition.")]
    [InlineData("workstream=Redesing", "“Redesing” is not a workstream of this edition.")]
    [InlineData("line=S-99", "“S-99” is not a line of this edition.")]
    public void ReadSavings_OfAnUnknownValue_SaysWhatExists(string pair, string problem)
    {
        var reading = Savings(pair);

        Assert.Equal(problem, reading.Problem);
        Assert.NotEmpty(reading.Existing);
        Assert.Null(reading.Slice);
    }

    [Fact]
    public void ReadSavings_OfAValueThatIsRightInAnotherField_NamesTheFieldThatIsWrong()
    {
        var reading = Savings("kind=position", "workstream=position");

        Assert.Equal("“position” is not a workstream of this edition.", reading.Problem);
        Assert.Equal("workstream", reading.Field);
        Assert.Equal(Small.Workstreams.Select(w => w.Name), reading.Existing);
    }

    [Fact]
    public void ReadCosts_WithoutAKind_IsTheBudget() =>
        Assert.Equal(CostSlices.Of(DecisionBasis.AsItStands, CostKind.Budget).Where(CostDimension.Area, "1"), Costs("area=1").Slice);

    [Fact]
    public void ReadCosts_SpentAndCommitted_MayBeAdded() =>
        Assert.Equal(CostSlices.Of(DecisionBasis.AsItStands, CostKind.Actual, CostKind.Committed), Costs("kind=committed", "kind=actual").Slice);

    [Theory]
    [InlineData("actual")]
    [InlineData("committed")]
    public void ReadCosts_ABudgetWithWhatIsSpentOfIt_IsRefused(string kind)
    {
        var reading = Costs("kind=budget", $"kind={kind}");

        Assert.Null(reading.Slice);
        Assert.Equal("A budget and what is spent of it cannot be added. Choose the budget, or what is spent and committed.", reading.Problem);
        Assert.Equal("kind", reading.Field);
        Assert.Equal(["budget", "actual", "committed"], reading.Existing);
    }

    [Fact]
    public void ReadCosts_OfAMonthThatOccurs_IsRead() => Assert.Equal(
        200_000m, Small.Costs.Sum(Costs("kind=actual", "month=2018-12", "month=2019-06").Slice!)?.Pounds);

    [Fact]
    public void Read_TheAddressOfAnySliceOfTheLedgers_IsThatSlice() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.Edition;
        var kinds = Enum.GetValues<SavingsKind>();
        var savings = programme.Lot.SliceOf(edition.Savings, unheardOf: null).Where(SavingsDimension.Kind, SavingsKeys.Kind(kinds[programme.Lot.Next(kinds.Length)]));
        var costs = programme.Lot.SliceOf(edition.Costs, unheardOf: null).Where(CostDimension.Kind, CostKeys.Kind(CostKind.Actual), CostKeys.Kind(CostKind.Committed));

        Assert.Equal(savings, edition.ReadSavings(SliceQuery.Pairs(savings), savings.Basis).Slice);
        Assert.Equal(costs, edition.ReadCosts(SliceQuery.Pairs(costs), costs.Basis).Slice);
    });

    private static SliceReading<SavingsDimension> Savings(params string[] pairs) => Small.ReadSavings(Pairs(pairs), DecisionBasis.AsItStands);

    private static SliceReading<CostDimension> Costs(params string[] pairs) => Small.ReadCosts(Pairs(pairs), DecisionBasis.AsItStands);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string[] pairs) =>
        pairs.Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]));
}
