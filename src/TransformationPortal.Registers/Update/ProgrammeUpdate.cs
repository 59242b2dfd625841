using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Brings registers that came in a file, or from a page, into the programme. A preview does all that applying does and saves
/// nothing, so that what is shown is what will be.
/// </summary>
public sealed class ProgrammeUpdate(PortalDbContext context, ProgrammeStateReader reader, CouncilClock clock)
{
    /// <summary>Checks registers against each other and the present programme, and finds what they would change.</summary>
    /// <param name="tables">Those that came in; every other stays as it is.</param>
    /// <param name="from">From when it holds; where it is not said, from today, or always while no quarter is published.</param>
    public Task<UpdatePreview> PreviewAsync(IReadOnlyList<RegisterTable> tables, CancellationToken ct, HoldsFrom? from = null) => PreviewAsync(new(tables, from), ct);

    /// <inheritdoc cref="PreviewAsync(IReadOnlyList{RegisterTable}, CancellationToken, HoldsFrom?)"/>
    internal async Task<UpdatePreview> PreviewAsync(UpdateRequest request, CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var plan = await PlanAsync(request, ct);
            if (plan.Data is null || plan.Changes.IsNone)
            {
                return new(plan.Problems, plan.Changes, [], plan.Present.Seal) { Words = plan.Words, From = plan.From };
            }

            var programme = plan.Kept.Settings?.Name;
            ProgrammeState? before = plan.Present.IsEmpty ? null : await reader.ReadTrackedAsync(ct);
            var retired = await DoAsync(plan, plan.Data, new("", ""), "", ct);
            var drafts = new DraftsAtHand(before, await reader.ReadTrackedAsync(ct), plan.From);
            List<Quarter> published = [.. (await context.StoredEditions.AsNoTracking().Select(e => e.Quarter).Distinct().ToListAsync(ct)).Where(drafts.Has).Order()];
            published.RemoveAll(quarter => !drafts.Of(quarter).Differ);
            return new([], plan.Changes, FigureEffects.Between(drafts.Of(drafts.QuarterAtHand)), plan.Present.Seal)
            {
                Programme = programme, Gaps = TargetGaps.In(drafts, request.Tables, published), Published = published, Words = plan.Words, From = plan.From,
                Scale = AmountScale.In(plan.Changes, request.Tables, plan.Present.Tables), Kept = Named(plan.Kept, retired),
            };
        }
        finally
        {
            context.ChangeTracker.Clear();
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Does all of it, with its history, in one transaction, or nothing of it.</summary>
    /// <param name="seal">The state of the programme that the preview was held against.</param>
    /// <param name="with">What it is done with, as the history will say: the name of a file, or a page; at most 200 characters.</param>
    /// <param name="uploadKey">The upload that is used up by it, and can be taken back under that key; none where there is none.</param>
    /// <param name="from">From when it holds; where it is not said, from today, or always while no quarter is published.</param>
    public async Task<UpdateOutcome> ApplyAsync(
        IReadOnlyList<RegisterTable> tables, string seal, Person by, string with, string? uploadKey, CancellationToken ct, HoldsFrom? from = null) =>
        (await ApplyOrExplainAsync(new(tables, from) { As = uploadKey is null ? null : new(uploadKey, with) }, seal, by, with, ct)).Outcome;

    /// <summary>The same, with what stands in its way: for a row that a person saves, which nobody looked at before.</summary>
    internal async Task<UpdateAnswer> ApplyOrExplainAsync(UpdateRequest request, string seal, Person by, string with, CancellationToken ct)
    {
        var answer = new UpdateAnswer(UpdateOutcome.Refused, []);
        try
        {
            await context.WriteAsync(
                async token =>
                {
                    context.ChangeTracker.AutoDetectChangesEnabled = false;
                    answer = await WriteAsync(request, seal, by, with, token);
                },
                async token => request.As is { } applied && await context.AppliedUploads.AnyAsync(u => u.Key == applied.Key, token),
                ct);
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return answer;
    }

    /// <summary>Checks the whole programme as it would be with these registers in the place of its own.</summary>
    internal static ImportReading Check(PresentProgramme present, IReadOnlyList<RegisterTable> tables) => ProgrammeImport.Check(
        [.. AllRegisters.InOrder.Select(d => tables.FirstOrDefault(t => t.Name == d.Name) ?? present.Tables.FirstOrDefault(t => t.Name == d.Name) ?? Empty(d))]);

    private DateOnly Today => clock.Today;

    private async Task<UpdateAnswer> WriteAsync(UpdateRequest request, string seal, Person by, string with, CancellationToken ct)
    {
        var plan = await PlanAsync(request, ct);
        if (plan.Present.Seal != seal)
        {
            return new(UpdateOutcome.Stale, plan.Problems);
        }

        if (plan.Data is null || plan.Changes.IsNone)
        {
            return new(plan.Data is null ? UpdateOutcome.Refused : UpdateOutcome.NothingToChange, plan.Problems);
        }

        _ = await DoAsync(plan, plan.Data, by, with, ct);
        if (request.As is { } applied)
        {
            context.Add(AppliedContent.Of(plan, plan.Data, applied, by, clock.Now, await context.AppliedUploads.SingleOrDefaultAsync(u => u.Key == applied.TakesBack, ct)));
            context.RemoveRange(await context.Uploads.Where(u => u.Key == applied.Key).ToListAsync(ct));
        }

        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(ct);
        return new(UpdateOutcome.Applied, []);
    }

    // On tracked rows, with the history of it; nothing is saved.
    private async Task<IReadOnlySet<object>> DoAsync(UpdatePlan plan, ProgrammeData data, Person by, string with, CancellationToken ct)
    {
        var kept = Restored(plan);
        var gone = new RegisterMerge(context, kept).Apply(data);
        var retired = await new Removal(context, kept).ApplyAsync(gone, Today, ct);
        Enter(plan.Present, plan.From, gone);
        context.AddRange(RegisterHistoryRows.Of(plan, retired, by, clock.Now, with));
        return retired;
    }

    private static HashSet<(RegisterDefinition Register, string Key)> Named(KeptRows kept, IReadOnlySet<object> retired) => retired.Count == 0 ? [] :
        [.. AllBindings.InOrder.SelectMany(b => kept[b.Register].Where(r => retired.Contains(r.Entity)).Select(r => (b.Register, RowKeys.Of(b.Register, r.Cells))))];

    // A row that comes under the key of a retired one is that one; any other was refused.
    private KeptRows Restored(UpdatePlan plan)
    {
        var back = plan.Changes.Registers.SelectMany(change => change.Count(RowChangeKind.Added) == 0 ? [] : plan.Kept[change.Register]
            .Where(r => r.IsRetired && r.Entity is IRetirable && change.Rows.Any(c => c.Kind == RowChangeKind.Added && c.Key == RowKeys.Of(change.Register, r.Cells)))).ToList();
        back.ForEach(row => context.Entry(row.Entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = null);
        return back.Count == 0 ? plan.Kept : plan.Kept.Now(context, []);
    }

    // What comes into the register of decisions holds from the day that was said, or from the day on which it was decided; only
    // what comes with a programme's first rows was always there. A move that comes with a year in the place of one that had none
    // was given it.
    private void Enter(PresentProgramme present, HoldsFrom from, IEnumerable<object> gone)
    {
        var homeless = gone.OfType<ReprofileEntity>().Where(r => r.ToYear is null).ToList();
        if (present.IsEmpty)
        {
            return;
        }

        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToList())
        {
            switch (entry.Entity)
            {
                case DecisionEntity decision:
                    decision.EnteredOn = from.Day;
                    break;
                case ReprofileEntity move:
                    move.EnteredOn = from.Day;
                    if (homeless.Find(r => r.Decision.Ref == move.Decision.Ref && r.Line.Ref == move.Line.Ref && r.FromYear == move.FromYear && r.Confidence == move.Confidence) is { } was && move.ToYear is not null)
                    {
                        move.WasRehomed(was, from.Day ?? Today);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private async Task<UpdatePlan> PlanAsync(UpdateRequest request, CancellationToken ct)
    {
        var from = request.From ?? await DefaultFromAsync(ct);
        var kept = await KeptRows.LoadAsync(context, ct);
        var present = PresentProgramme.Of(kept);
        var tables = LaterColumns.Filled(present.Tables, request.Tables);
        var words = ConfidenceWords.In(tables) ?? ConfidenceWords.Of(kept.Labels);
        var reading = Check(present, tables);
        var reorganisations = await ReorganisationReading.ReadAsync(context, ct);
        if (reading.Data is not { } data)
        {
            var problems = RowsStillUsed.Said(reading.Problems, present.Tables, tables);
            return new(kept, present, null, [.. problems.Select(p => WithSuccessor(p, reorganisations))], UpdatePlan.NoChanges, words, from);
        }

        var changes = ProgrammeComparison.Compare(present.Tables, data);
        var reports = await ReportedRows.ReadAsync(context, ct);
        List<ImportProblem> refused = [.. request.Restores ? [] : Retired(kept, changes, tables, words), .. FormerNames.Check(changes, tables, reorganisations), .. reports.Check(changes, present.Tables, tables, words), .. SettledDecisions.Check(changes, present.Tables, tables, words, Today)];
        refused.AddRange(FromProblems(from));
        refused.AddRange(present.IsEmpty ? [] : ClosedTargets.Check(changes, present.Tables, tables, from));
        if (refused.Count > 0)
        {
            return new(kept, present, null, refused, UpdatePlan.NoChanges, words, from);
        }

        // What was changed again from a later day stays as it is now; the change holds until then.
        var past = await new PastChanges(context).OfAsync(changes, from, ct);
        if (request.Restores && past.Count > 0)
        {
            return new(kept, present, null, [.. past.Select(PastChanges.RestingOn)], UpdatePlan.NoChanges, words, from);
        }

        var live = past.Count == 0 ? data : Check(present, [.. tables.Where(t => past.All(p => p.Register.Name != t.Name)), .. PastChanges.Without(past, data)]).Data;
        return live is null
            ? new(kept, present, null, [PastChanges.Refusal(past)], UpdatePlan.NoChanges, words, from)
            : new(kept, present, live, [], changes.With(request.SaidAnew), words, from) { Past = past };
    }

    /// <summary>From when changes hold where it is not said.</summary>
    public async Task<HoldsFrom> DefaultFromAsync(CancellationToken ct) => await context.StoredEditions.AnyAsync(ct) ? HoldsFrom.On(Today) : HoldsFrom.Always;

    /// <summary>The days that a change most likely holds from; nothing while no quarter is published, when all that changes was always so.</summary>
    public async Task<HoldsFromDates?> DatesAsync(CancellationToken ct)
    {
        var published = await context.StoredEditions.AsNoTracking().Select(e => e.Quarter).Distinct().ToListAsync(ct);
        if (published.Count == 0)
        {
            return null;
        }

        var settings = await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.FirstYear, s.LastYear }).SingleAsync(ct);
        return new(
            Today,
            [
                .. FinancialYear.Range(settings.FirstYear, settings.LastYear).SelectMany(_ => Enumerable.Range(1, 4), (year, number) => new Quarter(year, number))
                    .Where(q => q.LastDay < Today).OrderDescending().Take(2).Select(q => (q, published.Contains(q))),
            ]);
    }

    private IEnumerable<ImportProblem> FromProblems(HoldsFrom from)
    {
        if (from.Day > Today)
        {
            yield return new("", null, "HoldsFrom", DateFormat.Long(from.Day.Value), $"Give the day from which it holds: {DateFormat.Long(Today)}, which is today, or a day before it.") { IsSentence = true };
        }
    }

    // An old file names what has another name by now: that one is meant, whatever else is spelt alike.
    private static ImportProblem WithSuccessor(ImportProblem problem, List<Reorganisation> reorganisations)
    {
        var now = Enum.TryParse<Grouping>(problem.Column, ignoreCase: true, out var grouping) && problem.Found is { } found ? reorganisations.Successor(grouping, found) : problem.Found;
        return now == problem.Found ? problem : problem with { Nearest = now };
    }

    // A row that comes under the key of one that was retired would be another thing under its name.
    private static IEnumerable<ImportProblem> Retired(KeptRows kept, ProgrammeChanges changes, IReadOnlyList<RegisterTable> tables, ConfidenceWords words)
    {
        foreach (var change in changes.Registers.Where(c => c.Register.Key.Count > 0))
        {
            var retired = kept[change.Register].Where(r => r.IsRetired).Select(r => RowKeys.Of(change.Register, r.Cells)).ToHashSet(StringComparer.Ordinal);
            foreach (var row in change.Rows.Where(r => r.Kind == RowChangeKind.Added && retired.Contains(r.Key)))
            {
                var source = tables.FirstOrDefault(t => t.Name == change.Register.Name)?.Source ?? change.Register.Title;
                yield return new(source, row.Row, string.Join(" and ", change.Register.Key.Select(c => c.Name)), words.Named(change.Register, row.Name),
                    "what no retired row has; bring that one back on the register’s page, or use another");
            }
        }
    }

    private static RegisterTable Empty(RegisterDefinition register) =>
        new(register.Name, register.Title, register.Layout == RegisterLayout.Fields ? ["field", "value"] : [.. register.Columns.Select(c => c.Name)], []);
}
