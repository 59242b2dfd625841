using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>A database of a test's own: a file in a folder of its own, or a database on the SQL Server given for tests.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string SqlServerVariable = "PORTAL_TEST_SQLSERVER";

    private const BindingFlags Ours = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Loaded once in a run and then copied: most tests want it, and few want it loaded before their eyes.
    private static readonly Lazy<Task<byte[]>> SampleFile = new(async () =>
    {
        var database = await PreparedAsync();
        await database.RunAsync<SampleProgramme>(s => s.LoadAsync(CancellationToken.None));
        await database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var bytes = await System.IO.File.ReadAllBytesAsync(database.File);
        await database.DisposeAsync();
        return bytes;
    });

    private readonly ServiceProvider services;
    private readonly DatabaseProvider provider;

    private TestDatabase(DatabaseProvider provider, IReadOnlyDictionary<string, string?> settings, bool isLater = false)
    {
        this.provider = provider;
        Folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var all = new Dictionary<string, string?>(settings) { ["Database:Provider"] = provider.ToString() };
        if (provider == DatabaseProvider.SqlServer)
        {
            all["ConnectionStrings:Portal"] = new SqlConnectionStringBuilder(SqlServerConnection)
            {
                InitialCatalog = $"portal_test_{Guid.NewGuid():N}",
            }.ConnectionString;

            // As the portal takes it: some servers want one statement at a time.
            all["Database:MaxBatchSize"] = Environment.GetEnvironmentVariable("Database__MaxBatchSize");
        }

        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), Folder);
        collection.AddPortalRegisters();
        if (isLater)
        {
            collection.ConfigureDbContext<SqlitePortalDbContext>(b => b.ReplaceService<IMigrationsAssembly, LaterVersion>());
        }

        services = collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The connection string of the SQL Server for tests; nothing where there is none.</summary>
    public static string? SqlServerConnection => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } text ? text : null;

    /// <summary>The databases that tests of the data run on here.</summary>
    public static TheoryData<DatabaseProvider> Providers =>
        SqlServerConnection is null ? [DatabaseProvider.Sqlite] : [DatabaseProvider.Sqlite, DatabaseProvider.SqlServer];

    public TestClock Clock { get; } = new();

    public string Folder { get; }

    /// <summary>The embedded database's file.</summary>
    public string File => Path.Combine(Folder, "portal.db");

    /// <summary>How the database is reached.</summary>
    public DatabaseOptions Options => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    /// <summary>A database that is there, migrated and empty.</summary>
    public static async Task<TestDatabase> PreparedAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = Unprepared(provider);
        await database.RunAsync<PortalDatabase>(d => d.PrepareAsync(CancellationToken.None));
        return database;
    }

    /// <summary>A database with the sample programme in it, its quarter published.</summary>
    public static async Task<TestDatabase> WithSampleAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var copy = Unprepared(provider);
            await System.IO.File.WriteAllBytesAsync(copy.File, await SampleFile.Value);
            return copy;
        }

        var database = await PreparedAsync(provider);
        await database.RunAsync<SampleProgramme>(s => s.LoadAsync(CancellationToken.None));
        return database;
    }

    /// <summary>No database yet: only its settings.</summary>
    public static TestDatabase Unprepared(DatabaseProvider provider = DatabaseProvider.Sqlite, IReadOnlyDictionary<string, string?>? settings = null) =>
        new(provider, settings ?? new Dictionary<string, string?>());

    /// <summary>A database of this version, before a version that has <see cref="LaterVersion">a change more</see>.</summary>
    public static async Task<TestDatabase> OfAnEarlierVersionAsync()
    {
        var database = new TestDatabase(DatabaseProvider.Sqlite, new Dictionary<string, string?>(), isLater: true);
        await database.RunAsync<PortalDbContext>(c => c.Database.MigrateAsync(c.Database.GetMigrations().SkipLast(1).Last()));
        return database;
    }

    /// <summary>Does something with a part of the portal in a scope of its own, as a request would.</summary>
    public async Task<TResult> RunAsync<TPart, TResult>(Func<TPart, Task<TResult>> act)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    /// <inheritdoc cref="RunAsync{TPart, TResult}"/>
    public async Task RunAsync<TPart>(Func<TPart, Task> act)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    /// <summary>How many rows every table holds.</summary>
    public Task<Dictionary<string, int>> CountsAsync() => RunAsync<PortalDbContext, Dictionary<string, int>>(async context =>
    {
        var counts = new Dictionary<string, int>();
        foreach (var property in typeof(PortalDbContext).GetProperties(Ours).Where(p => typeof(IQueryable<object>).IsAssignableFrom(p.PropertyType)))
        {
            counts[property.Name] = await ((IQueryable<object>)property.GetValue(context)!).CountAsync();
        }

        return counts;
    });

    public async ValueTask DisposeAsync()
    {
        await RunAsync<PortalDbContext>(async context =>
        {
            if (provider == DatabaseProvider.SqlServer)
            {
                await context.Database.EnsureDeletedAsync();
            }
            else
            {
                SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
            }
        });
        await services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2019, 7, 12, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
