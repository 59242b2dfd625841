using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Comparisons;

/// <summary>What a reader is told of two editions of the small programme.</summary>
public sealed class EditionComparisonTests
{
    private static readonly ProgrammeState Then = ProgrammeStates.Small();

    [Fact]
    public void Figure_ThatADecisionMoved_NamesTheDecision()
    {
        var comparison = Compare(s => s with { Decisions = [.. s.Decisions.Select(d => d.Ref == "D-01" ? d with { Outcome = DecisionOutcome.Agreed } : d)] }, "2019/20 Q1", 2);

        var target = Figure(comparison, "19/20 savings target");
        Assert.Equal("−£255,000", target.ChangeText);
        Assert.Equal(["Decision|S-06|-255000|D-01, agreed by Cabinet: Decision D-01"], Lines(target));
        Assert.False(Figure(Compare(comparison.After.Content, DecisionBasis.IfAgreed), "19/20 savings target").Changed);
    }

    [Fact]
    public void Figure_ThatALaterPositionMoved_NamesTheProjectAndTheMonth()
    {
        var delivered = Figure(Compare(s => s with { Positions = [.. s.Positions.Where(p => p.Line != "S-05")] }, "2019/20 Q2"), "19/20 savings delivered");

        Assert.Equal("+£100,000", delivered.ChangeText);
        Assert.Equal(["Position|S-02|400000|TP-02’s position for July 2019", "Correction|S-05|-300000|No position of S-05 is recorded any more"], Lines(delivered));
    }

    [Fact]
    public void Figure_WhoseMonthWasCorrected_SaysSo()
    {
        var comparison = Compare(
            s => s with { Positions = [.. s.Positions.Select(p => p is { Line: "S-05", Confidence: Confidence.Delivered } ? p with { Amount = new(250_000) } : p)] }, "2019/20 Q1", 2);

        Assert.Equal(["Correction|S-05|-50000|Correction of TP-02’s position for June 2019"], Lines(Figure(comparison, "19/20 savings delivered")));
    }

    [Fact]
    public void Slice_ThatALineLeft_ShowsTheMoveApartFromWhatElseChanged()
    {
        var comparison = Compare(s => s with
        {
            SavingsLines = [.. s.SavingsLines.Select(l => l.Ref == "S-04" ? l with { Workstream = "Redesign" } : l)],
            Targets = [.. s.Targets.Select(t => t.Line == "S-04" && t.Year == FinancialYear.Parse("2020/21") ? t with { Revised = new(200_000) } : t)],
        }, "2019/20 Q1", 2);
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands);

        Assert.Equal(["LineMoved|S-04|-250000|S-04 counts elsewhere: Workstream Buying before, Redesign now"],
            Lines(comparison.Compare(slice.Where(SavingsDimension.Workstream, "Buying"))));
        Assert.Equal(["LineMoved|S-04|250000|S-04 counts elsewhere: Workstream Buying before, Redesign now", "Target|S-04|-50000|Savings targets"],
            Lines(comparison.Compare(slice.Where(SavingsDimension.Workstream, "Redesign"))));
        Assert.Equal(["Target|S-04|-50000|Savings targets"], Lines(comparison.Compare(slice)));
    }

    [Fact]
    public void Figure_OfProjects_NamesThoseThatCameAndWent()
    {
        var comparison = Compare(s => s with
        {
            Projects = [.. s.Projects.Select(p => p.Code == "TP-02" ? p with { Phase = ProjectPhase.Complete } : p), s.Projects[^1] with { Code = "TP-09", Name = "New one" }],
        }, "2019/20 Q2");

        Assert.Equal(["Project|TP-09|1|TP-09 is new"], Lines(Figure(comparison, "Projects in the programme")));
        Assert.Equal(["Project|TP-02|1|TP-02: In flight before, Complete now"], Lines(Figure(comparison, "Completed projects")));
        Assert.Equal(["TP-02 InFlight Complete", "TP-03 InFlight InFlight", "TP-09  Planning"], comparison.Projects.Select(c => $"{c.Code} {c.Before?.Phase} {c.After?.Phase}"));
    }

    [Fact]
    public void Projects_RatedDifferently_ShowEachAspectAndWhetherItIsBetter()
    {
        var change = Assert.Single(Compare(s => s, "2019/20 Q2").Projects);

        Assert.Equal("TP-03", change.Code);
        Assert.Equal((RagAspect.Overall, Rag.Red, Rag.Green, true, false), (change.Ratings[0].Aspect, change.Ratings[0].Before, change.Ratings[0].After, change.Ratings[0].IsBetter, change.Ratings[0].IsWorse));
        Assert.Equal("Overall is Green in 2019-07", change.Ratings[0].Reason);
    }

    [Fact]
    public void Milestones_ThatMoved_AreCountedInDaysTheLongestSlipFirst()
    {
        static Milestone M(string title, string forecast, string? actual = null) =>
            new("TP-02", title, ProgrammeBuilder.Day("2019-07-01"), ProgrammeBuilder.Day(forecast), actual is null ? null : ProgrammeBuilder.Day(actual), null);

        var before = (Then with { Milestones = [M("Slips", "2019-08-01"), M("Comes sooner", "2019-09-30"), M("Reached late", "2019-08-01"), M("Withdrawn", "2019-10-01"), M("Stays", "2019-12-01")] }).Compose();
        var after = (Then with { Milestones = [M("Slips", "2019-08-31"), M("Comes sooner", "2019-09-29"), M("Reached late", "2019-08-01", "2019-08-02"), M("Added", "2019-11-01"), M("Stays", "2019-12-01")] }).Compose("2019/20 Q2");

        Assert.Equal(
            ["Slips 30 days later False", "Reached late 1 day later True", "Withdrawn Same day False", "Added Same day False", "Comes sooner 1 day earlier False"],
            new EditionComparison(before, after, DecisionBasis.AsItStands).Milestones.Select(m => $"{m.Title} {ChangeWords.Days(m.Days)} {m.ReachedSince}"));
    }

    [Fact]
    public void Texts_ThatReadDifferently_AreShownBeforeAndAfter()
    {
        var comparison = Compare(s => s with { Projects = [.. s.Projects.Select(p => p.Code == "TP-02" ? p with { Summary = "Replaces all systems" } : p)] }, "2019/20 Q1", 2);

        Assert.Equal([new TextChange("Projects", "TP-02, summary", "Replaces old systems", "Replaces all systems")], comparison.Texts);
    }

    [Theory]
    [InlineData("2019/20 Q1", "2019/20 Q3", 10)]
    [InlineData("2018/19 Q4", "2019/20 Q1", 11)]
    public void Figures_OfTwoQuarters_NameTheYearsThatTheyAreOf(string from, string to, int count)
    {
        var figures = new EditionComparison(Then.Compose(from), Then.Compose(to), DecisionBasis.AsItStands).Figures;

        Assert.Equal(count, figures.Count);
        Assert.Equal(figures.Count, figures.Select(f => f.Title).Distinct().Count());
    }

    private static EditionComparison Compare(Func<ProgrammeState, ProgrammeState> change, string quarter, int number = 1) =>
        Compare(change(Then).Compose(quarter, number), DecisionBasis.AsItStands);

    private static EditionComparison Compare(Edition later, DecisionBasis basis) => new(Then.Compose(), later, basis);

    private static ComparedFigure Figure(EditionComparison comparison, string title) => comparison.Figures.Single(f => f.Title == title);

    private static IEnumerable<string> Lines(ComparedFigure figure) =>
        figure.Parts.Select(p => FormattableString.Invariant($"{p.Cause.Kind}|{p.Line}|{p.Amount:0}|{p.Cause.Text}"));
}
