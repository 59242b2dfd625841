using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>Whatever fails on the way, the programme is as it was; and what is applied is what was uploaded.</summary>
public sealed class AllOrNothingTests
{
    [Fact]
    public async Task Apply_WhenAnyTableRefuses_ChangesNothingInAnyTable()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var tables = await database.RunAsync<PortalDbContext, List<string>>(c => Task.FromResult(
            AllBindings.InOrder.Select(b => c.Model.FindEntityType(b.Entity)!.GetTableName()!).Concat(["ProgrammeSettings", "ConfidenceLabels", "RegisterHistory"]).ToList()));
        foreach (var table in tables)
        {
            await RefuseAsync(database, table, "INSERT");
            var failure = await Record.ExceptionAsync(() => database.ApplyAsync(SecondCouncil.Tables()));
            Assert.True(failure is DbUpdateException, $"{table}: {failure?.Message ?? "nothing failed"}");
            Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
            await AllowAsync(database);
        }

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
    }

    [Fact]
    public async Task Apply_WhenChangingOrTakingOutARowFails_ChangesNothing()
    {
        await using var database = await TestDatabase.PreparedAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
        var present = await database.PresentAsync();
        var counts = await database.CountsAsync();
        IReadOnlyList<RegisterTable> changed =
        [
            present.Of("projects").With("AF1", "name", "Two front doors"), present.Of("funding").WithRow("Grant", "1", "Confirmed"),
            present.Of("meetings").Without(r => r[0] == "Cabinet"),
        ];
        foreach (var (table, act) in (List<(string, string)>)[("Projects", "UPDATE"), ("Funding", "INSERT"), ("Meetings", "DELETE"), ("RegisterHistory", "INSERT")])
        {
            await RefuseAsync(database, table, act);
            await Assert.ThrowsAsync<DbUpdateException>(() => database.ApplyAsync(changed));
            Assert.Equal((table, present.Seal), (table, (await database.PresentAsync()).Seal));
            Assert.Equal(counts, await database.CountsAsync());
            await AllowAsync(database);
        }

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(changed));
    }

    [Fact]
    public async Task Apply_RandomChanges_GivesWhatWasUploadedAndTheWayBackGivesWhatWas()
    {
        await using var database = await TestDatabase.PreparedAsync();
        await database.ApplyAsync(SecondCouncil.Tables());
        var start = await database.PresentAsync();
        var property = Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            var changed = Changed(start.Tables, new Random(seed));
            var preview = database.PreviewAsync(changed).GetAwaiter().GetResult();
            Assert.Empty(preview.Problems);
            var expected = preview.Changes.IsNone ? UpdateOutcome.NothingToChange : UpdateOutcome.Applied;
            Assert.Equal(expected, database.ApplyAsync(changed).GetAwaiter().GetResult());
            Assert.Equal(Print(changed), Print(database.PresentAsync().GetAwaiter().GetResult().Tables));
            Assert.Equal(UpdateOutcome.NothingToChange, database.ApplyAsync(changed).GetAwaiter().GetResult());
            Assert.Equal(expected, database.ApplyAsync(start.Tables).GetAwaiter().GetResult());
            Assert.Equal(Print(start.Tables), Print(database.PresentAsync().GetAwaiter().GetResult().Tables));
        });
        // A property waits where it stands: on a thread of the tests' own, two that wait would wait for each other.
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(15).WithQuietOnSuccess(true), property));
    }

    // Amounts, notes and rows that nothing refers to, here and there.
    private static List<RegisterTable> Changed(IReadOnlyList<RegisterTable> tables, Random random) => [.. tables.Select(t => t.Name switch
    {
        "savings_targets" => Amounts(t, 2, random),
        "cost_budget" => Amounts(t, 2, random),
        "savings_lines" => Texts(t, 2, random),
        "projects" => Texts(t, 9, random),
        "funding" or "meetings" or "plan" or "benefits" or "documents" => random.Next(3) == 0 ? t with { Rows = [.. t.Rows.SkipLast(1)] } : t,
        "directorates" => random.Next(2) == 0 ? t.WithRow($"New {random.Next(9)}", "New") : t,
        _ => t,
    })];

    private static RegisterTable Amounts(RegisterTable table, int column, Random random) => Each(table, column, random, () => (random.Next(1, 900_000) / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));

    private static RegisterTable Texts(RegisterTable table, int column, Random random) => Each(table, column, random, () => $"Text {random.Next(1000)}, “quoted”\nand on");

    private static RegisterTable Each(RegisterTable table, int column, Random random, Func<string> value) => table with
    {
        Rows = [.. table.Rows.Select(r => random.Next(3) == 0 && r.Cells[column].Length > 0 ? r with { Cells = [.. r.Cells.Select((c, i) => i == column ? value() : c)] } : r)],
    };

    // Whatever their order: rows that were taken out come back at the end.
    private static string Print(IReadOnlyList<RegisterTable> tables) => string.Join('\n', tables.Select(t => $"{t.Name}: {string.Join('\n', t.Rows.Select(r => string.Join(" | ", r.Cells)).Order(StringComparer.Ordinal))}"));

    private static Task RefuseAsync(TestDatabase database, string table, string act)
    {
        var trigger = $"CREATE TRIGGER refuse BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END";
        return database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync(trigger));
    }

    private static Task AllowAsync(TestDatabase database) => database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse"));
}
