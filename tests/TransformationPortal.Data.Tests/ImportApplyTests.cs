using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests;

public sealed class ImportApplyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_WhereThereIsAProgramme_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var before = await database.CountsAsync();
        var data = ProgrammeImport.Check((await SampleTables.ReadAsync()).All).Data!;

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(data, None)));

        Assert.Equal("Nothing was imported: the database holds a programme already, and an import fills only an empty one.", refusal.Message);
        Assert.Equal(before, await database.CountsAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_WhenTheLastTableRefuses_LeavesEveryTableEmpty(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var data = ProgrammeImport.Check((await SampleTables.ReadAsync()).All).Data!;
        await database.RunAsync<PortalDbContext>(async context =>
        {
            // A spotlight cannot be stored: its table wants what no row has.
            var add = provider == DatabaseProvider.Sqlite
                ? "CREATE TRIGGER refuse BEFORE INSERT ON Spotlights BEGIN SELECT RAISE(ABORT, 'refused'); END"
                : "ALTER TABLE Spotlights ADD CONSTRAINT CK_Refuse CHECK (1 = 0)";
            await context.Database.ExecuteSqlRawAsync(add);
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(data, None)));

        Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_TextsAsLongAsTheImportAllows_FitTheirColumns(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var sample = await SampleTables.ReadAsync();
        foreach (var register in AllRegisters.InOrder.Where(d => d.Layout == RegisterLayout.Rows))
        {
            foreach (var column in register.Columns.Where(c => c.Expected.StartsWith("a text of at most ", StringComparison.Ordinal) && !register.Key.Contains(c) && c.Name != "link"))
            {
                var longest = int.Parse(column.Expected.Split(' ')[5], CultureInfo.InvariantCulture);
                sample = sample.With(register.Name, 2, column.Name, new string('x', longest));
            }
        }

        var reading = ProgrammeImport.Check(sample.All);
        Assert.Empty(reading.Problems);
        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(reading.Data!, None));

        var longTexts = await database.RunAsync<PortalDbContext, List<string>>(async context =>
        {
            await LoadAsync(context);
            return [.. context.ChangeTracker.Entries().SelectMany(e => e.Properties)
                .Where(p => p.Metadata.ClrType == typeof(string) && p.CurrentValue is string text && text.Length > p.Metadata.GetMaxLength())
                .Select(p => $"{p.EntityEntry.Metadata.ClrType.Name}.{p.Metadata.Name}")];
        });
        Assert.Empty(longTexts);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_AnEmptyCell_IsStoredAsNothingRecordedAndNotAsZero(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var sample = (await SampleTables.ReadAsync())
            .With("savings_targets", 2, "original_target", "").With("savings_targets", 2, "revised_target", "0")
            .With("savings_targets", 2, "carried_to_later_year", "");

        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(sample.All).Data!, None));

        var target = await database.RunAsync<PortalDbContext, SavingsTargetEntity>(c => c.SavingsTargets.SingleAsync(t => t.Line.Ref == "S-001"));
        Assert.Null(target.Original);
        Assert.Equal(Core.Money.Zero, target.Revised);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_ABoardThatReportsToOneFurtherDown_IsStoredWithIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var sample = (await SampleTables.ReadAsync()).WithRowsReversed("boards");

        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(sample.All).Data!, None));

        var above = await database.RunAsync<PortalDbContext, List<string>>(
            c => c.Boards.OrderBy(b => b.DisplayOrder).Select(b => b.Name + " < " + (b.ReportsTo!.Name ?? "-")).ToListAsync());
        Assert.Equal("Working with Communities < Transformation Programme Board", above[0]);
        Assert.Equal("CEDR < Cabinet", above[4]);
        Assert.Equal("Cabinet < -", above[6]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_ASavingThatADecisionWouldSplitOverTwoYears_IsStoredAsTwoMoves(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        var sample = (await SampleTables.ReadAsync()).With("reprofiles", 2, "amount", "400000").With("reprofiles", 2, "to_year", "2020/21")
            .WithRow("reprofiles", "D-01", "S-010", "CEF – the rest", "355000", "2019/20", "2021/22", "Low", "", "");

        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(ProgrammeImport.Check(sample.All).Data!, None));

        var moves = await database.RunAsync<PortalDbContext, List<ReprofileEntity>>(c => c.Reprofiles.OrderBy(r => r.ToYear).ToListAsync());
        Assert.Equal([(400_000m, "2020/21"), (355_000m, "2021/22")], moves.Select(m => (m.Amount.Pounds, m.ToYear.ToString()!)));
        var tooMuch = ProgrammeImport.Check(sample.With("reprofiles", 3, "amount", "355001").All).Problems;
        Assert.Equal(
            "reprofiles.csv, row 3, column amount: found “355001”; expected no more than the target of S-010 in 2019/20, which is £755,000, of which other re-profiles move £400,000.",
            Assert.Single(tooMuch).Sentence);
    }

    private static async Task LoadAsync(PortalDbContext context)
    {
        await context.ProgrammeSettings.LoadAsync();
        foreach (var table in (IQueryable<object>[])[
            context.Boards, context.Workstreams, context.Directorates, context.TargetSources, context.CoreActivities, context.Projects, context.ProjectRatings,
            context.SavingsLines, context.Decisions, context.Reprofiles, context.CostAreas, context.CostLines, context.Spend, context.Funding, context.Risks,
            context.Milestones, context.Dependencies, context.Benefits, context.Documents, context.Meetings, context.PlanStages, context.QuarterTexts,
            context.Measures, context.Spotlights])
        {
            await table.LoadAsync();
        }
    }
}
