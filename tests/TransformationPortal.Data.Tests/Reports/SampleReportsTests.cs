using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>The reports of the sample programme, and the desks over them.</summary>
public sealed class SampleReportsTests(SampleDatabases samples) : IClassFixture<SampleDatabases>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ReportingMonth July = new(2019, 7);
    private static readonly string[] Mine = ["TP-08", "TP-11", "TP-12", "TP-32"];

    [Fact]
    public async Task Sample_EveryLiveProject_HasApprovedReportsForTheThreeMonthsOfTheQuarter()
    {
        var months = await ReadAsync(r => r.MonthsAsync(None));

        Assert.Equal(
            [(July, 17, 0), (new(2019, 6), 43, 43), (new(2019, 5), 43, 43), (new(2019, 4), 43, 43)], months.Select(m => (m.Month, m.Reports, m.Approved)));
    }

    [Fact]
    public async Task Sample_ThePublishedEdition_IsTheOneThatItsRegistersGiveWithoutAnyReport_ButForThePathsToGreen()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var sample = await SampleTables.ReadAsync();
        string[] reports = ["reports", "path_to_green", "savings_explanations", "milestone_forecasts", "issues", "capacity", "decisions_sought", "doubt_answers", "report_remarks"];
        var tables = sample.All.Select(t => reports.Contains(t.Name) ? t with { Rows = [] } : t).ToList();
        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(tables).Data!, None));

        var state = await database.RunAsync<ProgrammeStateReader, ProgrammeState>(r => r.ReadAsync(None));
        var reported = await (await samples.OnAsync(DatabaseProvider.Sqlite)).RunAsync<ProgrammeStateReader, ProgrammeState>(r => r.ReadAsync(None));
        Assert.Empty(state.Actions);
        Assert.NotEmpty(reported.Actions);
        var edition = EditionComposer.Compose(state with { Actions = reported.Actions, Changes = reported.Changes }, SampleProgramme.Quarter, 1);

        Assert.Equal((await samples.EditionAsync(DatabaseProvider.Sqlite)).Seal, EditionJson.Seal(EditionJson.Write(edition)));
    }

    [Fact]
    public async Task MonthInHand_OfTheSample_IsTheMonthWhoseReportsAreComingIn() => Assert.Equal(July, await ReadAsync(r => r.MonthInHandAsync(None)));

    [Fact]
    public async Task PmoDesk_OfTheSample_HasSomethingOfEverything()
    {
        await using var database = await OnDayAsync("2019-08-09");

        var desk = await database.RunAsync<ReportReader, PmoDesk>(r => r.PmoDeskAsync(July, None));

        Assert.Equal(43, desk.Rows.Count);
        Assert.Equal((26, 5, 9, 3, 0), (desk.Count(ReportState.NotStarted), desk.Count(ReportState.Draft), desk.Count(ReportState.Submitted), desk.Count(ReportState.Returned), desk.Count(ReportState.Approved)));
        Assert.Equal(["TP-19", "TP-22", "TP-47"], desk.Approvable.Select(r => r.Project.Code));
        Assert.Equal(["TP-13", "TP-38", "TP-41"], desk.WaitingForFinance.Select(r => r.Project.Code));
        Assert.Equal([DoubtKind.GreenWithSlippedMilestones, DoubtKind.MilestoneMoved], desk.Rows.Single(r => r.Project.Code == "TP-07").Doubts.Select(d => d.Doubt.Kind));
        Assert.Equal([DoubtKind.BetterThanWorstAspect, DoubtKind.DeliveredWithoutEvidence], desk.Rows.Single(r => r.Project.Code == "TP-14").Doubts.Select(d => d.Doubt.Kind));
        Assert.Equal((RagMovement.Worse, RagMovement.Better), (desk.Rows.Single(r => r.Project.Code == "TP-08").Movement, desk.Rows.Single(r => r.Project.Code == "TP-14").Movement));
        Assert.Equal((1, 2, 0), (desk.Rows.Single(r => r.Project.Code == "TP-41").DaysLate, desk.Rows.Single(r => r.Project.Code == "TP-09").DaysLate, desk.Rows.Single(r => r.Project.Code == "TP-12").DaysLate));
        Assert.Contains(desk.Chase(), l => l.Officer is null && l.AccountableOfficer == "Chief Information Officer");
    }

    [Fact]
    public async Task OfficerDesk_OfAnOfficer_ShowsTheProjectsAssignedToThem()
    {
        await using var database = await OnDayAsync("2019-08-09");
        await database.RunAsync<PortalDbContext>(async c =>
        {
            c.Add(new PortalUser { UserName = "officer", NormalizedUserName = "OFFICER", DisplayName = "Demo Officer" });
            await c.SaveChangesAsync();
        });
        Assert.Equal(Mine.Length, await database.RunAsync<ProjectAssignmentStore, int?>(s => s.AssignAsync("Officer", Mine, None)));
        Assert.Equal(0, await database.RunAsync<ProjectAssignmentStore, int?>(s => s.AssignAsync("officer", Mine, None)));

        var mine = await database.RunAsync<ProjectAssignmentStore, IReadOnlySet<string>>(s => s.ProjectsOfAsync("officer", None));
        var desk = await database.RunAsync<ReportReader, OfficerDesk>(r => r.OfficerDeskAsync(new("officer", "Demo Officer", ActorRoles.Officer, mine), July, None));

        Assert.Equal(Mine.Order(), desk.Rows.Select(r => r.Project.Code).Order());
        Assert.NotEmpty(desk.Due);
        Assert.NotEmpty(desk.Returned);
        Assert.NotEmpty(desk.WithOthers);
        var chased = (await database.RunAsync<ReportReader, PmoDesk>(r => r.PmoDeskAsync(July, None))).Chase().Single(l => l.Officer is not null);
        Assert.Equal("Demo Officer", chased.Name);
    }

    [Fact]
    public async Task Unassign_AProject_TakesItFromTheOfficer()
    {
        await using var desk = await ReportDesk.OpenAsync();
        await desk.Database.RunAsync<PortalDbContext>(async c =>
        {
            c.Add(new PortalUser { UserName = "olive", NormalizedUserName = "OLIVE", DisplayName = "Olive" });
            await c.SaveChangesAsync();
        });
        await desk.Database.RunAsync<ProjectAssignmentStore, int?>(s => s.AssignAsync("olive", [ReportDesk.Parking, "TP-99"], None));

        Assert.Equal([new ProjectAssignment(ReportDesk.Parking, "Parking management", new("olive", "Olive"))], await desk.Database.RunAsync<ProjectAssignmentStore, IReadOnlyList<ProjectAssignment>>(s => s.ListAsync(None)));
        Assert.True(await desk.Database.RunAsync<ProjectAssignmentStore, bool>(s => s.UnassignAsync("olive", ReportDesk.Parking, None)));
        Assert.False(await desk.Database.RunAsync<ProjectAssignmentStore, bool>(s => s.UnassignAsync("olive", ReportDesk.Parking, None)));
        Assert.Empty(await desk.Database.RunAsync<ProjectAssignmentStore, IReadOnlySet<string>>(s => s.ProjectsOfAsync("olive", None)));
        Assert.Null(await desk.Database.RunAsync<ProjectAssignmentStore, int?>(s => s.AssignAsync("nobody", [ReportDesk.Parking], None)));
    }

    [Fact]
    public async Task MonthInHand_OnceEveryReportIsApproved_IsTheNextMonthFromTheDayItsWindowOpens()
    {
        await using var desk = await ReportDesk.OpenAsync();
        Task<ReportingMonth> InHandAsync() => desk.Database.RunAsync<ReportReader, ReportingMonth>(r => r.MonthInHandAsync(None));
        Assert.Equal(ReportDesk.June, await InHandAsync());
        foreach (var project in (string[])["TP-07", ReportDesk.Provision, ReportDesk.Parking])
        {
            Assert.Equal(ReportDesk.June, await InHandAsync());
            await desk.ApproveAsync(project);
        }

        Assert.Equal(ReportDesk.June, await InHandAsync());
        desk.Database.Clock.Now = new(2019, 7, 24, 23, 0, 0, TimeSpan.Zero); // 25 July in London
        Assert.Equal(ReportDesk.July, await InHandAsync());
    }

    [Fact]
    public async Task Check_AReportThatCouldNotBeApproved_IsRefusedWithFileAndRow()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.With("reports", 2, "progress", "").All).Problems;

        Assert.Equal("reports.csv, row 2, column state: found “Approved”; expected a report that can be so; in this one: Say what was done in this period.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public async Task Check_AnApprovedReportWithoutADay_IsRefused()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.With("reports", 2, "decided", "").All).Problems;

        Assert.Equal("reports.csv, row 2, column decided: found nothing; expected the day, for a report that is approved.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public async Task Check_AForecastOfAMilestoneThatIsNotThere_IsRefused()
    {
        var sample = await SampleTables.ReadAsync();

        var problems = ProgrammeImport.Check(sample.With("milestone_forecasts", 2, "title", "Nothing").All).Problems;

        Assert.Equal("milestone_forecasts.csv, row 2, column title: found “Nothing”; expected a milestone of TP-08.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public async Task ASetDay_StandsForTodayInReporting()
    {
        await using var database = await OnDayAsync("2019-08-01");

        Assert.Equal(new DateOnly(2019, 8, 1), (await database.RunAsync<ReportReader, PmoDesk>(r => r.PmoDeskAsync(July, None))).Today);
    }

    private static async Task<TestDatabase> OnDayAsync(string day)
    {
        var database = TestDatabase.Unprepared(settings: new Dictionary<string, string?> { ["Reports:Today"] = day });
        await database.RunAsync<PortalDatabase>(d => d.PrepareAsync(None));
        Assert.True(await database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(None)));
        return database;
    }

    private async Task<T> ReadAsync<T>(Func<ReportReader, Task<T>> read) => await (await samples.OnAsync(DatabaseProvider.Sqlite)).RunAsync(read);
}
