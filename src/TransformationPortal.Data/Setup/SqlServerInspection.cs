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
