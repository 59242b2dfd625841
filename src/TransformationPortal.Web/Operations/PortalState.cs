using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TransformationPortal.Data;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Setup;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Operations;

/// <summary>Something of the portal that an operator wants to know.</summary>
/// <param name="Advice">What to do about it; nothing where it is well.</param>
public sealed record PortalLine(string Name, string Value, string? Advice = null);

/// <summary>How the portal itself is, in words that an operator acts on.</summary>
public sealed class PortalState(
    PortalDatabase database, PortalDbContext context, AuditLog log, IOptions<DatabaseOptions> options, PortalFolder folder, TimeProvider clock)
{
    private const long LittleRoom = 1_000_000_000;
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<PortalLine>> LinesAsync(CancellationToken ct)
    {
        var health = await database.HealthAsync(ct);
        return
        [
            new("Version", PortalVersion.Current),
            new("Database", options.Value.Provider == DatabaseProvider.Sqlite ? "SQLite, embedded" : "SQL Server", await database.AdviceAsync(ct)),
            new("Changes of the database", health.IsReady ? $"All {(await context.Database.GetAppliedMigrationsAsync(ct)).Count().ToString(CultureInfo.InvariantCulture)}, the last {(await context.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault()}" : "Not all",
                health.IsReady ? null : "Run the command migrate."),
            await EditionsAsync(ct),
            Disk(),
            await BackupAsync(ct),
        ];
    }

    private async Task<PortalLine> EditionsAsync(CancellationToken ct)
    {
        var (editions, files) = (await context.StoredEditions.CountAsync(ct), await context.EditionFiles.CountAsync(ct));
        return new("Published editions", string.Create(CultureInfo.InvariantCulture, $"{editions}, with {files} files made of them"));
    }

    private PortalLine Disk()
    {
        var drive = new DriveInfo(folder.Path);
        return new("Room on the disk of the data folder", string.Create(CultureInfo.InvariantCulture, $"{drive.AvailableFreeSpace / 1_000_000_000m:0.0} GB"),
            drive.AvailableFreeSpace < LittleRoom ? "Less than 1 GB is left: make room, or nothing can be written soon." : null);
    }

    private async Task<PortalLine> BackupAsync(CancellationToken ct)
    {
        if (options.Value.Provider != DatabaseProvider.Sqlite)
        {
            return new("Last backup", "Made by the database’s own server; the portal does not see it.");
        }

        var last = await log.LastAsync(AuditAction.BackedUp, ct);
        var isOld = last is null || clock.GetUtcNow().UtcDateTime - last.At > OldBackup;
        return new("Last backup", last is null ? "None was made by the command backup." : string.Create(CultureInfo.InvariantCulture, $"{last.At:d MMMM yyyy HH:mm} UTC: {last.Subject}"),
            isOld ? "Have the command backup run each night." : null);
    }
}

/// <summary>The portal's data folder, as a full path.</summary>
public sealed record PortalFolder(string Path);
