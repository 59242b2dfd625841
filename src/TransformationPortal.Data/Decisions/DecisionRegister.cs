using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Decisions;

/// <summary>
/// The register of decisions: what figures wait for, and what came of it. Each action checks and stores in one transaction.
/// Published editions keep what they said; every later one follows the register.
/// </summary>
public sealed class DecisionRegister(PortalDbContext context, ProgrammeStateReader programme, CouncilClock clock)
{
    /// <summary>The council's day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Every decision, those still to be taken first and the earliest due of them on top.</summary>
    public async Task<IReadOnlyList<RegisteredDecision>> ListAsync(CancellationToken ct)
    {
        var decisions = await context.Decisions.AsNoTracking().ToListAsync(ct);
        var moves = (await MovesAsync(context.Reprofiles, ct)).ToLookup(m => m.Move.Decision, StringComparer.Ordinal);
        return
        [
            .. decisions.Select(d => DecisionRows.Of(d, moves[d.Ref])).OrderBy(d => d.IsPending ? 0 : 1).ThenBy(d => d.Decision.Due ?? DateOnly.MaxValue)
                .ThenBy(d => d.Decision.Ref, CodeOrder.Instance),
        ];
    }

    /// <summary>A decision of the register; nothing when there is none of that reference.</summary>
    public async Task<RegisteredDecision?> FindAsync(string reference, CancellationToken ct) =>
        await context.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Ref == reference, ct) is { } found
            ? DecisionRows.Of(found, await MovesAsync(context.Reprofiles.Where(r => r.Decision.Ref == reference), ct))
            : null;

    /// <summary>The programme as it is recorded now, over all months, composed as an edition that is stored nowhere.</summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<Edition> NowAsync(CancellationToken ct)
    {
        var state = await programme.ReadAsync(ct);
        return EditionComposer.Compose(state, new Quarter(state.Programme.LastYear, 4), 1);
    }

    /// <summary>Enters a decision that has yet to be taken, under the next free reference.</summary>
    public Task<DecisionAnswer> AddAsync(string? title, string? body, DateOnly? due, string? note, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            DecisionProblem?[] problems = [DecisionRows.Needed("title", title, "what is to be decided", Lengths.Name), DecisionRows.Needed("body", body, "who decides", Lengths.Name), DecisionRows.TooLong("note", note)];
            if (problems.OfType<DecisionProblem>().ToList() is { Count: > 0 } refused)
            {
                return DecisionAnswer.Refused(refused);
            }

            var reference = NextRef(await context.Decisions.Select(d => d.Ref).ToListAsync(token));
            context.Add(new DecisionEntity { Ref = reference, Title = title!.Trim(), Body = body!.Trim(), Due = due, Outcome = DecisionOutcome.Pending, Note = DecisionRows.Text(note), EnteredOn = Today });
            return new(reference, []);
        },
        ct,
        (made, token) => context.Decisions.AnyAsync(d => d.Ref == made && d.Title == title!.Trim() && d.Due == due, token));

    /// <summary>Enters a re-profile that a pending decision would bring; refused where the line does not hold as much.</summary>
    public Task<DecisionAnswer> AddMoveAsync(Reprofile move, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            if (await TrackedAsync(move.Decision, token) is not { } decision)
            {
                return Missing(move.Decision);
            }

            if (decision.Outcome != DecisionOutcome.Pending)
            {
                return DecisionAnswer.Refused("line", $"{decision.Ref} is settled: what it moves can no longer change. Enter a decision of its own.");
            }

            var problems = ReprofileCheck.Check(await NowAsync(token), move, Today).ToList();
            if (DecisionRows.Needed("label", move.Label, "what readers are to call it", Lengths.Name) is { } nameless)
            {
                problems.Add(nameless);
            }

            if (DecisionRows.TooLong("note", move.Note) is { } tooLong)
            {
                problems.Add(tooLong);
            }

            if (problems.Count > 0)
            {
                return DecisionAnswer.Refused(problems);
            }

            context.Add(DecisionRows.Entity(move, decision, await context.SavingsLines.SingleAsync(l => l.Ref == move.Line, token), Today));
            return new(decision.Ref, []);
        },
        ct);

    /// <summary>Records what was decided: once, and for every later edition; refused where it would take more from a year than is there.</summary>
    public Task<DecisionAnswer> RecordOutcomeAsync(string reference, DecisionOutcome? outcome, DateOnly? day, string? note, Person by, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            if (await TrackedAsync(reference, token) is not { } decision)
            {
                return Missing(reference);
            }

            if (decision.Outcome != DecisionOutcome.Pending)
            {
                var when = decision.Settled is { } settled ? $" on {DateFormat.Long(settled)}" : "";
                return DecisionAnswer.Refused("outcome",
                    $"{decision.Ref} was {decision.Outcome.ToString().ToLowerInvariant()}{when}, and that is recorded. A second outcome cannot be: enter a decision of its own that changes it.");
            }

            var problems = new List<DecisionProblem>();
            if (outcome is not (DecisionOutcome.Agreed or DecisionOutcome.Refused))
            {
                problems.Add(new("outcome", "Choose whether it was agreed or refused."));
            }

            if (day is null)
            {
                problems.Add(new("day", "Enter the day on which it was decided."));
            }
            else if (day > Today)
            {
                problems.Add(new("day", $"{DateFormat.Long(day.Value)} is still to come. Enter the day on which it was decided, {DateFormat.Long(Today)} at the latest."));
            }

            if (DecisionRows.TooLong("note", note) is { } tooLong)
            {
                problems.Add(tooLong);
            }

            if (outcome == DecisionOutcome.Agreed)
            {
                problems.AddRange(ReprofileCheck.CheckAgreed(await NowAsync(token), decision.Ref));
            }

            if (problems.Count > 0)
            {
                return DecisionAnswer.Refused(problems);
            }

            decision.Settle(outcome!.Value, day!.Value, DecisionRows.Text(note), by, clock.Now);
            return new(reference, []);
        },
        ct);

    /// <summary>Whether a re-profile can be given a year, before anybody is asked whether it shall be.</summary>
    public async Task<IReadOnlyList<DecisionProblem>> CheckRehomingAsync(Reprofile move, FinancialYear year, CancellationToken ct) =>
        ReprofileCheck.CheckYear(await NowAsync(ct), move, year, Today);

    /// <summary>Gives a re-profile the year that it had not yet.</summary>
    public Task<DecisionAnswer> RehomeAsync(string reference, int move, FinancialYear? year, Person by, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            var found = await context.Reprofiles.Include(r => r.Decision).Include(r => r.Line).SingleOrDefaultAsync(r => r.Id == move && r.Decision.Ref == reference, token);
            if (found is null)
            {
                return Missing(reference);
            }

            if (year is not { } home)
            {
                return DecisionAnswer.Refused("year", "Choose the year that the saving moves to.");
            }

            if (found.Decision.Outcome == DecisionOutcome.Refused)
            {
                return DecisionAnswer.Refused("year", $"{reference} was refused: the saving stays in {found.FromYear}.");
            }

            if (ReprofileCheck.CheckYear(await NowAsync(token), DecisionRows.Of(found), home, Today) is { Count: > 0 } problems)
            {
                return DecisionAnswer.Refused(problems);
            }

            found.Rehome(home, Today, by, clock.Now);
            return new(reference, []);
        },
        ct);

    /// <summary>
    /// Takes back the year that a re-profile was given, while no edition that stands for that day or a later one is published:
    /// a slip of the hand need not become what members read.
    /// </summary>
    public Task<DecisionAnswer> TakeBackYearAsync(string reference, int move, CancellationToken ct) => context.DecideAsync(
        async token =>
        {
            var found = await context.Reprofiles.Include(r => r.Decision).SingleOrDefaultAsync(r => r.Id == move && r.Decision.Ref == reference, token);
            if (found is null)
            {
                return Missing(reference);
            }

            if (found.RehomedOn is not { } day || found.ToYear is not { } year)
            {
                return DecisionAnswer.Refused("", "This re-profile was given no year here that could be taken back.");
            }

            if (await context.StoredEditions.Where(e => e.AsAt >= day).OrderByDescending(e => e.AsAt).Select(e => (Quarter?)e.Quarter).FirstOrDefaultAsync(token) is { } published)
            {
                return DecisionAnswer.Refused("", $"{published} is published with the saving in {year}. A further move needs a decision of its own.");
            }

            found.TakeBackYear();
            return new(reference, []);
        },
        ct);

    private static DecisionAnswer Missing(string reference) => DecisionAnswer.Refused("", $"There is no decision “{reference}” in the register with what was to be changed.");

    private static string NextRef(IEnumerable<string> taken)
    {
        var last = taken.Select(r => r.StartsWith("D-", StringComparison.Ordinal) && int.TryParse(r[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"D-{last + 1:00}");
    }

    private static async Task<IReadOnlyList<RegisteredMove>> MovesAsync(IQueryable<ReprofileEntity> moves, CancellationToken ct) =>
        [.. (await moves.AsNoTracking().Include(r => r.Decision).Include(r => r.Line).ToListAsync(ct)).Select(r => new RegisteredMove(r.Id, DecisionRows.Of(r), r.Line.Title, r.RehomedBy, r.RehomedAt))];

    private Task<DecisionEntity?> TrackedAsync(string reference, CancellationToken ct) => context.Decisions.SingleOrDefaultAsync(d => d.Ref == reference, ct);
}
