using TransformationPortal.Data.Editions;

namespace TransformationPortal.Data.Audit;

/// <summary>What was found when everything that is sealed was looked over.</summary>
/// <param name="Wrong">A sentence for each thing that is not as it was written.</param>
/// <param name="Last">Where the audit log ends.</param>
public sealed record PortalVerified(int Editions, long AuditEntries, IReadOnlyList<string> Wrong, AuditAnchor? Last);

/// <summary>Looks over all that must stay as it was written: editions, their files, histories, positions and the audit log. Changes nothing.</summary>
public sealed class PortalVerification(EditionStore editions, EditionFileStore files, AuditCheck audit)
{
    /// <param name="anchor">How far the audit log had come when it was last found whole.</param>
    public async Task<PortalVerified> VerifyAsync(AuditAnchor? anchor, CancellationToken ct)
    {
        var verified = await editions.VerifyAsync(ct);
        var found = await audit.CheckAsync(anchor, ct);
        return new(verified.Editions, found.Entries, [.. verified.Wrong, .. await files.VerifyAsync(ct), .. found.Wrong], found.Last);
    }
}
