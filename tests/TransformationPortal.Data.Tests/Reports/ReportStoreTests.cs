using TransformationPortal.Core;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>A report on its way from its opening to its approval, stored at every step.</summary>
public sealed class ReportStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Open_TheFirstReportOfAProject_IsPrefilledFromTheRegisters()
    {
        await using var desk = await ReportDesk.OpenAsync();

        var opened = await desk.ReadAsync(ReportDesk.Provision);

        Assert.Equal((ReportState.NotStarted, 0), (opened.Report.State, opened.Report.Revision));
        Assert.Equal(6, opened.Report.Content.Ratings.Count);
        Assert.Equal("The review of spend is finished and work on the implementation model has begun", opened.Report.Content.Rating(RagAspect.Overall)?.Reason);
        Assert.Equal(new SavingsCell("S-004", new(2019), Confidence.High, new Money(300_000)), opened.Report.Content.Savings[0]);
        Assert.Equal(["M1", "M2", "M3"], opened.Report.Content.Milestones.Select(m => m.Key));
        Assert.Equal(("R9", EscalationLevel.Project), (opened.Report.Content.Risks[0].Key, opened.Report.Content.Risks[0].Escalation));
        Assert.Equal("TP-01", Assert.Single(opened.Report.Content.Dependencies).Needs);
        Assert.Null(opened.LastApproved);
        Assert.Equal(0, await desk.CountAsync(c => c.HighlightReports));
    }

    [Fact]
    public async Task Open_TheNextReport_IsPrefilledFromTheLastApprovedAndMarksWhatChanges()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync();
        desk.Database.Clock.Now = new(2019, 7, 29, 9, 0, 0, TimeSpan.Zero);

        var opened = await desk.ReadAsync(month: ReportDesk.July);
        Assert.Equal(("Income counted", 0, 0), (opened.Report.Content.Progress, opened.Report.Content.Spend.Count, opened.Changes.Count));

        var saved = ReportDesk.Done(await desk.DoAsync(s => s.SaveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.July, 0, ReportSection.Progress, new() { Progress = "Machines chosen", NextSteps = "Choose a supplier" }, None)));
        Assert.Equal(("Income counted", "Machines chosen"), Assert.Single(saved.Changes) is var change ? (change.From, change.To) : default);
    }

    [Fact]
    public async Task Open_OfAProjectThatIsNotThere_IsNothing()
    {
        await using var desk = await ReportDesk.OpenAsync();

        Assert.Null(await desk.Database.RunAsync<ReportReader, OpenedReport?>(r => r.OpenAsync("TP-99", ReportDesk.June, None)));
        Assert.IsType<ReportOutcome.NotFound>(await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, "TP-99", ReportDesk.June, None)));
    }

    [Fact]
    public async Task EveryStep_FromStartToApproval_ComesBackAsItWasStored()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, None));
        var submitted = await desk.SubmitAsync();
        await desk.DoneAsync((s, r) => s.DeclineSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, "Not in the accounts yet", None));
        await desk.DoneAsync((s, r) => s.ReturnAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, [new("Progress", "Which income?"), new("Milestones", "Add one")], "Nearly", None));

        var report = (await desk.ReadAsync()).Report;
        Assert.Equal((ReportState.Returned, "Nearly", submitted.Report.Revision + 2), (report.State, report.LastReturn?.Note, report.Revision));
        Assert.Equal([new("Progress", "Which income?"), new("Milestones", "Add one")], report.OpenRemarks);
        Assert.Equal((false, "Not in the accounts yet", "Fiona"), (report.Finance!.IsConfirmed, report.Finance.Reason, report.Finance.By.DisplayName));
        Assert.Equal(("olive", "Olive"), (report.Author!.UserName, report.Author.DisplayName));

        await desk.DoneAsync((s, r) => s.SubmitAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, r, None));
        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));
        var approved = await desk.DoneAsync((s, r) => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, None));

        var read = (await desk.ReadAsync()).Report;
        Assert.Equal((ReportState.Approved, 2, 2, "Paula"), (read.State, read.Versions, read.ApprovedVersion, read.ApprovedBy!.DisplayName));
        Assert.Equal(DateTimeKind.Utc, read.ApprovedAt!.Value.Kind);
        Assert.Equivalent(approved.Report with { Content = ReportContent.Empty }, read with { Content = ReportContent.Empty }, strict: true);
        Assert.Empty(ReportChanges.Between(approved.Report.Content, read.Content));
    }

    [Fact]
    public async Task AnswerDoubt_Twice_KeepsTheLastAnswerAndBothInTheHistory()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.SubmitAsync(change: c => c with { Capacity = new(3, 2, "Counting", null) });
        await desk.DoneAsync((s, r) => s.AnswerDoubtAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, r, "capacity-gap-without-risk", "First", None));
        await desk.DoneAsync((s, r) => s.AnswerDoubtAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, r, "capacity-gap-without-risk", "Second", None));

        Assert.Equal("Second", Assert.Single((await desk.ReadAsync()).Doubts).Answer?.Answer);
        var latest = (await desk.HistoryAsync())[0].Event;
        Assert.Equal(("Doubt: Capacity gap without a risk", "First", "Second"), (latest.Changes[0].Label, latest.Changes[0].From, latest.Changes[0].To));
    }

    [Fact]
    public async Task ReportNoChange_AfterAnApprovedReport_IsSubmittedInOneAction()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync(ReportDesk.Provision);
        desk.Database.Clock.Now = new(2019, 7, 29, 9, 0, 0, TimeSpan.Zero);

        var opened = ReportDesk.Done(await desk.DoAsync(s => s.ReportNoChangeAsync(ReportDesk.Officer, ReportDesk.Provision, ReportDesk.July, 0, "All waits for September", None)));

        Assert.Equal((ReportState.Submitted, "All waits for September", 1), (opened.Report.State, opened.Report.Content.UnchangedBecause, opened.Report.Versions));
        Assert.Equal("All waits for September", (await desk.ReadAsync(ReportDesk.Provision, ReportDesk.July)).Report.Content.UnchangedBecause);
    }

    [Fact]
    public async Task Reopen_AfterApproval_KeepsEveryVersionReadable()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync(change: ReportDesk.Delivering(100_000, "As first told"));
        await desk.DoneAsync((s, r) => s.ReopenAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, "£20,000 was counted twice", None));
        await desk.ApproveAsync(change: ReportDesk.Delivering(80_000, "As it was"));

        var versions = await desk.Database.RunAsync<ReportReader, IReadOnlyList<ReportVersion>>(r => r.VersionsAsync(ReportDesk.Parking, ReportDesk.June, None));
        Assert.Equal([(2, true, "As it was"), (1, false, "As first told")], versions.Select(v => (v.Number, v.IsInForce, v.Content.Progress!)));
        Assert.All(versions, v => Assert.True(v.Decision!.IsApproved));
        Assert.Equal(("Paula", "£20,000 was counted twice"), (versions[1].Reopening!.By.DisplayName, versions[1].Reopening!.Reason));
        Assert.Null(versions[0].Reopening);
    }

    [Fact]
    public async Task History_OfAReport_SaysWhoChangedWhichFieldFromWhatToWhatAndWhen()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, None));
        desk.Database.Clock.Now = new(2019, 7, 1, 10, 15, 0, TimeSpan.Zero);
        await desk.DoneAsync((s, r) => s.SaveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, ReportSection.Savings, ReportDesk.Delivering(50_000)(ReportContent.Empty), None));

        var history = await desk.HistoryAsync();

        Assert.Equal([(2, ReportAction.Save, "Paula"), (1, ReportAction.Start, "Olive")], history.Select(h => (h.Revision, h.Event.Action, h.Event.By.DisplayName)));
        Assert.Equal(new DateTime(2019, 7, 1, 10, 15, 0, DateTimeKind.Utc), history[0].Event.At);
        Assert.Contains(("S-023 in 2019/20, Delivered", (string?)null, (string?)"£50,000"), history[0].Event.Changes.Select(c => (c.Label, c.From, c.To)));
        Assert.Contains(("S-023 in 2019/20, Medium", (string?)"£50,000", (string?)null), history[0].Event.Changes.Select(c => (c.Label, c.From, c.To)));
    }

    [Fact]
    public async Task ARefusal_OfAnybody_LeavesEveryTableAsItWas()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.SubmitAsync();
        var (before, revision) = (await desk.Database.CountsAsync(), (await desk.ReadAsync()).Report.Revision);

        ReportOutcome[] outcomes =
        [
            await desk.DoAsync(s => s.SaveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, revision, ReportSection.Progress, ReportContent.Empty, None)),
            await desk.DoAsync(s => s.ApproveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, revision, None)),
            await desk.DoAsync(s => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, revision, None)),
            await desk.DoAsync(s => s.ReturnAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, revision, [], null, None)),
            await desk.DoAsync(s => s.ConfirmSavingsAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, revision, None)),
            await desk.DoAsync(s => s.ReopenAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, revision, "So", None)),
            await desk.DoAsync(s => s.StartAsync(ReportDesk.Finance, ReportDesk.Provision, ReportDesk.June, None)),
        ];

        Assert.All(outcomes, o => Assert.NotEmpty(Assert.IsType<ReportOutcome.Refused>(o).Refusal.Sentence));
        Assert.Equal(before, await desk.Database.CountsAsync());
        Assert.Equal(revision, (await desk.ReadAsync()).Report.Revision);
    }

    [Fact]
    public async Task Save_WhenTheHistoryCannotBeWritten_ChangesNothing()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, None));
        await desk.BreakAsync("CREATE TRIGGER refuse BEFORE INSERT ON ReportHistory BEGIN SELECT RAISE(ABORT, 'refused'); END");

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => desk.DoneAsync((s, r) =>
            s.SaveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, r, ReportSection.Progress, new() { Progress = "New" }, None)));

        var report = (await desk.ReadAsync()).Report;
        Assert.Equal((1, (string?)null), (report.Revision, report.Content.Progress));
    }

    [Fact]
    public async Task Approve_WhenThePositionCannotBeWritten_WritesNoHistoryAndNoDecision()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.SubmitAsync();
        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));
        var history = await desk.CountAsync(c => c.ReportHistory);
        await desk.BreakAsync("CREATE TRIGGER refuse BEFORE INSERT ON SavingsPositions BEGIN SELECT RAISE(ABORT, 'refused'); END");

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => desk.DoneAsync((s, r) => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, None)));

        Assert.Equal(history, await desk.CountAsync(c => c.ReportHistory));
        Assert.Equal(ReportState.Submitted, (await desk.ReadAsync()).Report.State);
        Assert.Equal(0, await desk.CountAsync(c => c.ReportVersions.Where(v => v.IsApproved != null)));
        Assert.Equal(0, await desk.CountAsync(c => c.ProjectRatings.Where(r => r.Month == ReportDesk.June)));
    }
}
