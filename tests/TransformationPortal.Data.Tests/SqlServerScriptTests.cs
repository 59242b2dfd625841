using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests;

/// <summary>The script for administrators, read as a server would.</summary>
public sealed class SqlServerScriptTests
{
    private const string Guard = "IF @@ERROR <> 0 SET NOEXEC ON;";

    [Fact]
    public async Task Script_BeginsWithWhatFilteredIndexesNeed()
    {
        var batches = Batches(await ScriptAsync());

        Assert.All(
            (string[])["QUOTED_IDENTIFIER ON", "ANSI_NULLS ON", "ANSI_PADDING ON", "ANSI_WARNINGS ON", "ARITHABORT ON", "CONCAT_NULL_YIELDS_NULL ON", "NUMERIC_ROUNDABORT OFF", "XACT_ABORT ON"],
            option => Assert.Contains($"SET {option};", batches[0], StringComparison.Ordinal));
        Assert.Contains(batches, b => b.Contains("CREATE UNIQUE INDEX", StringComparison.Ordinal) && b.Contains("WHERE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Script_AfterEveryBatch_StopsWhereItFailed()
    {
        var batches = Batches(await ScriptAsync());

        // The first sets the options, the last puts the tool's own back.
        for (var i = 1; i < batches.Count - 1; i++)
        {
            Assert.Equal(i % 2 == 0, batches[i] == Guard);
        }

        Assert.Contains("SET NOEXEC OFF;", batches[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_OfEveryChange_IsAskedForOnlyWhereTheDatabaseLacksIt()
    {
        var script = await ScriptAsync();
        await using var services = SqlServer();
        await using var scope = services.CreateAsyncScope();
        var migrations = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.GetMigrations();

        Assert.All(migrations, m => Assert.Contains($"WHERE [MigrationId] = N'{m}'", script, StringComparison.Ordinal));
        foreach (var batch in Batches(script).Where(b => b.Contains("CREATE ", StringComparison.Ordinal) || b.Contains("ALTER ", StringComparison.Ordinal)))
        {
            Assert.True(
                batch.StartsWith("IF NOT EXISTS", StringComparison.Ordinal) || batch.StartsWith("BEGIN TRANSACTION;\nIF NOT EXISTS", StringComparison.Ordinal)
                || batch.StartsWith("IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL", StringComparison.Ordinal),
                batch);
        }
    }

    [Fact]
    public async Task Script_ForSqlite_IsRefused()
    {
        await using var database = TestDatabase.Unprepared();

        var refusal = await Assert.ThrowsAsync<PortalDatabaseException>(() => database.RunAsync<PortalDatabase, string>(d => Task.FromResult(d.Script())));

        Assert.StartsWith("A script is for SQL Server;", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ScriptAsync()
    {
        await using var services = SqlServer();
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<PortalDatabase>().Script();
    }

    private static ServiceProvider SqlServer() => new ServiceCollection()
        .AddPortalData(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = "SqlServer", ["ConnectionStrings:Portal"] = "Server=nowhere.example;Database=portal",
            }).Build(),
            Path.GetTempPath())
        .BuildServiceProvider();

    private static List<string> Batches(string script) =>
        [.. script.Split("\nGO\n").Select(b => b.Trim('\n')).Where(b => b.Length > 0)];
}
