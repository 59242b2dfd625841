using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>Confirming, declining, returning, approving and reopening.</summary>
public sealed class HighlightReportDecidingTests
{
    [Fact]
    public void ConfirmSavings_OfASubmittedReport_IsRemembered()
    {
        var answer = Confirmed.Finance;

        Assert.Equal((true, (string?)null, "fiona", Noon), (answer!.IsConfirmed, answer.Reason, answer.By.UserName, answer.At));
    }

    [Fact]
    public void ConfirmSavings_Twice_IsRefusedWithWhoDid() =>
        Assert.Equal((RefusalReason.WrongState, "The savings are confirmed already, by fiona by name."), Told(Confirmed.ConfirmSavings(Finance, Noon, Context)));

    [Fact]
    public void DeclineSavings_WithoutAReason_IsRefused() =>
        Assert.Equal((RefusalReason.WordsMissing, "Say why the savings are not confirmed."), Told(Submitted.DeclineSavings(Finance, Noon, Context, null)));

    [Fact]
    public void DeclineSavings_WithAReason_StandsInTheWayOfApprovalUntilTheyAreConfirmed()
    {
        var declined = Submitted.DeclineSavings(Finance, Noon, Context, "S-1 is counted twice.").Report();

        Assert.Equal(
            (RefusalReason.SavingsNotConfirmed, "Finance has not confirmed the savings, because: S-1 is counted twice. Return the report, or ask finance to look again."),
            Told(declined.Approve(Pmo, Noon, Context)));
        Assert.Equal(ReportState.Approved, declined.ConfirmSavings(Finance, Noon, Context).Report().Approve(Pmo, Noon, Context).Report().State);
    }

    [Fact]
    public void ConfirmSavings_WhereThereAreNone_IsRefusedAndApprovalDoesNotWaitForIt()
    {
        var plain = NotStarted.Save(Officer, Noon, Plain, Complete with { Savings = [], Spend = [] }).Report().Submit(Officer, Noon, Plain).Report();

        Assert.Equal((RefusalReason.WrongState, "TP-07 has no savings lines, so there is nothing to confirm."), Told(plain.ConfirmSavings(Finance, Noon, Plain)));
        Assert.Equal(ReportState.Approved, plain.Approve(Pmo, Noon, Plain).Report().State);
    }

    [Fact]
    public void Return_WithRemarks_SaysFieldByFieldWhatMustChange()
    {
        var result = Submitted.Return(Pmo, Noon, [new("Ratings[Cost].Reason", " Give the figure "), new("Milestones", "Add the next step")], " Nearly there ");

        var report = result.Report();
        Assert.Equal((ReportState.Returned, "Nearly there", "paula"), (report.State, report.LastReturn?.Note, report.LastReturn?.By.UserName));
        Assert.Equal(["Give the figure", "Add the next step"], report.OpenRemarks.Select(r => r.What));
        Assert.Equal(
            [("Reason of the cost rating", "Give the figure"), ("Milestones", "Add the next step")],
            result.Event().Changes.Select(c => (c.Label, c.To!)));
    }

    [Fact]
    public void Return_WithoutARemark_IsRefused() =>
        Assert.Equal((RefusalReason.WordsMissing, "Say what must change, and in which field."), Told(Submitted.Return(Pmo, Noon, [], "All of it")));

    [Fact]
    public void Return_OfAFieldThatIsNone_IsRefused() =>
        Assert.Equal((RefusalReason.WordsMissing, "“Colour” is not a field of a report."), Told(Submitted.Return(Pmo, Noon, [new("Colour", "Change it")], null)));

    [Fact]
    public void Return_WithARemarkWithoutWords_IsRefusedByTheNameOfItsField() =>
        Assert.Equal((RefusalReason.WordsMissing, "Say what must change in “Progress this period”."), Told(Submitted.Return(Pmo, Noon, [new("Progress", " ")], null)));

    [Fact]
    public void Return_WithTooManyRemarks_IsRefused() => Assert.Equal(
        (RefusalReason.WordsMissing, "A report is returned with at most 100 remarks: these are 101."),
        Told(Submitted.Return(Pmo, Noon, [.. Enumerable.Repeat(new ReportRemark("Progress", "More"), 101)], null)));

    [Fact]
    public void Return_WithANoteTooLong_IsRefused() => Assert.Equal(
        (RefusalReason.WordsMissing, "Shorten the note to 2,000 characters: it has 2,001."), Told(Submitted.Return(Pmo, Noon, [new("Progress", "More")], new('x', 2001))));

    [Fact]
    public void OpenRemarks_OnceItIsSubmittedAgain_AreNoneButTheReturnIsRemembered()
    {
        var report = Returned.Submit(Officer, Noon, Context).Report();

        Assert.Empty(report.OpenRemarks);
        Assert.Single(report.LastReturn!.Remarks);
    }

    [Fact]
    public void Approve_OfAConfirmedReport_PutsItsVersionInForce()
    {
        var report = Approved;

        Assert.Equal((ReportState.Approved, 1, "paula", Noon, false), (report.State, report.ApprovedVersion, report.ApprovedBy?.UserName, report.ApprovedAt, report.IsReopened));
    }

    [Fact]
    public void Approve_BeforeFinanceAnswered_IsRefused() =>
        Assert.Equal((RefusalReason.SavingsNotConfirmed, "Finance has not confirmed the savings yet."), Told(Submitted.Approve(Pmo, Noon, Context)));

    [Fact]
    public void Approve_WhenATargetHasChangedSince_IsRefused()
    {
        var refusal = Confirmed.Approve(Pmo, Noon, Context with { Lines = [new("S-1", "Fewer systems", [new(This, new(500_000)), new(Next, new(600_000))])] }).Refusal();

        Assert.Equal((RefusalReason.Problems, "Variances[S-1][2019/20]"), (refusal.Reason, Assert.Single(refusal.Problems).Field));
    }

    [Fact]
    public void Approve_WithADoubtThatNobodyAnswered_IsRefusedAndAnsweredIsTaken()
    {
        var confirmed = Draft.Save(Officer, Noon, Context, Doubtful).Report().Submit(Officer, Noon, Context).Report().ConfirmSavings(Finance, Noon, Context).Report();

        Assert.Equal(
            (RefusalReason.DoubtStands, "A doubt has not been answered yet: 1 of the 4 posts needed is not filled, and no risk or issue is named that covers the gap."),
            Told(confirmed.Approve(Pmo, Noon, Context)));
        var answered = confirmed.AnswerDoubt(Officer, Noon, Context, "capacity-gap-without-risk", "Covered").Report();
        Assert.Equal(ReportState.Approved, answered.Approve(Pmo, Noon, Context).Report().State);
        Assert.Equal(
            "Read the doubt and its answer, and approve the report by itself: 1 of the 4 posts needed is not filled, and no risk or issue is named that covers the gap.",
            answered.ApprovalAmongManyRefusal(Context)?.Sentence);
        Assert.Null(Confirmed.ApprovalAmongManyRefusal(Context));
    }

    [Fact]
    public void Reopen_WithoutAReason_IsRefused() =>
        Assert.Equal((RefusalReason.WordsMissing, "Say why the approved report is reopened."), Told(Approved.Reopen(Pmo, Noon, " ")));

    [Fact]
    public void Reopen_WithAReason_IsADraftAgainWhileTheApprovedVersionStaysInForce()
    {
        var report = Approved.Reopen(Pmo, Noon, "S-1 was entered wrongly").Report();

        Assert.Equal((ReportState.Draft, 1, true, "S-1 was entered wrongly"), (report.State, report.ApprovedVersion, report.IsReopened, report.ReopenedBecause));
        Assert.True(report.Finance?.IsConfirmed);
    }

    [Fact]
    public void Reopen_ThenChangedAndApproved_PutsTheNextVersionInForce()
    {
        var report = Approved.Reopen(Pmo, Noon, "Wrong").Report()
            .Save(Officer, Noon, Context, Complete with { Savings = [new("S-1", This, Confidence.High, new(400_000)), Complete.Savings[2]] }).Report()
            .Submit(Officer, Noon, Context).Report();

        Assert.Equal(RefusalReason.SavingsNotConfirmed, report.Approve(Pmo, Noon, Context).Refusal().Reason);
        var approved = report.ConfirmSavings(Finance, Noon, Context).Report().Approve(Pmo, Noon, Context).Report();
        Assert.Equal((2, 2, false), (approved.Versions, approved.ApprovedVersion, approved.IsReopened));
    }

    private static (RefusalReason, string) Told(ReportResult result) => (result.Refusal().Reason, result.Refusal().Sentence);
}
