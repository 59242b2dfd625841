using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

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
    public async Task AddAsync(ReportingMonth month, ChaseList list, Person by, CancellationToken ct)
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
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
    }
}
