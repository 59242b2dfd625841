using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>What the page of decisions recorded goes to another portal with the workbook, and is changed by none.</summary>
public sealed class MovedDecisionsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Day = new(2019, 7, 11);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Workbook_IntoAnEmptyPortal_TakesOutcomesAndCarryForwardsWithIt(DatabaseProvider provider)
    {
        await using var from = await DecidedAsync();
        await using var to = await TestDatabase.PreparedAsync(provider);
        var file = await DownloadAsync(from);

        Assert.Empty((await to.PreviewAsync(file.Tables)).Problems);
        Assert.Equal(UpdateOutcome.Applied, await to.ApplyAsync(file.Tables));

        var decision = (await to.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!;
        Assert.Equal((DecisionOutcome.Agreed, (DateOnly?)Day, "Agreed as asked."), (decision.Decision.Outcome, decision.Decision.Settled, decision.Decision.OutcomeNote));
        Assert.Null(decision.RecordedBy);
        Assert.Equal([false, true], await to.RunAsync<PortalDbContext, List<bool>>(c => c.Reprofiles.OrderBy(r => r.Id).Select(r => r.IsCarryForward).ToListAsync()));
        Assert.Equal(await SavingsAsync(from), await SavingsAsync(to));
        Assert.Equal((await from.PresentAsync()).Seal, (await to.PresentAsync()).Seal);
    }

    [Fact]
    public async Task Workbook_UploadedWhereItCameFrom_ChangesNothing()
    {
        await using var database = await DecidedAsync();

        Assert.True((await database.PreviewAsync((await DownloadAsync(database)).Tables)).Changes.IsNone);
    }

    [Fact]
    public async Task File_FromBeforeTheColumnsWereThere_LeavesWhatIsRecordedInThem()
    {
        await using var database = await DecidedAsync();
        var file = await DownloadAsync(database);
        IReadOnlyList<RegisterTable> older = [.. file.Tables.Select(t => WithoutLater(t)).Select(t => t.Name == "decisions" ? t.With("D-01", "title", "Another title") : t)];

        var preview = await database.PreviewAsync(older);
        Assert.Empty(preview.Problems);
        Assert.Equal(["title"], preview.Changes.Registers.SelectMany(r => r.Rows).SelectMany(r => r.Cells).Select(c => c.Column.Name));
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(older));

        var decision = (await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!;
        Assert.Equal(("Another title", (DateOnly?)Day, "Agreed as asked."), (decision.Decision.Title, decision.Decision.Settled, decision.Decision.OutcomeNote));
        Assert.Equal(UpdateDesk.Pmo, decision.RecordedBy);
        Assert.True(await database.RunAsync<PortalDbContext, bool>(c => c.Reprofiles.AnyAsync(r => r.IsCarryForward)));

        await using var empty = await TestDatabase.PreparedAsync();
        Assert.Equal(UpdateOutcome.Applied, await empty.ApplyAsync(older));
        Assert.Null((await empty.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!.Decision.Settled);
    }

    [Fact]
    public async Task TwoBands_OfOneLineUnderOneDecision_AreTwoRows()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var reference = (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddAsync("Two bands", "Cabinet", null, null, None))).Ref!;
        var present = await database.PresentAsync();
        RegisterTable With(params string[] bands) => bands.Aggregate(present.Of("reprofiles"), (t, band) => t.WithRow(reference, "S-002", $"Later, {band}", "1000", "2019/20", "2020/21", band));

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([With("High", "Medium")]));

        Assert.Contains($"reprofiles {reference}, S-002, 2019/20, 2020/21, Medium Added  >", await database.HistoryAsync());
        Assert.True((await database.PreviewAsync((await DownloadAsync(database)).Tables)).Changes.IsNone);
        var row = Assert.Single((await database.PreviewAsync([With("High")])).Changes.Registers.SelectMany(r => r.Rows));
        Assert.Equal((RowChangeKind.Removed, $"{reference}, S-002, 2019/20, 2020/21, Medium"), (row.Kind, row.Name));
        Assert.Contains("what no other row has", Assert.Single((await database.PreviewAsync([With("High", "High")])).Problems).Sentence, StringComparison.Ordinal);
        var view = await database.RunAsync<RegisterDesk, RegisterView>(d => d.OpenAsync(AllRegisters.FindKept("reprofiles")!, None));
        Assert.Equal(view.Rows.Count, view.Rows.Select(r => r.Id).Distinct().Count());
    }

    private static RegisterTable WithoutLater(RegisterTable table)
    {
        string[] later = table.Name switch { "decisions" => ["decided_on", "outcome_note"], "reprofiles" => ["carry_forward"], _ => [] };
        var kept = table.Header.Select((name, i) => (name, i)).Where(c => !later.Contains(c.name)).Select(c => c.i).ToList();
        return table with { Header = [.. kept.Select(i => table.Header[i])], Places = null, Rows = [.. table.Rows.Select(r => r with { Cells = [.. kept.Select(i => r.Cells[i])] })] };
    }

    private static async Task<RegisterFile> DownloadAsync(TestDatabase database)
    {
        var present = await database.PresentAsync();
        return WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, new WorkbookFace(present.Seal, Day))));
    }

    // By the end of the quarter after: on what day a proposal was entered stays in the portal where it was, and by then all of them were.
    private static async Task<string> SavingsAsync(TestDatabase database)
    {
        var edition = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Quarter.Parse("2019/20 Q2"), None));
        return string.Join('\n', edition.SavingsLines.SelectMany(l => l.Amounts.Select(a => $"{l.Ref} {a}")).Concat(edition.Decisions.Select(d => d.ToString())).Concat(edition.Reprofiles.Select(r => r.ToString())));
    }

    // The sample with its decision taken on a day and with a note, and something carried forward under another.
    private static async Task<TestDatabase> DecidedAsync()
    {
        var database = await TestDatabase.WithSampleAsync();
        Assert.True((await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync("D-01", DecisionOutcome.Agreed, Day, "Agreed as asked.", UpdateDesk.Pmo, None))).IsDone);
        var second = (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddAsync("Carry forward", "Cabinet", null, null, None))).Ref!;
        var move = new Reprofile(second, "S-002", "S-002 carried forward", new(1_000), new FinancialYear(2019), new FinancialYear(2020), Confidence.High, null, IsCarryForward: true);
        Assert.Empty((await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddMoveAsync(move, None))).Problems);
        return database;
    }
}
