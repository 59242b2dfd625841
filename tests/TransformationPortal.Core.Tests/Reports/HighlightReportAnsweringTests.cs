using TransformationPortal.Core.Reports;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Reporting no change in one action, and answering doubts.</summary>
public sealed class HighlightReportAnsweringTests
{
    [Fact]
    public void ReportNoChange_OfAReportNobodyStarted_SubmitsTheLastApprovedWithTheReason()
    {
        var opening = ReportPrefill.From(Complete, June);
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
        var refusal = HighlightReport.NotStarted(Code, June, ReportPrefill.From(Complete, June))
            .ReportNoChange(Officer, Noon, Context with { Previous = [new(new(2019, 5), Complete)] }, "So").Refusal();

        Assert.Equal("Spend[1.2]", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public void Save_AfterNoChangeWasReturned_TakesTheReasonBackWithTheChange()
    {
        var context = Context with { CostLines = [], Previous = [new(new(2019, 5), Complete)] };
        var returned = HighlightReport.NotStarted(Code, June, ReportPrefill.From(Complete, June)).ReportNoChange(Officer, Noon, context, "So").Report()
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
        Assert.NotNull(report.AnswerTo(ReportDoubts.Find(report.Content, Context)[0], Context));
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

        Assert.Null(wider.AnswerTo(ReportDoubts.Find(wider.Content, Context)[0], Context));
    }

    [Fact]
    public void AnswerDoubt_ThatIsNotRaised_IsRefused() => Assert.Equal(
        (RefusalReason.WrongState, "The report no longer raises this doubt, so there is nothing to answer."), Told(Draft.AnswerDoubt(Officer, Noon, Context, "red-risk-under-green", "So")));

    [Fact]
    public void AnswerDoubt_WithoutWords_IsRefused() => Assert.Equal(
        (RefusalReason.WordsMissing, "Write an answer to the doubt."),
        Told(Draft.Save(Officer, Noon, Context, Doubtful).Report().AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "")));

    private static (RefusalReason, string) Told(ReportResult result) => (result.Refusal().Reason, result.Refusal().Sentence);
}
