using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Comparisons;

/// <summary>What followers are told of a new edition.</summary>
public sealed class FollowedThingTests
{
    private static readonly ProgrammeState Then = ProgrammeStates.Small();

    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");

    [Theory]
    [InlineData("project:TP-08", FollowedKind.Project, "TP-08")]
    [InlineData("BOARD:A:B", FollowedKind.Board, "A:B")]
    public void Text_IsReadBack(string text, FollowedKind kind, string key) => Assert.Equal(new FollowedThing(kind, key), FollowedThing.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("project")]
    [InlineData("project:")]
    [InlineData("0:TP-08")]
    [InlineData("question:7")]
    public void Text_ThatNamesNothing_IsNone(string? text) => Assert.Null(FollowedThing.Parse(text));

    [Fact]
    public void Figure_ThatADecisionMoved_SaysFromToAndWhy()
    {
        var comparison = Compare(s => s with { Decisions = [.. s.Decisions.Select(d => d.Ref == "D-01" ? d with { Outcome = DecisionOutcome.Agreed } : d)] });

        var told = new FollowedThing(FollowedKind.Figure, "year-target").Changes(comparison);

        Assert.Matches("^19/20 savings target: from £[0-9,]+ to £[0-9,]+\\.$", told[0]);
        Assert.Contains("−£255,000: D-01, agreed by Cabinet: Decision D-01.", told);
        Assert.Contains(new FollowedThing(FollowedKind.Decision, "D-01").Changes(comparison), t => t.StartsWith("Outcome: from Pending to Agreed.", StringComparison.Ordinal));
        Assert.Empty(new FollowedThing(FollowedKind.Figure, "projects").Changes(comparison));
    }

    [Fact]
    public void Thing_ThatDidNotChange_IsToldToNobody()
    {
        var comparison = Compare(s => s);
        var edition = comparison.After.Content;
        FollowedThing[] all =
        [
            .. edition.Projects.Select(p => new FollowedThing(FollowedKind.Project, p.Code)), .. edition.Risks.Select(r => new FollowedThing(FollowedKind.Risk, r.Ref)),
            .. edition.Decisions.Select(d => new FollowedThing(FollowedKind.Decision, d.Ref)), .. edition.Boards.Select(b => new FollowedThing(FollowedKind.Board, b.Name)),
            new(FollowedKind.Figure, "total-target"), new(FollowedKind.Figure, "target-achieved"),
        ];

        Assert.All(all, thing =>
        {
            Assert.NotNull(thing.NameIn(edition));
            Assert.Empty(thing.Changes(comparison));
        });
    }

    [Fact]
    public void Project_WhosePhaseChanged_SaysFromAndTo()
    {
        var code = Compare(s => s).After.Content.Projects[0].Code;
        var comparison = Compare(s => s with { Projects = [.. s.Projects.Select(p => p.Code == code ? p with { Phase = ProjectPhase.Stopped } : p)] });

        Assert.Contains(new FollowedThing(FollowedKind.Project, code).Changes(comparison), t => t.EndsWith(" to Stopped.", StringComparison.Ordinal));
    }

    private static EditionComparison Compare(Func<ProgrammeState, ProgrammeState> change) =>
        new(EditionComposer.Compose(Then, Q1, 1), EditionComposer.Compose(change(Then), Q1, 2, "A correction."), DecisionBasis.AsItStands);
}
