using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace TransformationPortal.Data.Setup;

/// <summary>Whether the database can be used: reachable, and with every change of this version in it.</summary>
/// <param name="PendingMigrations">Changes that it has not had yet; empty where it is not reachable.</param>
public sealed record DatabaseHealth(bool IsReachable, IReadOnlyList<string> PendingMigrations)
{
    public bool IsReady => IsReachable && PendingMigrations.Count == 0;
}

/// <summary>Opens the database and brings it to this version of the portal.</summary>
public sealed class PortalDatabase(PortalDbContext context, IOptions<DatabaseOptions> options)
{
    private bool IsSqlite => options.Value.Provider == DatabaseProvider.Sqlite;

    // The whole path, so that a message says where to look.
    private string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource);

    /// <summary>Says to a restore, while this is held, that the embedded database is in use.</summary>
    /// <returns>Nothing where the database is a server's, which guards itself.</returns>
    /// <exception cref="PortalDatabaseException">A restore is at work, or the folder cannot be written.</exception>
    public SqliteUse? Use()
    {
        if (!IsSqlite)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile)!);
            return SqliteUse.Share(SqliteFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PortalDatabaseException(
                $"The database {Place} is being restored, or its folder cannot be written; wait until the restore has ended, or give the portal's account the right to write there.", e);
        }
    }

    /// <summary>Makes the database where there is none, and applies what this version adds to it.</summary>
    /// <exception cref="PortalDatabaseException">
    /// It is no database, is another program's, was made by a newer version of the portal, cannot be written or does not
    /// answer. It was left as it was.
    /// </exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        var findings = await InspectAsync(ct);
        Refuse(findings);
        if (Pending(findings).Any())
        {
            if (findings.IsBeingMigrated)
            {
                throw new PortalDatabaseException(
                    $"The database {Place} is being changed by another start of the portal, or one was broken off while it did so; if no other is running, {Restoring}.");
            }

            await (IsSqlite && findings.Migrations.Count > 0 ? UpgradeAsync(new SqliteCopy(SqliteFile), ct) : MigrateAsync(ct));
        }
    }

    /// <summary>
    /// What brings a SQL Server database of any version to this one, for an administrator to run who lets no program change
    /// tables. It can be run again, and does nothing after its first error.
    /// </summary>
    /// <exception cref="PortalDatabaseException">The database is SQLite’s, which needs no script.</exception>
    public string Script() => IsSqlite
        ? throw new PortalDatabaseException("A script is for SQL Server; the embedded database is brought up to date when the portal starts.")
        : SqlServerScript.Guarded(context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));

    /// <summary>Whether the database answers and is of this version; changes nothing.</summary>
    public async Task<DatabaseHealth> HealthAsync(CancellationToken ct)
    {
        if (IsSqlite && !File.Exists(SqliteFile))
        {
            return new(false, []);
        }

        try
        {
            var findings = await InspectAsync(ct);
            return findings.IsAbsent ? new(false, []) : new(true, [.. Pending(findings)]);
        }
        catch (PortalDatabaseException)
        {
            return new(false, []);
        }
    }

    /// <summary>What an administrator of the database should change of it; nothing where it is as it should be.</summary>
    public async Task<string?> AdviceAsync(CancellationToken ct)
    {
        try
        {
            return IsSqlite ? null : await SqlServerInspection.AdviceAsync(options.Value.ConnectionString, ct);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private string Restoring => IsSqlite && File.Exists(new SqliteCopy(SqliteFile).File)
        ? $"put its copy “{new SqliteCopy(SqliteFile).File}” in its place"
        : $"restore the database from a backup, or empty its table {DatabaseFindings.LockTable}";

    private string Place => IsSqlite ? $"“{SqliteFile}”" : "of the setting ConnectionStrings:Portal";

    private IEnumerable<string> Pending(DatabaseFindings findings) => context.Database.GetMigrations().Except(findings.Migrations, StringComparer.Ordinal);

    private async Task<DatabaseFindings> InspectAsync(CancellationToken ct)
    {
        try
        {
            return IsSqlite
                ? await SqliteInspection.InspectAsync(options.Value.ConnectionString, ct)
                : await SqlServerInspection.InspectAsync(options.Value.ConnectionString, ct);
        }
        catch (DbException e)
        {
            throw new PortalDatabaseException(DatabaseFaults.Describe(e, Place), e);
        }
    }

    private void Refuse(DatabaseFindings findings)
    {
        if (findings.IsForeign)
        {
            throw new PortalDatabaseException($"The database {Place} belongs to another program and was not touched; name another in ConnectionStrings:Portal.");
        }

        var unknown = findings.Migrations.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new PortalDatabaseException(
                $"The database {Place} was made by a newer version of the portal (it holds the change {unknown[^1]}) and was not touched; start that version, or restore a backup that this one made.");
        }
    }

    // What holds a programme already is changed whole or not at all.
    private async Task UpgradeAsync(SqliteCopy copy, CancellationToken ct)
    {
        try
        {
            copy.Take();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new PortalDatabaseException($"The database {Place} has to be brought up to date, and no copy of it could be made before that at “{copy.File}”; make room there, or give the portal's account the right to write. The database was left as it was.", e);
        }

        try
        {
            await MigrateAsync(ct);
        }
        catch (Exception e) when (e is PortalDatabaseException or OperationCanceledException or InvalidOperationException)
        {
            await context.Database.CloseConnectionAsync();
            copy.PutBack();
            throw;
        }

        copy.Remove();
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        try
        {
            if (IsSqlite)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile)!);
            }

            await context.Database.MigrateAsync(ct);
            if (IsSqlite)
            {
                // Readers and a writer do not wait for each other. The file remembers it.
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            }
        }
        catch (DbException e)
        {
            throw new PortalDatabaseException(DatabaseFaults.Describe(e, Place), e);
        }
        catch (RetryLimitExceededException e) when (e.InnerException is DbException fault)
        {
            throw new PortalDatabaseException(DatabaseFaults.Describe(fault, Place), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PortalDatabaseException($"The folder of the database {Place} cannot be made or written; give the portal's account the right to write there, or change Portal:DataFolder.", e);
        }
    }
}
