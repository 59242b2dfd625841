using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace TransformationPortal.Data.Setup;

/// <summary>Says in a sentence why a database cannot be used, from its own error numbers.</summary>
internal static class DatabaseFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;
    private const int SqlServerSignIn = 18456;
    private const int SqlServerMayNotMakeDatabases = 262;
    private const int SqlServerDatabaseIsThere = 1801;

    // From here on it is the connection that failed, below it a statement.
    private const int SqlServerConnectionEnds = 20;

    public static string Describe(DbException fault, string place) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteNotADatabase } => $"The file {place} is not a database and was not touched; name another in ConnectionStrings:Portal, or move it away.",
        SqliteException { SqliteErrorCode: SqliteCorrupt } => $"The database {place} is damaged and was not touched; restore it from a backup.",
        SqliteException { SqliteErrorCode: SqliteCannotOpen or SqliteReadOnly or SqliteInputOutput } =>
            $"The database {place} cannot be read and written; check the disk, and that the portal's account may write to the file and to its folder.",
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => $"The database {place} is in use by another program; stop that program and start the portal again.",
        SqliteException { SqliteErrorCode: SqliteFull } => $"There is no room left on the disk for the database {place}; make room and start the portal again.",
        SqliteException sqlite => Sentence($"The database {place} cannot be used (SQLite error {sqlite.SqliteExtendedErrorCode})."),
        SqlException { Number: SqlServerSignIn } => $"The server {place} refuses the sign-in; check the account and its right to the database.",
        SqlException { Number: SqlServerMayNotMakeDatabases } =>
            $"The database {place} is not there, and the portal's account may not make it; have it made, and give the account the right to it.",
        SqlException { Number: SqlServerDatabaseIsThere } =>
            $"The database {place} was being made by another start of the portal at the same moment; start this one again.",
        SqlException { Class: < SqlServerConnectionEnds, Number: not -2 } refused =>
            Sentence($"The server {place} refused a statement (SQL Server error {refused.Number}: {refused.Message.TrimEnd('.')}); see that the portal's account may change tables, or have an administrator run the script that the command migrate --script writes."),
        SqlException sqlServer => Sentence($"The server {place} does not answer as it should (SQL Server error {sqlServer.Number}); check that it runs, that the setting names it rightly and that the network lets the portal through."),
        _ => $"The database {place} cannot be used: {fault.Message}",
    };

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
