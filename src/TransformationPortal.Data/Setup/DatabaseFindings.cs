namespace TransformationPortal.Data.Setup;

/// <summary>What a database holds before the portal touches it. Servers may tell the names of tables in letters of another case.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Migrations">The migrations it says it has had; empty where it keeps no such list.</param>
/// <param name="IsBeingMigrated">Whether a migration began and has not ended.</param>
internal sealed record DatabaseFindings(IReadOnlyList<string> Tables, IReadOnlyList<string> Migrations, bool IsBeingMigrated)
{
    public const string HistoryTable = "__EFMigrationsHistory";
    public const string LockTable = "__EFMigrationsLock";

    /// <summary>There is no database yet, or an empty one.</summary>
    public static DatabaseFindings Nothing { get; } = new([], [], false);

    /// <summary>There is no database yet.</summary>
    public static DatabaseFindings Absent { get; } = new([], [], false) { IsAbsent = true };

    /// <summary>Whether there is none.</summary>
    public bool IsAbsent { get; private init; }

    /// <summary>It holds tables that no list of migrations accounts for.</summary>
    public bool IsForeign => Migrations.Count == 0 && Tables.Except([HistoryTable, LockTable], StringComparer.OrdinalIgnoreCase).Any();
}
