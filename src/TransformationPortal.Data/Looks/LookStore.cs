using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Looks;

/// <summary>The council's look as it is kept.</summary>
/// <param name="Revision">0 while nobody has chosen.</param>
/// <param name="By">Who changed it last; nobody while nobody has.</param>
/// <param name="At">When (UTC).</param>
public sealed record KeptLook(CouncilLook Look, int Revision, Person? By, DateTime? At)
{
    /// <summary>The number of its Word template; nothing where it has none.</summary>
    public int? TemplateId { get; init; }
}

/// <summary>
/// Keeps the council's look: one row, changed by who has seen its latest revision, with its history in the same transaction
/// and in the registers' table. What is put in was checked before.
/// </summary>
public sealed class LookStore(PortalDbContext context, CouncilClock clock)
{
    /// <summary>The name under which its history stands among the registers'.</summary>
    public const string Register = "look";

    private const string Row = "The council’s look";

    public async Task<KeptLook> ReadAsync(CancellationToken ct) =>
        await context.Looks.AsNoTracking().Include(l => l.Template).SingleOrDefaultAsync(ct) is { } kept ? new(kept.Look, kept.Revision, kept.ChangedBy, kept.ChangedAt) { TemplateId = kept.TemplateId } : new(CouncilLook.Default, 0, null, null);

    /// <summary>The look that an edition was published with; nothing for one that came with the sample, or before looks were kept.</summary>
    /// <param name="seal">The edition's.</param>
    public async Task<CouncilLook?> OfEditionAsync(string seal, CancellationToken ct) =>
        (await context.EditionLooks.AsNoTracking().Include(l => l.Template).FirstOrDefaultAsync(l => context.StoredEditions.Any(e => e.Id == l.Id && e.Seal == seal), ct))?.Look;

    /// <param name="seen">The revision that was seen.</param>
    /// <returns>Whether it was saved; <c>false</c> where somebody else has changed the look meanwhile.</returns>
    public Task<bool> RecolourAsync(LookColours colours, int seen, Person by, CancellationToken ct) => ChangeAsync((look, at) => look.Recolour(colours, by, at), seen, by, ct);

    /// <inheritdoc cref="RecolourAsync"/>
    public Task<bool> PutLogoAsync(Logo logo, int seen, Person by, CancellationToken ct) => ChangeAsync((look, at) => look.PutLogo(logo, by, at), seen, by, ct);

    /// <inheritdoc cref="RecolourAsync"/>
    public Task<bool> RemoveLogoAsync(int seen, Person by, CancellationToken ct) => ChangeAsync((look, at) => look.RemoveLogo(by, at), seen, by, ct);

    /// <summary>Keeps a Word template that was checked until somebody uses it. What was uploaded a day ago and is used nowhere goes.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> KeepTemplateAsync(PaperTemplate template, Person by, CancellationToken ct)
    {
        var old = clock.Now.AddDays(-1);
        await context.PaperTemplates
            .Where(t => t.UploadedAt < old && !context.Looks.Any(l => l.TemplateId == t.Id) && !context.EditionLooks.Any(l => l.TemplateId == t.Id)).ExecuteDeleteAsync(ct);
        var kept = new PaperTemplateEntity { Name = template.Name, Bytes = template.Bytes.ToArray(), UploadedBy = by, UploadedAt = clock.Now };
        context.Add(kept);
        await context.SaveChangesAsync(ct);
        return kept.Id;
    }

    /// <summary>A template that was uploaded; nothing where there is none of that number, or no longer.</summary>
    public Task<PaperTemplateEntity?> FindTemplateAsync(int id, CancellationToken ct) => context.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);

    /// <inheritdoc cref="RecolourAsync"/>
    /// <param name="id">A template that was uploaded; nothing to lay the one that is there aside.</param>
    public async Task<bool> UseTemplateAsync(int? id, int seen, Person by, CancellationToken ct)
    {
        var template = id is null ? null : await context.PaperTemplates.SingleOrDefaultAsync(t => t.Id == id, ct);
        return template is null == id is null && await ChangeAsync((look, at) => look.UseTemplate(template, by, at), seen, by, ct);
    }

    /// <summary>What happened to it, the latest first.</summary>
    public async Task<IReadOnlyList<RegisterHistoryEntity>> HistoryAsync(int most, CancellationToken ct) =>
        await context.RegisterHistory.AsNoTracking().Where(h => h.Register == Register).OrderByDescending(h => h.Id).Take(most).ToListAsync(ct);

    /// <summary>The council's name, as the programme gives it; nothing while there is no programme.</summary>
    public Task<string?> CouncilAsync(CancellationToken ct) => context.ProgrammeSettings.AsNoTracking().Select(p => p.Council).SingleOrDefaultAsync(ct);

    private async Task<bool> ChangeAsync(Func<LookEntity, DateTime, IReadOnlyList<LookChange>> change, int seen, Person by, CancellationToken ct)
    {
        var at = clock.Now;
        var isSaved = false;
        try
        {
            await context.WriteAsync(
                async token =>
                {
                    isSaved = false;
                    var look = await context.Looks.Include(l => l.Template).SingleOrDefaultAsync(token);
                    if ((look?.Revision ?? 0) != seen)
                    {
                        return;
                    }

                    if (look is null)
                    {
                        context.Add(look = new LookEntity());
                    }

                    var changes = change(look, at);
                    if (changes.Count > 0)
                    {
                        context.AddRange(changes.Select(c => new RegisterHistoryEntity
                        {
                            Register = Register, Row = Row, Action = RegisterAction.Changed, Column = c.Field, From = c.From, To = c.To, By = by, At = at, With = "The page of the look",
                        }));
                        await context.SaveChangesAsync(token);
                    }

                    isSaved = true;
                },
                token => context.Looks.AnyAsync(l => l.Revision == seen + 1 && l.ChangedAt == at, token),
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            isSaved = false;
        }
        catch (DbUpdateException e) when (seen == 0 && UniqueKeyViolation.Caused(e))
        {
            isSaved = false;
        }

        return isSaved;
    }
}
