using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Update;

public sealed class ProgrammeUpdateTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_TheWorkbookAsItWasDownloaded_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var present = await database.PresentAsync();
        var (counts, draft) = (await database.CountsAsync(), await database.DraftAsync());
        var file = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, new WorkbookFace(present.Seal, new DateOnly(2019, 7, 12)))));

        var preview = await database.PreviewAsync(file.Tables);

        Assert.Empty(preview.Problems);
        Assert.True(preview.Changes.IsNone);
        Assert.Equal(UpdateOutcome.NothingToChange, await database.ApplyAsync(file.Tables));
        Assert.Equal(counts, await database.CountsAsync());
        Assert.Equal(draft, await database.DraftAsync());
        Assert.Equal(present.Seal, (await database.PresentAsync()).Seal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_ANewBoardUnderAnother_WithProjectsThatMoveToIt_AddsItOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var present = await database.PresentAsync();
        var boards = present.Of("boards");
        var (name, parent) = (boards.Header.ToList().IndexOf("name"), boards.Header.ToList().IndexOf("reports_to"));
        var under = boards.Rows.First(r => r.Cells[parent].Length > 0);
        string[] cells = [.. under.Cells];
        cells[name] = "A new board";
        IReadOnlyList<RegisterTable> changed =
            [boards.WithRow(cells), present.Of("projects").With("TP-10", "workstream_board", "A new board").With("TP-11", "workstream_board", "A new board")];

        Assert.Empty((await database.PreviewAsync(changed)).Problems);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(changed));

        var kept = (await database.PresentAsync()).Of("boards");
        Assert.Equal(boards.Rows.Count + 1, kept.Rows.Count);
        Assert.Equal(cells, kept.Rows.Single(r => r.Cells[name] == "A new board").Cells);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_AddedChangedAndMovedRows_GivesWhatThePreviewShowed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var present = await database.PresentAsync();
        IReadOnlyList<RegisterTable> changed =
        [
            present.Of("directorates").WithRow("New Directorate", "New"),
            present.Of("projects").With("TP-10", "directorate", "New Directorate").With("TP-10", "name", "Renamed project"),
            present.Of("savings_targets").With("S-001", "original_target", "1234567.89"),
            present.Of("savings_lines").WithRow("S-999", "TP-10", "Another saving", present.Of("workstreams").Rows[0].Cells[0], "New Directorate", present.Of("sources").Rows[0].Cells[0], ""),
        ];

        var preview = await database.PreviewAsync(changed);
        Assert.Empty(preview.Problems);
        Assert.Equal(["directorates 1/0/0", "projects 0/1/0", "savings_lines 1/0/0", "savings_targets 0/1/0"], preview.Changes.Registers.Select(r =>
            $"{r.Register.Name} {r.Count(RowChangeKind.Added)}/{r.Count(RowChangeKind.Changed)}/{r.Count(RowChangeKind.Removed)}").Order(StringComparer.Ordinal));
        var target = preview.Effects.Single(e => e.Title.StartsWith("Original", StringComparison.Ordinal));
        Assert.NotEqual(target.Before, target.After);

        var counts = await database.CountsAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(changed, preview.Seal));

        // Nothing else came or went.
        counts[nameof(PortalDbContext.Directorates)]++;
        counts[nameof(PortalDbContext.SavingsLines)]++;
        counts[nameof(PortalDbContext.RegisterHistory)] = 5;
        counts[nameof(PortalDbContext.AuditEntries)]++;
        Assert.Equal(counts, await database.CountsAsync());
        var after = await database.PreviewAsync([]);
        Assert.True(after.Changes.IsNone);
        Assert.True((await database.PreviewAsync(changed)).Changes.IsNone);
        var edition = await database.RunAsync<EditionStore, Core.Editions.Edition>(s => s.DraftAsync(SampleProgramme.Quarter, default));
        Assert.Equal(("Renamed project", "New Directorate"), edition.Projects.Where(p => p.Code == "TP-10").Select(p => (p.Name, p.Directorate)).Single());
        Assert.Equal(target.After, new Core.Money(edition.SavingsLines.SelectMany(l => l.Amounts).Where(a => a.Kind == Core.Savings.SavingsKind.OriginalTarget).Sum(a => a.Amount.Pounds)));
        var history = await database.HistoryAsync();
        Assert.Contains(history, h => h.StartsWith("projects TP-10 Changed name ", StringComparison.Ordinal) && h.EndsWith(">Renamed project", StringComparison.Ordinal));
        Assert.Contains("directorates New Directorate Added  >", history);
        Assert.Equal(5, history.Count);
    }

    [Fact]
    public async Task Apply_WhenTheProgrammeHasChangedMeanwhile_IsRefusedAndWritesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([present.Of("funding").WithRow("Reserve", "5", "Confirmed")], present.Seal));
        var counts = await database.CountsAsync();

        Assert.Equal(UpdateOutcome.Stale, await database.ApplyAsync([present.Of("projects").With("TP-10", "name", "Other")], present.Seal));
        Assert.Equal(counts, await database.CountsAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_WithoutAProjectThatHasReports_RetiresItWithWhatBelongsToItAndKeepsPublishedEditions(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var present = await database.PresentAsync();
        var published = await SealsAsync(database);
        var without = present.WithoutProject("TP-07");

        var preview = await database.PreviewAsync(without);
        Assert.Empty(preview.Problems);
        Assert.Contains(preview.Effects, e => e.Before != e.After);
        var before = await database.CountsAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(without));

        var after = await database.CountsAsync();
        foreach (var table in (string[])[nameof(PortalDbContext.Projects), nameof(PortalDbContext.SavingsLines), nameof(PortalDbContext.SavingsPositions), nameof(PortalDbContext.SavingsTargets), nameof(PortalDbContext.ProjectRatings), nameof(PortalDbContext.HighlightReports)])
        {
            Assert.Equal((table, before[table]), (table, after[table]));
        }

        Assert.DoesNotContain((await database.PresentAsync()).Of("projects").Rows, r => r.Cells[0] == "TP-07");
        Assert.DoesNotContain("TP-07", (await database.RunAsync<EditionStore, Core.Editions.Edition>(s => s.DraftAsync(SampleProgramme.Quarter, default))).Projects.Select(p => p.Code));
        Assert.Equal(published, await SealsAsync(database));
        Assert.Contains("projects TP-07 Retired  >", await database.HistoryAsync());

        var again = await database.PreviewAsync([present.Of("projects")]);
        Assert.Contains("what no retired row has", Assert.Single(again.Problems).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WithoutRowsThatNothingUsed_DeletesThem()
    {
        await using var database = await TestDatabase.PreparedAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
        var present = await database.PresentAsync();
        var first = present.Of("boards").Rows.Count;
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([present.Of("boards").WithRow("Spare board", "Advisory", "", "None", "")]));
        present = await database.PresentAsync();
        Assert.Equal(first + 1, present.Of("boards").Rows.Count);

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([present.Of("boards").Without(r => r[0] == "Spare board")]));

        Assert.Equal(first, (await database.CountsAsync())[nameof(PortalDbContext.Boards)]);
        Assert.Equal("boards Spare board Removed  >", (await database.HistoryAsync())[^1]);
    }

    [Fact]
    public async Task Preview_OfWhatAReportSays_IsRefusedInItsName()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        var reported = await database.RunAsync<PortalDbContext, (string Line, ReportingMonth Month)>(async c =>
        {
            var row = await c.SavingsPositions.Where(p => c.HighlightReports.Any(r => r.ProjectId == p.Line.ProjectId && r.Month == p.AsAt)).OrderBy(p => p.Id)
                .Select(p => new { p.Line.Ref, p.AsAt }).FirstAsync();
            return (row.Ref, row.AsAt);
        });
        var positions = present.Of("savings_positions");
        var changed = positions with { Rows = [.. positions.Rows.Select(r => r.Cells[0] == reported.Line && r.Cells[1] == reported.Month.ToString() ? r with { Cells = [.. r.Cells.Take(4), "1"] } : r)] };
        var removed = positions.Without(r => r[0] == reported.Line && r[1] == reported.Month.ToString());

        Assert.All((await database.PreviewAsync([changed])).Problems, p => Assert.Contains($"report for {reported.Month.Name} says so", p.Sentence, StringComparison.Ordinal));
        Assert.NotEmpty((await database.PreviewAsync([changed])).Problems);
        Assert.NotEmpty((await database.PreviewAsync([removed])).Problems);
    }

    [Fact]
    public async Task Preview_OfManyMistakes_ListsThemAllAndChangesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        var seal = present.Seal;
        IReadOnlyList<RegisterTable> wrong =
        [
            present.Of("projects").With("TP-10", "phase", "In flght").With("TP-11", "directorate", "Nowhere").With("TP-12", "planned_end", "1999-01-01"),
            present.Of("savings_targets").WithRow([.. present.Of("savings_targets").Rows[0].Cells]).WithRow("S-002", "2029/30", "x", ""),
            present.Of("reprofiles") with { Rows = [.. present.Of("reprofiles").Rows.Select(r => r with { Cells = [.. r.Cells.Select((c, i) => i == 3 ? "999999999" : c)] })] },
        ];

        var problems = (await database.PreviewAsync(wrong)).Problems;

        Assert.Contains(problems, p => p is { Column: "phase", Nearest: "In flight" });
        Assert.Contains(problems, p => p is { Column: "directorate", Found: "Nowhere" });
        Assert.Contains(problems, p => p.Expected.StartsWith("what no other row has", StringComparison.Ordinal));
        Assert.Contains(problems, p => p is { Found: "x" });
        Assert.Equal(UpdateOutcome.Refused, await database.ApplyAsync(wrong));
        Assert.Equal(seal, (await database.PresentAsync()).Seal);
    }

    private static Task<List<string>> SealsAsync(TestDatabase database) =>
        database.RunAsync<PortalDbContext, List<string>>(c => c.StoredEditions.OrderBy(e => e.Id).Select(e => e.Seal).ToListAsync());
}
