using Microsoft.Data.SqlClient;

namespace TransformationPortal.Data.Setup;

/// <summary>Looks into a SQL Server database without changing it.</summary>
internal static class SqlServerInspection
{
    private const int NoSuchDatabase = 4060;

    /// <exception cref="SqlException">The server does not answer, or refuses the sign-in.</exception>
    public static async Task<DatabaseFindings> InspectAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (SqlException e) when (e.Number == NoSuchDatabase)
        {
            return DatabaseFindings.Nothing;
        }

        var tables = await TextsAsync(connection, "SELECT name FROM sys.tables WHERE is_ms_shipped = 0", ct);
        return new(
            tables,
            tables.Contains(DatabaseFindings.HistoryTable) ? await TextsAsync(connection, $"SELECT MigrationId FROM [{DatabaseFindings.HistoryTable}]", ct) : [],
            IsBeingMigrated: false); // SQL Server's lock ends with the session that holds it.
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
