using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TransformationPortal.Data.Setup;

/// <summary>Reads the database settings and says, in a sentence that names it, which one is wrong.</summary>
public sealed class DatabaseSettings(IConfiguration configuration, string dataFolder)
    : IConfigureOptions<DatabaseOptions>, IValidateOptions<DatabaseOptions>
{
    private const string Provider = $"{DatabaseOptions.Section}:Provider";
    private const string MaxBatchSize = $"{DatabaseOptions.Section}:MaxBatchSize";
    private const string CompatibilityLevel = $"{DatabaseOptions.Section}:CompatibilityLevel";
    private const string CommandTimeout = $"{DatabaseOptions.Section}:CommandTimeout";
    private const string Connection = "ConnectionStrings:Portal";

    private static readonly int[] CompatibilityLevels = [130, 140, 150, 160, 170];

    /// <summary>Whether the settings name SQL Server, for what has to know before there are services.</summary>
    public static bool IsSqlServer(IConfiguration configuration) =>
        nameof(DatabaseProvider.SqlServer).Equals(configuration[Provider], StringComparison.OrdinalIgnoreCase);

    public void Configure(DatabaseOptions options)
    {
        options.Provider = TryReadProvider(out var provider) ? provider : DatabaseProvider.Sqlite;
        options.ConnectionString = configuration[Connection] is { Length: > 0 } text ? text : DefaultConnection(options.Provider);
        options.MaxBatchSize = Number(MaxBatchSize);
        options.CompatibilityLevel = Number(CompatibilityLevel) ?? DatabaseOptions.DefaultCompatibilityLevel;
        options.CommandTimeout = Number(CommandTimeout);
    }

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var failures = new List<string>();
        if (!TryReadProvider(out _))
        {
            failures.Add($"The setting {Provider} is “{configuration[Provider]}”; it must be Sqlite or SqlServer.");
        }

        if (ConnectionFault(options) is { } fault)
        {
            failures.Add($"The setting {Connection} {fault}.");
        }

        CheckNumber(MaxBatchSize, n => n is >= 1 and <= 1000, "a whole number from 1 to 1000", failures);
        CheckNumber(CompatibilityLevel, n => CompatibilityLevels.Contains(n), $"one of {string.Join(", ", CompatibilityLevels)}", failures);
        CheckNumber(CommandTimeout, n => n is >= 1 and <= 3600, "a number of seconds from 1 to 3600", failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private bool TryReadProvider(out DatabaseProvider provider)
    {
        provider = DatabaseProvider.Sqlite;
        var text = configuration[Provider];
        return string.IsNullOrEmpty(text)
            || (text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out provider) && Enum.IsDefined(provider));
    }

    private string DefaultConnection(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "portal.db") }.ConnectionString
        : "";

    /// <summary>What is wrong with where a database is said to be; nothing where it can be tried.</summary>
    public static string? ConnectionFault(DatabaseOptions options)
    {
        if (options.ConnectionString.Length == 0)
        {
            return $"is empty; with {Provider} SqlServer it must say where the server is";
        }

        try
        {
            return options.Provider == DatabaseProvider.Sqlite
                ? SqliteFault(new SqliteConnectionStringBuilder(options.ConnectionString))
                : SqlServerFault(new SqlConnectionStringBuilder(options.ConnectionString));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return $"is no connection string of {options.Provider}: it holds a word or a value that {options.Provider} does not know";
        }
    }

    private static string? SqliteFault(SqliteConnectionStringBuilder builder) =>
        builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory
            ? "must name a file in “Data Source”; a database in memory would be lost"
            : null;

    private static string? SqlServerFault(SqlConnectionStringBuilder builder) =>
        builder.DataSource.Length == 0 || builder.InitialCatalog.Length == 0 ? "must name the server in “Server” and the database in “Database”" : null;

    private void CheckNumber(string setting, Func<int, bool> isAllowed, string allowed, List<string> failures)
    {
        if (configuration[setting] is { Length: > 0 } text && !(Number(setting) is { } number && isAllowed(number)))
        {
            failures.Add($"The setting {setting} is “{text}”; it must be {allowed}.");
        }
    }

    private int? Number(string setting) =>
        int.TryParse(configuration[setting], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
