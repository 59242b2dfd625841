using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Backups;

/// <summary>What is to be backed up, and where.</summary>
/// <param name="DataFolder">The portal's, as a full path.</param>
/// <param name="To">The archive, which is not there yet.</param>
/// <param name="Passphrase">What the keys of sessions are sealed with; nothing leaves them out.</param>
/// <param name="Version">The program's.</param>
public sealed record BackupRequest(string DataFolder, string To, string? Passphrase, string Version);

/// <summary>Makes a backup of the embedded database, and of the files beside it, while people work.</summary>
public sealed class PortalBackup(IOptions<DatabaseOptions> options, RecordedRegisters registers, TimeProvider clock)
{
    /// <summary>What somebody on SQL Server is told instead.</summary>
    public const string OnSqlServer =
        "The database is on SQL Server, whose own backup makes the copy: have the whole database backed up (full and log backups), it holds "
        + "everything that was published and written. After it was restored, run the command verify against it.";

    internal const string Database = "portal.db";
    internal const string Keys = "keys.sealed";
    internal const string Files = "files";

    /// <summary>Makes the archive, opens it again and checks everything in it; only then it gets its name.</summary>
    /// <returns>What it holds.</returns>
    /// <exception cref="BackupException">It was not made; nothing is left of it.</exception>
    public async Task<BackupManifest> MakeAsync(BackupRequest request, CancellationToken ct)
    {
        if (options.Value.Provider != DatabaseProvider.Sqlite)
        {
            throw new BackupException(OnSqlServer);
        }

        if (File.Exists(request.To))
        {
            throw new BackupException($"“{request.To}” is there already and was not touched. Name another file.");
        }

        var unfinished = request.To + ".unfinished";
        File.Delete(unfinished);
        using var work = WorkFolder.In(request.DataFolder);
        try
        {
            var made = await WriteAsync(request, work.Path, unfinished, ct);
            using var check = WorkFolder.In(request.DataFolder);
            await BackupArchive.UnpackAsync(unfinished, check.Path, ct);
            await BackupCheck.CheckAsync(Path.Combine(check.Path, Database), made, registers, ct);
            File.Move(unfinished, request.To);
            return made;
        }
        catch (SqliteException e)
        {
            throw new BackupException("The database could not be copied: " + e.Message, e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> WriteAsync(BackupRequest request, string work, string archive, CancellationToken ct)
    {
        var copy = Path.Combine(work, Database);
        SqliteCopy.Copy(Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource), copy);
        var (migrations, editions) = await ContentAsync(copy, ct);
        var files = new Dictionary<string, string> { [Database] = copy };

        // A file that is made just now comes with the next backup, or is made anew.
        foreach (var file in editions.Select(e => new DirectoryInfo(Path.Combine(request.DataFolder, Files, e.Seal)))
            .Where(d => d.Exists).SelectMany(d => d.GetFiles()).Where(f => f.Extension != ".unfinished"))
        {
            files[$"{Files}/{file.Directory!.Name}/{file.Name}"] = file.FullName;
        }

        if (request.Passphrase is { } passphrase)
        {
            files[Keys] = Path.Combine(work, Keys);
            await SealKeysAsync(Path.Combine(request.DataFolder, "keys"), files[Keys], passphrase, ct);
        }

        BackupManifest? manifest = null;
        await BackupArchive.WriteAsync(archive, files,
            written => manifest = new(BackupManifest.CurrentFormat, request.Version, clock.GetUtcNow().UtcDateTime, migrations, editions, written), ct);
        return manifest!;
    }

    private async Task<(IReadOnlyList<string> Migrations, IReadOnlyList<BackedUpEdition> Editions)> ContentAsync(string copy, CancellationToken ct)
    {
        await using var database = OtherDatabase.Sqlite(copy, registers);
        return (
            [.. await database.RunAsync<PortalDbContext, IEnumerable<string>>(c => c.Database.GetAppliedMigrationsAsync(ct))],
            await BackupCheck.EditionsAsync(database, ct));
    }

    private static async Task SealKeysAsync(string keys, string to, string passphrase, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys, "*.xml") : [])
            {
                await zip.CreateEntryFromFileAsync(key, Path.GetFileName(key), ct);
            }
        }

        await using var file = new FileStream(to, BackupArchive.Private(FileMode.CreateNew));
        await file.WriteAsync(SealedBytes.Seal(packed.ToArray(), passphrase), ct);
    }
}

/// <summary>A folder to work in, which goes with what is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one beside the data, on the same disk and under the same rights.</summary>
    public static WorkFolder In(string dataFolder)
    {
        var path = System.IO.Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"work-{Guid.NewGuid():N}"));
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
