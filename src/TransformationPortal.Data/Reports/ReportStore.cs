using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Data.Reports;

/// <summary>
/// Acts on highlight reports. Each action is one transaction: the report, its history, the version it keeps and, on approval,
/// the rows that editions are composed from are stored together or not at all. Who acts says which revision they saw; when the
/// report has moved on since, nothing is stored and both sides are shown.
/// </summary>
public sealed class ReportStore(PortalDbContext context, ReportReader reader, CouncilClock clock)
{
    /// <summary>Opens a report with what it is pre-filled with.</summary>
    public Task<ReportOutcome> StartAsync(Actor actor, string project, ReportingMonth month, CancellationToken ct) =>
        ActAsync(project, month, 0, (report, frame, at) => report.Start(actor, at, frame), ct);

    /// <summary>Saves one section, starting the report where nobody has. Changes that others made meanwhile to other sections are no conflict.</summary>
    /// <param name="revision">The revision that the person saw; 0 for a report that was not started.</param>
    /// <param name="content">What was entered; only the section is taken from it.</param>
    public async Task<ReportOutcome> SaveAsync(
        Actor actor, string project, ReportingMonth month, int revision, ReportSection section, ReportContent content, CancellationToken ct)
    {
        var seen = revision;
        while (true)
        {
            var outcome = await ActAsync(project, month, seen, (report, frame, at) => report.Save(actor, at, frame, content, section), ct, report => report.Entered(content, section));
            if (outcome is not ReportOutcome.Conflicted conflicted || IsTouched(section, conflicted.Conflict))
            {
                return outcome;
            }

            // Nobody touched this section since it was seen: what was entered is saved on top of what the others did.
            seen = conflicted.Conflict.Theirs.Revision;
        }
    }

    /// <summary>Says in one action that nothing has changed since the last approved report, and submits that.</summary>
    public Task<ReportOutcome> ReportNoChangeAsync(Actor actor, string project, ReportingMonth month, int revision, string? reason, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.ReportNoChange(actor, at, frame, reason), ct);

    public Task<ReportOutcome> SubmitAsync(Actor actor, string project, ReportingMonth month, int revision, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.Submit(actor, at, frame), ct);

    /// <param name="doubt">The key of a <see cref="ReportDoubt"/> that the report raises.</param>
    public Task<ReportOutcome> AnswerDoubtAsync(Actor actor, string project, ReportingMonth month, int revision, string doubt, string? answer, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.AnswerDoubt(actor, at, frame, doubt, answer), ct);

    public Task<ReportOutcome> ConfirmSavingsAsync(Actor actor, string project, ReportingMonth month, int revision, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.ConfirmSavings(actor, at, frame), ct);

    public Task<ReportOutcome> DeclineSavingsAsync(Actor actor, string project, ReportingMonth month, int revision, string? reason, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.DeclineSavings(actor, at, frame, reason), ct);

    /// <param name="remarks">At least one: which field, and what must change there.</param>
    public Task<ReportOutcome> ReturnAsync(
        Actor actor, string project, ReportingMonth month, int revision, IReadOnlyList<ReportRemark> remarks, string? note, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, _, at) => report.Return(actor, at, remarks, note), ct);

    /// <summary>Approves a report: from then on it is the project's position for the month.</summary>
    public Task<ReportOutcome> ApproveAsync(Actor actor, string project, ReportingMonth month, int revision, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, frame, at) => report.Approve(actor, at, frame), ct);

    /// <summary>Approves several reports, each by itself: those in which a doubt stands, and those that cannot be approved, are left and say why.</summary>
    /// <param name="reports">Each with the revision that was seen.</param>
    public async Task<IReadOnlyList<ReportOutcomeOf>> ApproveManyAsync(Actor actor, ReportingMonth month, IReadOnlyList<SeenReport> reports, CancellationToken ct)
    {
        var outcomes = new List<ReportOutcomeOf>();
        foreach (var seen in reports)
        {
            outcomes.Add(new(seen.Project, await ActAsync(
                seen.Project,
                month,
                seen.Revision,
                (report, frame, at) => ReportPolicy.Refusal(ReportAction.Approve, report, actor) is null && report.ApprovalAmongManyRefusal(frame) is { } refusal
                    ? new ReportResult.Refused(refusal)
                    : report.Approve(actor, at, frame),
                ct)));
        }

        return outcomes;
    }

    /// <summary>Opens an approved report for a correction. What was approved stays in force until the next is.</summary>
    public Task<ReportOutcome> ReopenAsync(Actor actor, string project, ReportingMonth month, int revision, string? reason, CancellationToken ct) =>
        ActAsync(project, month, revision, (report, _, at) => report.Reopen(actor, at, reason), ct);

    private static bool IsTouched(ReportSection section, ReportConflict conflict) =>
        conflict.Since.Any(e => e.Changes.Any(c => c.Section == section)) || conflict.Since.Any(e => e.Action is not (ReportAction.Start or ReportAction.Save or ReportAction.AnswerDoubt));

    private async Task<ReportOutcome> ActAsync(
        string project,
        ReportingMonth month,
        int seen,
        Func<HighlightReport, ReportContext, DateTime, ReportResult> act,
        CancellationToken ct,
        Func<HighlightReport, ReportContent>? entered = null)
    {
        if (await reader.OpenAsync(project, month, ct) is not { } opened)
        {
            return new ReportOutcome.NotFound();
        }

        if (opened.Report.Revision != seen)
        {
            return await ConflictAsync(opened, seen, entered, ct);
        }

        switch (act(opened.Report, opened.Context, clock.Now))
        {
            case ReportResult.Refused refused:
                return new ReportOutcome.Refused(refused.Refusal, opened);
            case ReportResult.Done { Events: [] }:
                return new ReportOutcome.Done(opened);
            case ReportResult.Done done when await IsStoredAsync(opened, done, ct):
                return new ReportOutcome.Done(opened with { Report = done.Report });
            default:
                // Somebody was quicker between the reading and the storing.
                return await ConflictAsync((await reader.OpenAsync(project, month, ct))!, seen, entered, ct);
        }
    }

    private async Task<ReportOutcome> ConflictAsync(OpenedReport opened, int seen, Func<HighlightReport, ReportContent>? entered, CancellationToken ct)
    {
        var theirs = opened.Report;
        var yours = entered is null ? theirs.Content : entered(theirs);
        var since = await reader.EventsAsync(theirs.Project, theirs.Month, seen, ct);
        return new ReportOutcome.Conflicted(new(theirs, yours, [.. since.Select(s => s.Event)], ReportChanges.Between(theirs.Content, yours)), opened);
    }

    /// <returns>Whether it was stored; <c>false</c> where somebody else stored first.</returns>
    private async Task<bool> IsStoredAsync(OpenedReport opened, ReportResult.Done done, CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        try
        {
            var (before, after) = (opened.Report, done.Report);
            var row = await RowAsync(before, ct);
            ReportMapping.Write(after, row);
            foreach (var old in before.Answers.Except(after.Answers))
            {
                await RemoveOldAnswerAsync(row, old.Key, ct);
            }

            foreach (var added in ReportRecording.Rows(row, after, done.Events, before.Answers))
            {
                context.Add(added);
            }

            if (done.Events[^1] is { Action: ReportAction.Approve or ReportAction.Return or ReportAction.Reopen } decision)
            {
                ReportRecording.Decide(await context.ReportVersions.SingleAsync(v => v.ReportId == row.Id && v.Number == after.Versions, ct), decision);
            }

            if (done.Events[^1].Action is ReportAction.Submit or ReportAction.ReportNoChange && Happenings.OfDoubts(opened with { Report = after }, done.Events[^1]) is { } doubts)
            {
                context.Add(doubts);
            }

            if (done.Events[^1].Action == ReportAction.Approve)
            {
                await new ApprovedRows(context).ReplaceAsync(row.Project, row.Month, after.Content, ct);
            }

            await context.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException e) when (opened.Report.State == ReportState.NotStarted && UniqueKeyViolation.Caused(e))
        {
            return false;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private async Task<HighlightReportEntity> RowAsync(HighlightReport before, CancellationToken ct)
    {
        if (before.Revision == 0)
        {
            var started = new HighlightReportEntity { Project = await context.Projects.SingleAsync(p => p.Code == before.Project, ct), Month = before.Month };
            context.Add(started);
            return started;
        }

        var row = await context.HighlightReports.Include(r => r.Project).SingleAsync(r => r.Project.Code == before.Project && r.Month == before.Month, ct);

        // What was read is what must still be there when this is stored.
        context.Entry(row).Property(r => r.Revision).OriginalValue = before.Revision;
        return row;
    }

    // A doubt has one answer; what was said before stays in the history.
    private async Task RemoveOldAnswerAsync(HighlightReportEntity row, string key, CancellationToken ct)
    {
        if (await context.DoubtAnswers.SingleOrDefaultAsync(a => a.ReportId == row.Id && a.Key == key, ct) is { } old)
        {
            context.Remove(old);
        }
    }
}
