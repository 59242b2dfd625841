using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using static TransformationPortal.Core.Tests.Consistency.CleanProgramme;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>What a note must say, who must stand beside it, and what it goes on answering.</summary>
public sealed class SigningRulesTests
{
    [Theory]
    [InlineData("", "Say in words that readers will see why it stands.")]
    [InlineData(" – ", "Say in words that readers will see why it stands.")]
    [InlineData("ok ok ok ok ok ok ok ok ok", "Say more")]
    [InlineData("It is known.", "Say more")]
    [InlineData("Each amount is rounded by itself", "Another finding of this quarter is signed for in the same words.")]
    [InlineData("EACH AMOUNT is rounded, by itself!", "Another finding of this quarter is signed for in the same words.")]
    public void Problem_OfANoteThatSaysNothingOfItsFinding_IsNamed(string words, string problem) =>
        Assert.StartsWith(problem, SigningRules.Problem(words, "b", [("a", "Each amount is rounded by itself.")]), StringComparison.Ordinal);

    [Fact]
    public void Problem_OfANoteThatSaysSomething_IsNone()
    {
        Assert.Null(SigningRules.Problem("Cabinet decides on 16 July 2019.", "b", [("a", "Each amount is rounded by itself.")]));
        Assert.Null(SigningRules.Problem("Each amount is rounded by itself.", "a", [("a", "Each amount is rounded by itself.")]));
    }

    [Theory]
    [InlineData(100, null, false)]
    [InlineData(100, 100, false)]
    [InlineData(101, 100, true)]
    [InlineData(-101, 100, true)]
    [InlineData(null, 100, false)]
    public void NeedsFinance_AboveTheLimitThatTheCouncilSets(int? apart, int? limit, bool needs) => Assert.Equal(
        needs, SigningRules.NeedsFinance(
            new(FindingKind.Bands, FindingSeverity.ToBeSigned, "It is apart.", "", "", "") { Apart = apart is { } a ? new Money(a) : null }, limit is { } l ? new Money(l) : null));

    [Fact]
    public void IsAlone_WhereNobodyElseHasSigned()
    {
        Assert.True(SigningRules.IsAlone("pmo", ["pmo", "PMO"]));
        Assert.False(SigningRules.IsAlone("pmo", ["pmo", "finance"]));
        Assert.False(SigningRules.IsAlone("pmo", []));
    }

    [Fact]
    public void ReportFinding_OfFewerProjects_IsAnsweredByTheNoteForMore_AndOfOthersIsNot()
    {
        var signed = Reports("TP-01", "TP-02");

        var fewer = Reports("TP-02");
        Assert.Equal(signed.Key, fewer.Key);
        Assert.True(fewer.IsNoWorseThan(signed.Apart, signed.Covers));
        Assert.False(Reports("TP-03").IsNoWorseThan(signed.Apart, signed.Covers));
        Assert.False(signed.IsNoWorseThan(fewer.Apart, fewer.Covers));
    }

    [Fact]
    public void BandFinding_ThatIsLessApart_IsAnsweredByTheNoteForMore()
    {
        var (more, less) = (Bands(250_000), Bands(350_000));

        Assert.Equal(more.Key, less.Key);
        Assert.True(less.IsNoWorseThan(more.Apart, more.Covers));
        Assert.False(more.IsNoWorseThan(less.Apart, less.Covers));
    }

    [Fact]
    public void Quarter_WithoutAnyApprovedReport_CannotBeSignedFor()
    {
        var state = Clean();
        var found = Assert.Single(Gate.Check(state.Compose(), [new("TP-01", ReportState.Submitted, null), new("TP-02", ReportState.Draft, null)], []), f => f.Kind == FindingKind.Report);

        Assert.Equal(FindingSeverity.Blocking, found.Severity);
        Assert.StartsWith("No project has an approved report for June 2019 or any month before it", found.Disagreement, StringComparison.Ordinal);
    }

    private static Finding Bands(decimal low) => One(FindingKind.Bands, Clean(b => b
        .Line("S-09").Target("2020/21", 400_000).Position("2020/21", Confidence.Low, low)));

    private static Finding Reports(params string[] late) => Assert.Single(
        Gate.Check(Clean().Compose(), [.. late.Select(p => new ReportStanding(p, ReportState.Submitted, new ReportingMonth(2019, 5))), new("TP-09", ReportState.Approved, Q1.LastMonth)], []), f => f.Kind == FindingKind.Report);
}
