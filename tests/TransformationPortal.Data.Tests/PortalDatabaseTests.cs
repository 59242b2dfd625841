using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests;

public sealed class PortalDatabaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Prepare_WhereThereIsNoDatabase_MakesOneThatIsReady(DatabaseProvider provider)
    {
        await using var database = TestDatabase.Unprepared(provider);
        Assert.False((await HealthAsync(database)).IsReachable);

        await PrepareAsync(database);

        Assert.True((await HealthAsync(database)).IsReady);
        Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Prepare_ASecondTime_LeavesEveryRowWhereItIs(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var before = await database.CountsAsync();

        await PrepareAsync(database);

        Assert.Equal(before, await database.CountsAsync());
    }

    [Fact]
    public async Task Prepare_InAFolderThatIsNotThere_MakesTheFolder()
    {
        await using var database = TestDatabase.Unprepared();
        Directory.Delete(database.Folder);

        await PrepareAsync(database);

        Assert.True(File.Exists(database.File));
    }

    [Fact]
    public async Task Prepare_OnSqlite_LetsReadersAndAWriterWorkSideBySideAndMindsForeignKeys()
    {
        await using var database = await TestDatabase.PreparedAsync();

        Assert.Equal("wal", await PragmaAsync<string>(database, "journal_mode"));
        Assert.Equal(1, await PragmaAsync<long>(database, "foreign_keys"));
    }

    [Fact]
    public async Task Prepare_AFileThatIsNoDatabase_IsRefusedAndLeftByteForByte()
    {
        await using var database = TestDatabase.Unprepared();
        await File.WriteAllTextAsync(database.File, string.Concat(Enumerable.Repeat("These are the minutes of a meeting.\n", 200)));

        await RefusedUntouchedAsync(database, $"The file “{database.File}” is not a database and was not touched; name another in ConnectionStrings:Portal, or move it away.");
    }

    [Fact]
    public async Task Prepare_ADatabaseCutShort_IsRefusedAndLeftByteForByte()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var bytes = await File.ReadAllBytesAsync(database.File);
        Array.Fill(bytes, (byte)'x', 100, 4000);
        await File.WriteAllBytesAsync(database.File, bytes);

        await RefusedUntouchedAsync(database, $"The database “{database.File}” is damaged and was not touched; restore it from a backup.");
    }

    [Fact]
    public async Task Prepare_AnotherProgramsDatabase_IsRefusedAndLeftByteForByte()
    {
        await using var database = TestDatabase.Unprepared();
        await ExecuteAsync(database.File, "CREATE TABLE Recipes (Name TEXT); INSERT INTO Recipes VALUES ('Soup')");

        await RefusedUntouchedAsync(database, $"The database “{database.File}” belongs to another program and was not touched; name another in ConnectionStrings:Portal.");
    }

    [Fact]
    public async Task Prepare_ADatabaseOfANewerVersion_IsRefusedAndLeftByteForByte()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await ExecuteAsync(database.File, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FlyingCars', '99.0.0'); PRAGMA wal_checkpoint(TRUNCATE)");

        await RefusedUntouchedAsync(
            database,
            $"The database “{database.File}” was made by a newer version of the portal (it holds the change 29990101000000_FlyingCars) and was not touched; start that version, or restore a backup that this one made.");
    }

    [Fact]
    public async Task Prepare_ADatabaseOfAnEarlierVersion_IsBroughtUpToDateAndNoCopyStays()
    {
        await using var database = await TestDatabase.OfAnEarlierVersionAsync();

        Assert.False((await HealthAsync(database)).IsReady);

        await PrepareAsync(database);

        Assert.True((await HealthAsync(database)).IsReady);
        Assert.Empty(Directory.GetFiles(database.Folder, "*before-upgrade*"));
    }

    [Fact]
    public async Task Prepare_WhereAChangeFailsHalfWay_LeavesTheDatabaseAsItWas()
    {
        await using var database = await TestDatabase.OfAnEarlierVersionAsync();
        await ExecuteAsync(
            database.File,
            $"CREATE TABLE {LaterVersion.SecondTable} (InTheWay TEXT); CREATE TABLE Kept (Word TEXT); INSERT INTO Kept VALUES ('here')");
        var pending = (await HealthAsync(database)).PendingMigrations;

        await Assert.ThrowsAsync<PortalDatabaseException>(() => PrepareAsync(database));

        Assert.Equal(pending, (await HealthAsync(database)).PendingMigrations);
        Assert.Equal("here", await database.RunAsync<PortalDbContext, string>(c => c.Database.SqlQueryRaw<string>("SELECT Word AS Value FROM Kept").SingleAsync(None)));
        Assert.Empty(Directory.GetFiles(database.Folder, "*before-upgrade*"));
    }

    [Fact]
    public async Task Prepare_AFolderThatCannotBeMade_IsRefused()
    {
        await using var blocked = TestDatabase.Unprepared();
        var file = Path.Combine(blocked.Folder, "a file");
        await File.WriteAllTextAsync(file, "in the way");
        await using var database = TestDatabase.Unprepared(settings: new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(file, "data", "portal.db")}",
        });

        var refusal = await Assert.ThrowsAsync<PortalDatabaseException>(() => PrepareAsync(database));

        Assert.Equal(
            $"The folder of the database “{Path.Combine(file, "data", "portal.db")}” cannot be made or written; give the portal's account the right to write there, or change Portal:DataFolder.",
            refusal.Message);
        Assert.Equal("in the way", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Prepare_AFileThatCannotBeOpened_IsRefused()
    {
        await using var database = TestDatabase.Unprepared();
        Directory.CreateDirectory(database.File);

        var refusal = await Assert.ThrowsAsync<PortalDatabaseException>(() => PrepareAsync(database));

        Assert.Equal(
            $"The database “{database.File}” cannot be read and written; check the disk, and that the portal's account may write to the file and to its folder.",
            refusal.Message);
    }

    [Fact]
    public async Task Prepare_AfterAChangeThatWasBrokenOff_SaysSoInsteadOfWaitingForEver()
    {
        await using var database = TestDatabase.Unprepared();
        await ExecuteAsync(
            database.File,
            "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2019-07-12')");

        await RefusedUntouchedAsync(
            database,
            $"The database “{database.File}” is being changed by another start of the portal, or one was broken off while it did so; if no other is running, restore the database from a backup, or empty its table __EFMigrationsLock.");
    }

    [Fact]
    public async Task Prepare_AServerThatDoesNotAnswer_IsRefusedInOneSentence()
    {
        await using var services = new ServiceCollection().AddPortalData(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = "SqlServer",
                ["ConnectionStrings:Portal"] = "Server=tcp:127.0.0.1,1;Database=portal;Connect Timeout=2;ConnectRetryCount=0;User ID=portal;Password=none;TrustServerCertificate=True",
            }).Build(),
            "/unused").BuildServiceProvider();
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDatabase>();

        var refusal = await Assert.ThrowsAsync<PortalDatabaseException>(() => database.PrepareAsync(None));

        Assert.Matches(
            @"^The server of the setting ConnectionStrings:Portal does not answer as it should \(SQL Server error \d+\); check that it runs, that the setting names it rightly and that the network lets the portal through\.$",
            refusal.Message);
        Assert.False((await database.HealthAsync(None)).IsReachable);
    }

    [Fact]
    public async Task Prepare_InAFolderWithAnAwkwardName_FindsItsDatabaseAgain()
    {
        await using var outer = TestDatabase.Unprepared();
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = new SqliteConnectionStringBuilder { DataSource = Path.Combine(outer.Folder, "50%25 of #1 café") }.ConnectionString,
        };
        await using var database = TestDatabase.Unprepared(settings: settings);
        await PrepareAsync(database);
        await ExecuteAsync(Path.Combine(outer.Folder, "50%25 of #1 café"), "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FlyingCars', '99.0.0')");

        await Assert.ThrowsAsync<PortalDatabaseException>(() => PrepareAsync(database));
    }

    [Fact]
    public async Task Health_OfADatabaseBehindTheProgram_IsNotReadyAndNamesWhatIsMissing()
    {
        await using var database = await TestDatabase.PreparedAsync();
        await database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory"));

        var health = await HealthAsync(database);

        Assert.True(health.IsReachable);
        Assert.False(health.IsReady);
        Assert.NotEmpty(health.PendingMigrations);
    }

    private static async Task RefusedUntouchedAsync(TestDatabase database, string sentence)
    {
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(database.File);

        var refusal = await Assert.ThrowsAsync<PortalDatabaseException>(() => PrepareAsync(database));

        Assert.Equal(sentence, refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
        Assert.Equal([database.File], Directory.GetFiles(database.Folder));
    }

    private static Task PrepareAsync(TestDatabase database) => database.RunAsync<PortalDatabase>(d => d.PrepareAsync(None));

    private static Task<DatabaseHealth> HealthAsync(TestDatabase database) => database.RunAsync<PortalDatabase, DatabaseHealth>(d => d.HealthAsync(None));

    private static Task<T> PragmaAsync<T>(TestDatabase database, string name) => database.RunAsync<PortalDbContext, T>(async context =>
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    });

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
