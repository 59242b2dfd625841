using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

public sealed class ReportDoubtsTests
{
    [Fact]
    public void Find_InAReportLikeAnyOther_IsNothing() => Assert.Empty(ReportDoubts.Find(Complete, Context));

    [Fact]
    public void Find_AMilestoneSlippedUnderGreen_DoubtsTheOverallRating()
    {
        var doubt = Assert.Single(ReportDoubts.Find(WithMilestone("2019-07-31", "2019-08-30", null), Context));

        Assert.Equal((DoubtKind.GreenWithSlippedMilestones, "green-with-slipped-milestones", "Ratings[Overall].Rag"), (doubt.Kind, doubt.Key, doubt.Field));
        Assert.Equal("The project is rated green although a milestone has slipped: “Structure agreed” by 30 days.", doubt.Sentence);
    }

    [Fact]
    public void Find_AMilestoneOverdueAtTheMonthsEndUnderGreen_DoubtsTheOverallRating() => Assert.Equal(
        "The project is rated green although a milestone has slipped: “Structure agreed” was due on 30 June 2019 and is not reached.",
        Assert.Single(ReportDoubts.Find(WithMilestone("2019-06-30", "2019-06-30", null), Context)).Sentence);

    [Theory]
    [InlineData("2019-07-31", "2019-08-30", "2019-07-03")] // reached, if late
    [InlineData("2019-07-31", "2019-07-15", null)] // early
    [InlineData("2019-07-01", "2019-07-01", null)] // due the day after the month
    public void Find_AMilestoneReachedOrInTimeUnderGreen_IsNothing(string baseline, string forecast, string? actual) =>
        Assert.Empty(ReportDoubts.Find(WithMilestone(baseline, forecast, actual), Context));

    [Fact]
    public void Find_AMilestoneSlippedUnderAmber_IsNothing() =>
        Assert.Empty(ReportDoubts.Find(Rated(WithMilestone("2019-07-31", "2019-08-30", null), Rag.Amber), Context));

    [Fact]
    public void Find_ManySlippedMilestones_NamesTheFirstFive()
    {
        var content = Complete with { Milestones = [.. Enumerable.Range(1, 8).Select(i => new MilestoneEntry($"M{i}", $"Step {i}", Day("2019-07-31"), Day("2019-08-01"), null))] };

        Assert.EndsWith("“Step 4” by 1 day, “Step 5” by 1 day and 3 more.", Assert.Single(ReportDoubts.Find(content, Context)).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2019, 12, false)]
    [InlineData(2020, 1, true)]
    [InlineData(2020, 3, true)]
    [InlineData(2020, 4, false)] // the next year, in which the line has nothing at high confidence
    public void Find_HighConfidenceWithNothingDelivered_IsDoubtedFromJanuary(int year, int month, bool doubted)
    {
        var content = Complete with { Milestones = [], Savings = [new("S-1", This, Confidence.High, new(400_000)), new("S-1", Next, Confidence.Medium, new(600_000))] };

        var doubts = ReportDoubts.Find(content, Context with { Month = new(year, month) });

        Assert.Equal(doubted ? ["2019/20 ends on 31 March 2020, and these savings are at high confidence with nothing delivered: S-1 (£400,000)."] : [], doubts.Select(d => d.Sentence));
    }

    [Theory]
    [InlineData(Confidence.High, 0, 0)]
    [InlineData(Confidence.High, 400_000, 1)]
    [InlineData(Confidence.Medium, 400_000, 0)]
    public void Find_LateInTheYear_LooksAtHighConfidenceWithoutADelivery(Confidence confidence, int amount, int doubts) => Assert.Equal(
        doubts,
        ReportDoubts.Find(Complete with { Milestones = [], Savings = [new("S-1", This, confidence, new(amount))] }, Context with { Month = new(2020, 2) }).Count);

    [Fact]
    public void Find_LateInTheYearWithSomethingDelivered_IsNothing() =>
        Assert.Empty(ReportDoubts.Find(Complete with { Milestones = [] }, Context with { Month = new(2020, 2) }));

    [Fact]
    public void Find_TheThirdReportThatSaysTheSame_IsDoubted()
    {
        var doubt = Assert.Single(ReportDoubts.Find(Complete, Context with { Previous = [new(new(2019, 5), Complete), new(new(2019, 4), Complete)] }));

        Assert.Equal((DoubtKind.UnchangedThreeMonths, "Progress"), (doubt.Kind, doubt.Field));
        Assert.Equal("The report says the same as those for May 2019 and April 2019: nothing has changed three months running.", doubt.Sentence);
    }

    [Fact]
    public void Find_TheSameButForSpendAndTheWordThatNothingChanged_IsDoubted() => Assert.Single(ReportDoubts.Find(
        Complete with { Spend = [new("1.2", new(7))], UnchangedBecause = "It is August" }, Context with { Previous = [new(new(2019, 5), Complete), new(new(2019, 4), Complete with { Spend = [] })] }));

    [Fact]
    public void Find_OnlyTwoReportsThatSayTheSame_IsNothing()
    {
        Assert.Empty(ReportDoubts.Find(Complete, Context with { Previous = [new(new(2019, 5), Complete)] }));
        Assert.Empty(ReportDoubts.Find(Complete, Context with { Previous = [new(new(2019, 5), Complete), new(new(2019, 4), Complete with { Progress = "Other", NextSteps = "Other" })] }));
        Assert.Empty(ReportDoubts.Find(Complete, Context with { Previous = [new(new(2019, 5), Complete with { Progress = "Other", NextSteps = "Other" }), new(new(2019, 4), Complete)] }));
    }

    [Fact]
    public void Find_ARiskThatStaysHighUnderGreen_IsDoubted()
    {
        var content = Complete with { Risks = [Complete.Risks[0] with { ResidualRating = RiskLevel.High }, Complete.Risks[0] with { Key = "I1", Kind = RiskKind.Issue, ResidualRating = RiskLevel.High }] };

        Assert.Equal("The project is rated green although risk R5, issue I1 stay high after controls.", Assert.Single(ReportDoubts.Find(content, Context)).Sentence);
        Assert.Empty(ReportDoubts.Find(Rated(content, Rag.Red), Context));
    }

    [Fact]
    public void Find_AGapInCapacityThatNoRiskCovers_IsDoubted()
    {
        var content = Complete with { Capacity = new(4, 2.5m, "Drafting", null) };

        Assert.Equal("1.5 of the 4 posts needed are not filled, and no risk or issue is named that covers the gap.", Assert.Single(ReportDoubts.Find(content, Context)).Sentence);
        Assert.Empty(ReportDoubts.Find(content with { Capacity = new(4, 2.5m, "Drafting", "R5") }, Context));
        Assert.Single(ReportDoubts.Find(content with { Capacity = new(4, 2.5m, "Drafting", "R99") }, Context));
    }

    [Fact]
    public void Find_SeveralDoubts_GivesThemInOneOrderEachWithItsOwnKey()
    {
        var content = WithMilestone("2019-07-31", "2019-08-30", null) with { Capacity = new(2, 1, "Work", null), Risks = [Complete.Risks[0] with { ResidualRating = RiskLevel.High }] };

        var doubts = ReportDoubts.Find(content, Context);

        Assert.Equal([DoubtKind.GreenWithSlippedMilestones, DoubtKind.RedRiskUnderGreen, DoubtKind.CapacityGapWithoutRisk], doubts.Select(d => d.Kind));
        Assert.Equal(3, doubts.Select(d => d.Key).Distinct().Count());
        Assert.Equal(14, Enum.GetValues<DoubtKind>().Select(k => k.Title()).Distinct().Count());
    }

    private static ReportContent Rated(ReportContent content, Rag overall) =>
        content with { Ratings = [.. content.Ratings.Select(r => r.Aspect == RagAspect.Overall ? r with { Rag = overall } : r)] };

    private static ReportContent WithMilestone(string baseline, string forecast, string? actual) =>
        Complete with { Milestones = [new("M1", "Structure agreed", Day(baseline), Day(forecast), actual is null ? null : Day(actual))] };
}
