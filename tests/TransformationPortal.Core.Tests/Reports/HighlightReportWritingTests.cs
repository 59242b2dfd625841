using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Starting, saving and submitting.</summary>
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
}
