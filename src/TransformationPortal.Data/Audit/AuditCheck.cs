using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Audit;

/// <summary>How far the audit log had come when it was last found whole: kept outside the database, so that a log that was cut short or written anew is noticed.</summary>
/// <param name="Number">Of the last entry.</param>
public sealed record AuditAnchor(long Number, string Hash);

/// <summary>What was found when the audit log, and what it seals, was looked over.</summary>
/// <param name="Wrong">A sentence for each thing that is not as it was written.</param>
/// <param name="Last">Where the log ends; nothing while it is empty.</param>
public sealed record AuditFound(long Entries, IReadOnlyList<string> Wrong, AuditAnchor? Last);

/// <summary>Walks the audit log, and holds every row that it seals up to what it says.</summary>
public sealed class AuditCheck(PortalDbContext context)
{
    private const int MostNamed = 20;

    /// <param name="anchor">How far it had come when it was last found whole.</param>
    public async Task<AuditFound> CheckAsync(AuditAnchor? anchor, CancellationToken ct)
    {
        var wrong = new List<string>();
        var open = new Dictionary<(SealedTable, UInt128), List<(long Number, string About)>>();
        var (last, count) = (default(AuditAnchor), 0L);
        await foreach (var entry in context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            wrong.AddRange(Chained(last, entry));
            wrong.AddRange(Anchored(anchor, entry));
            foreach (var row in SealedRows.Read(entry.Rows))
            {
                Take(open, row, entry);
            }

            (last, count) = (new(entry.Number, entry.Hash), count + 1);
        }

        if (anchor is not null && anchor.Number > (last?.Number ?? 0))
        {
            wrong.Add(Sentence($"The audit log ends at entry {last?.Number ?? 0}, and reached entry {anchor.Number} when it was last checked. Unless the database was restored from an earlier backup, entries were taken away."));
        }

        await HoldAsync(open, wrong, ct);
        wrong.AddRange(open.Values.SelectMany(entries => entries).OrderBy(e => e.Number)
            .Select(e => Sentence($"A row that entry {e.Number} of the audit log wrote ({e.About}) is no longer there, or was changed behind the portal’s back.")));
        return new(count, Shortened(wrong), last);
    }

    private static IEnumerable<string> Chained(AuditAnchor? before, AuditEntry entry)
    {
        if (entry.Number != (before?.Number ?? 0) + 1)
        {
            yield return Sentence($"Entries {(before?.Number ?? 0) + 1} to {entry.Number - 1} of the audit log are missing.");
        }

        if (entry.Hash != entry.Reckon())
        {
            yield return Sentence($"Entry {entry.Number} of the audit log ({About(entry)}) was changed after it was written.");
        }
        else if (entry.Previous != (before?.Hash ?? AuditEntry.Nothing))
        {
            yield return Sentence($"Entry {entry.Number} of the audit log ({About(entry)}) does not follow the one before it.");
        }
    }

    private static IEnumerable<string> Anchored(AuditAnchor? anchor, AuditEntry entry)
    {
        if (anchor?.Number == entry.Number && anchor.Hash != entry.Hash)
        {
            yield return Sentence($"Entry {entry.Number} of the audit log is not the one that was there when it was last checked: the log was written anew.");
        }
    }

    private static void Take(Dictionary<(SealedTable, UInt128), List<(long Number, string About)>> open, SealedRow row, AuditEntry entry)
    {
        var key = (row.Table, row.Fingerprint);
        if (row.Came)
        {
            (open.TryGetValue(key, out var entries) ? entries : open[key] = []).Add((entry.Number, About(entry)));
        }
        else if (open.TryGetValue(key, out var entries))
        {
            entries.RemoveAt(entries.Count - 1);
            if (entries.Count == 0)
            {
                open.Remove(key);
            }
        }
    }

    private async Task HoldAsync(Dictionary<(SealedTable, UInt128), List<(long Number, string About)>> open, List<string> wrong, CancellationToken ct)
    {
        await HoldAsync(SealedTable.Editions, context.StoredEditions.OrderBy(e => e.Id), e => Sentence($"Edition {e.Number} of {e.Quarter}"), open, wrong, ct);
        await HoldAsync(SealedTable.ReportVersions, context.ReportVersions.Include(v => v.Report.Project).OrderBy(v => v.Id),
            v => Sentence($"Version {v.Number} of the report of {v.Report.Project.Code} for {v.Report.Month}"), open, wrong, ct);
        await HoldAsync(SealedTable.ReportHistory, context.ReportHistory.Include(h => h.Report.Project).OrderBy(h => h.Id),
            h => Sentence($"The history of the report of {h.Report.Project.Code} for {h.Report.Month}, revision {h.Revision} ({h.Action} by {h.By.DisplayName})"), open, wrong, ct);
        await HoldAsync(SealedTable.RegisterHistory, context.RegisterHistory.OrderBy(h => h.Id),
            h => Sentence($"The history of the register {h.Register}, {h.Row} ({h.Action} by {h.By.DisplayName})"), open, wrong, ct);
        await HoldAsync(SealedTable.Positions, context.SavingsPositions.Include(p => p.Line).OrderBy(p => p.Id),
            p => Sentence($"The position of {p.Line.Ref} as at {p.AsAt} for {p.Year} ({p.Confidence})"), open, wrong, ct);
    }

    private async Task HoldAsync<T>(
        SealedTable table, IQueryable<T> rows, Func<T, string> name,
        Dictionary<(SealedTable, UInt128), List<(long Number, string About)>> open, List<string> wrong, CancellationToken ct)
        where T : class
    {
        context.ChangeTracker.Clear();
        var tracks = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await foreach (var row in rows.AsTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            EntityEntry entry = context.Entry(row);
            var key = (table, SealedRows.Fingerprint(entry));
            entry.State = EntityState.Detached;
            if (!open.TryGetValue(key, out var entries))
            {
                wrong.Add($"{name(row)} is not what the audit log says was written: it was changed or put in behind the portal’s back.");
                continue;
            }

            entries.RemoveAt(entries.Count - 1);
            if (entries.Count == 0)
            {
                open.Remove(key);
            }
        }

        context.ChangeTracker.Clear();
        context.ChangeTracker.AutoDetectChangesEnabled = tracks;
    }

    private static List<string> Shortened(List<string> wrong) => wrong.Count <= MostNamed
        ? wrong
        : [.. wrong.Take(MostNamed), Sentence($"And {wrong.Count - MostNamed} more.")];

    private static string About(AuditEntry entry) => Sentence($"{AuditWords.Of(entry.Action)}: {entry.Subject}, by {entry.By}, {entry.At:d MMMM yyyy HH:mm} UTC");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
