using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data.History;

namespace TransformationPortal.Data.Setup;

/// <summary>
/// The stores over another database than the one of the settings: a copy, a backup, or the one that a programme is carried to.
/// It leaves no connection open.
/// </summary>
internal sealed class OtherDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OtherDatabase(IReadOnlyDictionary<string, string?> settings, RecordedRegisters registers)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(registers);
        collection.AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), "");
        services = collection.BuildServiceProvider();
    }

    /// <summary>A file of SQLite.</summary>
    public static OtherDatabase Sqlite(string file, RecordedRegisters registers) =>
        Open(new() { Provider = DatabaseProvider.Sqlite, ConnectionString = SqliteConnection(file, SqliteOpenMode.ReadWriteCreate) }, registers);

    /// <summary>The database of options other than the portal's own.</summary>
    /// <param name="registers">Those of the portal.</param>
    public static OtherDatabase Open(DatabaseOptions options, RecordedRegisters registers) => new(new Dictionary<string, string?>
    {
        [$"{DatabaseOptions.Section}:{nameof(options.Provider)}"] = options.Provider.ToString(),
        [$"{DatabaseOptions.Section}:{nameof(options.MaxBatchSize)}"] = options.MaxBatchSize?.ToString(CultureInfo.InvariantCulture),
        [$"{DatabaseOptions.Section}:{nameof(options.CompatibilityLevel)}"] = options.CompatibilityLevel.ToString(CultureInfo.InvariantCulture),
        [$"{DatabaseOptions.Section}:{nameof(options.CommandTimeout)}"] = options.CommandTimeout?.ToString(CultureInfo.InvariantCulture),
        ["ConnectionStrings:Portal"] = options.ConnectionString,
    }, registers);

    /// <summary>Does something with one of the stores, in a scope of its own.</summary>
    public async Task<TResult> RunAsync<TPart, TResult>(Func<TPart, Task<TResult>> act)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>A connection to a file of SQLite that is closed as soon as nobody uses it.</summary>
    public static string SqliteConnection(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString;
}
