using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Looks;

namespace TransformationPortal.Data.Audit;

/// <summary>Reads from what is about to be saved what the audit log says of it.</summary>
internal static class AuditNotes
{
    /// <param name="now">By which a disabled account is told from one that is locked for some minutes.</param>
    public static async Task<IReadOnlyList<AuditNote>> OfAsync(PortalDbContext context, DateTimeOffset now, CancellationToken ct)
    {
        var changed = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var notes = new List<AuditNote>();
        foreach (var entry in changed)
        {
            notes.AddRange(entry.Entity switch
            {
                StoredEdition edition when entry.State == EntityState.Added => [Published(edition)],
                UploadEntity upload when entry.State == EntityState.Added => [new(AuditAction.Uploaded, upload.FileName, null, upload.By.UserName)],
                PortalUser user => OfAccount(entry, user, now),
                IdentityUserRole<string> given => [await OfRoleAsync(context, given, entry.State, ct)],
                ProjectAssignmentEntity given => [await OfProjectAsync(context, given, entry.State, ct)],
                UserSession session when entry.State == EntityState.Added => [await SignedInAsync(context, session, ct)],
                _ => Array.Empty<AuditNote>(),
            });
        }

        notes.AddRange(OfReports(Added<ReportHistoryEntity>(changed)));
        notes.AddRange(OfRegisters(Added<RegisterHistoryEntity>(changed)));
        return notes;
    }

    private static IEnumerable<T> Added<T>(List<EntityEntry> changed) =>
        changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<T>();

    private static AuditNote Published(StoredEdition edition) => new(
        AuditAction.Published,
        string.Create(CultureInfo.InvariantCulture, $"Edition {edition.Number} of {edition.Quarter}"),
        string.Join(" ", new[] { $"Published by {edition.PublishedBy}, sealed {edition.Seal}.", edition.Notice }.Where(t => t is not null)));

    private static IEnumerable<AuditNote> OfReports(IEnumerable<ReportHistoryEntity> rows) =>
        from row in rows
        group row by (row.Report.Project?.Code, row.Report.Month, row.Action, row.By.UserName) into happened
        select new AuditNote(
            AuditAction.ReportChanged, $"{happened.Key.Code ?? "a project"}, {happened.Key.Month}", happened.Key.Action.ToString(), happened.Key.UserName);

    private static IEnumerable<AuditNote> OfRegisters(IEnumerable<RegisterHistoryEntity> rows) =>
        from row in rows
        group row by (IsLook: row.Register == LookStore.Register, row.With, row.By.UserName) into happened
        select new AuditNote(
            happened.Key.IsLook ? AuditAction.LookChanged : AuditAction.RegistersChanged,
            happened.Key.With,
            string.Join(", ", happened.GroupBy(r => r.Register).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}"))),
            happened.Key.UserName);

    private static IEnumerable<AuditNote> OfAccount(EntityEntry entry, PortalUser user, DateTimeOffset now)
    {
        var name = user.UserName ?? user.Id;
        if (entry.State != EntityState.Modified)
        {
            yield return new(entry.State == EntityState.Added ? AuditAction.AccountMade : AuditAction.AccountChanged, name,
                entry.State == EntityState.Deleted ? "Taken away again: it could not be made whole." : user.DisplayName);
            yield break;
        }

        var (lockout, until) = (entry.Property(nameof(user.LockoutEnd)), entry.Property(nameof(user.OneTimePasswordUntil)));
        if (!Equals(lockout.OriginalValue, lockout.CurrentValue))
        {
            var was = (DateTimeOffset?)lockout.OriginalValue > now.AddYears(1);
            if (user.IsDisabledAt(now) || was)
            {
                yield return new(user.IsDisabledAt(now) ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, name, null);
            }
            else if (user.LockoutEnd > now)
            {
                yield return new(AuditAction.AccountLocked, name, "Too many wrong passwords.");
            }
        }

        if (Differs(entry, nameof(user.PasswordHash)))
        {
            yield return new(until.CurrentValue is not null && !Equals(until.CurrentValue, until.OriginalValue) ? AuditAction.PasswordGiven : AuditAction.PasswordChanged, name, null);
        }

        if (new[] { nameof(user.UserName), nameof(user.DisplayName), nameof(user.Email), nameof(user.TwoFactorEnabled) }.Where(p => Differs(entry, p)).ToList() is { Count: > 0 } fields)
        {
            yield return new(AuditAction.AccountChanged, name, string.Join(", ", fields));
        }
    }

    private static bool Differs(EntityEntry entry, string property) => entry.Property(property) is var p && !Equals(p.OriginalValue, p.CurrentValue);

    private static async Task<AuditNote> OfRoleAsync(PortalDbContext context, IdentityUserRole<string> given, EntityState state, CancellationToken ct) => new(
        state == EntityState.Deleted ? AuditAction.RoleTaken : AuditAction.RoleGiven,
        await NameAsync(context, given.UserId, ct),
        (await context.Roles.FindAsync([given.RoleId], ct))?.Name);

    private static async Task<AuditNote> OfProjectAsync(PortalDbContext context, ProjectAssignmentEntity given, EntityState state, CancellationToken ct) => new(
        state == EntityState.Deleted ? AuditAction.ProjectTaken : AuditAction.ProjectGiven,
        await NameAsync(context, given.UserId, ct),
        (await context.Projects.FindAsync([given.ProjectId], ct))?.Code);

    private static async Task<AuditNote> SignedInAsync(PortalDbContext context, UserSession session, CancellationToken ct)
    {
        var name = await NameAsync(context, session.UserId, ct);
        return new(AuditAction.SignedIn, name, session.Browser, name);
    }

    private static async Task<string> NameAsync(PortalDbContext context, string userId, CancellationToken ct) =>
        (await context.Users.FindAsync([userId], ct))?.UserName ?? userId;
}
