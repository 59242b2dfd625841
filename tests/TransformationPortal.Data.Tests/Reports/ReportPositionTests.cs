using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>What of a report reaches an edition, and when.</summary>
public sealed class ReportPositionTests
{
    private const string Opening = "High 600000, Medium 50000";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Position_OfAReport_ReachesTheDraftEditionWhenItIsApprovedAndNotBefore()
    {
        await using var desk = await ReportDesk.OpenAsync();
        Assert.Equal(Opening, await desk.PositionAsync());

        await desk.SubmitAsync(change: ReportDesk.Delivering(100_000));
        Assert.Equal(Opening, await desk.PositionAsync());

        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));
        Assert.Equal(Opening, await desk.PositionAsync());

        await desk.DoneAsync((s, r) => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, None));
        Assert.Equal("Delivered 100000, High 550000", await desk.PositionAsync());
    }

    [Fact]
    public async Task Position_OfAReopenedReport_StaysAsApprovedUntilItIsApprovedAgain()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync(change: ReportDesk.Delivering(100_000));
        await desk.DoneAsync((s, r) => s.ReopenAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, "Wrong", None));
        await desk.SubmitAsync(change: ReportDesk.Delivering(80_000));
        Assert.Equal("Delivered 100000, High 550000", await desk.PositionAsync());

        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));
        await desk.DoneAsync((s, r) => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Parking, ReportDesk.June, r, None));
        Assert.Equal("Delivered 80000, High 570000", await desk.PositionAsync());
        Assert.Equal(6, await desk.CountAsync(c => c.ProjectRatings.Where(r => r.Project.Code == ReportDesk.Parking && r.Month == ReportDesk.June)));
    }

    [Fact]
    public async Task Position_OfAReportForALaterMonth_ReachesItsOwnQuarterAndNotTheOneBefore()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync(change: ReportDesk.Delivering(100_000));
        desk.Database.Clock.Now = new(2019, 7, 29, 9, 0, 0, TimeSpan.Zero);
        var before = await desk.DraftEditionAsync();

        await desk.ApproveAsync(month: ReportDesk.July, change: c => ReportDesk.Delivering(200_000)(c) with
        {
            Ratings = [.. c.Ratings.Select(r => r with { Reason = "July" })],
            Milestones = [.. c.Milestones.Select(m => m.Actual is null ? m with { Forecast = m.Baseline!.Value.AddDays(-1) } : m)],
            Risks = [new("TP-12-R1", RiskKind.Risk, "Fewer cars", RiskLevel.Low, "Counting", RiskLevel.Low, null, null, EscalationLevel.Project)],
            PathToGreen = [.. c.Ratings.Where(r => r.Rag != Rag.Green).Select(r => new PathToGreenStep(null, r.Aspect, "Catch up", "Head", new(2019, 9, 30)))],
            Spend = [new("1.2", new(7))],
        });

        Assert.Equal(Core.Editions.EditionJson.Write(before), Core.Editions.EditionJson.Write(await desk.DraftEditionAsync()));
        Assert.Equal("Delivered 200000, High 450000", await desk.PositionAsync("2019/20 Q2"));
        var next = await desk.DraftEditionAsync("2019/20 Q2");
        Assert.Contains(next.Milestones, m => m.Project == ReportDesk.Parking && m.Forecast == new DateOnly(2019, 10, 30));
        Assert.Contains(next.Risks, r => r.Ref == "TP-12-R1");
        Assert.Equal("July", next.FindProject(ReportDesk.Parking)!.Ratings[0].Rating.Reason);
    }

    [Fact]
    public async Task Approve_OfAReport_PutsItsRatingsSpendMilestonesRisksAndDependenciesIntoTheEdition()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.ApproveAsync(ReportDesk.Provision, change: c => c with
        {
            Milestones = [.. c.Milestones.Select(m => m with { Forecast = m.Baseline, Actual = m.Key == "M1" ? m.Actual : null }), new(null, "Contracts signed", new(2019, 12, 1), new(2019, 12, 2), null)],
            Risks = [c.Risks[0] with { ResidualRating = RiskLevel.Medium }, new(null, RiskKind.Issue, "It broke", null, "Mended", RiskLevel.Low, null, null, EscalationLevel.Project)],
            Dependencies = [c.Dependencies[0] with { Reason = "Settled" }],
            Ratings = [.. c.Ratings.Select(r => r.Aspect == RagAspect.Overall ? r with { Rag = Rag.Amber, Reason = "Behind" } : r)],
            PathToGreen = [new(null, RagAspect.Overall, "Catch up", "Head", new(2019, 9, 30))],
        });
        await desk.ApproveAsync();

        var edition = await desk.DraftEditionAsync();

        var project = edition.FindProject(ReportDesk.Provision)!;
        Assert.Equal((Rag.Amber, "Behind", ReportDesk.June), (project.Rating(RagAspect.Overall)!.Rating, project.Rating(RagAspect.Overall)!.Reason, project.RatedFor!.Value));
        Assert.Equal(["Review of spend complete", "Implementation model complete", "Contracts signed", "New structure in place"], edition.Milestones.Where(m => m.Project == ReportDesk.Provision).Select(m => m.Title));
        Assert.Equal("illustrative", edition.Milestones.First(m => m.Title == "Review of spend complete").Basis);
        Assert.Equal((RiskLevel.Medium, "illustrative"), edition.Risks.Single(r => r.Project == ReportDesk.Provision) is var risk ? (risk.ResidualRating, risk.Basis) : default);
        Assert.Equal("Settled", edition.Dependencies.Single(d => d.Project == ReportDesk.Provision).Rating.Reason);
        Assert.Equal(new Money(30_000), edition.CostLines.Single(l => l.Code == "1.2").Amounts.Single(a => a.Kind == CostKind.Actual).Amount);
    }

    [Fact]
    public async Task Approve_OfOneProject_LeavesTheOthersAsTheyWere()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var before = await desk.DraftEditionAsync();
        await desk.ApproveAsync(change: ReportDesk.Delivering(100_000));

        var after = await desk.DraftEditionAsync();

        Assert.Equal(before.SavingsLines.Where(l => l.Project != ReportDesk.Parking).SelectMany(l => l.Amounts), after.SavingsLines.Where(l => l.Project != ReportDesk.Parking).SelectMany(l => l.Amounts));
        Assert.Equal(before.Milestones.Where(m => m.Project != ReportDesk.Parking), after.Milestones.Where(m => m.Project != ReportDesk.Parking));
        Assert.Equal(before.Risks, after.Risks);
    }

    [Fact]
    public async Task Approve_OfAReportThatLeavesOutALine_LeavesThatLineWithoutAPosition()
    {
        await using var desk = await ReportDesk.OpenAsync();

        await desk.ApproveAsync(change: c => c with
        {
            Savings = [],
            Variances = [.. new[] { 2019, 2020, 2021, 2022 }.Select(y => new VarianceExplanation("S-023", new(y), "Charges are frozen"))],
        });

        Assert.Equal("", await desk.PositionAsync());
    }

    [Fact]
    public async Task ApproveMany_WithADoubtAmongThem_ApprovesTheOthersAndSaysWhyNot()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.SubmitAsync();
        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Parking, ReportDesk.June, r, None));
        await desk.SubmitAsync(ReportDesk.Provision, change: c => c with { Capacity = new(3, 2, "Writing", null) });
        await desk.DoneAsync((s, r) => s.ConfirmSavingsAsync(ReportDesk.Finance, ReportDesk.Provision, ReportDesk.June, r, None), ReportDesk.Provision);
        await desk.DoneAsync((s, r) => s.AnswerDoubtAsync(ReportDesk.Officer, ReportDesk.Provision, ReportDesk.June, r, "capacity-gap-without-risk", "Filled on Monday", None), ReportDesk.Provision);
        await desk.SubmitAsync("TP-07");
        SeenReport[] seen =
        [
            .. await Task.WhenAll(new[] { ReportDesk.Parking, ReportDesk.Provision, "TP-07" }.Select(async p => new SeenReport(p, (await desk.ReadAsync(p)).Report.Revision))), new("TP-99", 3),
        ];

        var outcomes = await desk.Database.RunAsync<ReportStore, IReadOnlyList<ReportOutcomeOf>>(s => s.ApproveManyAsync(ReportDesk.Pmo, ReportDesk.June, seen, None));

        Assert.IsType<ReportOutcome.Done>(outcomes[0].Outcome);
        Assert.Equal(RefusalReason.DoubtStands, Assert.IsType<ReportOutcome.Refused>(outcomes[1].Outcome).Refusal.Reason);
        Assert.Equal(RefusalReason.SavingsNotConfirmed, Assert.IsType<ReportOutcome.Refused>(outcomes[2].Outcome).Refusal.Reason);
        Assert.IsType<ReportOutcome.NotFound>(outcomes[3].Outcome);
        var single = await desk.DoneAsync((s, r) => s.ApproveAsync(ReportDesk.Pmo, ReportDesk.Provision, ReportDesk.June, r, None), ReportDesk.Provision);
        Assert.Equal(ReportState.Approved, single.Report.State);
    }

    [Fact]
    public async Task ApproveMany_BySomebodyWhoMayNot_IsRefusedForEach()
    {
        await using var desk = await ReportDesk.OpenAsync();
        var seen = (await desk.SubmitAsync()).Report.Revision;

        var outcomes = await desk.Database.RunAsync<ReportStore, IReadOnlyList<ReportOutcomeOf>>(s => s.ApproveManyAsync(ReportDesk.Officer, ReportDesk.June, [new(ReportDesk.Parking, seen)], None));

        Assert.Equal(RefusalReason.NotAllowed, Assert.IsType<ReportOutcome.Refused>(Assert.Single(outcomes).Outcome).Refusal.Reason);
    }
}
