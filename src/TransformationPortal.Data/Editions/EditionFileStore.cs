using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Editions;

/// <summary>
/// The files that were made of published editions. The first that is made of a kind is kept, with its SHA-256; every portal
/// on the database gives those bytes and no others, whatever it would make itself.
/// </summary>
public sealed class EditionFileStore(PortalDbContext context)
{
    /// <summary>The SHA-256 of a file that is kept; nothing where none is.</summary>
    /// <param name="seal">The edition's.</param>
    public Task<string?> HashAsync(string seal, string name, CancellationToken ct) =>
        context.EditionFiles.AsNoTracking().Where(f => f.Edition == seal && f.Name == name).Select(f => f.Sha256).FirstOrDefaultAsync(ct);

    /// <summary>A file that is kept.</summary>
    /// <exception cref="EditionSealBrokenException">It is not what was made.</exception>
    public async Task<byte[]> ContentAsync(string seal, string name, CancellationToken ct)
    {
        var kept = await context.EditionFiles.AsNoTracking().SingleAsync(f => f.Edition == seal && f.Name == name, ct);
        return IsWhole(kept) ? kept.Content : throw new EditionSealBrokenException(Broken(kept));
    }

    /// <summary>Keeps a file, unless one of its name is kept already.</summary>
    /// <returns>The SHA-256 of the one that is kept now.</returns>
    public async Task<string> KeepAsync(string seal, string name, byte[] content, DateTime madeAt, CancellationToken ct)
    {
        var file = new EditionFileEntity
        {
            Edition = seal,
            Name = name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            MadeAt = madeAt,
            Content = content,
        };
        context.Add(file);
        try
        {
            await context.SaveChangesAsync(ct);
            return file.Sha256;
        }
        catch (DbUpdateException e) when (UniqueKeyViolation.Caused(e))
        {
            context.ChangeTracker.Clear();
            return (await HashAsync(seal, name, ct))!;
        }
    }

    /// <summary>A sentence for each file that is not what was made.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken ct)
    {
        var wrong = new List<string>();
        await foreach (var file in context.EditionFiles.AsNoTracking().OrderBy(f => f.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!IsWhole(file))
            {
                wrong.Add(Broken(file));
            }
        }

        return wrong;
    }

    private static bool IsWhole(EditionFileEntity file) => Convert.ToHexStringLower(SHA256.HashData(file.Content)) == file.Sha256;

    private static string Broken(EditionFileEntity file) =>
        $"The file “{file.Name}” is damaged: what is stored is not what was made, so it is not given. Restore the database from a backup.";
}
