using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>The questions of a good colleague that compare with last month, with the aspects, with days and with targets.</summary>
public sealed class ColleagueDoubtsTests
{
    private static readonly ReportContext AfterMay = Before(Complete);

    [Fact]
    public void Find_WhatIsAsLastMonth_RaisesNothing() => Assert.Empty(ReportDoubts.Find(Complete, AfterMay));

    [Fact]
    public void Find_GreenWithMoneyAtLow_AsksWithTheAmount()
    {
        var low = Complete with { Savings = [new("S-1", This, Confidence.Delivered, new(100_000)), new("S-1", This, Confidence.Low, new(300_000)), new("S-1", Next, Confidence.Medium, new(600_000))] };

        AssertAsked(DoubtKind.GreenWithLowConfidence, "The project is rated green although savings are at low confidence: £300,000 of S-1 in 2019/20.", low, Context);
        Assert.DoesNotContain(ReportDoubts.Find(Rated(low, RagAspect.Overall, Rag.Amber), Context), d => d.Kind == DoubtKind.GreenWithLowConfidence);
    }

    [Theory]
    [InlineData(Rag.Green, Rag.Amber, "The project is rated green overall although its rating for cost is amber.")]
    [InlineData(Rag.Amber, Rag.Red, "The project is rated amber overall although its rating for cost is red.")]
    [InlineData(Rag.Amber, Rag.Amber, null)]
    [InlineData(Rag.Red, Rag.Amber, null)]
    public void Find_OverallBetterThanItsWorstAspect_IsAsked(Rag overall, Rag cost, string? sentence)
    {
        var doubts = ReportDoubts.Find(Rated(Rated(Complete, RagAspect.Overall, overall), RagAspect.Cost, cost) with { PathToGreen = [] }, Context);

        Assert.Equal(sentence, doubts.SingleOrDefault(d => d.Kind == DoubtKind.BetterThanWorstAspect)?.Sentence);
    }

    [Fact]
    public void Find_ARatingThatChangedUnderTheSameReason_IsAskedUntilTheReasonChanges()
    {
        var changed = Rated(Rated(Complete, RagAspect.Overall, Rag.Amber), RagAspect.Cost, Rag.Amber, "It costs more");

        AssertAsked(DoubtKind.RatingChangedReasonKept, "Since May 2019 the overall rating went from green to amber, but the reason is word for word the same.", changed, AfterMay);
        Assert.DoesNotContain(ReportDoubts.Find(Rated(changed, RagAspect.Overall, Rag.Amber, "It costs more"), AfterMay), d => d.Kind == DoubtKind.RatingChangedReasonKept);
    }

    [Fact]
    public void Find_TheSameProgressForTheThirdMonth_IsAskedWhereSomethingElseChanged()
    {
        var context = Context with { Previous = [new(new(2019, 5), Complete), new(new(2019, 4), Complete)] };
        var now = Complete with { NextSteps = "Tell the staff" };

        AssertAsked(DoubtKind.SameTextThreeMonths, "Progress says word for word what the reports for May 2019 and April 2019 said.", now, context);
        Assert.Empty(ReportDoubts.Find(now with { Progress = "Options agreed" }, context));
        Assert.Equal(DoubtKind.UnchangedThreeMonths, Assert.Single(ReportDoubts.Find(Complete, context)).Kind);
    }

    [Fact]
    public void Find_AMilestonePastItsDay_IsAskedWhateverTheRating()
    {
        var passed = Complete with { Milestones = [new("M1", "Structure agreed", Day("2019-06-30"), Day("2019-06-30"), null)] };

        Assert.Equal(DoubtKind.GreenWithSlippedMilestones, Assert.Single(ReportDoubts.Find(passed, Context)).Kind);
        AssertAsked(DoubtKind.MilestonePassed, "The day has passed, and it is not said that it was reached: “Structure agreed” on 30 June 2019.",
            Rated(passed, RagAspect.Overall, Rag.Amber), Context);
    }

    [Fact]
    public void Find_AMilestoneThatMoved_IsAskedUntilItsReasonStandsBesideIt()
    {
        MilestoneEntry Moved(string? reason) => new("M1", "Structure agreed", Day("2019-07-31"), Day("2019-08-30"), null) { SlipReason = reason };
        var moved = Rated(Complete with { Milestones = [Moved(null)] }, RagAspect.Overall, Rag.Amber, "Late");

        AssertAsked(DoubtKind.MilestoneMoved, "No reason is given why it moved: “Structure agreed” from 31 July 2019 to 30 August 2019.", moved, AfterMay);
        Assert.DoesNotContain(ReportDoubts.Find(moved with { Milestones = [Moved("Staff are away")] }, AfterMay), d => d.Kind == DoubtKind.MilestoneMoved);
    }

    [Fact]
    public void Find_APathToGreenPastItsDay_IsAskedWhileTheRatingIsNotGreen()
    {
        var late = Rated(Rated(Complete, RagAspect.Overall, Rag.Amber), RagAspect.Cost, Rag.Amber) with { PathToGreen = [new("P1", RagAspect.Cost, "Ask for a quote", "Head", Day("2019-06-30"))] };

        AssertAsked(DoubtKind.PathToGreenPassed, "The path to green should be done, but the rating is not green: “Ask for a quote” (cost rating) by 30 June 2019.", late, Context);
        Assert.DoesNotContain(ReportDoubts.Find(Rated(late, RagAspect.Cost, Rag.Green), Context), d => d.Kind == DoubtKind.PathToGreenPassed);
    }

    [Fact]
    public void Find_MoneyMovedToDelivered_IsAskedUntilNewEvidenceShowsIt()
    {
        var delivered = Complete with
        {
            Savings = [new("S-1", This, Confidence.Delivered, new(300_000)), new("S-1", This, Confidence.High, new(100_000)), new("S-1", Next, Confidence.Medium, new(600_000))],
        };
        var shown = delivered with { Evidence = [new("E1", "Savings[S-1][2019/20]", "Journal", "https://ledger.example.org/1", null)] };

        AssertAsked(
            DoubtKind.DeliveredWithoutEvidence,
            "Since May 2019 more is delivered, and no evidence shows it: £200,000 of S-1 in 2019/20, from high, before the year is half over.",
            delivered, AfterMay);
        Assert.Empty(ReportDoubts.Find(shown, AfterMay));
        Assert.Single(ReportDoubts.Find(shown, Before(Complete with { Evidence = shown.Evidence })));
        Assert.Empty(ReportDoubts.Find(delivered, Context));
    }

    [Fact]
    public void Find_AnAmountTenTimesLastMonths_IsAsked()
    {
        var typo = Complete with { Savings = [.. Complete.Savings.SkipLast(1), new("S-1", Next, Confidence.Medium, new(600_000_000))] };

        AssertAsked(
            DoubtKind.UnusualAmount,
            "Is this right? £600,000,000 of S-1 in 2020/21 at medium, where May 2019 had £600,000, £600,000,000 of S-1 in 2020/21, against a target of £600,000.",
            typo, AfterMay);
        AssertAsked(DoubtKind.UnusualAmount, "Is this right? £11,000 spent on 1.2, where May 2019 had £1,000.", Complete with { Spend = [new("1.2", new(11_000))] }, AfterMay);
        Assert.Empty(ReportDoubts.Find(Complete with { Spend = [new("1.2", new(9_999))] }, AfterMay));
    }

    [Fact]
    public void Submit_WithADoubtAnsweredLastMonthInTheSameWords_IsNotAskedAgainAndKeepsTheAnswer()
    {
        var doubt = Assert.Single(ReportDoubts.Find(Doubtful, Context));
        var answer = new DoubtAnswer(doubt.Key, doubt.Sentence, "The post is filled from August", Officer.Person, Noon.AddDays(-30));
        var context = Context with { Previous = [new(new(2019, 5), Doubtful) { Answers = [answer] }] };

        var submitted = Draft.Save(Officer, Noon, context, Doubtful).Report().Submit(Officer, Noon, context).Report();

        Assert.Equal([answer], submitted.Answers);
        Assert.Null(submitted.ConfirmSavings(Finance, Noon, context).Report().ApprovalAmongManyRefusal(context));
        Assert.Empty(Draft.Submit(Officer, Noon, context).Report().Answers);
    }

    [Fact]
    public void Problems_WhereTheProgrammeDemandsEvidence_NamesWhatHasNone()
    {
        var context = AfterMay with { EvidenceFor = EvidenceRule.DeliveredSavingsAndBetterRatings, Previous = [new(new(2019, 5), Rated(Complete, RagAspect.Cost, Rag.Amber))] };
        var content = Complete with { Savings = [new("S-1", This, Confidence.Delivered, new(400_000)), new("S-1", Next, Confidence.Medium, new(600_000))] };

        Assert.Equal(
            [
                "The programme asks for evidence of what is delivered: add it for S-1 in 2019/20 (£300,000 since May 2019).",
                "The programme asks for evidence where a rating got better: add it for the cost rating.",
            ],
            ReportCheck.Problems(content, context).Select(p => p.Sentence));
        Assert.DoesNotContain(ReportDoubts.Find(content, context), d => d.Kind == DoubtKind.DeliveredWithoutEvidence);
        Assert.Empty(ReportCheck.Problems(
            content with { Evidence = [new("E2", "Savings[S-1][2019/20]", null, null, "0123"), new("E3", "Ratings[Cost]", null, "https://a.example/b", null)] }, context));
    }

    [Theory]
    [InlineData("http://intranet.example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("\\\\server\\share\\minutes.docx")]
    public void Problems_AnAddressThatIsNoneOfTheWeb_IsRefused(string address) => Assert.Equal(
        "Evidence[E1].Address", OnlyProblem(Complete with { Evidence = [new("E1", "Ratings[Cost]", null, address, null)] }).Field);

    [Theory]
    [InlineData(".")]
    [InlineData("x")]
    [InlineData("xxxx")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("none")]
    [InlineData("tbc.")]
    public void Problems_WhatSaysNothing_IsNoProgressNoReasonAndNoAnswer(string text)
    {
        Assert.Equal(("Progress", $"“{text}” is not enough. Say what was done in this period.", ReportProblemKind.Missing), OnlyProblem(Complete with { Progress = text }));
        Assert.Equal(RefusalReason.WordsMissing, Draft.ReportNoChange(Officer, Noon, Before(Complete), text).Refusal().Reason);
        Assert.Equal(RefusalReason.WordsMissing, Approved.Reopen(Pmo, Noon, text).Refusal().Reason);
    }

    [Theory]
    [InlineData("On plan")]
    [InlineData("No change")]
    [InlineData("August")]
    public void Problems_AFewWords_AreEnough(string text) => Assert.Empty(ReportCheck.Problems(Complete with { Progress = text }, Context));

    [Fact]
    public void NotDue_BeforeTheFirstMonthThatTheCouncilReportsOn_IsNotAskedFor() => Assert.Equal(
        "The council reports from July 2019 on. No report is asked for June 2019.", HighlightReport.NotDue(Context with { ReportsFrom = new(2019, 7) })?.Sentence);

    private static ReportContext Before(ReportContent last) => Context with { Previous = [new(new(2019, 5), last)] };

    private static ReportContent Rated(ReportContent content, RagAspect aspect, Rag rag, string? reason = null) =>
        content with { Ratings = [.. content.Ratings.Select(r => r.Aspect == aspect ? r with { Rag = rag, Reason = reason ?? r.Reason } : r)] };

    private static void AssertAsked(DoubtKind kind, string sentence, ReportContent content, ReportContext context) =>
        Assert.Equal(sentence, Assert.Single(ReportDoubts.Find(content, context), d => d.Kind == kind).Sentence);
}
