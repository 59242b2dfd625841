using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Notices;

namespace TransformationPortal.Data.Notices;

/// <summary>A notice as its reader sees it.</summary>
/// <param name="At">UTC.</param>
public sealed record ReadNotice(long Id, NoticeKind Kind, DateTime At, string Title, string Text, string Address, bool IsRead);

/// <summary>Somebody’s own notices.</summary>
public sealed class NoticeList(PortalDbContext context, TimeProvider clock)
{
    /// <summary>A page of them, the newest first.</summary>
    public async Task<IReadOnlyList<ReadNotice>> PageAsync(string userId, int skip, int most, CancellationToken ct) =>
        await Of(userId).OrderByDescending(n => n.Id).Skip(skip).Take(most)
            .Select(n => new ReadNotice(n.Id, n.Happening.Kind, n.Happening.At, n.Happening.Title, n.Happening.Text, n.Happening.Address, n.ReadAt != null)).ToListAsync(ct);

    public Task<int> CountAsync(string userId, CancellationToken ct) => Of(userId).CountAsync(ct);

    public Task<int> UnreadAsync(string userId, CancellationToken ct) => Of(userId).CountAsync(n => n.ReadAt == null, ct);

    /// <summary>Notes that somebody has read one of theirs.</summary>
    /// <returns>Where it leads; nothing where there is none of that number that is theirs.</returns>
    public async Task<string?> ReadAsync(string userId, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await context.Notices.Where(n => n.Id == id && n.UserId == userId && n.ReadAt == null).ExecuteUpdateAsync(u => u.SetProperty(n => n.ReadAt, now), ct);
        return await Of(userId).Where(n => n.Id == id).Select(n => n.Happening.Address).SingleOrDefaultAsync(ct);
    }

    /// <summary>Notes that somebody has read all of theirs up to one; what came later stays unread.</summary>
    public Task ReadAllAsync(string userId, long upTo, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.Notices.Where(n => n.UserId == userId && n.Id <= upTo && n.ReadAt == null).ExecuteUpdateAsync(u => u.SetProperty(n => n.ReadAt, now), ct);
    }

    /// <summary>How somebody chose to be told, kind by kind; a kind that is not there is told as usual.</summary>
    public async Task<IReadOnlyDictionary<NoticeKind, NoticeChannel>> ChoicesAsync(string userId, CancellationToken ct) =>
        await context.NoticeChoices.AsNoTracking().Where(c => c.UserId == userId).ToDictionaryAsync(c => c.Kind, c => c.Channel, ct);

    /// <summary>Keeps how somebody wants to be told. What duty requires is left as it is.</summary>
    public async Task ChooseAsync(string userId, IReadOnlyDictionary<NoticeKind, NoticeChannel> chosen, CancellationToken ct)
    {
        var had = await context.NoticeChoices.Where(c => c.UserId == userId).ToDictionaryAsync(c => c.Kind, ct);
        foreach (var (kind, channel) in chosen.Where(c => c.Key.Facts().Choices.Contains(c.Value) && !c.Key.Facts().IsDuty))
        {
            if (had.TryGetValue(kind, out var choice))
            {
                choice.Channel = channel;
            }
            else if (channel != kind.Facts().Usual)
            {
                context.Add(new NoticeChoiceEntity { UserId = userId, Kind = kind, Channel = channel });
            }
        }

        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }

    private IQueryable<NoticeEntity> Of(string userId) => context.Notices.AsNoTracking().Where(n => n.UserId == userId);
}
