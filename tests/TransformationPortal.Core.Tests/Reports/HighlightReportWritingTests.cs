using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Starting, saving, submitting, reporting no change and answering doubts.</summary>
public sealed class HighlightReportWritingTests
{
    [Fact]
    public void Start_OfAReport_OpensItPrefilledAndRemembersWho()
    {
        var result = HighlightReport.NotStarted(Code, June, Complete).Start(Officer, Noon, Context);

        var report = result.Report();
        Assert.Equal((ReportState.Draft, 1, "olive", Noon), (report.State, report.Revision, report.Author?.UserName, report.StartedAt));
        Assert.Empty(ReportChanges.Between(Complete, report.Content));
        Assert.Equal((ReportAction.Start, 0), (result.Event().Action, result.Event().Changes.Count));
    }

    [Theory]
    [InlineData(ProjectPhase.Complete, "TP-07 Strategic Capability is complete and has had its last report.")]
    [InlineData(ProjectPhase.Stopped, "TP-07 Strategic Capability is stopped and has had its last report.")]
    public void Start_OfAProjectThatHasEnded_IsRefused(ProjectPhase phase, string sentence)
    {
        var refusal = NotStarted.Start(Officer, Noon, Context with { Project = Context.Project with { Phase = phase } }).Refusal();

        Assert.Equal((RefusalReason.NotDue, sentence), (refusal.Reason, refusal.Sentence));
    }

    [Fact]
    public void Start_BeforeTheWindowOpens_IsRefusedByEveryWayOfStarting()
    {
        var early = Context with { Today = Day("2019-06-24"), Previous = [new(new(2019, 5), Complete)] };
        ReportResult[] results =
            [NotStarted.Start(Officer, Noon, early), NotStarted.Save(Officer, Noon, early, Complete), NotStarted.Submit(Officer, Noon, early), NotStarted.ReportNoChange(Officer, Noon, early, "So")];

        Assert.All(results, r => Assert.Equal("Reports for June 2019 can be started from 25 June 2019.", r.Refusal().Sentence));
    }

    [Fact]
    public void Start_OnTheDayTheWindowOpensOrLongAfterItCloses_IsTaken()
    {
        Assert.IsType<ReportResult.Done>(NotStarted.Start(Officer, Noon, Context with { Today = Day("2019-06-25") }));
        Assert.IsType<ReportResult.Done>(NotStarted.Start(Officer, Noon, Context with { Today = Day("2020-06-25") }));
    }

    [Fact]
    public void Start_ForAMonthOutsideTheProgramme_IsRefused() => Assert.Equal(
        "March 2018 lies outside the programme, which runs from 2018/19 to 2022/23.", NotStarted.Start(Officer, Noon, Context with { Month = new(2018, 3) }).Refusal().Sentence);

    [Fact]
    public void Save_OfOneSection_TakesNothingElseFromWhatWasEntered()
    {
        var report = Draft.Save(Officer, Noon, Context, new() { Progress = "Written", NextSteps = "Next" }, ReportSection.Progress).Report();

        Assert.Equal(["Progress", "NextSteps"], ReportChanges.Between(Complete, report.Content).Select(c => c.Field));
    }

    [Fact]
    public void Save_OfAReportNobodyStarted_StartsItAndSays()
    {
        var result = Assert.IsType<ReportResult.Done>(NotStarted.Save(Officer, Noon, Context, Complete));

        Assert.Equal([ReportAction.Start, ReportAction.Save], result.Events.Select(e => e.Action));
        Assert.Equal((2, "olive"), (result.Report.Revision, result.Report.Author?.UserName));
    }

    [Fact]
    public void Save_OfWhatIsThereAlready_ChangesNothing()
    {
        var draft = Draft;

        var result = Assert.IsType<ReportResult.Done>(draft.Save(OtherPmo, Noon, Context, Complete));

        Assert.Empty(result.Events);
        Assert.Equal((draft.Revision, 1), (result.Report.Revision, result.Report.Writers.Count));
    }

    [Fact]
    public void Save_OfAnIncompleteAndWrongDraft_KeepsAllOfIt()
    {
        var wrong = Complete with { Progress = null, Savings = [new("S-1", This, Confidence.High, new(-1))], Milestones = [new("M1", null, null, null, Day("2030-01-01"))] };

        Assert.Empty(ReportChanges.Between(wrong, Draft.Save(Officer, Noon, Context, wrong).Report().Content));
    }

    [Fact]
    public void Save_BeyondALimit_IsRefusedWithTheField()
    {
        var refusal = Draft.Save(Officer, Noon, Context, new() { Progress = new('x', 4001), NextSteps = "Next" }, ReportSection.Progress).Refusal();

        Assert.Equal((RefusalReason.Problems, "Nothing was saved, because the report cannot hold it."), (refusal.Reason, refusal.Sentence));
        Assert.Equal("Progress", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public void Save_GivesNewRowsAKeyThatNoOtherRowHas()
    {
        var entered = Complete with
        {
            Milestones = [Complete.Milestones[0], new(null, "New step", Day("2019-09-01"), null, null), new("<script>", "Another", Day("2019-10-01"), null, null)],
            Risks = [Complete.Risks[0], new(null, RiskKind.Issue, "It broke", null, null, null, null, null, null)],
            PathToGreen = [.. Complete.PathToGreen, new(" ", RagAspect.Cost, "Another step", null, null)],
        };

        var report = Draft.Save(Officer, Noon, Context, entered).Report();

        Assert.Equal(["M1", "M2", "M3"], report.Content.Milestones.Select(m => m.Key));
        Assert.Equal(["R5", "TP-07-R1"], report.Content.Risks.Select(r => r.Key));
        Assert.Equal(["P1", "P2"], report.Content.PathToGreen.Select(s => s.Key));
    }

    [Fact]
    public void Save_LeavesOutWhatIsEmptyAndTheSpaceAroundTexts()
    {
        var entered = Complete with
        {
            Progress = "  Options\r\ndrawn up \n",
            Milestones = [.. Complete.Milestones, new(null, " ", null, null, null)],
            Savings = [.. Complete.Savings, new("S-1", Next, Confidence.Low, null)],
            Decisions = [new("D1", "", null, null)],
        };

        var content = Draft.Save(Officer, Noon, Context, entered).Report().Content;

        Assert.Equal("Options\ndrawn up", content.Progress);
        Assert.Equal((1, 3, 0), (content.Milestones.Count, content.Savings.Count, content.Decisions.Count));
    }

    [Fact]
    public void Save_OfSavings_WithdrawsWhatFinanceSaidAndOfAnythingElseDoesNot()
    {
        var returned = Confirmed.Return(Pmo, Noon, [new("Progress", "More")], null).Report();
        var words = returned.Save(Officer, Noon, Context, Complete with { Progress = "More" }).Report();
        var money = words.Save(Officer, Noon, Context, Complete with { Progress = "More", Variances = [new("S-1", This, "New")] }).Report();

        Assert.True(words.Finance?.IsConfirmed);
        Assert.Null(money.Finance);
    }

    [Fact]
    public void Submit_OfACompleteDraft_HandsItOnAndCountsAVersion()
    {
        var report = Submitted;

        Assert.Equal((ReportState.Submitted, 1, Noon, Noon, "olive"), (report.State, report.Versions, report.FirstSubmittedAt, report.SubmittedAt, report.SubmittedBy?.UserName));
    }

    [Fact]
    public void Submit_OfAnIncompleteDraft_IsRefusedWithEveryProblem()
    {
        var refusal = Draft.Save(Officer, Noon, Context, Complete with { Progress = null, NextSteps = null }).Report().Submit(Officer, Noon, Context).Refusal();

        Assert.Equal("The report was not submitted: 2 things are missing or wrong.", refusal.Sentence);
        Assert.Equal(["Progress", "NextSteps"], refusal.Problems.Select(p => p.Field));
    }

    [Fact]
    public void Submit_AfterAReturn_KeepsTheDayOfTheFirstSubmission()
    {
        var report = Returned.Submit(Officer, Noon.AddDays(9), Context).Report();

        Assert.Equal((Noon, Noon.AddDays(9), 2), (report.FirstSubmittedAt, report.SubmittedAt, report.Versions));
    }

    [Fact]
    public void ReportNoChange_OfAReportNobodyStarted_SubmitsTheLastApprovedWithTheReason()
    {
        var opening = ReportPrefill.From(Complete);
        var context = Context with { CostLines = [], Previous = [new(new(2019, 5), Complete)] };

        var result = HighlightReport.NotStarted(Code, June, opening).ReportNoChange(Officer, Noon, context, " Nothing was due ");

        var report = result.Report();
        Assert.Equal((ReportState.Submitted, "Nothing was due", 1), (report.State, report.Content.UnchangedBecause, report.Versions));
        Assert.Equal((ReportAction.ReportNoChange, "Nothing was due"), (result.Event().Action, result.Event().Note));
    }

    [Fact]
    public void ReportNoChange_WithoutAReason_IsRefused() => Assert.Equal(
        (RefusalReason.WordsMissing, "Say why nothing has changed."),
        Told(HighlightReport.NotStarted(Code, June, Complete).ReportNoChange(Officer, Noon, Context with { Previous = [new(new(2019, 5), Complete)] }, " ")));

    [Fact]
    public void ReportNoChange_BeforeAnyReportWasApproved_IsRefused() => Assert.Equal(
        (RefusalReason.NotDue, "There is no approved report of TP-07 yet that nothing could have changed since. Fill this one in."), Told(NotStarted.ReportNoChange(Officer, Noon, Context, "So")));

    [Fact]
    public void ReportNoChange_WhereSomethingWasChanged_IsRefused() => Assert.Equal(
        (RefusalReason.WrongState, "One field of this report differs from the last approved one. Submit it as it is, or undo the changes."),
        Told(Draft.ReportNoChange(Officer, Noon, Context with { Previous = [new(new(2019, 5), Complete with { Progress = "Other" })] }, "So")));

    [Fact]
    public void ReportNoChange_WithOnlySpendEntered_KeepsTheSpend()
    {
        var report = Draft.ReportNoChange(Officer, Noon, Context with { Previous = [new(new(2019, 5), Complete with { Spend = [new("1.2", new(9))] })] }, "So").Report();

        Assert.Equal(new Money(1_000), Assert.Single(report.Content.Spend).Amount);
    }

    [Fact]
    public void ReportNoChange_WithSpendMissing_IsRefusedAsItCannotBeCarriedOver()
    {
        var refusal = HighlightReport.NotStarted(Code, June, ReportPrefill.From(Complete))
            .ReportNoChange(Officer, Noon, Context with { Previous = [new(new(2019, 5), Complete)] }, "So").Refusal();

        Assert.Equal("Spend[1.2]", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public void Save_AfterNoChangeWasReturned_TakesTheReasonBackWithTheChange()
    {
        var context = Context with { CostLines = [], Previous = [new(new(2019, 5), Complete)] };
        var returned = HighlightReport.NotStarted(Code, June, ReportPrefill.From(Complete)).ReportNoChange(Officer, Noon, context, "So").Report()
            .Return(Pmo, Noon, [new("Progress", "Something must have")], null).Report();

        Assert.Equal("So", Assert.IsType<ReportResult.Done>(returned.Save(Officer, Noon, context, returned.Content)).Report.Content.UnchangedBecause);
        Assert.Null(returned.Save(Officer, Noon, context, returned.Content with { Progress = "It did" }).Report().Content.UnchangedBecause);
    }

    [Fact]
    public void AnswerDoubt_ThatIsRaised_KeepsTheAnswerWithTheDoubtAsItReads()
    {
        var draft = Draft.Save(Officer, Noon, Context, Doubtful).Report();

        var report = draft.AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", " It is covered ").Report();

        var answer = Assert.Single(report.Answers);
        Assert.Equal(("It is covered", "1 of the 4 posts needed is not filled, and no risk or issue is named that covers the gap."), (answer.Answer, answer.Doubt));
        Assert.NotNull(report.AnswerTo(ReportDoubts.Find(report.Content, Context)[0]));
    }

    [Fact]
    public void AnswerDoubt_Again_TakesThePlaceOfTheFirstAnswer()
    {
        var once = Draft.Save(Officer, Noon, Context, Doubtful).Report().AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "First").Report();

        var result = once.AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "Second");

        Assert.Equal(("First", "Second"), (result.Event().Changes[0].From, result.Event().Changes[0].To));
        Assert.Equal("Second", Assert.Single(result.Report().Answers).Answer);
    }

    [Fact]
    public void AnswerTo_ADoubtThatReadsOtherwiseNow_IsNone()
    {
        var answered = Draft.Save(Officer, Noon, Context, Doubtful).Report().AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "Fine").Report();
        var wider = answered.Save(Officer, Noon, Context, Doubtful with { Capacity = new(4, 1, "Work", null) }).Report();

        Assert.Null(wider.AnswerTo(ReportDoubts.Find(wider.Content, Context)[0]));
    }

    [Fact]
    public void AnswerDoubt_ThatIsNotRaised_IsRefused() => Assert.Equal(
        (RefusalReason.WrongState, "The report no longer raises this doubt, so there is nothing to answer."), Told(Draft.AnswerDoubt(Officer, Noon, Context, "red-risk-under-green", "So")));

    [Fact]
    public void AnswerDoubt_WithoutWords_IsRefused() => Assert.Equal(
        (RefusalReason.WordsMissing, "Write an answer to the doubt."),
        Told(Draft.Save(Officer, Noon, Context, Doubtful).Report().AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "")));

    internal static ReportContent Doubtful { get; } = Complete with { Capacity = new(4, 3, "Work", null) };

    private static (RefusalReason, string) Told(ReportResult result) => (result.Refusal().Reason, result.Refusal().Sentence);
}
