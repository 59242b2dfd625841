using Microsoft.Data.Sqlite;

namespace TransformationPortal.Data.Setup;

/// <summary>Looks into a SQLite file without changing it.</summary>
internal static class SqliteInspection
{
    /// <exception cref="SqliteException">The file is no database, or cannot be opened.</exception>
    public static async Task<DatabaseFindings> InspectAsync(string connectionString, CancellationToken ct)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!File.Exists(builder.DataSource) || new FileInfo(builder.DataSource).Length == 0)
        {
            return DatabaseFindings.Nothing;
        }

        // A reader leaves the file as it is; a pooled connection would keep it open. Where nothing is left over beside the
        // file, it is read as immutable, since even a reader would else put its own two files there.
        builder.Mode = SqliteOpenMode.ReadOnly;
        builder.Pooling = false;
        var path = Path.GetFullPath(builder.DataSource);
        if (!File.Exists(path + "-wal") && !File.Exists(path + "-journal"))
        {
            builder.DataSource = new Uri(path).AbsoluteUri + "?immutable=1";
        }

        await using var connection = new SqliteConnection(builder.ConnectionString);
        await connection.OpenAsync(ct);
        var tables = await TextsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", ct);
        return new(
            tables,
            tables.Contains(DatabaseFindings.HistoryTable) ? await TextsAsync(connection, $"SELECT MigrationId FROM {DatabaseFindings.HistoryTable}", ct) : [],
            tables.Contains(DatabaseFindings.LockTable) && (await TextsAsync(connection, $"SELECT Timestamp FROM {DatabaseFindings.LockTable}", ct)).Count > 0);
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql, CancellationToken ct)
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
