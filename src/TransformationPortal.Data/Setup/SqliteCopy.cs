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
        Copy(file, unfinished);

        // Whole or not there.
        System.IO.File.Move(unfinished, File, overwrite: true);
    }

    /// <summary>Copies what a database holds at one moment into a new file, while others read and write it.</summary>
    public static void Copy(string database, string to)
    {
        using var from = Open(database, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(copy);
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
        var connection = new SqliteConnection(OtherDatabase.SqliteConnection(path, mode));
        connection.Open();
        return connection;
    }
}
