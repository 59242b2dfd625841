using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>Two people on one report: nobody's work is overwritten, and the second sees what the first did.</summary>
public sealed class ReportConflictTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Save_OfASectionThatSomebodyElseChanged_ShowsBothAndStoresNothing()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = ReportDesk.Done(await SaveAsync(desk, ReportDesk.Officer, 0, "First", "Next")).Report.Revision;
        await SaveAsync(desk, ReportDesk.Pmo, seen, "Theirs", "Next");

        var outcome = Assert.IsType<ReportOutcome.Conflicted>(await SaveAsync(desk, ReportDesk.Officer, seen, "Yours", "Later"));

        var conflict = outcome.Conflict;
        Assert.Equal(("Theirs", "Yours"), (conflict.Theirs.Content.Progress, conflict.Yours.Progress));
        Assert.Equal([("Progress", "Theirs", "Yours"), ("NextSteps", "Next", "Later")], conflict.Differences.Select(d => (d.Field, d.From!, d.To!)));
        Assert.Equal(["Progress"], conflict.Contested.Select(d => d.Field));
        Assert.Equal(("Paula", "First", "Theirs"), Assert.Single(conflict.Since) is var since ? (since.By.DisplayName, since.Changes[0].From, since.Changes[0].To) : default);
        Assert.Equal("Theirs", (await desk.ReadAsync()).Report.Content.Progress);
    }

    [Fact]
    public async Task Save_OnceTheSecondHasChosen_IsStored()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = ReportDesk.Done(await SaveAsync(desk, ReportDesk.Officer, 0, "First", "Next")).Report.Revision;
        await SaveAsync(desk, ReportDesk.Pmo, seen, "Theirs", "Next");
        var conflict = Assert.IsType<ReportOutcome.Conflicted>(await SaveAsync(desk, ReportDesk.Officer, seen, "Yours", "Later")).Conflict;

        ReportDesk.Done(await SaveAsync(desk, ReportDesk.Officer, conflict.Theirs.Revision, "Theirs and yours", "Later"));

        var content = (await desk.ReadAsync()).Report.Content;
        Assert.Equal(("Theirs and yours", "Later"), (content.Progress, content.NextSteps));
    }

    [Fact]
    public async Task Save_OfAnotherSection_KeepsWhatBothDid()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = ReportDesk.Done(await SaveAsync(desk, ReportDesk.Officer, 0, "First", "Next")).Report.Revision;
        await SaveAsync(desk, ReportDesk.Pmo, seen, "Theirs", "Next");

        ReportDesk.Done(await desk.DoAsync(s => s.SaveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, seen, ReportSection.Capacity, new() { Capacity = new(3, 3, null, null) }, None)));

        var content = (await desk.ReadAsync()).Report.Content;
        Assert.Equal(("Theirs", 3m), (content.Progress, content.Capacity!.PostsNeeded));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_ByTwoAtTheSameMoment_LosesNothing(bool isStarted)
    {
        await using var desk = await ReportDesk.OpenAsync();
        if (isStarted)
        {
            await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, None));
        }

        var seen = isStarted ? 1 : 0;
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => SaveAsync(desk, i % 2 == 0 ? ReportDesk.Officer : ReportDesk.Pmo, seen, FormattableString.Invariant($"Text {i}"), null))));

        var stored = Assert.IsType<ReportOutcome.Done>(Assert.Single(outcomes, o => o is ReportOutcome.Done)).Opened.Report;
        Assert.All(outcomes.OfType<ReportOutcome.Conflicted>(), o => Assert.Equal(stored.Content.Progress, o.Conflict.Theirs.Content.Progress));
        Assert.Equal(5, outcomes.OfType<ReportOutcome.Conflicted>().Select(o => o.Conflict.Yours.Progress).Distinct().Count());
        Assert.Equal((stored.Content.Progress, 2), ((await desk.ReadAsync()).Report.Content.Progress, (await desk.ReadAsync()).Report.Revision));
        Assert.Equal(2, (await desk.HistoryAsync()).Count);
    }

    [Fact]
    public async Task Save_ByTwoAtTheSameMomentInDifferentSections_KeepsBoth()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.DoAsync(s => s.StartAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, None));

        var outcomes = await Task.WhenAll(
            Task.Run(() => SaveAsync(desk, ReportDesk.Officer, 1, "Words", "More")),
            Task.Run(() => desk.DoAsync(s => s.SaveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, 1, ReportSection.Capacity, new() { Capacity = new(2, 2, null, null) }, None))),
            Task.Run(() => desk.DoAsync(s => s.SaveAsync(ReportDesk.Officer, ReportDesk.Parking, ReportDesk.June, 1, ReportSection.Spend, new() { Spend = [new("1.2", new(5))] }, None))));

        Assert.All(outcomes, o => Assert.IsType<ReportOutcome.Done>(o));
        var report = (await desk.ReadAsync()).Report;
        Assert.Equal(("Words", 2m, 4), (report.Content.Progress, report.Content.Capacity!.PostsNeeded, report.Revision));
        Assert.Single(report.Content.Spend);
    }

    [Fact]
    public async Task Approve_OfARevisionThatIsNoLongerThere_IsAConflict()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = (await desk.SubmitAsync()).Report.Revision;
        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));

        var conflict = Assert.IsType<ReportOutcome.Conflicted>(await desk.DoAsync(s => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, seen, None))).Conflict;

        Assert.Equal([ReportAction.ConfirmSavings], conflict.Since.Select(e => e.Action));
        Assert.Empty(conflict.Differences);
    }

    [Fact]
    public async Task Save_OfADraftThatWasSubmittedMeanwhile_IsAConflictThatSaysSo()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = (await desk.SubmitAsync()).Report.Revision - 1;

        var outcome = await SaveAsync(desk, ReportDesk.Officer, seen, "Late", null);

        Assert.Equal([ReportAction.Submit], Assert.IsType<ReportOutcome.Conflicted>(outcome).Conflict.Since.Select(e => e.Action));
    }

    private static Task<ReportOutcome> SaveAsync(ReportDesk desk, Actor actor, int seen, string progress, string? next) => desk.DoAsync(s =>
        s.SaveAsync(actor, ReportDesk.Parking, ReportDesk.June, seen, ReportSection.Progress, new() { Progress = progress, NextSteps = next }, None));
}
