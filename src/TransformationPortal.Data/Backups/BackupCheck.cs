using Microsoft.Data.Sqlite;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Backups;

/// <summary>Opens the database of a backup, and holds it up to what the backup says of it.</summary>
internal static class BackupCheck
{
    /// <summary>Brings the database to this version and opens every edition.</summary>
    /// <exception cref="BackupException">It is damaged, or not what the backup says.</exception>
    public static async Task CheckAsync(string file, BackupManifest manifest, RecordedRegisters registers, CancellationToken ct)
    {
        try
        {
            if (await IntegrityAsync(file, ct) is { } fault)
            {
                throw new BackupException($"The database in the backup is damaged: {fault}. Nothing was changed; take another backup.");
            }

            await using var database = OtherDatabase.Sqlite(file, registers);
            await database.RunAsync<PortalDatabase, bool>(async d =>
            {
                await d.PrepareAsync(ct);
                return true;
            });
            var verified = await database.RunAsync<PortalVerification, PortalVerified>(v => v.VerifyAsync(null, ct));
            if (verified.Wrong.Count > 0)
            {
                throw new BackupException($"What the backup holds is not what was published. {string.Join(' ', verified.Wrong)} Nothing was changed.");
            }

            if (!(await EditionsAsync(database, ct)).SequenceEqual(manifest.Editions))
            {
                throw new BackupException("The database in the backup does not hold the editions that the backup lists. Nothing was changed; take another backup.");
            }
        }
        catch (Exception e) when (e is SqliteException or PortalDatabaseException)
        {
            throw new BackupException("The database in the backup cannot be opened: " + e.Message, e);
        }
    }

    public static Task<IReadOnlyList<BackedUpEdition>> EditionsAsync(OtherDatabase database, CancellationToken ct) =>
        database.RunAsync<EditionStore, IReadOnlyList<BackedUpEdition>>(async store =>
            [.. (await store.ListAsync(ct)).Select(e => new BackedUpEdition(e.Quarter.ToString(), e.Number, e.Seal))]);

    private static async Task<string?> IntegrityAsync(string file, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(OtherDatabase.SqliteConnection(file, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (await command.ExecuteScalarAsync(ct) is string said and not "ok")
        {
            return said.ReplaceLineEndings(" ");
        }

        command.CommandText = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";
        return await command.ExecuteScalarAsync(ct) is string table ? $"a row of {table} refers to one that is not there" : null;
    }
}
