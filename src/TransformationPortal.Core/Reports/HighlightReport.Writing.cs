using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Reports;

/// <content>What those who write a report do.</content>
public sealed partial record HighlightReport
{
    /// <summary>Opens the report with what it is pre-filled with.</summary>
    /// <param name="at">UTC.</param>
    public ReportResult Start(Actor actor, DateTime at, ReportContext context) =>
        Refusal(ReportAction.Start, actor) is { } refusal || (refusal = NotDue(context)) is not null
            ? new ReportResult.Refused(refusal)
            : new ReportResult.Done(Started(actor, at), [Event(ReportAction.Start, actor, at)]);

    /// <summary>Keeps what was entered, starting the report where nobody has. A draft may be incomplete, even wrong.</summary>
    /// <param name="content">What was entered.</param>
    /// <param name="section">The only section to take from it; all of it when none is named.</param>
    public ReportResult Save(Actor actor, DateTime at, ReportContext context, ReportContent content, ReportSection? section = null)
    {
        if (Refusal(ReportAction.Save, actor) is { } refusal || (State == ReportState.NotStarted && (refusal = NotDue(context)) is not null))
        {
            return new ReportResult.Refused(refusal);
        }

        var (report, events) = State == ReportState.NotStarted ? (Started(actor, at), (List<ReportEvent>)[Event(ReportAction.Start, actor, at)]) : (this, []);
        var tidy = report.Entered(content, section);
        var tooMuch = ReportCheck.Problems(tidy, context).Where(p => p.Kind == ReportProblemKind.TooMuch && (section is null || p.Section == section)).ToList();
        if (tooMuch.Count > 0)
        {
            return new ReportResult.Refused(new(RefusalReason.Problems, "Nothing was saved, because the report cannot hold it.", tooMuch));
        }

        var changes = ReportChanges.Between(report.Content, tidy);
        if (changes.Any(c => c.Field != ReportFields.UnchangedBecause))
        {
            report = report.Touched(actor, at) with
            {
                Content = tidy,
                Finance = changes.Any(c => c.Section == ReportSection.Savings) ? null : report.Finance,
            };
            events.Add(Event(ReportAction.Save, actor, at, changes: changes));
        }

        return new ReportResult.Done(report, events);
    }

    /// <summary>What the report would hold if that were saved: texts and rows in order, every row with a key.</summary>
    /// <param name="content">What was entered.</param>
    /// <param name="section">The only section to take from it; all of it when none is named.</param>
    public ReportContent Entered(ReportContent content, ReportSection? section = null) =>
        ReportTidying.Tidy((section is { } only ? Content.With(only, content) : content) with { UnchangedBecause = null }, Content, Project);

    /// <summary>Says in one action that nothing has changed since the last approved report, and submits that.</summary>
    /// <param name="reason">Why nothing has changed.</param>
    public ReportResult ReportNoChange(Actor actor, DateTime at, ReportContext context, string? reason)
    {
        if (Refusal(ReportAction.ReportNoChange, actor) is { } refusal || (State == ReportState.NotStarted && (refusal = NotDue(context)) is not null))
        {
            return new ReportResult.Refused(refusal);
        }

        if (context.LastApproved is not { } last)
        {
            return Refused(RefusalReason.NotDue, $"There is no approved report of {Project} yet that nothing could have changed since. Fill this one in.");
        }

        if (Words(reason, "Say why nothing has changed.", "the reason why nothing has changed") is { } missing)
        {
            return missing;
        }

        // What was spent belongs to the month and is never carried over.
        var changed = ReportChanges.Between(ReportPrefill.From(last, Month), Content with { UnchangedBecause = null }).Count(c => c.Section != ReportSection.Spend);
        if (changed > 0)
        {
            var fields = changed == 1 ? "one field" : FormattableString.Invariant($"{changed} fields");
            return Refused(RefusalReason.WrongState, $"{fields[..1].ToUpperInvariant()}{fields[1..]} of this report differ{(changed == 1 ? "s" : "")} from the last approved one. Submit it as it is, or undo the changes.");
        }

        var before = State == ReportState.NotStarted ? Started(actor, at) : this;
        var unchanged = before with { Content = before.Content with { UnchangedBecause = reason!.Trim() } };
        return unchanged.Submitted(actor, at, context, ReportAction.ReportNoChange, reason.Trim(), ReportChanges.Between(before.Content, unchanged.Content));
    }

    /// <summary>Hands the report to finance and the PMO, and keeps what it holds as a version.</summary>
    public ReportResult Submit(Actor actor, DateTime at, ReportContext context)
    {
        if (Refusal(ReportAction.Submit, actor) is { } refusal || (State == ReportState.NotStarted && (refusal = NotDue(context)) is not null))
        {
            return new ReportResult.Refused(refusal);
        }

        return (State == ReportState.NotStarted ? Started(actor, at) : this).Submitted(actor, at, context, ReportAction.Submit, null, []);
    }

    /// <summary>Answers a doubt that the report raises.</summary>
    public ReportResult AnswerDoubt(Actor actor, DateTime at, ReportContext context, string doubtKey, string? answer)
    {
        if (Refusal(ReportAction.AnswerDoubt, actor) is { } refusal)
        {
            return new ReportResult.Refused(refusal);
        }

        if (ReportDoubts.Find(Content, context).FirstOrDefault(d => d.Key == doubtKey) is not { } doubt)
        {
            return Refused(RefusalReason.WrongState, "The report no longer raises this doubt, so there is nothing to answer.");
        }

        if (Words(answer, "Write an answer to the doubt.", "the answer") is { } missing)
        {
            return missing;
        }

        var given = new DoubtAnswer(doubt.Key, doubt.Sentence, answer!.Trim(), actor.Person, at);
        var report = Touched(actor, at) with { Answers = [.. Answers.Where(a => a.Key != doubt.Key), given] };
        var change = new ReportChange(doubt.Section, doubt.Field, $"Doubt: {doubt.Kind.Title()}", Answers.FirstOrDefault(a => a.Key == doubt.Key)?.Answer, given.Answer);
        return new ReportResult.Done(report, [Event(ReportAction.AnswerDoubt, actor, at, changes: [change])]);
    }

    private ReportResult Submitted(Actor actor, DateTime at, ReportContext context, ReportAction action, string? note, IReadOnlyList<ReportChange> changes)
    {
        var problems = ReportCheck.Problems(Content, context);
        if (problems.Count > 0)
        {
            var count = problems.Count == 1 ? "one thing is" : FormattableString.Invariant($"{problems.Count} things are");
            return new ReportResult.Refused(new(RefusalReason.Problems, $"The report was not submitted: {count} missing or wrong.", problems));
        }

        var report = Touched(actor, at) with
        {
            State = ReportState.Submitted,
            FirstSubmittedAt = FirstSubmittedAt ?? at,
            SubmittedAt = at,
            SubmittedBy = actor.Person,
            Versions = Versions + 1,
            Answers = [.. Answers, .. CarriedAnswers(context)],
        };
        return new ReportResult.Done(report, [Event(action, actor, at, note, changes)]);
    }

    // What was answered in the last approved report and is asked in the same words is not asked again.
    private IEnumerable<DoubtAnswer> CarriedAnswers(ReportContext context) => ReportDoubts.Find(Content, context)
        .Where(d => Answers.All(a => a.Key != d.Key)).Select(d => AnswerTo(d, context)).OfType<DoubtAnswer>();

    private HighlightReport Started(Actor actor, DateTime at) =>
        Touched(actor, at) with { State = ReportState.Draft, Author = actor.Person, StartedAt = at };

    // Somebody who writes has a hand in the report from then on.
    private HighlightReport Touched(Actor actor, DateTime at) => Changed(actor, at) with
    {
        Writers = ReportPolicy.IsOwn(actor, this) ? Writers : [.. Writers, actor.Person],
    };

    private HighlightReport Changed(Actor actor, DateTime at) => this with { Revision = Revision + 1, ChangedAt = at, ChangedBy = actor.Person };

    private ReportRefusal? Refusal(ReportAction action, Actor actor) => ReportPolicy.Refusal(action, this, actor);

    /// <summary>Why no report is asked for: of the project, of the month, or not yet; nothing when one is.</summary>
    public static ReportRefusal? NotDue(ReportContext context)
    {
        var (project, month) = (context.Project, context.Month);
        return !Programmes.ProjectPhaseFacts.IsLive(project.Phase)
                ? new(RefusalReason.NotDue, $"{project.Code} {project.Name} is {Programmes.ProjectPhaseFacts.Name(project.Phase).ToLowerInvariant()} and has had its last report.")
            : month.FinancialYear < context.FirstYear || month.FinancialYear > context.LastYear
                ? new(RefusalReason.NotDue, $"{month.Name} lies outside the programme, which runs from {context.FirstYear} to {context.LastYear}.")
            : context.ReportsFrom is { } first && month < first
                ? new(RefusalReason.NotDue, $"The council reports from {first.Name} on. No report is asked for {month.Name}.")
            : context.Window.PhaseOn(context.Today) == WindowPhase.NotOpen
                ? new(RefusalReason.NotDue, $"Reports for {month.Name} can be started from {DateFormat.Long(context.Window.Opens)}.")
            : null;
    }

    private static ReportResult.Refused? Words(string? text, string missing, string subject) =>
        string.IsNullOrWhiteSpace(text) ? Refused(RefusalReason.WordsMissing, missing)
        : TypedText.SaysNothing(text) ? Refused(RefusalReason.WordsMissing, $"{ReportWords.Capital(ReportWords.Named(text.Trim(), "this"))} is not enough. {missing}")
        : text.Trim().Length > ReportLimits.Paragraph ? Refused(RefusalReason.WordsMissing, FormattableString.Invariant($"Shorten {subject} to {ReportLimits.Paragraph:#,0} characters: it has {text.Trim().Length:#,0}."))
        : null;

    private static ReportResult.Refused Refused(RefusalReason reason, string sentence) => new(new ReportRefusal(reason, sentence));

    private static ReportEvent Event(ReportAction action, Actor actor, DateTime at, string? note = null, IReadOnlyList<ReportChange>? changes = null) =>
        new(action, actor.Person, at, note, changes ?? []);
}
