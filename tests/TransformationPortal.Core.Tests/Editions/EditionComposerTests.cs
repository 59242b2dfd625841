using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Editions;

public sealed class EditionComposerTests
{
    [Fact]
    public void Compose_AQuarter_StandsForItsLastDay()
    {
        var edition = ProgrammeStates.Small().Compose("2019/20 Q2");

        Assert.Equal(Quarter.Parse("2019/20 Q2"), edition.Quarter);
        Assert.Equal(new DateOnly(2019, 9, 30), edition.AsAt);
        Assert.Equal(1, edition.Number);
        Assert.Equal(Edition.CurrentSchemaVersion, edition.SchemaVersion);
        Assert.Null(edition.Notice);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Compose_ANumberBelowOne_IsRefused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EditionComposer.Compose(ProgrammeStates.Small(), Quarter.Parse("2019/20 Q1"), number, "Notice"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Compose_ACorrectionWithoutNotice_IsRefused(string? notice) =>
        Assert.Throws<ArgumentException>(() => EditionComposer.Compose(ProgrammeStates.Small(), Quarter.Parse("2019/20 Q1"), 2, notice));

    [Theory]
    [InlineData("2017/18 Q4")]
    [InlineData("2022/23 Q1")]
    public void Compose_AQuarterOutsideTheProgramme_SaysHowLongItRuns(string quarter)
    {
        var refusal = Assert.Throws<ArgumentException>(() => ProgrammeStates.Small().Compose(quarter));

        Assert.StartsWith($"{quarter} lies outside the programme, which runs from 2018/19 to 2021/22.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018/19 Q1")]
    [InlineData("2021/22 Q4")]
    public void Compose_TheFirstAndTheLastQuarter_AreInsideTheProgramme(string quarter) =>
        Assert.Equal(quarter, ProgrammeStates.Small().Compose(quarter).Quarter.ToString());

    [Fact]
    public void Compose_ALineOfAnUnknownProject_NamesBoth()
    {
        var state = new ProgrammeBuilder().Line("S-01", "TP-99").State();

        Assert.StartsWith(
            "Savings line S-01 belongs to project TP-99, which the programme does not have.",
            Assert.Throws<ArgumentException>(() => state.Compose()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_AReprofileUnderAnUnknownDecision_NamesBoth()
    {
        var state = new ProgrammeBuilder().Project("TP-01").Line("S-01").Decision("D-01").Reprofile("S-01", 1, "2019/20")
            .With(s => s with { Decisions = [] }).State();

        Assert.StartsWith(
            "A re-profile of savings line S-01 waits for decision D-01, which the programme does not have.",
            Assert.Throws<ArgumentException>(() => state.Compose()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_PositionsOfSeveralMonths_TakesEachLinesLastByTheQuartersEnd()
    {
        var edition = new ProgrammeBuilder().Project("TP-01")
            .Line("S-01").Position("2019/20", Confidence.Low, 1, "2019-04").Position("2020/21", Confidence.Low, 2, "2019-04")
            .Position("2019/20", Confidence.High, 3, "2019-05").Position("2019/20", Confidence.High, 4, "2019-07")
            .Line("S-02").Position("2019/20", Confidence.Low, 5, "2019-03")
            .Line("S-03").Position("2019/20", Confidence.Low, 6, "2019-07")
            .Edition();

        Assert.Equal([3m], Amounts(edition, "S-01"));
        Assert.Equal([5m], Amounts(edition, "S-02"));
        Assert.Empty(Amounts(edition, "S-03"));
        Assert.Equal("Position for May 2019", edition.SavingsLines[0].Amounts[0].Origin);
        Assert.Equal(ReportingMonth.Parse("2019-05"), edition.SavingsLines[0].Amounts[0].AsAt);
    }

    [Fact]
    public void Compose_ATargetThatWasNeverSet_HasNoEntryAndAZeroHasOne()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 0, null).Target("2020/21", null, 5).Edition();

        Assert.Equal(
            [(SavingsKind.OriginalTarget, "2019/20", 0m), (SavingsKind.RevisedTarget, "2020/21", 5m)],
            edition.SavingsLines[0].Amounts.Select(a => (a.Kind, a.Year.ToString()!, a.Amount.Pounds)));
    }

    [Fact]
    public void Compose_ALine_TakesTheBoardOfItsProject()
    {
        var edition = new ProgrammeBuilder().Project("TP-01", board: "Board B").Line("S-01").Edition();

        Assert.Equal("Board B", edition.SavingsLines[0].Board);
    }

    [Fact]
    public void Compose_Ratings_AreThoseOfTheLastMonthRatedByTheQuartersEnd()
    {
        var edition = ProgrammeStates.Small().Compose();

        var digital = edition.FindProject("TP-02")!;
        Assert.Equal(ReportingMonth.Parse("2019-06"), digital.RatedFor);
        Assert.Equal(Rag.Amber, digital.Rating(RagAspect.Overall)?.Rating);
        Assert.Equal("Overall is Amber in 2019-06", digital.Rating(RagAspect.Overall)?.Reason);

        var earlyHelp = edition.FindProject("TP-03")!;
        Assert.Equal(ReportingMonth.Parse("2019-05"), earlyHelp.RatedFor);
        Assert.Equal(Rag.Red, earlyHelp.Rating(RagAspect.Overall)?.Rating);
    }

    [Fact]
    public void Compose_ALastMonthRatedOnFewerAspects_TakesNoneFromAnEarlierMonth()
    {
        var edition = new ProgrammeBuilder().Project("TP-01")
            .Rated("TP-01", "2019-05", Rag.Red, Rag.Red, Rag.Red).Rated("TP-01", "2019-06", Rag.Green).Edition();

        Assert.Equal([RagAspect.Overall], edition.Projects[0].Ratings.Select(r => r.Aspect));
    }

    [Fact]
    public void Compose_AProjectNotRatedYet_HasNoRatings()
    {
        var project = ProgrammeStates.Small().Compose().FindProject("TP-04")!;

        Assert.Null(project.RatedFor);
        Assert.Empty(project.Ratings);
        Assert.Null(project.Rating(RagAspect.Overall));
    }

    [Fact]
    public void Compose_Costs_AddsSpendingAndKeepsTheLastCommitmentOfEachLine()
    {
        var platform = ProgrammeStates.Small().Compose().CostLines.Single(l => l.Code == "1.1");

        Assert.Equal(
            [
                (CostKind.Budget, null, 200_000m), (CostKind.Budget, null, 2_250_000m),
                (CostKind.Actual, "2018-12", 150_000m), (CostKind.Actual, "2019-06", 50_000m),
                (CostKind.Committed, "2019-06", 300_000m),
            ],
            platform.Amounts.Select(a => (a.Kind, a.Month?.ToString(), a.Amount.Pounds)));
    }

    [Fact]
    public void Compose_AnOldCommitment_StandsUntilANewerOneReplacesIt()
    {
        var builder = new ProgrammeBuilder().CostArea("1", "A").CostLine("1.1", "B").Committed("2019-04", 7).Committed("2019-04", 8);

        Assert.Equal(15m, Committed(builder));
        Assert.Equal(0m, Committed(builder.Committed("2019-05", 0)));

        static decimal? Committed(ProgrammeBuilder programme) => programme.Edition().Costs.Sum(CostSlices.Of(default, CostKind.Committed))?.Pounds;
    }

    [Fact]
    public void Compose_AMilestoneReachedLater_HasNotBeenReachedYet()
    {
        var (june, july) = (new DateOnly(2019, 6, 30), new DateOnly(2019, 7, 1));
        var edition = new ProgrammeBuilder().Project("TP-01")
            .With(s => s with { Milestones = [new("TP-01", "A", june, june, june, null), new("TP-01", "B", june, july, july, null)] }).Edition();

        Assert.Equal([june, null], edition.Milestones.Select(m => m.Actual));
        Assert.Equal([0, 1], edition.Milestones.Select(m => m.SlipDays));
    }

    [Fact]
    public void Compose_Stories_TakesOnlyThatOfTheQuarter()
    {
        var state = new ProgrammeBuilder()
            .Story("2019/20 Q1", new StoryItem(StoryKind.Focus, 2, "Second", null), new(StoryKind.Focus, 1, "First", null), new(StoryKind.Achievement, 9, "Done", null))
            .Story("2019/20 Q2", new StoryItem(StoryKind.Focus, 1, "Later", null)).State();

        Assert.Equal(["Done", "First", "Second"], state.Compose().Story.Items.Select(i => i.Text));
        Assert.Equal(["Later"], state.Compose("2019/20 Q2").Story.Items.Select(i => i.Text));
        Assert.Empty(state.Compose("2019/20 Q3").Story.Items);
    }

    [Fact]
    public void Compose_CodesWithNumbers_AreInTheOrderReadersExpect()
    {
        var edition = new ProgrammeBuilder()
            .Project("TP-100").Project("TP-11").Project("TP-9").Line("S-10", "TP-9").Line("S-9", "TP-9")
            .CostArea("10", "J").CostArea("2", "B").CostLine("2.10", "Tenth").CostLine("2.9", "Ninth")
            .With(s => s with { Risks = [.. new[] { "R10", "R9", "R1" }.Select(r => new Risk(r, null, "x", default, "y", default, null, null, false, null))] })
            .Edition();

        Assert.Equal(["TP-9", "TP-11", "TP-100"], edition.Projects.Select(p => p.Code));
        Assert.Equal(["S-9", "S-10"], edition.SavingsLines.Select(l => l.Ref));
        Assert.Equal(["2", "10"], edition.CostAreas.Select(a => a.Code));
        Assert.Equal(["2.9", "2.10"], edition.CostLines.Select(l => l.Code));
        Assert.Equal(["R1", "R9", "R10"], edition.Risks.Select(r => r.Ref));
    }

    private static IEnumerable<decimal> Amounts(Edition edition, string line) =>
        edition.SavingsLines.Single(l => l.Ref == line).Amounts.Select(a => a.Amount.Pounds);
}
