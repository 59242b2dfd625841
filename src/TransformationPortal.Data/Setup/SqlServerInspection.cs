using Microsoft.Data.SqlClient;

namespace TransformationPortal.Data.Setup;

/// <summary>Looks into a SQL Server database without changing it.</summary>
internal static class SqlServerInspection
{
    private const int CannotOpen = 4060;

    /// <exception cref="SqlException">The server does not answer, or refuses the sign-in or the database.</exception>
    /// <exception cref="PortalDatabaseException">The database is there, and is offline.</exception>
    public static async Task<DatabaseFindings> InspectAsync(string connectionString, CancellationToken ct)
    {
        // A pool remembers for some seconds that a database was not there, and says so of one that was made meanwhile.
        await using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(connectionString) { PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (SqlException e) when (e.Number == CannotOpen)
        {
            // The server says the same of a database that is not there, that is offline, and that the login may not open.
            return await StateAsync(connectionString, ct) switch
            {
                null => DatabaseFindings.Absent,
                "ONLINE" => throw new PortalDatabaseException(
                    "The database of the setting ConnectionStrings:Portal is there, and the portal's account has no right to open it; give it one.", e),
                var state => throw new PortalDatabaseException(
                    $"The database of the setting ConnectionStrings:Portal is {state.ToLowerInvariant()}; bring it online and start the portal again.", e),
            };
        }

        var tables = await TextsAsync(connection, "SELECT name FROM sys.tables WHERE is_ms_shipped = 0", ct);
        return new(
            tables,
            tables.Contains(DatabaseFindings.HistoryTable, StringComparer.OrdinalIgnoreCase) ? await TextsAsync(connection, $"SELECT MigrationId FROM [{DatabaseFindings.HistoryTable}]", ct) : [],
            IsBeingMigrated: false); // SQL Server's lock ends with the session that holds it.
    }

    /// <summary>What of the database's own settings makes the portal slow, or tell apart what people do not.</summary>
    public static async Task<string?> AdviceAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT is_read_committed_snapshot_on, collation_name FROM sys.databases WHERE name = DB_NAME()";
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Advice(reader.GetBoolean(0), await reader.IsDBNullAsync(1, ct) ? "" : reader.GetString(1)) : null;
    }

    /// <param name="readsVersions">Whether READ_COMMITTED_SNAPSHOT is on.</param>
    internal static string? Advice(bool readsVersions, string collation)
    {
        List<string> advice =
        [
            .. readsVersions ? Array.Empty<string>() : ["readers wait for writers, since READ_COMMITTED_SNAPSHOT is off; have ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON run while nobody uses it"],
            .. collation.Contains("_CI_AS", StringComparison.OrdinalIgnoreCase) ? Array.Empty<string>() : [$"its collation {collation} does not compare as the portal does, which takes one whose name holds CI_AS, such as Latin1_General_100_CI_AS; have the database made with it"],
        ];
        return advice.Count == 0 ? null : $"The database works, but {string.Join("; and ", advice)}.";
    }

    // In which state the server says the database to be; nothing where it knows of none.
    private static async Task<string?> StateAsync(string connectionString, CancellationToken ct)
    {
        var there = new SqlConnectionStringBuilder(connectionString);
        await using var server = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master" }.ConnectionString);
        await server.OpenAsync(ct);
        await using var command = server.CreateCommand();
        command.CommandText = "SELECT state_desc FROM sys.databases WHERE name = @name";
        command.Parameters.AddWithValue("@name", there.InitialCatalog);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static async Task<List<string>> TextsAsync(SqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
