using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Data.Reports;

/// <summary>That somebody was reminded of a report, by whom, when (UTC) and in which words.</summary>
public sealed record ChaseNote(string Project, string Whom, string Sentence, Person By, DateTime At);

/// <summary>What was said to whom while a month’s reports were chased.</summary>
public sealed class ChaseNotes(PortalDbContext context, CouncilClock clock)
{
    // A button that was pressed twice says it once.
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(1);

    /// <summary>The notes of a month, the newest first.</summary>
    public async Task<IReadOnlyList<ChaseNote>> ListAsync(ReportingMonth month, CancellationToken ct) =>
        await context.ChaseNotes.AsNoTracking().Where(n => n.Month == month).OrderByDescending(n => n.Id)
            .Select(n => new ChaseNote(n.Project!.Code, n.Whom, n.Sentence, n.By, n.At)).ToListAsync(ct);

    /// <summary>Notes that a list was read out, sent or spoken of: each of its sentences, as it reads now.</summary>
    /// <param name="words">What the PMO writes besides; the officer is then told, in the same saving. Nothing where it was only spoken of.</param>
    public async Task AddAsync(ReportingMonth month, ChaseList list, Person by, string? words, CancellationToken ct)
    {
        var codes = list.Items.Select(i => i.Project).ToList();
        var projects = await context.Projects.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id, StringComparer.Ordinal, ct);
        var (now, since) = (clock.Now, clock.Now - Twice);
        var said = (await context.ChaseNotes.AsNoTracking().Where(n => n.Month == month && n.Whom == list.Name && n.At > since).Select(n => n.Sentence).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        context.AddRange(list.Items.Where(i => !said.Contains(i.Sentence)).Select(i => new ChaseNoteEntity
        {
            ProjectId = projects[i.Project],
            Month = month,
            Whom = list.Name,
            Sentence = i.Sentence,
            By = by,
            At = now,
        }));
        if (words is not null && list.Officer is { } officer && await context.Users.Where(u => u.UserName == officer.UserName).Select(u => u.Id).SingleOrDefaultAsync(ct) is { } id)
        {
            context.Add(new HappeningEntity
            {
                Kind = NoticeKind.Chased,
                Key = Happenings.Key(now, $"chased {month} {id}"),
                At = now,
                Title = Happenings.Line($"{by.DisplayName} asks you for {(list.Items.Count == 1 ? "a report" : "reports")} for {month.Name}"),
                Text = words.Length == 0 ? "This is what the programme waits for." : Happenings.Cut(words),
                Address = "/reports",
                Items = NoticeItems.Write([.. list.Items.Select(i => new NoticeItem(i.Sentence, $"/reports/{i.Project}/{month}"))]),
                To = Audience.Of(id),
            });
        }

        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }

    /// <summary>When each officer was last told of reports that are due or late, by anybody or by themselves (UTC), by user name.</summary>
    public async Task<IReadOnlyDictionary<string, LastTold>> LastToldAsync(CancellationToken ct)
    {
        var rows = await (
            from notice in context.Notices.AsNoTracking()
            where notice.Happening.Kind == NoticeKind.ReportDue || notice.Happening.Kind == NoticeKind.ReportLate || notice.Happening.Kind == NoticeKind.Chased
            join user in context.Users on notice.UserId equals user.Id
            orderby notice.Id descending
            select new { user.UserName, notice.Happening.At, State = notice.Mail == null ? (MailState?)null : notice.Mail.State, notice.ReadAt }).Take(1000).ToListAsync(ct);
        return rows.GroupBy(r => r.UserName ?? "", StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => new LastTold(g.First().At, g.First().State, g.First().ReadAt is not null), StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>When somebody was last told (UTC), and what became of it.</summary>
/// <param name="Mail">Where the message stands; nothing where they were told in the portal only.</param>
public sealed record LastTold(DateTime At, MailState? Mail, bool IsRead);
