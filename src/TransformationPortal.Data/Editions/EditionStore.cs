using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Editions;

/// <summary>The published editions. They are added and read, never changed.</summary>
public sealed class EditionStore(PortalDbContext context, ProgrammeStateReader programme, CouncilClock clock)
{
    /// <summary>What the draft of a correction says in place of its notice.</summary>
    public const string DraftNotice = "Draft of a correction: not published.";

    /// <summary>Every edition, the newest quarter first and in it the highest number; their content is not loaded.</summary>
    public async Task<IReadOnlyList<EditionEntry>> ListAsync(CancellationToken ct) =>
        await context.StoredEditions.AsNoTracking().OrderByDescending(e => e.Quarter).ThenByDescending(e => e.Number)
            .Select(e => new EditionEntry(e.Quarter, e.Number, e.AsAt, e.Notice, e.Seal, e.PublishedAt, e.PublishedBy)).ToListAsync(ct);

    /// <summary>An edition of a quarter, its seal checked.</summary>
    /// <param name="number">Which one; the newest when none is given.</param>
    /// <returns>Nothing when there is no such edition.</returns>
    /// <exception cref="EditionSealBrokenException">What is stored is not what was published.</exception>
    /// <exception cref="EditionUnreadableException">A newer program wrote it.</exception>
    public async Task<PublishedEdition?> FindAsync(Quarter quarter, int? number, CancellationToken ct)
    {
        var found = await context.StoredEditions.AsNoTracking()
            .Where(e => e.Quarter == quarter && (number == null || e.Number == number))
            .OrderByDescending(e => e.Number)
            .Select(e => new { Edition = e, Latest = context.StoredEditions.Where(o => o.Quarter == quarter).Max(o => o.Number) })
            .FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new(EditionBytes.Open(found.Edition), found.Edition.Seal, found.Edition.PublishedAt, found.Edition.PublishedBy, found.Latest);
    }

    /// <summary>Holds all that is stored up to what was published: reads and opens every edition.</summary>
    public async Task<EditionsVerified> VerifyAsync(CancellationToken ct)
    {
        var (wrong, count) = (new List<string>(), 0);
        var before = default(StoredEdition);
        await foreach (var stored in context.StoredEditions.AsNoTracking()
            .OrderBy(e => e.Quarter).ThenBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            wrong.AddRange(Missing(before?.Quarter == stored.Quarter ? before.Number : 0, stored));
            before = stored;
            try
            {
                EditionBytes.Open(stored);
            }
            catch (Exception e) when (e is EditionSealBrokenException or EditionUnreadableException)
            {
                wrong.Add(e.Message);
            }
        }

        return new(count, wrong);
    }

    // A quarter's editions are numbered without gaps, and none is ever taken away.
    private static IEnumerable<string> Missing(int last, StoredEdition stored) =>
        Enumerable.Range(last + 1, stored.Number - last - 1).Select(number => string.Create(CultureInfo.InvariantCulture,
            $"Edition {number} of {stored.Quarter} is missing, and edition {stored.Number} is there. Restore the database from a backup."));

    /// <summary>The edition that would be published now, composed from live data and stored nowhere.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    /// <exception cref="EditionRefusedException">The quarter lies outside the programme.</exception>
    public async Task<Edition> DraftAsync(Quarter quarter, CancellationToken ct) => (await DraftWithStateAsync(quarter, ct)).Edition;

    /// <summary>The same, with the data that it was composed from.</summary>
    internal async Task<(ProgrammeState State, Edition Edition)> DraftWithStateAsync(Quarter quarter, CancellationToken ct)
    {
        var number = await NextNumberAsync(quarter, ct);
        return await ComposeAsync(quarter, number, number == 1 ? null : DraftNotice, ct);
    }

    /// <summary>Closes a quarter, or corrects it: composes its next edition and stores it, in one transaction.</summary>
    /// <param name="publishedBy">Who publishes, as readers will see it; at most 200 characters.</param>
    /// <param name="notice">What changed and why; needed from the second edition on.</param>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    /// <exception cref="EditionRefusedException">The quarter lies outside the programme, or the notice is missing or too long.</exception>
    /// <exception cref="EditionConflictException">Somebody else published the quarter at the same moment.</exception>
    public async Task<EditionEntry> PublishAsync(Quarter quarter, string publishedBy, string? notice, CancellationToken ct) =>
        await PublishAsync(quarter, await NextNumberAsync(quarter, ct), publishedBy, notice, (_, _, _) => Task.FromResult<IReadOnlyList<ReconciliationNote>>([]), ct);

    /// <summary>The same, held up to what it is asked for: under the transaction that stores it, <paramref name="accept"/> sees what would be stored.</summary>
    /// <param name="number">The number it is to have. Of two who publish at once both mean the same one, and only one may have it.</param>
    /// <param name="accept">Gives the notes that the edition is published with, or refuses it by an <see cref="EditionRefusedException"/>.</param>
    internal async Task<EditionEntry> PublishAsync(
        Quarter quarter,
        int number,
        string publishedBy,
        string? notice,
        Func<ProgrammeState, Edition, CancellationToken, Task<IReadOnlyList<ReconciliationNote>>> accept,
        CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publishedBy);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(publishedBy.Length, Lengths.Name, nameof(publishedBy));

        StoredEdition? stored = null;
        try
        {
            await context.WriteAsync(
                async token => stored = await AddAsync(quarter, number, publishedBy, notice, accept, token),
                async token => await context.StoredEditions.AnyAsync(
                    e => e.Quarter == quarter && e.Number == number && e.Seal == stored!.Seal && e.PublishedAt == stored.PublishedAt, token),
                ct);
        }
        catch (DbUpdateException e) when (UniqueKeyViolation.Caused(e))
        {
            throw new EditionConflictException(
                string.Create(CultureInfo.InvariantCulture, $"Edition {number} of {quarter} was published by somebody else at the same moment. Open it, and publish a correction if one is needed."), e);
        }

        return new(stored!.Quarter, stored.Number, stored.AsAt, stored.Notice, stored.Seal, stored.PublishedAt, stored.PublishedBy);
    }

    /// <summary>The first edition of a quarter from what the database now holds, sealed as one published at a moment (UTC), but not stored yet.</summary>
    internal async Task<StoredEdition> SealFirstAsync(Quarter quarter, string publishedBy, string? notice, DateTime publishedAt, CancellationToken ct) =>
        EditionBytes.Seal((await ComposeAsync(quarter, 1, notice, ct)).Edition, publishedAt, publishedBy);

    /// <summary>The number that the next edition of a quarter has.</summary>
    internal async Task<int> NextNumberAsync(Quarter quarter, CancellationToken ct) =>
        (await context.StoredEditions.Where(e => e.Quarter == quarter).MaxAsync(e => (int?)e.Number, ct) ?? 0) + 1;

    private async Task<StoredEdition> AddAsync(
        Quarter quarter,
        int number,
        string publishedBy,
        string? notice,
        Func<ProgrammeState, Edition, CancellationToken, Task<IReadOnlyList<ReconciliationNote>>> accept,
        CancellationToken ct)
    {
        var words = string.IsNullOrWhiteSpace(notice) ? null : notice.Trim();
        var (state, edition) = await ComposeAsync(quarter, number, words, ct);
        if (await accept(state, edition, ct) is { Count: > 0 } notes)
        {
            edition = EditionComposer.Compose(state, quarter, number, words, notes);
        }

        var stored = EditionBytes.Seal(edition, clock.Now, publishedBy);

        // All files of an edition look alike, although each is made when it is first needed.
        stored.Look = EditionLook.Of(await context.Looks.AsNoTracking().SingleOrDefaultAsync(ct));
        context.Add(stored);
        await context.SaveChangesAsync(ct);
        return stored;
    }

    private async Task<(ProgrammeState State, Edition Edition)> ComposeAsync(Quarter quarter, int number, string? notice, CancellationToken ct)
    {
        if (number > 1 && notice is null)
        {
            throw new EditionRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{quarter} is published already, as edition {number - 1}. A correction needs a notice that says what changed and why."));
        }

        if (notice?.Length > Lengths.Text)
        {
            throw new EditionRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The notice is {notice.Length} characters long; it may have at most {Lengths.Text}."));
        }

        var state = await programme.ReadAsync(ct);
        if (quarter.Year < state.Programme.FirstYear || quarter.Year > state.Programme.LastYear)
        {
            throw new EditionRefusedException($"{quarter} lies outside the programme, which runs from {state.Programme.FirstYear} to {state.Programme.LastYear}.");
        }

        return (state, EditionComposer.Compose(state, quarter, number, notice));
    }
}
