using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>Whether messages leave the portal by mail.</summary>
public delegate bool SendsMail();

/// <summary>
/// Writes the notices of what happened into the same saving: every saving of the context goes through here, so that nothing
/// can happen without being told, nor be told without having happened.
/// </summary>
internal sealed class NoticeRecorder(SendsMail sends, CouncilClock council, TimeProvider clock)
{
    /// <summary>Adds what is to be told to what is about to be saved.</summary>
    /// <returns>What was added; it is to be let go of once it was saved, or was not.</returns>
    public async Task<IReadOnlyList<object>> AddAsync(PortalDbContext context, CancellationToken ct)
    {
        var added = new List<object>();
        var happened = context.ChangeTracker.Entries<HappeningEntity>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var happening in await Happenings.OfAsync(context, council, ct))
        {
            context.Add(happening);
            added.Add(happening);
            happened.Add(happening);
        }

        // What happens at once is told in one message.
        var mails = new Dictionary<string, MailEntity>(StringComparer.Ordinal);
        foreach (var happening in happened)
        {
            added.AddRange(await ToldAsync(context, happening, mails, ct));
        }

        added.AddRange(mails.Values);

        return added;
    }

    private async Task<IReadOnlyList<object>> ToldAsync(PortalDbContext context, HappeningEntity happening, Dictionary<string, MailEntity> mails, CancellationToken ct)
    {
        var people = await new Recipients(context, clock.GetUtcNow()).OfAsync(happening.To, ct);
        var facts = happening.Kind.Facts();
        var choices = facts.IsDuty ? [] : await context.NoticeChoices.AsNoTracking().Where(c => c.Kind == happening.Kind).ToDictionaryAsync(c => c.UserId, c => c.Channel, ct);
        var written = new List<object>();
        foreach (var person in people)
        {
            var channel = facts.Of(choices.TryGetValue(person.Id, out var chosen) ? chosen : null);
            if (channel == NoticeChannel.Never)
            {
                continue;
            }

            // Who can read that their account was made knows it.
            DateTime? readAt = happening.Kind == NoticeKind.AccountMade ? clock.GetUtcNow().UtcDateTime : null;
            var notice = new NoticeEntity { Happening = happening, UserId = person.Id, ReadAt = readAt };
            if (channel == NoticeChannel.Mail && sends() && person.MayBeWrittenTo(happening.Kind))
            {
                notice.Mail = mails.TryGetValue(person.Id, out var mail) ? mail : mails[person.Id] = NewMail(person.Id);
            }

            written.Add(notice);
        }

        context.AddRange(written);
        return written;
    }

    private MailEntity NewMail(string userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new() { UserId = userId, MessageId = Guid.NewGuid(), WrittenAt = now, TriedSince = now, NextAt = now };
    }
}

/// <summary>Somebody who is told of something.</summary>
internal sealed record Recipient(string Id, string UserName, string? Email, bool IsConfirmed)
{
    /// <summary>An address counts when its owner has confirmed it; the first message of all goes where an administrator said.</summary>
    public bool MayBeWrittenTo(NoticeKind kind) => !string.IsNullOrEmpty(Email) && (IsConfirmed || kind == NoticeKind.AccountMade);
}

/// <summary>Finds whom an audience is made of.</summary>
internal sealed class Recipients(PortalDbContext context, DateTimeOffset now)
{
    public async Task<IReadOnlyList<Recipient>> OfAsync(Audience to, CancellationToken ct)
    {
        if (to is { Roles.Count: 0, Projects.Count: 0, UserIds.Count: 0 })
        {
            return [];
        }

        var (roles, projects, ids) = (to.Roles.ToList(), to.Projects.ToList(), to.UserIds.ToList());
        var found = await context.Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id)
                || context.UserRoles.Any(r => r.UserId == u.Id && context.Roles.Any(o => o.Id == r.RoleId && roles.Contains(o.Name!)))
                || context.ProjectAssignments.Any(a => a.UserId == u.Id && projects.Contains(a.Project!.Code)))
            .OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.UserName, u.Email, u.EmailConfirmed, u.LockoutEnd }).ToListAsync(ct);

        // Somebody whose account is made in the same saving.
        var made = context.ChangeTracker.Entries<PortalUser>().Where(e => e.State == EntityState.Added && ids.Contains(e.Entity.Id))
            .Select(e => new Recipient(e.Entity.Id, e.Entity.UserName ?? "", e.Entity.Email, e.Entity.EmailConfirmed));
        return
        [
            .. found.Where(u => !PortalUser.IsDisabled(u.LockoutEnd, now)).Select(u => new Recipient(u.Id, u.UserName ?? "", u.Email, u.EmailConfirmed))
                .Concat(made).Where(r => !string.Equals(r.UserName, to.Except, StringComparison.OrdinalIgnoreCase)),
        ];
    }
}
