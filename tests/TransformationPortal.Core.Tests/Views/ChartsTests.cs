using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class ChartsTests
{
    private static Charts AsItStands => new(ProgrammeStates.Small().Compose(), DecisionBasis.AsItStands);

    private static Charts IfAgreed => new(ProgrammeStates.Small().Compose(), DecisionBasis.IfAgreed);

    [Fact]
    public void ByWorkstream_ShowsTheTargetsOfThisAndLaterYears()
    {
        var chart = AsItStands.ByWorkstream();

        Assert.Equal(TableText.Expected("Workstream|Revised target\nRedesign|5.255\nBuying|1.870\nTotal ==|7.125"), chart.Table.Grid());
        Assert.Equal("Redesign is to save most: £5.3m of £7.1m. What was delivered in 2018/19, £0.9m, is not in this chart: with it, £7.1m would be £8.0m.", chart.Summary);
        Assert.Equal("Target savings by workstream, 2019/20 to 2021/22", chart.Table.Title);
        Assert.Empty(chart.Table.Notes);
    }

    [Fact]
    public void ByWorkstream_IfAgreed_SaysWhatHasNoYearAndIsNotShown()
    {
        var chart = IfAgreed.ByWorkstream();

        Assert.Equal(TableText.Expected("Workstream|Revised target\nRedesign|5.000\nBuying|1.870\nTotal ==|6.870"), chart.Table.Grid());
        Assert.Equal(["£0.255m is not yet re-homed: it has left its year and is in no later one, so it is not in this chart."], chart.Table.Notes);
    }

    [Fact]
    public void ByConfidence_ShowsYearsByBandAndSaysWhatIsUnsure()
    {
        var chart = AsItStands.ByConfidence();

        Assert.Equal(
            TableText.Expected("""
                Financial year | Delivered | High  | Medium | Low   | Total
                2019/20        | 0.300     | 1.000 | 0.100  | 1.200 | 2.600
                2020/21        |           | 0.600 | 1.250  | 0.555 | 2.405
                2021/22        |           |       | 0.120  | 2.000 | 2.120
                Total ==       | 0.300     | 1.600 | 1.470  | 3.755 | 7.125
                """),
            chart.Table.Grid());
        Assert.Equal(
            "£5.2m of £7.1m (73%) is at medium or low confidence. What was delivered in 2018/19, £0.9m, is not in this chart: with it, £7.1m would be £8.0m.",
            chart.Summary);
        Assert.Empty(chart.Table.Notes);
        Assert.Equal(["confidence-delivered", "confidence-high", "confidence-medium", "confidence-low", null], chart.Table.Columns.Select(c => c.Series));
    }

    [Fact]
    public void ByRag_CountsAProjectWithoutRatingInTheTotalAloneAndSaysSo()
    {
        var chart = AsItStands.ByRag();

        Assert.Equal(
            TableText.Expected("""
                Phase     | Green | Amber | Red | Total
                Complete  | 1     | 0     | 0   | 1
                In flight | 0     | 1     | 1   | 2
                Planning  | 0     | 0     | 0   | 1
                Total ==  | 1     | 1     | 1   | 4
                """),
            chart.Table.Grid());
        Assert.Equal("1 rated red, 1 amber and 1 green, 1 not rated, of 4 projects.", chart.Summary);
        Assert.Equal(["1 project is not rated: where it has no rating it counts in the total alone."], chart.Table.Notes);
    }

    [Fact]
    public void RagByAspect_CountsEveryAspectButTheOverallOne()
    {
        var table = AsItStands.RagByAspect();

        Assert.Equal(
            TableText.Expected("""
                Rated on   | Green | Amber | Red | Total
                Cost       | 2     | 1     | 0   | 4
                Scope      | 3     | 0     | 0   | 4
                Benefits   | 1     | 1     | 1   | 4
                Timescales | 1     | 1     | 1   | 4
                Risks      | 2     | 0     | 1   | 4
                """),
            table.Grid());
        Assert.Equal(["1 project is not rated on all five: where it has no rating it counts in the total alone."], table.Notes);
    }

    [Fact]
    public void ByRag_WhereEveryProjectIsRated_OwesNoNote()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Rated("TP-01", "2019-06", Rag.Green).Edition();

        Assert.Empty(new Charts(edition, default).ByRag().Table.Notes);
        Assert.Equal("0 rated red, 0 amber and 1 green, of 1 project.", new Charts(edition, default).ByRag().Summary);
    }

    [Fact]
    public void ByRag_SeveralProjectsWithoutRating_AreCountedInTheNote()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Project("TP-02").Edition();

        Assert.Equal(["2 projects are not rated: where they have no rating they count in the total alone."], new Charts(edition, default).ByRag().Table.Notes);
    }

    [Fact]
    public void PlannedAgainstActual_SaysWhatIsSpent()
    {
        Assert.Equal("£0.2m of £3.3m is spent; £0.6m is spent or committed.", AsItStands.PlannedAgainstActual().Summary);
        Assert.Equal("Nothing of £0.5m is recorded as spent.", Summary(Costs().Budget("2019/20", 500_000)));
        Assert.Equal("£0.5m is spent; £0.5m is spent or committed. No planned spend is recorded.", Summary(Costs().Spent("2019-06", 500_000)));
        Assert.Equal("No implementation cost is recorded.", Summary(Costs()));

        static ProgrammeBuilder Costs() => new ProgrammeBuilder().CostArea("1", "A").CostLine("1.1", "B");
        static string Summary(ProgrammeBuilder costs) => new Charts(costs.Edition(), default).PlannedAgainstActual().Summary;
    }

    [Fact]
    public void All_AreFourWithATableEach()
    {
        Assert.Equal(["savings-by-workstream", "savings-by-confidence", "projects-by-rag", "planned-against-actual"], AsItStands.All.Select(c => c.Key));
        Assert.All(AsItStands.All, c => Assert.Equal(c.Key, c.Table.Key));
        Assert.All(AsItStands.All, c => Assert.Contains(c.Table.Columns, column => column.Series is not null));
    }

    [Fact]
    public void EarlierYears_OfSeveral_AreNamedAsASpan()
    {
        var edition = ProgrammeStates.Small().Compose("2020/21 Q1");

        Assert.EndsWith(
            " What was delivered in 2018/19 to 2019/20, £1.6m, is not in this chart: with it, £3.9m would be £5.5m.",
            new Charts(edition, default).ByConfidence().Summary, StringComparison.Ordinal);
    }
}
