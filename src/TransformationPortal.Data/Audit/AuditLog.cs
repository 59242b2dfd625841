using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Audit;

/// <summary>What of the log somebody wants to see.</summary>
/// <param name="By">A user name, whole.</param>
/// <param name="Text">Part of what it was done to, or of its detail.</param>
/// <param name="From">The first day (UTC).</param>
/// <param name="To">The last day (UTC).</param>
public sealed record AuditFilter(AuditAction? Action = null, string? By = null, string? Text = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>The audit log, to be read, and to be told what no saving tells it.</summary>
public sealed class AuditLog(PortalDbContext context)
{
    /// <summary>Writes an entry for something that changes no data.</summary>
    /// <param name="by">Who did it, where that is not whoever is signed in.</param>
    public Task WriteAsync(AuditAction action, string subject, string? detail, CancellationToken ct, string? by = null) =>
        context.TellAsync(new(action, subject, detail, by), ct);

    /// <summary>The entries that a filter lets through, the newest first.</summary>
    public IAsyncEnumerable<AuditEntry> Read(AuditFilter filter, int skip, int most) =>
        Filtered(filter).OrderByDescending(e => e.Number).Skip(skip).Take(most).AsAsyncEnumerable();

    public Task<int> CountAsync(AuditFilter filter, CancellationToken ct) => Filtered(filter).CountAsync(ct);

    /// <summary>The newest entry of a kind.</summary>
    public Task<AuditEntry?> LastAsync(AuditAction action, CancellationToken ct) =>
        context.AuditEntries.AsNoTracking().Where(e => e.Action == action).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var entries = context.AuditEntries.AsNoTracking();
        entries = filter.Action is { } action ? entries.Where(e => e.Action == action) : entries;
        entries = filter.By is { Length: > 0 } by ? entries.Where(e => e.By == by) : entries;
        entries = filter.Text is { Length: > 0 } text ? entries.Where(e => e.Subject.Contains(text) || (e.Detail != null && e.Detail.Contains(text))) : entries;
        entries = filter.From is { } first ? entries.Where(e => e.At >= first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) : entries;
        return filter.To is { } last ? entries.Where(e => e.At < last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) : entries;
    }
}
