using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Backups;

/// <summary>What is to be restored, and where.</summary>
/// <param name="DataFolder">The portal's, as a full path.</param>
/// <param name="Overwrites">Whether a database that is there makes room.</param>
/// <param name="Passphrase">What opens the keys of sessions; nothing leaves those that are there.</param>
public sealed record RestoreRequest(string DataFolder, string From, bool Overwrites, string? Passphrase);

/// <summary>What was restored.</summary>
/// <param name="KeptIn">Where what was there before is now; nothing where nothing was.</param>
/// <param name="HasKeys">Whether the keys of sessions came with it, so that whoever was signed in still is.</param>
public sealed record Restored(BackupManifest Manifest, string? KeptIn, bool HasKeys);

/// <summary>Puts a backup in the place of the embedded database and its files. Nothing is changed before everything in it was checked.</summary>
public sealed class PortalRestore(IOptions<DatabaseOptions> options, RecordedRegisters registers, AuditAnchorFile anchors, TimeProvider clock)
{
    /// <exception cref="BackupException">It was not restored; everything is as it was.</exception>
    public async Task<Restored> RestoreAsync(RestoreRequest request, CancellationToken ct)
    {
        if (options.Value.Provider != DatabaseProvider.Sqlite)
        {
            throw new BackupException(PortalBackup.OnSqlServer);
        }

        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource);
        if (File.Exists(database) && !request.Overwrites)
        {
            throw new BackupException($"There is a database at “{database}”, which was not touched. Give --overwrite to put the backup in its place; what is there is kept beside it.");
        }

        if (!File.Exists(request.From))
        {
            throw new BackupException($"There is no file “{request.From}”.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        using var alone = SqliteUse.TakeAlone(database)
            ?? throw new BackupException($"A portal is using the database “{database}”. Stop it, and restore again.");
        using var work = WorkFolder.In(request.DataFolder);
        var manifest = await BackupArchive.UnpackAsync(request.From, work.Path, ct);
        var copy = Path.Combine(work.Path, PortalBackup.Database);
        await BackupCheck.CheckAsync(copy, manifest, registers, ct);
        var keys = await OpenKeysAsync(work.Path, request.Passphrase, ct);

        // All that can fail was tried; what is left is moving.
        var kept = MoveAside(request.DataFolder, database, keys is not null);
        File.Move(copy, database);
        anchors.Forget();
        Place(Path.Combine(work.Path, PortalBackup.Files), Path.Combine(request.DataFolder, PortalBackup.Files));
        Place(keys, Path.Combine(request.DataFolder, "keys"));
        return new(manifest, kept, keys is not null);
    }

    private static async Task<string?> OpenKeysAsync(string work, string? passphrase, CancellationToken ct)
    {
        var file = Path.Combine(work, PortalBackup.Keys);
        if (passphrase is null)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            throw new BackupException("The backup was made without the keys of sessions, so there is nothing for a passphrase to open. Nothing was changed; restore it without --keys.");
        }

        try
        {
            using var packed = new MemoryStream(SealedBytes.Open(await File.ReadAllBytesAsync(file, ct), passphrase));
            var keys = Directory.CreateDirectory(Path.Combine(work, "keys")).FullName;
            await using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            await zip.ExtractToDirectoryAsync(keys, ct);
            return keys;
        }
        catch (CryptographicException e)
        {
            throw new BackupException("The passphrase does not open the keys in the backup. Nothing was changed.", e);
        }
    }

    // What was there is the operator's to remove, once the restored portal has been looked at.
    private string? MoveAside(string dataFolder, string database, bool withKeys)
    {
        var aside = Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        string[] files = [database, database + "-wal", database + "-shm"];
        string[] folders = [Path.Combine(dataFolder, PortalBackup.Files), .. withKeys ? [Path.Combine(dataFolder, "keys")] : Array.Empty<string>()];
        if (!files.Any(File.Exists) && !folders.Any(Directory.Exists))
        {
            return null;
        }

        Directory.CreateDirectory(aside);
        foreach (var file in files.Where(File.Exists))
        {
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        }

        foreach (var folder in folders.Where(Directory.Exists))
        {
            Directory.Move(folder, Path.Combine(aside, Path.GetFileName(folder)));
        }

        return aside;
    }

    private static void Place(string? from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
    }
}
