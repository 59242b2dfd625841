using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Quarters;

/// <summary>A finding with the note that was signed for it; none where it is open.</summary>
/// <param name="NeedsFinance">Whether more is apart than the council lets the PMO sign for alone.</param>
public sealed record AnsweredFinding(Finding Finding, ReconciliationNote? Note, bool NeedsFinance = false)
{
    /// <summary>Whether the quarter can be published with it.</summary>
    public bool IsAnswered => Finding.Severity == FindingSeverity.ToBeSigned && Note is not null && !WaitsForFinance;

    /// <summary>Whether the PMO has signed for it and finance has yet to.</summary>
    public bool WaitsForFinance => NeedsFinance && Note is { FinanceBy: null };
}

/// <summary>A quarter as it would be published now.</summary>
/// <param name="Mark">Names what would be published: who publishes has seen just this.</param>
/// <param name="Editions">Its published editions, the newest first.</param>
/// <param name="HasEnded">Whether its last day has passed.</param>
public sealed record QuarterLook(
    Edition Draft, string Mark, IReadOnlyList<AnsweredFinding> Findings, IReadOnlyList<ReportStanding> Reports, IReadOnlyList<EditionEntry> Editions, bool HasEnded)
{
    public Quarter Quarter => Draft.Quarter;

    public IEnumerable<AnsweredFinding> Open => Findings.Where(f => !f.IsAnswered);

    /// <summary>The number that the next edition has.</summary>
    public int Number => Draft.Number;

    /// <summary>What a correction would change of the edition in force; nothing before the first.</summary>
    public CorrectionReview? Review { get; init; }

    /// <summary>Before the first edition: the edition in force of the quarter published before, and what differs from it; nothing where there is none.</summary>
    public (Edition Edition, IReadOnlyList<ReviewedChange> Changes)? Before { get; init; }
}

/// <summary>What somebody asks for who publishes a quarter.</summary>
/// <param name="Number">The edition that they mean to publish: 1, or that of the correction.</param>
/// <param name="Mark">What they saw: <see cref="QuarterLook.Mark"/>.</param>
/// <param name="Notice">For a correction, what changed and why.</param>
/// <param name="IsBeforeItsEnd">Whether they say that they publish a quarter that has not ended.</param>
/// <param name="Confirmed">For a correction, the keys of the changes that they confirm although the notice does not name them.</param>
public sealed record Publication(int Number, string Mark, string? Notice, bool IsBeforeItsEnd, IReadOnlyCollection<string>? Confirmed = null);

/// <summary>Looks a quarter over and publishes it: nothing that contradicts itself unanswered, and nothing that was not seen.</summary>
public sealed class QuarterClosing(PortalDbContext context, EditionStore editions, CouncilClock clock)
{
    private const int MarkLength = 32;

    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    /// <exception cref="EditionRefusedException">The quarter lies outside the programme.</exception>
    public async Task<QuarterLook> LookAsync(Quarter quarter, CancellationToken ct)
    {
        var (state, draft) = await editions.DraftWithStateAsync(quarter, ct);
        var reports = await StandingAsync(draft, ct);
        return new(
            draft, MarkOf(state, quarter), await AnsweredAsync(state, draft, reports, ct), reports,
            [.. (await editions.ListAsync(ct)).Where(e => e.Quarter == quarter)], HasEnded(quarter));
    }

    /// <summary>The same, beside what it would follow.</summary>
    /// <inheritdoc cref="LookAsync"/>
    public async Task<QuarterLook> LookBesideAsync(Quarter quarter, CancellationToken ct)
    {
        var look = await LookAsync(quarter, ct);
        return look with { Review = await ReviewAsync(look.Draft, ct), Before = await BeforeAsync(look.Draft, ct) };
    }

    /// <summary>What would be published now.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    /// <exception cref="EditionRefusedException">The quarter lies outside the programme.</exception>
    public Task<Edition> DraftAsync(Quarter quarter, CancellationToken ct) => editions.DraftAsync(quarter, ct);

    /// <summary>The quarters of the programme that have begun, the newest first.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<IReadOnlyList<(Quarter Quarter, bool HasEnded)>> QuartersAsync(CancellationToken ct)
    {
        var years = await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.FirstYear, s.LastYear }).SingleOrDefaultAsync(ct) ?? throw new ProgrammeMissingException();
        return
        [
            .. FinancialYear.Range(years.FirstYear, years.LastYear).SelectMany(y => Enumerable.Range(1, 4), (year, number) => new Quarter(year, number))
                .Where(q => q.FirstDay <= clock.Today).OrderDescending().Select(q => (q, HasEnded(q))),
        ];
    }

    /// <summary>Publishes a quarter, or corrects it. Everything is asked again under the transaction that stores it.</summary>
    /// <param name="publishedBy">Who publishes; readers see the name.</param>
    /// <exception cref="EditionRefusedException">It was refused: why is in its message. Nothing was stored.</exception>
    /// <exception cref="EditionConflictException">Somebody else published at the same moment.</exception>
    public async Task<EditionEntry> PublishAsync(Quarter quarter, Publication asked, Person publishedBy, CancellationToken ct)
    {
        var next = await editions.NextNumberAsync(quarter, ct);
        if (asked.Number != next)
        {
            throw new EditionRefusedException(asked.Number < next
                ? string.Create(CultureInfo.InvariantCulture, $"{quarter} is published already, as edition {next - 1}. To change it, publish a correction with a notice.")
                : string.Create(CultureInfo.InvariantCulture, $"{quarter} has no edition {asked.Number - 1} yet, so edition {asked.Number} cannot be published."));
        }

        if (!HasEnded(quarter) && !asked.IsBeforeItsEnd)
        {
            throw new EditionRefusedException($"{quarter} ends on {DateFormat.Long(quarter.LastDay)} and has not ended. Tick that you publish it before its end, or wait.");
        }

        return await editions.PublishAsync(quarter, asked.Number, publishedBy.DisplayName, asked.Number == 1 ? null : asked.Notice, async (state, edition, token) =>
        {
            if (MarkOf(state, quarter) != asked.Mark)
            {
                throw new EditionRefusedException($"Something in {quarter} has changed since you looked at it. Look at it again, and publish what you then see.");
            }

            var findings = await AnsweredAsync(state, edition, await StandingAsync(edition, token), token);
            var open = findings.Where(f => !f.IsAnswered).ToList();
            if (await ReviewAsync(edition, token) is { } review)
            {
                Held(quarter, review, asked);
            }

            if (open.Count == 0 && SigningRules.IsAlone(publishedBy.UserName, await SignersAsync(quarter, findings, token)))
            {
                throw new EditionRefusedException("You are the only one who has signed for what stands, so you cannot also publish it. Somebody else of the PMO signs for a finding or publishes, or finance signs beside you.");
            }

            return open.Count == 0 ? [.. findings.Select(f => f.Note!)] : throw new EditionRefusedException(
                $"{(open.Count == 1 ? "One finding is" : $"{MoneyFormat.Count(open.Count)} findings are")} open: {string.Join(" ", open.Take(3).Select(f => f.Finding.Disagreement))} Mend what can be mended, and sign for the rest.");
        }, ct);
    }

    private async Task<IReadOnlyCollection<string>> SignersAsync(Quarter quarter, IReadOnlyList<AnsweredFinding> findings, CancellationToken ct)
    {
        var keys = findings.Select(f => f.Finding.Key).ToHashSet(StringComparer.Ordinal);
        var signed = await context.ReconciliationNotes.AsNoTracking().Where(n => n.Quarter == quarter).ToListAsync(ct);
        return [.. signed.Where(n => keys.Contains(n.Finding)).SelectMany(n => new[] { n.SignedBy, n.FinanceBy }).OfType<Person>().Select(p => p.UserName)];
    }

    private async Task<CorrectionReview?> ReviewAsync(Edition draft, CancellationToken ct) =>
        draft.Number > 1 && await editions.FindAsync(draft.Quarter, draft.Number - 1, ct) is { } published ? new(published.Content, draft) : null;

    private async Task<(Edition Edition, IReadOnlyList<ReviewedChange> Changes)?> BeforeAsync(Edition draft, CancellationToken ct)
    {
        var last = draft.Number > 1 ? null : (await editions.ListAsync(ct)).Where(e => e.Quarter < draft.Quarter).MaxBy(e => (e.Quarter, e.Number));
        return last is not null && await editions.FindAsync(last.Quarter, last.Number, ct) is { Content: var before }
            ? (before, [.. new CorrectionReview(before, draft).Changes.Where(c => !c.IsOfItsQuarter)])
            : null;
    }

    // A correction corrects something, and nothing goes out under a notice about something else.
    private static void Held(Quarter quarter, CorrectionReview review, Publication asked)
    {
        if (review.IsNone)
        {
            throw new EditionRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"Nothing in {quarter} differs from edition {asked.Number - 1}, so there is nothing to correct. Change what is wrong first."));
        }

        var open = review.ToConfirm(asked.Notice).Where(c => asked.Confirmed?.Contains(c.Key) != true).ToList();
        if (open.Count > 0)
        {
            throw new EditionRefusedException(
                $"{(open.Count == 1 ? "One change is" : $"{MoneyFormat.Count(open.Count)} changes are")} neither named in your notice nor confirmed: {string.Join("; ", open.Take(3).Select(c => $"{c.Group}: {c.Sentence}"))}{(open.Count > 3 ? " and others" : "")}. Name them in the notice, or confirm each.");
        }
    }

    private bool HasEnded(Quarter quarter) => quarter.LastDay < clock.Today;

    // The seal of what would be published, whatever its number and notice.
    private static string MarkOf(ProgrammeState state, Quarter quarter) => EditionJson.Seal(EditionJson.Write(EditionComposer.Compose(state, quarter, 1)))[..MarkLength];

    private async Task<IReadOnlyList<AnsweredFinding>> AnsweredAsync(ProgrammeState state, Edition draft, IReadOnlyList<ReportStanding> reports, CancellationToken ct)
    {
        var notes = await context.ReconciliationNotes.AsNoTracking().Where(n => n.Quarter == draft.Quarter).ToDictionaryAsync(n => n.Finding, ct);
        return
        [
            .. Gate.Check(draft, reports, ProseText.Of(state, draft.Quarter)).DistinctBy(f => f.Key).Select(f => new AnsweredFinding(
                f, notes.GetValueOrDefault(f.Key) is { } note && f.IsNoWorseThan(note.Apart, note.Covers.Split(' '))
                    ? new ReconciliationNote(f.Key, f.Disagreement, note.Words, note.SignedBy.DisplayName, note.SignedAt, note.FinanceBy?.DisplayName) : null,
                SigningRules.NeedsFinance(f, state.Programme.FinanceSignsAbove))),
        ];
    }

    // Who had to report is who was live on the quarter's last day.
    private async Task<IReadOnlyList<ReportStanding>> StandingAsync(Edition draft, CancellationToken ct)
    {
        var month = draft.Quarter.LastMonth;
        var codes = draft.Projects.Where(p => p.Phase.IsLive()).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var live = (await context.Projects.AsNoTracking().Select(p => new { p.Id, p.Code }).ToListAsync(ct)).Where(p => codes.Contains(p.Code)).ToList();
        var states = await context.HighlightReports.AsNoTracking().Where(r => r.Month == month).ToDictionaryAsync(r => r.ProjectId, r => r.State, ct);
        var approved = (await context.HighlightReports.AsNoTracking().Where(r => r.Month <= month && r.ApprovedVersion != null).Select(r => new { r.ProjectId, r.Month }).ToListAsync(ct))
            .GroupBy(r => r.ProjectId).ToDictionary(g => g.Key, g => g.Max(r => r.Month));
        return
        [
            .. live.OrderBy(p => p.Code, CodeOrder.Instance).Select(p =>
                new ReportStanding(p.Code, states.GetValueOrDefault(p.Id), approved.TryGetValue(p.Id, out var last) ? last : null)),
        ];
    }
}
