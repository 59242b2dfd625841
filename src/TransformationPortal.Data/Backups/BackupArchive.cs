using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace TransformationPortal.Data.Backups;

/// <summary>
/// One file that holds a backup: a ZIP archive with a manifest that lists everything else by length and SHA-256. The archive's
/// comment holds the SHA-256 of the manifest, so that nothing in it can change unnoticed by accident.
/// </summary>
internal static class BackupArchive
{
    private const int BufferLength = 128 * 1024;

    /// <summary>Writes an archive of files.</summary>
    /// <param name="files">Where each is, by its name in the archive.</param>
    /// <param name="manifest">Makes the manifest, once everything else is in.</param>
    public static async Task WriteAsync(
        string archive, IReadOnlyDictionary<string, string> files, Func<IReadOnlyList<BackedUpFile>, BackupManifest> manifest, CancellationToken ct)
    {
        await using var stream = new FileStream(archive, Private(FileMode.CreateNew));
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        var written = new List<BackedUpFile>();
        foreach (var (name, path) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            await using var from = File.OpenRead(path);
            await using var to = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
            written.Add(await CopyAsync(name, from, to, ct));
        }

        var json = manifest(written).Write();
        await using (var to = await zip.CreateEntry(BackupManifest.Name).OpenAsync(ct))
        {
            await to.WriteAsync(json, ct);
        }

        zip.Comment = Convert.ToHexStringLower(SHA256.HashData(json));
    }

    /// <summary>Unpacks an archive into an empty folder, and holds everything in it up to the manifest.</summary>
    /// <exception cref="BackupException">It is no backup, or not as it was made.</exception>
    public static async Task<BackupManifest> UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, ct);
            var manifest = await ReadManifestAsync(zip, archive, ct);
            if (!zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
                .SequenceEqual(manifest.Files.Select(f => f.Name).Append(BackupManifest.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                throw Damaged(archive, "it does not hold the files that it lists");
            }

            foreach (var file in manifest.Files)
            {
                await UnpackAsync(zip.GetEntry(file.Name)!, file, folder, archive, ct);
            }

            return manifest;
        }
        catch (InvalidDataException e)
        {
            throw new BackupException($"“{archive}” is no backup of the portal, or is not whole. Nothing was changed.", e);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, string archive, CancellationToken ct)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry)
        {
            throw new BackupException($"“{archive}” is no backup of the portal: it has no {BackupManifest.Name}. Nothing was changed.");
        }

        using var json = new MemoryStream();
        await using (var from = await entry.OpenAsync(ct))
        {
            await from.CopyToAsync(json, ct);
        }

        if (zip.Comment != Convert.ToHexStringLower(SHA256.HashData(json.ToArray())))
        {
            throw Damaged(archive, "its manifest is not the one that was written");
        }

        try
        {
            var manifest = BackupManifest.Read(json.ToArray());
            return manifest.Format <= BackupManifest.CurrentFormat
                ? manifest
                : throw new BackupException($"“{archive}” was made by version {manifest.Version} of the portal, in a form that this one does not know. Nothing was changed; restore it with that version.");
        }
        catch (JsonException)
        {
            throw Damaged(archive, "its manifest cannot be read");
        }
    }

    private static async Task UnpackAsync(ZipArchiveEntry entry, BackedUpFile listed, string folder, string archive, CancellationToken ct)
    {
        var path = Path.GetFullPath(Path.Combine(folder, listed.Name));
        if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw Damaged(archive, $"it names a file “{listed.Name}” outside its own folder");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var from = await entry.OpenAsync(ct);
        await using var to = new FileStream(path, Private(FileMode.CreateNew));
        if (await CopyAsync(listed.Name, from, to, ct) != listed)
        {
            throw Damaged(archive, $"“{listed.Name}” in it is not what was written");
        }
    }

    // What goes in and what comes out is counted and hashed on the way.
    private static async Task<BackedUpFile> CopyAsync(string name, Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[BufferLength], 0L);
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return new(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static BackupException Damaged(string archive, string how) =>
        new($"“{archive}” is damaged: {how}. Nothing was changed; take another backup.");

    /// <summary>A file that nobody but the portal's own account may read.</summary>
    internal static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = BufferLength };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
