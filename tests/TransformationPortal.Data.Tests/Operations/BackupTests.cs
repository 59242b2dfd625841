using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Backups;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Operations;

/// <summary>Backups of the embedded database: made while people write, and put in its place again.</summary>
public sealed class BackupTests
{
    private const string Passphrase = "an umbrella in the hall";

    [Fact]
    public async Task Restore_OfABackupMadeUnderLoad_BringsBackWhatOneMomentHeld()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var archive = Path.Combine(database.Folder, "a.backup");
        var seal = await database.RunAsync<PortalDbContext, string>(c => c.StoredEditions.Select(e => e.Seal).SingleAsync());
        await WriteFileAsync(database, Path.Combine("files", seal, "annex-1.docx"), "as it was made");
        await WriteFileAsync(database, Path.Combine("files", seal, "half.unfinished"), "half");
        await WriteFileAsync(database, Path.Combine("files", "drafts", "d", "annex-1.docx"), "of a draft");
        await WriteFileAsync(database, Path.Combine("keys", "key-1.xml"), "<key/>");

        BackupManifest made;
        using (var stop = new CancellationTokenSource())
        {
            var writers = Enumerable.Range(0, 3).Select(w => Task.Run(() => WriteInPairsAsync(database, w, stop.Token))).ToList();
            await Task.Delay(300);
            made = await database.RunAsync<PortalBackup, BackupManifest>(b => b.MakeAsync(new(database.Folder, archive, Passphrase, "1.2.3"), default));
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        await DestroyAsync(database);
        var restored = await database.RunAsync<PortalRestore, Restored>(
            r => r.RestoreAsync(new(database.Folder, archive, Overwrites: true, Passphrase), default));

        Assert.True(restored.HasKeys);
        Assert.Equal(made.Editions, restored.Manifest.Editions);
        Assert.Equal(seal, Assert.Single(restored.Manifest.Editions).Seal);
        Assert.Equal(["files/" + seal + "/annex-1.docx", "keys.sealed", "portal.db"], made.Files.Select(f => f.Name));
        Assert.Equal("as it was made", await File.ReadAllTextAsync(Path.Combine(database.Folder, "files", seal, "annex-1.docx")));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(database.Folder, "keys", "key-1.xml")));
        Assert.Empty((await database.RunAsync<Data.Editions.EditionStore, Data.Editions.EditionsVerified>(s => s.VerifyAsync(default))).Wrong);

        // Each writer writes two rows at once: both came, or neither.
        var words = await database.RunAsync<PortalDbContext, List<string>>(c => c.CouncilWords.Where(w => w.Word.StartsWith("load")).Select(w => w.Word).ToListAsync());
        Assert.NotEmpty(words);
        Assert.All(words.GroupBy(w => w[..^2]), pair => Assert.Equal(2, pair.Count()));
    }

    [Fact]
    public async Task Restore_WhereADatabaseIs_TouchesItOnlyWhenTold_AndKeepsIt()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var archive = await BackUpAsync(database, null);
        await database.RunAsync<PortalDbContext>(async c =>
        {
            c.Add(Word("later"));
            await c.SaveChangesAsync();
        });

        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(database, archive, overwrites: false));
        Assert.Contains("--overwrite", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await LaterAsync(database));

        using (SqliteUse.Share(database.File))
        {
            Assert.Contains("Stop it", (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(database, archive, overwrites: true))).Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, await LaterAsync(database));
        await CloseAsync(database);
        var restored = await RestoreAsync(database, archive, overwrites: true);
        Assert.False(restored.HasKeys);
        Assert.True(File.Exists(Path.Combine(restored.KeptIn!, "portal.db")));
        Assert.Equal(0, await LaterAsync(database));
        Assert.Empty(Directory.GetDirectories(database.Folder, "work-*"));
    }

    [Fact]
    public async Task Restore_WithAPassphraseThatDoesNotOpenTheKeys_ChangesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var (with, without) = (await BackUpAsync(database, Passphrase), await BackUpAsync(database, null));

        var wrong = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(database, with, overwrites: true, "another one altogether"));
        var none = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(database, without, overwrites: true, Passphrase));

        Assert.Contains("does not open the keys", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("without the keys", none.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(database.Folder, "before-restore-*"));
    }

    [Fact]
    public async Task Unpack_OfAnArchiveWithAnyByteChanged_IsRefusedOrGivesWhatWasWritten()
    {
        var folder = Directory.CreateTempSubdirectory("portal-archive-");
        var (file, archive) = (Path.Combine(folder.FullName, "content"), Path.Combine(folder.FullName, "a.backup"));
        var content = RandomNumberGenerator.GetBytes(4_000);
        await File.WriteAllBytesAsync(file, content);
        await BackupArchive.WriteAsync(archive, new Dictionary<string, string> { ["portal.db"] = file, ["files/s/one"] = file }, files => new(1, "1", default, [], [], files), default);
        var whole = await File.ReadAllBytesAsync(archive);
        var refused = 0;
        for (var at = 0; at < whole.Length; at += 37)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x20;
            await File.WriteAllBytesAsync(archive, changed);
            var to = folder.CreateSubdirectory($"at-{at}");
            try
            {
                await BackupArchive.UnpackAsync(archive, to.FullName, default);
                Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(to.FullName, "portal.db")));
                Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(to.FullName, "files", "s", "one")));
            }
            catch (BackupException)
            {
                refused++;
            }
        }

        // Most of it is content; some bytes of the archive's frame, such as its times, say nothing that is kept.
        Assert.True(refused > whole.Length / 37 * 0.8, $"{refused} of {whole.Length / 37} changes were refused.");
        await File.WriteAllBytesAsync(archive, whole[..^200]);
        await Assert.ThrowsAsync<BackupException>(() => BackupArchive.UnpackAsync(archive, folder.CreateSubdirectory("short").FullName, default));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Restore_OfABackupWhoseEditionWasChanged_IsRefusedAndNamesIt()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await database.RunAsync<PortalDbContext>(c => c.StoredEditions.ExecuteUpdateAsync(u => u.SetProperty(e => e.Notice, "Never said.")));

        var refused = await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(database, null));

        Assert.Contains("Edition 1 of 2019/20 Q1 is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(database.Folder, "*.backup*"));
    }

    private static async Task<string> BackUpAsync(TestDatabase database, string? passphrase)
    {
        var archive = Path.Combine(database.Folder, $"{Guid.NewGuid():N}.backup");
        await database.RunAsync<PortalBackup, BackupManifest>(b => b.MakeAsync(new(database.Folder, archive, passphrase, "1.2.3"), default));
        return archive;
    }

    private static Task<Restored> RestoreAsync(TestDatabase database, string archive, bool overwrites, string? passphrase = null) =>
        database.RunAsync<PortalRestore, Restored>(r => r.RestoreAsync(new(database.Folder, archive, overwrites, passphrase), default));

    private static async Task WriteInPairsAsync(TestDatabase database, int writer, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await database.RunAsync<PortalDbContext>(async c =>
            {
                c.AddRange(Word($"load {writer} {i} a"), Word($"load {writer} {i} b"));
                await c.SaveChangesAsync(CancellationToken.None);
            });
        }
    }

    private static Task<int> LaterAsync(TestDatabase database) =>
        database.RunAsync<PortalDbContext, int>(c => c.CouncilWords.CountAsync(w => w.Word == "later"));

    private static async Task WriteFileAsync(TestDatabase database, string name, string content)
    {
        var path = Path.Combine(database.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    private static async Task DestroyAsync(TestDatabase database)
    {
        await CloseAsync(database);
        await File.WriteAllBytesAsync(database.File, [1, 2, 3]);
        File.Delete(database.File + "-wal");
        File.Delete(database.File + "-shm");
        Directory.Delete(Path.Combine(database.Folder, "files"), recursive: true);
        Directory.Delete(Path.Combine(database.Folder, "keys"), recursive: true);
    }

    private static Task CloseAsync(TestDatabase database) => database.RunAsync<PortalDbContext>(c =>
    {
        SqliteConnection.ClearPool((SqliteConnection)c.Database.GetDbConnection());
        return Task.CompletedTask;
    });

    private static CouncilWordEntity Word(string term) => new() { Word = term, Meaning = "A word." };
}
