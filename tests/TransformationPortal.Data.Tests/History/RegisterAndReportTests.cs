using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Reports;
using TransformationPortal.Data.Tests.Update;

namespace TransformationPortal.Data.Tests.History;

/// <summary>A risk stands in a register and in a report: which of the two an edition believes, and from when.</summary>
public sealed class RegisterAndReportTests
{
    [Fact]
    public async Task Risk_ChangedInTheRegisterAfterTheReportWasApproved_ReachesTheQuarterAndTheNextReport()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var reference = (await desk.ReadAsync(ReportDesk.Provision)).Report.Content.Risks[0].Key!;
        await desk.ApproveAsync(ReportDesk.Provision);
        Assert.Equal(RiskLevel.Low, await RatingAsync(desk, reference, "2019/20 Q1"));
        await LaterAsync(desk, reference, "High", HoldsFrom.Always);

        Assert.Equal(RiskLevel.High, await RatingAsync(desk, reference, "2019/20 Q1"));
        var next = (await desk.ReadAsync(ReportDesk.Provision, ReportDesk.July)).Report.Content.Risks.Single(r => r.Key == reference);
        Assert.Equal(RiskLevel.High, next.ResidualRating);
        Assert.NotNull(next.Controls);

        // The next report has the last word again.
        desk.Database.Clock.Now = new(2019, 8, 1, 9, 0, 0, TimeSpan.Zero);
        await desk.ApproveAsync(ReportDesk.Provision, ReportDesk.July, c => c with
        {
            Risks = [.. c.Risks.Select(r => r.Key == reference ? r with { ResidualRating = RiskLevel.Medium } : r)],
            Milestones = [.. c.Milestones.Select(m => m with { Actual = m.Baseline < new DateOnly(2019, 8, 1) ? m.Baseline : m.Actual })],
        });
        Assert.Equal(RiskLevel.Medium, await RatingAsync(desk, reference, "2019/20 Q2"));
        Assert.Equal(RiskLevel.High, await RatingAsync(desk, reference, "2019/20 Q1"));
    }

    [Fact]
    public async Task Risk_ChangedFromALaterDay_IsInNoQuarterThatEndedBefore()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var reference = (await desk.ReadAsync(ReportDesk.Provision)).Report.Content.Risks[0].Key!;
        await desk.ApproveAsync(ReportDesk.Provision);

        await LaterAsync(desk, reference, "High", HoldsFrom.On(new(2019, 7, 1)));

        Assert.Equal(RiskLevel.Low, await RatingAsync(desk, reference, "2019/20 Q1"));
        Assert.Equal(RiskLevel.High, await RatingAsync(desk, reference, "2019/20 Q2"));
    }

    [Fact]
    public async Task Risk_ChangedBeforeTheReportWasApproved_IsAsTheReportSays()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var reference = (await desk.ReadAsync(ReportDesk.Provision)).Report.Content.Risks[0].Key!;
        await LaterAsync(desk, reference, "High", HoldsFrom.Always);
        desk.Database.Clock.Now = desk.Database.Clock.Now.AddHours(1);

        await desk.ApproveAsync(ReportDesk.Provision, change: c => c with { Risks = [.. c.Risks.Select(r => r.Key == reference ? r with { ResidualRating = RiskLevel.Medium } : r)] });

        Assert.Equal(RiskLevel.Medium, await RatingAsync(desk, reference, "2019/20 Q1"));
    }

    [Fact]
    public async Task Risk_ChangedAfterTheReportWasHandedIn_IsAsTheRegisterSays_WheneverTheReportIsApproved()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var reference = (await desk.ReadAsync(ReportDesk.Provision)).Report.Content.Risks[0].Key!;
        await desk.SubmitAsync(ReportDesk.Provision);
        await LaterAsync(desk, reference, "High", HoldsFrom.On(new(2019, 6, 30)));
        desk.Database.Clock.Now = desk.Database.Clock.Now.AddHours(1);
        await desk.DoneAsync((store, revision) => store.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Provision, ReportDesk.June, revision, CancellationToken.None), ReportDesk.Provision);
        await desk.DoneAsync((store, revision) => store.ApproveAsync(ReportDesk.Pmo, ReportDesk.Provision, ReportDesk.June, revision, CancellationToken.None), ReportDesk.Provision);

        Assert.Equal(RiskLevel.High, await RatingAsync(desk, reference, "2019/20 Q1"));
    }

    [Theory]
    [InlineData("TP-07")]
    [InlineData("")]
    public async Task Risk_MovedToAnotherProject_IsThereOnceAsTheRegisterHasIt(string project)
    {
        await using var desk = await ReportDesk.OpenAsync();
        var reference = (await desk.ReadAsync(ReportDesk.Provision)).Report.Content.Risks[0].Key!;
        await desk.ApproveAsync(ReportDesk.Provision);
        await LaterAsync(desk, reference, "High", HoldsFrom.On(new(2019, 6, 30)));
        desk.Database.Clock.Now = desk.Database.Clock.Now.AddHours(1);
        var risks = (await desk.Database.PresentAsync()).Of("risks");
        Assert.Equal(UpdateOutcome.Applied, await desk.Database.ApplyAsync([risks.With(reference, "project", project)], null, HoldsFrom.On(new(2019, 6, 30))));

        var risk = Assert.Single((await desk.DraftEditionAsync()).Risks, r => r.Ref == reference);
        Assert.Equal((project.Length == 0 ? null : project, RiskLevel.High), (risk.Project, risk.ResidualRating));
        Assert.DoesNotContain((await desk.ReadAsync(ReportDesk.Provision, ReportDesk.July)).Report.Content.Risks, r => r.Key == reference);
    }

    private static async Task LaterAsync(ReportDesk desk, string reference, string rating, HoldsFrom from)
    {
        desk.Database.Clock.Now = desk.Database.Clock.Now.AddHours(1);
        var risks = (await desk.Database.PresentAsync()).Of("risks");
        Assert.Equal(UpdateOutcome.Applied, await desk.Database.ApplyAsync([risks.With(reference, "residual_rating", rating)], null, from));
    }

    private static async Task<RiskLevel> RatingAsync(ReportDesk desk, string reference, string quarter) =>
        (await desk.DraftEditionAsync(quarter)).Risks.Single(r => r.Ref == reference).ResidualRating;
}
