using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>A message that a worker has in hand, with whom it goes to and what it says.</summary>
public sealed record MailInHand(long Id, Guid MessageId, DateTime WrittenAt, DateTime TriedSince, int Attempts, PortalUser To, IReadOnlyList<HappeningEntity> Says);

/// <summary>
/// The messages that are to leave. A worker takes the first of each person’s that waits, under a lease: another worker leaves
/// it, and those after it, alone until it is sent or the lease has passed, as it does where a worker was killed.
/// </summary>
public sealed class Outbox(PortalDbContext context, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes messages in hand, at most one for each person.</summary>
    public async Task<IReadOnlyList<MailInHand>> TakeAsync(Guid worker, int most, TimeSpan lease, CancellationToken ct)
    {
        var now = Now;
        var (tooFar, leaseTooFar, until) = (now + (2 * SendingPauses.Longest), now + (2 * lease), now + lease);

        // A time further ahead than any that is ever set was set by a clock that has since gone back.
        var free = context.Mails.Where(m => m.State == MailState.Waiting && (m.NextAt <= now || m.NextAt > tooFar)
            && (m.LeasedUntil == null || m.LeasedUntil < now || m.LeasedUntil > leaseTooFar));
        var ids = await free.AsNoTracking().Where(m => !context.Mails.Any(o => o.UserId == m.UserId && o.State == MailState.Waiting && o.Id < m.Id))
            .OrderBy(m => m.NextAt).ThenBy(m => m.Id).Select(m => m.Id).Take(most).ToListAsync(ct);
        if (ids.Count == 0 || await free.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(u => u.SetProperty(m => m.LeasedBy, worker).SetProperty(m => m.LeasedUntil, until), ct) == 0)
        {
            return [];
        }

        var mails = await context.Mails.AsNoTracking().Include(m => m.Notices).ThenInclude(n => n.Happening).AsSplitQuery()
            .Where(m => m.State == MailState.Waiting && m.LeasedBy == worker && ids.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(ct);
        var users = mails.ConvertAll(m => m.UserId);
        var people = await context.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        return [.. mails.Select(m => new MailInHand(m.Id, m.MessageId, m.WrittenAt, m.TriedSince, m.Attempts, people[m.UserId], [.. m.Notices.OrderBy(n => n.Id).Select(n => n.Happening)]))];
    }

    /// <summary>Renews the lease just before a message is handed over.</summary>
    /// <returns>Whether it is still this worker’s; <c>false</c> where another has taken it.</returns>
    public async Task<bool> KeepAsync(long id, Guid worker, TimeSpan lease, CancellationToken ct)
    {
        var (now, until) = (Now, Now + lease);
        return await Held(id, worker).Where(m => m.LeasedUntil >= now).ExecuteUpdateAsync(u => u.SetProperty(m => m.LeasedUntil, until), ct) == 1;
    }

    /// <summary>Notes that the server took it.</summary>
    public Task SentAsync(MailInHand mail, Guid worker, string answer, CancellationToken ct)
    {
        var (now, said) = (Now, Said(answer));
        return Held(mail.Id, worker).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now).SetProperty(m => m.Answer, said)
                .SetProperty(m => m.Attempts, mail.Attempts + 1).SetProperty(m => m.LeasedBy, (Guid?)null).SetProperty(m => m.LeasedUntil, (DateTime?)null), ct);
    }

    /// <summary>Notes that it was not taken, and when it is tried again.</summary>
    /// <param name="isForGood">Whether the server, or the address, says that trying again is of no use.</param>
    public Task NotSentAsync(MailInHand mail, Guid worker, string answer, bool isForGood, CancellationToken ct)
    {
        var said = Said(answer);
        var next = isForGood ? null : SendingPauses.Next(mail.Attempts + 1, mail.TriedSince, Now);
        var (state, at) = (next is null ? MailState.Failed : MailState.Waiting, next ?? Now);
        return Held(mail.Id, worker).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.State, state).SetProperty(m => m.NextAt, at).SetProperty(m => m.Answer, said)
                .SetProperty(m => m.Attempts, mail.Attempts + 1).SetProperty(m => m.LeasedBy, (Guid?)null).SetProperty(m => m.LeasedUntil, (DateTime?)null), ct);
    }

    /// <summary>Lets go of what was taken in hand and not tried.</summary>
    public Task ReleaseAsync(Guid worker, CancellationToken ct) => context.Mails.Where(m => m.LeasedBy == worker && m.State == MailState.Waiting)
        .ExecuteUpdateAsync(u => u.SetProperty(m => m.LeasedBy, (Guid?)null).SetProperty(m => m.LeasedUntil, (DateTime?)null), ct);

    /// <summary>Has a message sent again that was given up.</summary>
    /// <returns>Whether there is such a one.</returns>
    public async Task<bool> SendAgainAsync(long id, CancellationToken ct)
    {
        var now = Now;
        return await context.Mails.Where(m => m.Id == id && m.State == MailState.Failed).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.TriedSince, now).SetProperty(m => m.NextAt, now).SetProperty(m => m.Attempts, 0), ct) == 1;
    }

    /// <summary>What an administrator sees: what was given up, what waits longer than a first try takes, and how much was sent.</summary>
    public async Task<OutboxState> StateAsync(int most, CancellationToken ct)
    {
        var failed = Lines(context.Mails.Where(m => m.State == MailState.Failed).OrderByDescending(m => m.Id).Take(most));
        var waiting = Lines(context.Mails.Where(m => m.State == MailState.Waiting).OrderBy(m => m.Id).Take(most));
        var sent = Lines(context.Mails.Where(m => m.State == MailState.Sent).OrderByDescending(m => m.Id).Take(most));
        var counts = await context.Mails.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(await failed.ToListAsync(ct), await waiting.ToListAsync(ct), await sent.ToListAsync(ct), counts.GetValueOrDefault(MailState.Failed), counts.GetValueOrDefault(MailState.Waiting), counts.GetValueOrDefault(MailState.Sent));
    }

    private IQueryable<OutboxLine> Lines(IQueryable<MailEntity> mails) =>
        from mail in mails.AsNoTracking()
        join user in context.Users on mail.UserId equals user.Id
        select new OutboxLine(
            mail.Id, user.DisplayName, user.Email, mail.Notices.OrderBy(n => n.Id).Select(n => (NoticeKind?)n.Happening.Kind).FirstOrDefault(),
            mail.WrittenAt, mail.NextAt, mail.SentAt, mail.Attempts, mail.Answer);

    private IQueryable<MailEntity> Held(long id, Guid worker) => context.Mails.Where(m => m.Id == id && m.LeasedBy == worker && m.State == MailState.Waiting);

    private static string Said(string answer) => OneLine.Of(answer, Lengths.Text);
}

/// <summary>A message in the outbox, without what it says: that is its reader’s.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Answer">The server’s own words.</param>
public sealed record OutboxLine(
    long Id, string To, string? Address, NoticeKind? Kind, DateTime WrittenAt, DateTime NextAt, DateTime? SentAt, int Attempts, string? Answer);

/// <summary>The outbox as it stands; of each state the first, and how many there are.</summary>
public sealed record OutboxState(
    IReadOnlyList<OutboxLine> Failed, IReadOnlyList<OutboxLine> Waiting, IReadOnlyList<OutboxLine> Sent, int FailedCount, int WaitingCount, int SentCount);
