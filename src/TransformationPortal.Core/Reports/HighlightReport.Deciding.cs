namespace TransformationPortal.Core.Reports;

/// <content>What finance and the PMO do.</content>
public sealed partial record HighlightReport
{
    /// <summary>Finance confirms the savings as they stand.</summary>
    /// <param name="at">UTC.</param>
    public ReportResult ConfirmSavings(Actor actor, DateTime at, ReportContext context) =>
        AnswerOfFinance(ReportAction.ConfirmSavings, actor, at, context, null);

    /// <summary>Finance does not confirm the savings, and says why. They may be confirmed later.</summary>
    public ReportResult DeclineSavings(Actor actor, DateTime at, ReportContext context, string? reason) =>
        AnswerOfFinance(ReportAction.DeclineSavings, actor, at, context, reason);

    /// <summary>The PMO gives the report back, saying field by field what must change.</summary>
    /// <param name="remarks">At least one, each with a field of the report and words.</param>
    /// <param name="note">What there is to say about the report as a whole; may be missing.</param>
    public ReportResult Return(Actor actor, DateTime at, IReadOnlyList<ReportRemark> remarks, string? note)
    {
        if (Refusal(ReportAction.Return, actor) is { } refusal)
        {
            return new ReportResult.Refused(refusal);
        }

        if (remarks.Count == 0)
        {
            return Refused(RefusalReason.WordsMissing, "Say what must change, and in which field.");
        }

        if (remarks.Count > ReportLimits.Remarks)
        {
            return Refused(RefusalReason.WordsMissing, FormattableString.Invariant($"A report is returned with at most {ReportLimits.Remarks} remarks: these are {remarks.Count}."));
        }

        List<ReportProblem> wrong = [.. remarks.Select(RemarkProblem).OfType<ReportProblem>()];
        if (wrong.Count > 0)
        {
            return new ReportResult.Refused(new(RefusalReason.WordsMissing, wrong[0].Sentence, wrong));
        }

        if (note is { } words && words.Trim().Length > ReportLimits.Paragraph)
        {
            return Words(words, "", "the note")!;
        }

        IReadOnlyList<ReportRemark> kept = [.. remarks.Select(r => r with { What = r.What.Trim() })];
        var about = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        var report = Changed(actor, at) with { State = ReportState.Returned, LastReturn = new(actor.Person, at, about, kept) };
        var asked = kept.Select(r => new ReportChange(r.Section!.Value, r.Field, r.Label(Content), null, r.What));
        return new ReportResult.Done(report, [Event(ReportAction.Return, actor, at, about, [.. asked])]);
    }

    // Named by the remark's place in the list: two remarks may be about one field.
    private ReportProblem? RemarkProblem(ReportRemark remark, int index)
    {
        var field = FormattableString.Invariant($"Remarks[{index}]");
        return remark.Section is null || remark.Field.Length > ReportLimits.Field
            ? new(ReportSection.Ratings, field + ".Field", remark.Field.Length == 0 ? "Choose the field that the remark is about." : $"{ReportWords.Capital(ReportWords.Named(remark.Field, "an empty name"))} is not a field of a report.", ReportProblemKind.Wrong)
            : Words(remark.What, $"Say what must change in “{remark.Label(Content)}”.", $"the remark on “{remark.Label(Content)}”") is { } missing
                ? new(remark.Section.Value, field + ".What", missing.Refusal.Sentence, ReportProblemKind.Missing)
                : null;
    }

    /// <summary>The PMO approves the report: it becomes the project's position for the month.</summary>
    public ReportResult Approve(Actor actor, DateTime at, ReportContext context)
    {
        if (Refusal(ReportAction.Approve, actor) is { } refusal || (refusal = ApprovalRefusal(context)) is not null)
        {
            return new ReportResult.Refused(refusal);
        }

        var report = Changed(actor, at) with { State = ReportState.Approved, ApprovedVersion = Versions, ApprovedAt = at, ApprovedBy = actor.Person };
        return new ReportResult.Done(report, [Event(ReportAction.Approve, actor, at)]);
    }

    /// <summary>The PMO opens an approved report for a correction. The approved version stays in force until the next is approved.</summary>
    /// <param name="reason">Why it is reopened.</param>
    public ReportResult Reopen(Actor actor, DateTime at, string? reason)
    {
        if (Refusal(ReportAction.Reopen, actor) is { } refusal)
        {
            return new ReportResult.Refused(refusal);
        }

        if (Words(reason, "Say why the approved report is reopened.", "the reason") is { } missing)
        {
            return missing;
        }

        var report = Changed(actor, at) with { State = ReportState.Draft, ReopenedBecause = reason!.Trim() };
        return new ReportResult.Done(report, [Event(ReportAction.Reopen, actor, at, reason.Trim())]);
    }

    /// <summary>Why the report could not be approved as it stands, whoever tries; nothing when it could be.</summary>
    public ReportRefusal? ApprovalRefusal(ReportContext context)
    {
        if (!ReportPolicy.IsPossible(ReportAction.Approve, State))
        {
            return new(RefusalReason.WrongState, $"It is {State.Name().ToLowerInvariant()}, and only a submitted report can be approved.");
        }

        // A target or a register may have changed since the report was submitted.
        if (ReportCheck.Problems(Content, context) is { Count: > 0 } problems)
        {
            return new(RefusalReason.Problems, "Something the report is held against has changed since it was submitted. Return it, so that it is put right.", problems);
        }

        if (NeedsFinance(context) && Finance is not { IsConfirmed: true })
        {
            return new(RefusalReason.SavingsNotConfirmed, Finance is { Reason: { } reason }
                ? $"Finance has not confirmed the savings, because: {reason} Return the report, or ask finance to look again."
                : "Finance has not confirmed the savings yet.");
        }

        return ReportDoubts.Find(Content, context).Where(d => AnswerTo(d, context) is null).ToList() is { Count: > 0 } open
            ? new(RefusalReason.DoubtStands, "A doubt has not been answered yet: " + string.Join(" ", open.Select(d => d.Sentence)))
            : null;
    }

    /// <summary>Why the report may not be approved together with others: besides what stands in the way of approving it alone, every doubt whose answer nobody in the PMO has read with an earlier report.</summary>
    public ReportRefusal? ApprovalAmongManyRefusal(ReportContext context) =>
        ApprovalRefusal(context) ?? (ReportDoubts.Find(Content, context).Where(d => AnswerTo(d, context) is not { } answer || !IsCarried(answer)).ToList() is { Count: > 0 } doubts
            ? new(RefusalReason.DoubtStands, "Read the doubt and its answer, and approve the report by itself: " + string.Join(" ", doubts.Select(d => d.Sentence)))
            : null);

    private ReportResult AnswerOfFinance(ReportAction action, Actor actor, DateTime at, ReportContext context, string? reason)
    {
        if (Refusal(action, actor) is { } refusal)
        {
            return new ReportResult.Refused(refusal);
        }

        if (!NeedsFinance(context))
        {
            return Refused(RefusalReason.WrongState, $"{Project} has no savings lines, so there is nothing to confirm.");
        }

        var confirms = action == ReportAction.ConfirmSavings;
        if (confirms && Finance is { IsConfirmed: true } earlier)
        {
            return Refused(RefusalReason.WrongState, $"The savings are confirmed already, by {earlier.By.DisplayName}.");
        }

        if (!confirms && Words(reason, "Say why the savings are not confirmed.", "the reason") is { } missing)
        {
            return missing;
        }

        var words = confirms ? null : reason!.Trim();
        return new ReportResult.Done(Changed(actor, at) with { Finance = new(confirms, words, actor.Person, at) }, [Event(action, actor, at, words)]);
    }
}
