using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Programmes;
using static TransformationPortal.Core.Tests.Consistency.CleanProgramme;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>Contradictions in what the programme office writes, each seeded into a text of a clean programme.</summary>
public sealed class ProseGateTests
{
    [Theory]
    [InlineData("We expect £9.9m.", FindingKind.TypedAmount, "says “£9.9m”, which no figure supports.")]
    [InlineData("We expect £99999999999999999999999999999999999.", FindingKind.TypedAmount, "a longer number than any figure has.")]
    [InlineData("We expect £9999999999999999999999 billion.", FindingKind.TypedAmount, "a longer number than any figure has.")]
    [InlineData("We expect £1.000000000000000000000000000000000000001m.", FindingKind.TypedAmount, "a longer number than any figure has.")]
    [InlineData("Some 12.00000000000000000000000000000000% agree.", FindingKind.TypedAmount, "a longer number than any figure has.")]
    [InlineData("Savings of 9.9m are certain.", FindingKind.TypedAmount, "says “9.9m”, which no figure supports.")]
    [InlineData("The target is 77 million pounds.", FindingKind.TypedAmount, "says “77 million pounds”, which no figure supports.")]
    [InlineData("We expect GBP 77m.", FindingKind.TypedAmount, "says “GBP 77m”, which no figure supports.")]
    [InlineData("Another 5,000 pounds was saved.", FindingKind.TypedAmount, "says “5,000 pounds”, which no figure supports.")]
    [InlineData("The programme has 50 projects.", FindingKind.Count, "says “50 projects”; the programme has 2 projects, 48 apart.")]
    [InlineData("All 1 projects report.", FindingKind.Count, "says “All 1 projects”; the programme has 2 projects")]
    [InlineData("There is 1 projects in all.", FindingKind.Count, "1 apart.")]
    [InlineData("We have 2 red projects.", FindingKind.Count, "says “2 red projects”; the programme has 0 projects rated Red")]
    [InlineData("Now 1 projects are rated amber.", FindingKind.Count, "the programme has 0 projects rated Amber")]
    [InlineData("All 3 risks were looked at.", FindingKind.Count, "the programme has 0 risks, 3 apart.")]
    [InlineData("99999999999999999999999999999999999 planned projects are done.", FindingKind.Label, "the portal calls the phase Planning")]
    [InlineData("We watch 3 critical risks.", FindingKind.Count, "the programme has 0 critical risks")]
    [InlineData("Some 77% of the target is delivered.", FindingKind.TypedAmount, "says “77%”; the figure near")]
    [InlineData("In 2019/20 savings delivered reached £0.5m.", FindingKind.TypedAmount, "says “£0.5m”; the figure nearest in meaning, “19/20 savings delivered”, is £0.300m, £0.200m apart.")]
    [InlineData("So far £0.3m is spent.", FindingKind.LookAlike, "says “£0.3m” of what is spent; that is what is spent or committed, and £0.2m is spent.")]
    [InlineData("By now £0.2m is spent or committed.", FindingKind.LookAlike, "that is what is spent, and £0.3m is spent or committed.")]
    [InlineData("Finished on 3 July 2019.", FindingKind.Date, "names 3 July 2019, which is not in 2019/20 Q1 (April to June 2019).")]
    [InlineData("As at 31 March 2019 all went well.", FindingKind.Date, "gives figures as at 31 March 2019; those of this quarter stand for 30 June 2019.")]
    [InlineData("On 31 June 2019 we began.", FindingKind.Date, "names 31 June 2019, which is no day.")]
    [InlineData("There are 49 planned projects.", FindingKind.Label, "counts “49 planned projects”; the programme has 1 in the phase Planning and 2 in all, 48 apart.")]
    [InlineData("Our planned projects go on.", FindingKind.Label, "the portal calls the phase Planning")]
    [InlineData("We have 3 projects in planning.", FindingKind.Label, "counts “3 projects in planning”")]
    [InlineData("{savings 2019/20 Deliverd} saved.", FindingKind.Figure, "“Deliverd” is not known here.")]
    public void Check_AnAchievementThatContradicts_IsFoundWhereItIsWritten(string text, FindingKind kind, string says)
    {
        var found = One(kind, Told(Clean(), text));

        Assert.Contains(says, found.Disagreement, StringComparison.Ordinal);
        Assert.Equal("pmo/quarters/2019-20/q1/achievements", found.Where);
        Assert.Equal(kind == FindingKind.Figure ? FindingSeverity.Blocking : FindingSeverity.ToBeSigned, found.Severity);
    }

    [Theory]
    [InlineData("In 2019/20 savings delivered reached £0.3m, on 3 June 2019.")]
    [InlineData("In 2019/20 {year-delivered} is delivered, and 1 projects in planning.")]
    [InlineData("So far £0.2m is spent; £0.3m is spent or committed.")]
    [InlineData("A target of £600,000 or £0.6m, as at 30 June 2019.")]
    [InlineData("A target of 600,000 pounds or 0.6 million.")]
    [InlineData("All 2 projects report; 1 projects slipped; a programme of 2 projects.")]
    [InlineData("In 2019 projects were planned anew, and in phase 3 projects are merged; annex 50 projects nothing.")]
    [InlineData("All 5 projects of the first board report; all 3 projects in Adults are new; 12 projects completed their case.")]
    [InlineData("About 2 million people live here, and 5k of them wrote.")]
    public void Check_AnAchievementThatAgrees_IsNotFound(string text) => Assert.Empty(Findings(Told(Clean(), text)));

    [Theory]
    [InlineData("Cabinet has agreed the early help re-profile.", 1)]
    [InlineData("On 3 June Cabinet approved D-09.", 1)]
    [InlineData("Cabinet has agreed early help for the winter, and it will be made in 2020/21.", 1)]
    [InlineData("The re-profile was agreed.", 1)]
    [InlineData("Cabinet has agreed the budget.", 0)]
    [InlineData("Cabinet agreed the budget for Adults.", 0)]
    [InlineData("The re-profile is to be agreed.", 0)]
    [InlineData("If Cabinet has agreed the early help re-profile, the target falls.", 0)]
    [InlineData("Cabinet has not yet agreed the early help re-profile.", 0)]
    [InlineData("The board agreed the early help plan.", 0)]
    public void Check_ATextThatSaysADecisionWasTaken_IsFoundWhileItIsPending(string text, int findings)
    {
        var state = Told(Clean(b => b.Decision("D-09", DecisionOutcome.Pending, "2019-07-16").Reprofile("S-01", 100_000, "2019/20", "2020/21", label: "Early help re-profile")), text);

        Assert.Equal(findings, Findings(state).Count(f => f.Kind == FindingKind.AssumedDecision));
        Assert.DoesNotContain(Findings(state with { Decisions = [.. state.Decisions.Select(d => d with { Outcome = DecisionOutcome.Agreed })] }), f => f.Kind == FindingKind.AssumedDecision);
    }

    [Fact]
    public void Check_TwoMeasuresThatLookAlike_AreNamedWithBothNumbers()
    {
        var state = With(Clean(), s => s with { Measures = [new("Page views of the interview", 10, null, "Counted", null, null), new("Views of the interview page", 12, null, "Counted", null, null)] });

        Assert.Equal("The measures “Page views of the interview” and “Views of the interview page” look alike; one says 10, the other 12.", One(FindingKind.LookAlike, state).Disagreement);
    }

    [Theory]
    [InlineData("Spend to date", 0.4, 1)]
    [InlineData("Spend to date", 0.2, 0)]
    [InlineData("Completed projects", 7, 1)]
    [InlineData("Completed projects", 0, 0)]
    public void Check_AMeasureThatIsAlsoAFigure_MustSayTheSame(string label, double value, int findings) => Assert.Equal(
        findings,
        Findings(With(Clean(), s => s with { Measures = [new(label, (decimal)value, null, "Counted", null, null)] })).Count(f => f.Kind == FindingKind.LookAlike));

    [Theory]
    [InlineData("{savings this-year basis=agreed exact} is the target.", 1)]
    [InlineData("{savings this-year basis=agreed exact} is the target if Cabinet agrees the pending decision.", 0)]
    [InlineData("The 2019/20 revised savings target is £0.5m.", 1)]
    [InlineData("The 2019/20 revised savings target is £0.5m, subject to Cabinet.", 0)]
    [InlineData("The 2019/20 revised savings target is {savings this-year}.", 0)]
    public void Check_ATextThatTakesADecisionAsAgreed_MustSaySo(string text, int findings)
    {
        var state = Told(Clean(b => b.Decision("D-09", DecisionOutcome.Pending, "2019-07-16").Reprofile("S-01", 100_000, "2019/20", "2020/21")), text);

        Assert.Equal(findings, Findings(state).Count(f => f.Kind == FindingKind.AssumedDecision));
    }
}
