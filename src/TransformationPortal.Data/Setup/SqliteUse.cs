namespace TransformationPortal.Data.Setup;

/// <summary>
/// Says to other programs on the same SQLite database that it is in use, or that it is to be left alone. Portals may use one
/// together; what takes the file away from under them may not.
/// </summary>
public sealed class SqliteUse : IDisposable
{
    private readonly FileStream held;

    private SqliteUse(FileStream held) => this.held = held;

    /// <summary>Says that the database is in use until this is disposed, or the program ends in whatever way.</summary>
    /// <param name="database">Its file, which need not be there yet; its folder must.</param>
    /// <exception cref="IOException">Somebody has it alone.</exception>
    public static SqliteUse Share(string database) => new(Open(database, FileAccess.Read, FileShare.Read));

    /// <summary>Has the database alone.</summary>
    /// <returns>Nothing where it is in use.</returns>
    public static SqliteUse? TakeAlone(string database)
    {
        try
        {
            return new(Open(database, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();

    private static FileStream Open(string database, FileAccess access, FileShare share) =>
        new(database + ".in-use", FileMode.OpenOrCreate, access, share, bufferSize: 1);
}
