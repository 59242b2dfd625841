using Microsoft.Data.Sqlite;

namespace TransformationPortal.Data.Setup;

/// <summary>
/// A copy of a SQLite database, taken before it is changed. SQLite makes some changes of a table in several steps, and one
/// that is broken off leaves neither the old table nor the new one.
/// </summary>
/// <param name="file">The database.</param>
internal sealed class SqliteCopy(string file)
{
    /// <summary>Where the copy lies.</summary>
    public string File { get; } = file + ".before-upgrade";

    /// <summary>Copies what the database holds now.</summary>
    public void Take()
    {
        var unfinished = File + ".unfinished";
        System.IO.File.Delete(unfinished);
        using (var from = Open(file, SqliteOpenMode.ReadWrite))
        using (var to = Open(unfinished, SqliteOpenMode.ReadWriteCreate))
        {
            from.BackupDatabase(to);
        }

        // Whole or not there.
        System.IO.File.Move(unfinished, File, overwrite: true);
    }

    /// <summary>Puts the copy in the database's place.</summary>
    public void PutBack()
    {
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(file + "-wal");
        System.IO.File.Delete(file + "-shm");
        System.IO.File.Move(File, file, overwrite: true);
    }

    public void Remove() => System.IO.File.Delete(File);

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
