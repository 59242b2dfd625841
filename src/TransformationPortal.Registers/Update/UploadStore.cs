using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Update;

/// <summary>A file that was read and waits.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Until">When (UTC) it is forgotten.</param>
public sealed record WaitingUpload(string Key, string FileName, DateTime At, DateTime Until, string Seal, RegisterFile File);

/// <summary>The files that wait to be agreed to: kept as what was understood of them, under names of our own, for two hours, and a few of each person.</summary>
public sealed class UploadStore(PortalDbContext context, CouncilClock clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <summary>How many of a person's files wait at most; the oldest makes room for a further one.</summary>
    public const int MostOfAPerson = 3;

    /// <param name="fileName">What the file was called; only shown.</param>
    /// <param name="seal">The state of the programme that it was held against.</param>
    /// <returns>The key under which it waits.</returns>
    public async Task<string> AddAsync(RegisterFile file, string fileName, string seal, Person by, CancellationToken ct)
    {
        var now = clock.Now;
        var old = now - Life;
        await context.Uploads.Where(u => u.At < old).ExecuteDeleteAsync(ct);
        await MakeRoomAsync(by, ct);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Add(new UploadEntity { Key = key, By = by, FileName = Shown(fileName), At = now, Seal = seal, Content = PackedJson.Write(file) });
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return key;
    }

    /// <returns>Nothing where there is none of that key, where its time is over, or where it is somebody else's.</returns>
    public async Task<WaitingUpload?> FindAsync(string key, Person by, CancellationToken ct)
    {
        var found = await context.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Key == key, ct);
        if (found is null || found.By.UserName != by.UserName || found.At + Life < clock.Now)
        {
            return null;
        }

        return new(found.Key, found.FileName, found.At, found.At + Life, found.Seal, PackedJson.Read<RegisterFile>(found.Content));
    }

    /// <summary>Keeps a file as it is understood now, in the place of what was understood before.</summary>
    public Task ReplaceAsync(string key, RegisterFile file, CancellationToken ct)
    {
        var content = PackedJson.Write(file);
        return context.Uploads.Where(u => u.Key == key).ExecuteUpdateAsync(u => u.SetProperty(e => e.Content, content), ct);
    }

    public Task RemoveAsync(string key, CancellationToken ct) => context.Uploads.Where(u => u.Key == key).ExecuteDeleteAsync(ct);

    // Who it waits for is kept as one text, which a database cannot look into; the few that wait are looked through here.
    private async Task MakeRoomAsync(Person by, CancellationToken ct)
    {
        var waiting = await context.Uploads.Select(u => new { u.Id, u.By, u.At }).ToListAsync(ct);
        var oldest = waiting.Where(u => u.By.UserName == by.UserName).OrderByDescending(u => u.At).ThenByDescending(u => u.Id).Skip(MostOfAPerson - 1).Select(u => u.Id).ToList();
        if (oldest.Count > 0)
        {
            await context.Uploads.Where(u => oldest.Contains(u.Id)).ExecuteDeleteAsync(ct);
        }
    }

    private static string Shown(string fileName)
    {
        var name = string.Concat(fileName.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "a file" : name.Length <= Lengths.Name ? name : name[..Lengths.Name];
    }
}
