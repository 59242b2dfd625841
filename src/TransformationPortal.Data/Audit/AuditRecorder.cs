using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Editions;

namespace TransformationPortal.Data.Audit;

/// <summary>The user name of whoever acts now; nothing where nobody has signed in.</summary>
public delegate string? WhoActs();

/// <summary>What happened, before it has a place in the log.</summary>
internal sealed record AuditNote(AuditAction Action, string Subject, string? Detail, string? By = null);

/// <summary>
/// Writes the audit log together with what it tells of: every saving of the context goes through here, so that nothing that
/// is written can be left out by whoever writes it.
/// </summary>
internal sealed class AuditRecorder(WhoActs who, TimeProvider clock)
{
    /// <summary>What the log calls the portal where nobody acts.</summary>
    public const string Program = "the portal";

    // Two that write at once both mean the same number; one of them takes the next.
    private const int Tries = 10;

    /// <summary>Saves, with what the log says of it.</summary>
    public async Task<int> SaveAsync(PortalDbContext context, IReadOnlyList<AuditNote> told, Func<CancellationToken, Task<int>> save, CancellationToken ct)
    {
        var rows = SealedRows.Changed(context.ChangeTracker);
        var notes = (await AuditNotes.OfAsync(context, clock.GetUtcNow(), ct)).Concat(told).ToList();
        if (notes.Count == 0 && rows.Count > 0)
        {
            notes.Add(new(AuditAction.Recorded, "Rows", null));
        }

        if (notes.Count == 0)
        {
            return await save(ct);
        }

        for (var left = Tries; ; left--)
        {
            var entries = await AppendAsync(context, notes, rows, ct);
            try
            {
                return await save(ct);
            }
            catch (DbUpdateException e) when (left > 1 && UniqueKeyViolation.Caused(e))
            {
                if ((await LastAsync(context, ct))?.Number is not { } last || last < entries[0].Number)
                {
                    // It was something else that was there already.
                    throw;
                }
            }
            finally
            {
                entries.ForEach(entry => context.Entry(entry).State = EntityState.Detached);
            }
        }
    }

    private async Task<List<AuditEntry>> AppendAsync(PortalDbContext context, List<AuditNote> notes, List<SealedRow> rows, CancellationToken ct)
    {
        var last = await LastAsync(context, ct);
        var (number, previous, at) = (last?.Number ?? 0, last?.Hash ?? AuditEntry.Nothing, clock.GetUtcNow().UtcDateTime);
        var entries = new List<AuditEntry>();
        foreach (var note in notes)
        {
            var entry = new AuditEntry
            {
                Number = ++number,
                At = at,
                By = Short(note.By ?? who() ?? Program),
                Action = note.Action,
                Subject = Short(note.Subject),
                Detail = note.Detail is { Length: > Entities.Lengths.Text } detail ? detail[..Entities.Lengths.Text] : note.Detail,
                Rows = entries.Count == 0 && rows.Count > 0 ? SealedRows.Write(rows) : null,
                Previous = previous,
            }.Seal();
            previous = entry.Hash;
            entries.Add(entry);
            context.Add(entry);
        }

        return entries;
    }

    private static Task<LastEntry?> LastAsync(PortalDbContext context, CancellationToken ct) =>
        context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new LastEntry(e.Number, e.Hash)).FirstOrDefaultAsync(ct);

    private static string Short(string text) => text.Length > Entities.Lengths.Name ? text[..Entities.Lengths.Name] : text;

    private sealed record LastEntry(long Number, string Hash);
}
