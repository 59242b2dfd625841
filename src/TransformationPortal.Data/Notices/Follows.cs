using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>What people follow.</summary>
public sealed class Follows(PortalDbContext context, TimeProvider clock)
{
    /// <summary>As much as one person may follow.</summary>
    public const int Most = 200;

    /// <summary>What somebody follows, in the order in which they began.</summary>
    public async Task<IReadOnlyList<FollowEntity>> ListAsync(string userId, CancellationToken ct) =>
        await context.Follows.AsNoTracking().Where(f => f.UserId == userId).OrderBy(f => f.Id).ToListAsync(ct);

    /// <summary>Begins to follow something; where they do already, nothing happens.</summary>
    /// <returns>Whether they follow it; <c>false</c> where they follow too much.</returns>
    public async Task<bool> AddAsync(string userId, FollowedThing thing, string name, CancellationToken ct)
    {
        if (await context.Follows.AnyAsync(f => f.UserId == userId && f.Thing == thing.Text, ct))
        {
            return true;
        }

        if (await context.Follows.CountAsync(f => f.UserId == userId, ct) >= Most)
        {
            return false;
        }

        context.Add(new FollowEntity { UserId = userId, Thing = thing.Text, Name = Happenings.Line(name), Since = clock.GetUtcNow().UtcDateTime });
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (UniqueKeyViolation.Caused(e))
        {
            // A button that was pressed twice.
        }
        finally
        {
            context.ChangeTracker.Clear();
        }

        return true;
    }

    /// <summary>Ends following something.</summary>
    /// <returns>What it was called; nothing where they do not follow it.</returns>
    public async Task<string?> RemoveAsync(string userId, string thing, CancellationToken ct)
    {
        var mine = context.Follows.Where(f => f.UserId == userId && f.Thing == thing);
        var name = await mine.Select(f => f.Name).SingleOrDefaultAsync(ct);
        await mine.ExecuteDeleteAsync(ct);
        return name;
    }

    /// <summary>What an edition that is about to be stored changes of what people follow, a happening a thing.</summary>
    internal static async Task<IReadOnlyList<HappeningEntity>> ToldAsync(PortalDbContext context, StoredEdition stored, CancellationToken ct)
    {
        var follows = (await context.Follows.AsNoTracking().ToListAsync(ct)).ToLookup(f => f.Thing, StringComparer.Ordinal);
        if (follows.Count == 0 || await BeforeAsync(context, stored, ct) is not { } before)
        {
            return [];
        }

        var edition = EditionBytes.Open(stored);
        var comparison = new EditionComparison(before, edition, DecisionBasis.AsItStands);
        var when = stored.Number > 1 ? $"a correction of {stored.Quarter}" : stored.Quarter.ToString();
        var told = new List<HappeningEntity>();
        foreach (var group in follows)
        {
            if (FollowedThing.Parse(group.Key) is { } thing && thing.Changes(comparison) is { Count: > 0 } changes)
            {
                told.Add(new()
                {
                    Kind = NoticeKind.Followed,
                    Key = Happenings.Key(stored.PublishedAt, $"followed {stored.Quarter} {stored.Number} {Fingerprint(group.Key)}"),
                    At = stored.PublishedAt,
                    Title = Happenings.Line($"{thing.NameIn(edition) ?? group.First().Name} has changed in {when}"),
                    Text = Happenings.Cut(string.Join(" ", changes)),
                    Address = $"{Happenings.Address(stored.Quarter)}/{thing.Address}",
                    About = group.Key,
                    To = Audience.Of([.. group.Select(f => f.UserId)]),
                });
            }
        }

        return told;
    }

    // What readers had until now: the quarter’s earlier edition, or the one in force of the quarter before.
    private static async Task<Edition?> BeforeAsync(PortalDbContext context, StoredEdition stored, CancellationToken ct) =>
        await context.StoredEditions.AsNoTracking().Where(e => e.Quarter < stored.Quarter || (e.Quarter == stored.Quarter && e.Number < stored.Number))
            .OrderByDescending(e => e.Quarter).ThenByDescending(e => e.Number).FirstOrDefaultAsync(ct) is { } last ? EditionBytes.Open(last) : null;

    // A board’s name may be longer than a key.
    private static string Fingerprint(string thing) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(thing)))[..16];
}
