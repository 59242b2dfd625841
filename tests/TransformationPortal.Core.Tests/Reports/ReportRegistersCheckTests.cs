using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>What is said of spend, milestones, risks, dependencies, capacity and decisions in which one thing is missing or wrong.</summary>
public sealed class ReportRegistersCheckTests
{
    private const ReportProblemKind Missing = ReportProblemKind.Missing;
    private const ReportProblemKind Wrong = ReportProblemKind.Wrong;
    private const ReportProblemKind TooMuch = ReportProblemKind.TooMuch;

    [Fact]
    public void Spend_NotGiven_IsAskedFor() => Assert.Equal(
        ("Spend[1.2]", "Say what was spent on 1.2 Support in June 2019; enter 0 if nothing was.", Missing), OnlyProblem(Complete with { Spend = [] }));

    [Fact]
    public void Spend_OfZeroOrCorrectedDown_IsAccepted()
    {
        Assert.Empty(ReportCheck.Problems(Complete with { Spend = [new("1.2", Money.Zero)] }, Context));
        Assert.Empty(ReportCheck.Problems(Complete with { Spend = [new("1.2", new(-500))] }, Context));
    }

    [Fact]
    public void Spend_OnAnotherCostLine_IsWrong() => Assert.Equal(
        ("Spend[9.9]", "9.9 is not a cost line of TP-07: remove its amount.", Wrong), OnlyProblem(Complete with { Spend = [.. Complete.Spend, new("9.9", new(1))] }));

    [Fact]
    public void Spend_TwiceOnOneLine_IsWrong() => Assert.Equal(
        ("Spend[1.2]", "1.2 has two amounts: keep one.", Wrong), OnlyProblem(Complete with { Spend = [.. Complete.Spend, new("1.2", new(1))] }));

    [Fact]
    public void Milestone_ReachedInTheFuture_IsWrong() => Assert.Equal(
        ("Milestones[M1].Actual", "“Structure agreed” cannot have been reached on 4 July 2019, which is in the future: enter the day as its forecast.", Wrong),
        OnlyProblem(WithMilestone(m => m with { Actual = Day("2019-07-04") })));

    [Fact]
    public void Milestone_ReachedToday_IsAccepted() => Assert.Empty(ReportCheck.Problems(WithMilestone(m => m with { Actual = Day("2019-07-03"), Forecast = null }), Context));

    [Fact]
    public void Milestone_WithoutATitle_IsAskedForOne() => Assert.Equal(
        ("Milestones[M1].Title", "Give the milestone a title.", Missing), OnlyProblem(WithMilestone(m => m with { Title = null })));

    [Fact]
    public void Milestone_WithATitleTooLong_IsToBeShortened() => Assert.Equal(
        ("Milestones[M1].Title", "Shorten the milestone’s title to 200 characters: it has 201.", TooMuch), OnlyProblem(WithMilestone(m => m with { Title = new('x', 201) })));

    [Fact]
    public void Milestone_WithoutABaseline_IsAskedForOne() => Assert.Equal(
        ("Milestones[M1].Baseline", "Give “Structure agreed” its baseline, the day first agreed.", Missing), OnlyProblem(WithMilestone(m => m with { Baseline = null })));

    [Fact]
    public void Milestone_WithNeitherForecastNorActual_IsAskedForOne() => Assert.Equal(
        ("Milestones[M1].Forecast", "Say when “Structure agreed” is now expected, or when it was reached.", Missing), OnlyProblem(WithMilestone(m => m with { Forecast = null })));

    [Fact]
    public void Milestone_WhoseBaselineWasAgreedOtherwise_IsWrong() => Assert.Equal(
        ("Milestones[M1].Baseline", "The baseline of “Structure agreed” was agreed as 31 July 2019 and stays so: change the forecast instead.", Wrong),
        OnlyProblem(WithMilestone(m => m with { Baseline = Day("2019-08-31") }), Context with { Previous = [new(new(2019, 5), Complete)] }));

    [Fact]
    public void Milestone_TwiceOfOneTitle_IsWrong() => Assert.Equal(
        ("Milestones[M2].Title", "There are two milestones “STRUCTURE AGREED”: give one of them another title.", Wrong),
        OnlyProblem(Complete with { Milestones = [.. Complete.Milestones, Complete.Milestones[0] with { Key = "M2", Title = "STRUCTURE AGREED" }] }));

    [Fact]
    public void Milestones_TooMany_AreCounted() => Assert.Equal(
        ("Milestones", "A report holds at most 40 milestones: this one has 41.", TooMuch),
        OnlyProblem(Complete with { Milestones = [.. Enumerable.Range(1, 41).Select(i => Complete.Milestones[0] with { Key = $"M{i}", Title = $"Step {i}" })] }));

    [Fact]
    public void Risk_WithNothingButItsKind_IsAskedForAllOfIt() => Assert.Equal(
        [
            ("Risks[R5].Impact", "Say what would happen if risk R5 came about."),
            ("Risks[R5].Controls", "Say what is being done about risk R5."),
            ("Risks[R5].InitialRating", "Rate risk R5 as it would be if nothing were done: high, medium or low."),
            ("Risks[R5].ResidualRating", "Rate risk R5 with its controls in place: high, medium or low."),
            ("Risks[R5].Escalation", "Say who has to deal with risk R5: the project, its workstream board, the programme board or the management team."),
        ],
        ReportCheck.Problems(Complete with { Risks = [new("R5", RiskKind.Risk, null, null, null, null, null, null, null)] }, Context).Select(p => (p.Field, p.Sentence)));

    [Fact]
    public void Issue_NeedsNoInitialRating() => Assert.Equal(
        ("Risks[R5].Impact", "Say what has happened and what issue R5 does to the project.", Missing),
        OnlyProblem(WithRisk(r => r with { Kind = RiskKind.Issue, InitialRating = null, Impact = null })));

    [Fact]
    public void Risk_ReviewedInTheFuture_IsWrong() => Assert.Equal(
        ("Risks[R5].Reviewed", "Risk R5 cannot have been reviewed on 4 July 2019, which is in the future.", Wrong), OnlyProblem(WithRisk(r => r with { Reviewed = Day("2019-07-04") })));

    [Fact]
    public void Risk_WithTextTooLong_IsToBeShortened() => Assert.Equal(
        ("Risks[R5].FurtherAction", "Shorten the further action on risk R5 to 2,000 characters: it has 2,001.", TooMuch), OnlyProblem(WithRisk(r => r with { FurtherAction = new('x', 2001) })));

    [Fact]
    public void Risk_TwiceUnderOneReference_IsWrong() => Assert.Equal(
        ("Risks[r5].Key", "r5 stands in the list twice: keep one.", Wrong), OnlyProblem(Complete with { Risks = [Complete.Risks[0], Complete.Risks[0] with { Key = "r5" }] }));

    [Fact]
    public void Risks_TooMany_AreCounted() => Assert.Equal(
        ("Risks", "A report holds at most 40 risks and issues: this one has 41.", TooMuch),
        OnlyProblem(Complete with { Risks = [.. Enumerable.Range(1, 41).Select(i => Complete.Risks[0] with { Key = $"R{i}" })] }));

    [Fact]
    public void Dependency_WithNothingButAKey_IsAskedForAllOfIt() => Assert.Equal(
        [
            ("Dependencies[N1].Needs", "Say which project this one depends on."),
            ("Dependencies[N1].What", "Say what is needed of the other project."),
            ("Dependencies[N1].NeededBy", "Say by which day it is needed."),
            ("Dependencies[N1].Rag", "Rate the dependency: red, amber or green."),
        ],
        ReportCheck.Problems(Complete with { Dependencies = [new("N1", null, null, null, null, null)] }, Context).Select(p => (p.Field, p.Sentence)));

    [Fact]
    public void Dependency_RatedWithoutAReason_IsAskedWhy() =>
        Assert.Equal(("Dependencies[N1].Reason", "Say why the dependency is green.", Missing), OnlyProblem(WithDependency(d => d with { Reason = null })));

    [Fact]
    public void Dependency_OnItself_IsWrong() =>
        Assert.Equal(("Dependencies[N1].Needs", "A project does not depend on itself: choose another project.", Wrong), OnlyProblem(WithDependency(d => d with { Needs = Code })));

    [Fact]
    public void Dependency_OnAProjectThatIsNotThere_IsWrong() => Assert.Equal(
        ("Dependencies[N1].Needs", "There is no project “TP-99” in the programme: choose one from the list.", Wrong), OnlyProblem(WithDependency(d => d with { Needs = "TP-99" })));

    [Fact]
    public void Dependency_Twice_IsWrong() => Assert.Equal(
        ("Dependencies[N2].What", "“Contracts reviewed” stands in the list twice: keep one.", Wrong),
        OnlyProblem(Complete with { Dependencies = [Complete.Dependencies[0], Complete.Dependencies[0] with { Key = "N2" }] }));

    [Fact]
    public void Capacity_NotGiven_IsAskedFor() => Assert.Equal(
        [
            ("Capacity.PostsNeeded", "Say how many posts the project needs, in full-time equivalents; enter 0 if none."),
            ("Capacity.PostsFilled", "Say how many posts the project has filled, in full-time equivalents; enter 0 if none."),
        ],
        ReportCheck.Problems(Complete with { Capacity = null }, Context).Select(p => (p.Field, p.Sentence)));

    [Theory]
    [InlineData(4, 2.5, "Say what the gap of 1.5 posts holds up.")]
    [InlineData(4, 3, "Say what the gap of 1 post holds up.")]
    public void Capacity_WithAGap_IsAskedWhatItHoldsUp(double needed, double filled, string sentence) =>
        Assert.Equal(("Capacity.HoldsUp", sentence, Missing), OnlyProblem(Complete with { Capacity = new((decimal)needed, (decimal)filled, null, null) }));

    [Fact]
    public void Capacity_FilledBeyondNeed_IsWrong() => Assert.Equal(
        ("Capacity.PostsFilled", "More posts are filled than are needed: check the two numbers.", Wrong), OnlyProblem(Complete with { Capacity = new(4, 5, null, null) }));

    [Fact]
    public void Capacity_Negative_IsWrong() => Assert.Equal(
        ("Capacity.PostsFilled", "The number of posts the project has filled cannot be negative.", Wrong), OnlyProblem(Complete with { Capacity = new(0, -1, "Everything", null) }));

    [Fact]
    public void Capacity_CoveredByARiskThatIsNotThere_IsWrong() => Assert.Equal(
        ("Capacity.Risk", "There is no risk or issue “R99” in this report: choose one that is there.", Wrong), OnlyProblem(Complete with { Capacity = new(4, 4, null, "R99") }));

    [Fact]
    public void Decision_WithNothingButAKey_IsAskedForAllOfIt() => Assert.Equal(
        [
            ("Decisions[D1].What", "Say what is to be decided."),
            ("Decisions[D1].Body", "Say who is to take the decision."),
            ("Decisions[D1].NeededBy", "Say by which day the decision is needed."),
        ],
        ReportCheck.Problems(Complete with { Decisions = [new("D1", null, null, null)] }, Context).Select(p => (p.Field, p.Sentence)));

    [Fact]
    public void Decisions_TooMany_AreCounted() => Assert.Equal(
        ("Decisions", "A report holds at most 10 decisions sought: this one has 11.", TooMuch),
        OnlyProblem(Complete with { Decisions = [.. Enumerable.Range(1, 11).Select(i => Complete.Decisions[0] with { Key = $"D{i}" })] }));

    [Theory]
    [InlineData("Savings")]
    [InlineData("Spend")]
    [InlineData("Dependencies[N1].Needs")]
    [InlineData("Capacity.Risk")]
    public void ACode_LongerThanAnyCode_IsTooMuchForADraft(string field)
    {
        var code = new string('x', 41);
        var content = Complete with
        {
            Savings = field == "Savings" ? [.. Complete.Savings, new(code, This, Core.Savings.Confidence.Low, new(1))] : Complete.Savings,
            Spend = field == "Spend" ? [.. Complete.Spend, new(code, new(1))] : Complete.Spend,
            Dependencies = field.StartsWith("Dep", StringComparison.Ordinal) ? [Complete.Dependencies[0] with { Needs = code }] : Complete.Dependencies,
            Capacity = field == "Capacity.Risk" ? new(4, 4, null, code) : Complete.Capacity,
        };

        Assert.Contains((field, TooMuch), ReportCheck.Problems(content, Context).Select(p => (p.Field, p.Kind)));
    }

    private static ReportContent WithMilestone(Func<MilestoneEntry, MilestoneEntry> change) => Complete with { Milestones = [change(Complete.Milestones[0])] };

    private static ReportContent WithRisk(Func<RiskEntry, RiskEntry> change) => Complete with { Risks = [change(Complete.Risks[0])] };

    private static ReportContent WithDependency(Func<DependencyEntry, DependencyEntry> change) => Complete with { Dependencies = [change(Complete.Dependencies[0])] };
}
