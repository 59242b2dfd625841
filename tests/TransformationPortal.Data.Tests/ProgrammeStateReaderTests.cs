using TransformationPortal.Core.Composing;
using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Registers;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests;

public sealed class ProgrammeStateReaderTests(SampleDatabases samples) : IClassFixture<SampleDatabases>
{
    // Registers in which the order of rows is not what a reader sees: the composer orders these itself.
    private static readonly string[] Unordered =
    [
        "projects", "ratings", "savings_lines", "savings_targets", "savings_positions", "decisions", "reprofiles", "cost_areas", "cost_lines", "cost_budget",
        "spend", "funding", "risks", "milestones", "dependencies", "benefits", "documents", "meetings", "plan", "quarter_texts", "spotlights",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Read_OfTheSample_HoldsEveryRowOfEveryRegister(DatabaseProvider provider)
    {
        var sample = await SampleTables.ReadAsync();
        var state = await StateAsync(await samples.OnAsync(provider));

        void Same(string register, int count) => Assert.Equal((register, sample[register].Rows.Count), (register, count));

        // July's reports are not approved: what they say is nobody's position yet.
        void SameButForJuly(string register, int count) => Assert.Equal((register, sample[register].Rows.Count(r => !r.Cells.Contains("2019-07"))), (register, count));

        Same("boards", state.Boards.Count);
        Same("workstreams", state.Workstreams.Count);
        Same("directorates", state.Directorates.Count);
        Same("sources", state.Sources.Count);
        Same("activities", state.Activities.Count);
        Same("projects", state.Projects.Count);
        SameButForJuly("ratings", state.Ratings.Count);
        Same("savings_lines", state.SavingsLines.Count);
        Same("savings_targets", state.Targets.Count);
        SameButForJuly("savings_positions", state.Positions.Count);
        Same("decisions", state.Decisions.Count);
        Same("reprofiles", state.Reprofiles.Count);
        Same("cost_areas", state.CostAreas.Count);
        Same("cost_lines", state.CostLines.Count);
        Same("funding", state.Funding.Count);
        Same("risks", state.Risks.Count);
        Same("milestones", state.Milestones.Count);
        Same("dependencies", state.Dependencies.Count);
        Same("benefits", state.Benefits.Count);
        Same("documents", state.Documents.Count);
        Same("meetings", state.Meetings.Count);
        Same("plan", state.Plan.Count);
        Assert.Equal(sample["cost_budget"].Rows.Count + sample["spend"].Rows.Count, state.CostLines.Sum(l => l.Amounts.Count));
        var story = Assert.Single(state.Stories);
        Assert.Equal((13, 3, 1), (story.Items.Count, story.Measures.Count, story.Spotlights.Count));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Read_OfTheSample_BringsEveryKindOfValueBack(DatabaseProvider provider)
    {
        var state = await StateAsync(await samples.OnAsync(provider));

        Assert.Equal((new FinancialYear(2018), new FinancialYear(2022), new Money(34_000_000)), (state.Programme.FirstYear, state.Programme.LastYear, state.Programme.PlannedBenefitLow));
        Assert.Equal(["blue", "green", "amber", "red"], state.Programme.ConfidenceLabels.Select(l => l.Alias));
        Assert.Equal(new Board("CEDR", BoardKind.ManagementTeam, "Cabinet", "The Chief Executive's management team; accountable for the programme", "paper"), state.Boards[3]);
        Assert.Null(state.Boards[1].ReportsTo);
        var project = state.Projects.Single(p => p.Code == "TP-03");
        Assert.Equal((ProjectPhase.Complete, "Serving Residents", "Service Redesign", "Children, Education and Families"), (project.Phase, project.Board, project.Workstream, project.Directorate));
        Assert.Equal((new DateOnly(2019, 4, 1), new DateOnly(2019, 6, 28)), (project.Start, project.PlannedEnd));
        Assert.Contains(new MonthlyRating("TP-01", new ReportingMonth(2019, 6), new(RagAspect.Cost, new(Rag.Green, "Finished within the agreed budget"))), state.Ratings);
        Assert.Contains(new SavingsPosition("S-001", new ReportingMonth(2019, 6), new FinancialYear(2018), Confidence.Delivered, new Money(4_600_000)), state.Positions);
        var reprofile = Assert.Single(state.Reprofiles);
        Assert.Equal(("D-01", "S-010", new Money(755_000), (FinancialYear?)null, Confidence.Low), (reprofile.Decision, reprofile.Line, reprofile.Amount, reprofile.ToYear, reprofile.Confidence));
        Assert.Equal((new DateOnly(2019, 7, 16), DecisionOutcome.Pending), (state.Decisions[0].Due, state.Decisions[0].Outcome));
        Assert.Contains(state.Risks, r => r is { Ref: "R1", Project: null, InitialRating: RiskLevel.High, ResidualRating: RiskLevel.Medium, IsCritical: false });
        Assert.Contains(state.Meetings, m => m.Date is null && m.Time is null && m.Note == "To be scheduled");
        Assert.Contains(state.Meetings, m => m.Time == new TimeOnly(14, 0) && m.Item is null);
        Assert.Contains(new Funding("To be identified", new Money(4_000_000), FundingStatus.ToBeIdentified), state.Funding);
        var measure = state.Stories[0].Measures[1];
        Assert.Equal((1184m, (string?)null, "intranet"), (measure.Value, measure.Caption, measure.Document));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Read_ListsThatReadersSeeInOrder_ComeInTheOrderOfTheRegister(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var sample = (await SampleTables.ReadAsync()).WithRowsReversed("workstreams", "directorates", "sources", "activities", "measures");
        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(sample.All).Data!, CancellationToken.None));

        var state = await StateAsync(database);

        Assert.Equal(sample["workstreams"].Rows.Select(r => r.Cells[0]), state.Workstreams.Select(w => w.Name));
        Assert.Equal(sample["directorates"].Rows.Select(r => r.Cells[0]), state.Directorates.Select(d => d.Name));
        Assert.Equal(sample["sources"].Rows.Select(r => r.Cells[0]), state.Sources.Select(s => s.Name));
        Assert.Equal(sample["activities"].Rows.Select(r => r.Cells[0]), state.Activities.Select(a => a.Name));
        Assert.Equal(sample["measures"].Rows.Select(r => r.Cells[1]), state.Stories[0].Measures.Select(m => m.Label));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Compose_FromRowsInAnotherOrder_GivesTheSameBytes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var reversed = (await SampleTables.ReadAsync()).WithRowsReversed(Unordered);
        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(reversed.All).Data!, CancellationToken.None));

        var edition = EditionComposer.Compose(await StateAsync(database), SampleProgramme.Quarter, 1);

        var published = await samples.EditionAsync(provider);
        Assert.Equal(published.Seal, EditionJson.Seal(EditionJson.Write(edition)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Read_WithoutAProgramme_SaysSo(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);

        var missing = await Assert.ThrowsAsync<ProgrammeMissingException>(() => StateAsync(database));

        Assert.Equal("There is no programme in the database yet. Import one first.", missing.Message);
    }

    private static Task<ProgrammeState> StateAsync(TestDatabase database) =>
        database.RunAsync<ProgrammeStateReader, ProgrammeState>(r => r.ReadAsync(CancellationToken.None));
}
