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

    /// <summary>
    /// Notes that lists were read out, sent or spoken of: each of their sentences, as it reads now. All of them are noted and
    /// told, or none.
    /// </summary>
    /// <param name="words">
    /// What the PMO writes besides; the officers are then told, in the same saving. Nothing where it was only spoken of.
    /// </param>
    public async Task AddAsync(ReportingMonth month, IReadOnlyList<ChaseList> lists, Person by, string? words, CancellationToken ct)
    {
        var codes = lists.SelectMany(l => l.Items).Select(i => i.Project).Distinct().ToList();
        var projects = await context.Projects.AsNoTracking().Where(p => codes.Contains(p.Code))
            .ToDictionaryAsync(p => p.Code, p => p.Id, StringComparer.Ordinal, ct);
        var (now, since) = (clock.Now, clock.Now - Twice);
        var said = (await context.ChaseNotes.AsNoTracking().Where(n => n.Month == month && n.At > since)
            .Select(n => new { n.Whom, n.Sentence }).ToListAsync(ct)).Select(n => (n.Whom, n.Sentence)).ToHashSet();
        context.AddRange(lists.SelectMany(l => l.Items.Where(i => !said.Contains((l.Name, i.Sentence))).Select(i => new ChaseNoteEntity
        {
            ProjectId = projects[i.Project],
            Month = month,
            Whom = l.Name,
            Sentence = i.Sentence,
            By = by,
            At = now,
        })));
        if (words is not null)
        {
            var names = lists.Select(l => l.Officer?.UserName).OfType<string>().ToList();
            var ids = await context.Users.AsNoTracking().Where(u => names.Contains(u.UserName!))
                .ToDictionaryAsync(u => u.UserName!, u => u.Id, StringComparer.OrdinalIgnoreCase, ct);
            context.AddRange(lists.Where(l => l.Officer is { } officer && ids.ContainsKey(officer.UserName))
                .Select(l => Asked(month, l, by, words, ids[l.Officer!.UserName], now)));
        }

        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }

    private static HappeningEntity Asked(ReportingMonth month, ChaseList list, Person by, string words, string id, DateTime now) => new()
    {
        Kind = NoticeKind.Chased,
        Key = Happenings.Key(now, $"chased {month} {id}"),
        At = now,
        Title = Happenings.Line($"{by.DisplayName} asks you for {(list.Items.Count == 1 ? "a report" : "reports")} for {month.Name}"),
        Text = words.Length == 0 ? "This is what the programme waits for." : Happenings.Cut(words),
        Address = "/reports",
        Items = NoticeItems.Write([.. list.Items.Select(i => new NoticeItem(i.Sentence, $"/reports/{i.Project}/{month}"))]),
        To = Audience.Of(id),
    };

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
