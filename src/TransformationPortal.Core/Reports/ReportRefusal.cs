namespace TransformationPortal.Core.Reports;

public enum RefusalReason
{
    /// <summary>The person may not do it; the sentence says who may.</summary>
    NotAllowed,

    /// <summary>Nobody approves, returns, reopens or confirms what they have written themselves.</summary>
    OwnReport,

    /// <summary>The report is not in a state in which it can be done.</summary>
    WrongState,

    /// <summary>The calendar, the programme or the project does not ask for such a report.</summary>
    NotDue,

    /// <summary>Something is missing or wrong; the problems say what.</summary>
    Problems,

    /// <summary>Finance has not confirmed the savings.</summary>
    SavingsNotConfirmed,

    /// <summary>A doubt has not been answered, or stands in the way of approving many at once.</summary>
    DoubtStands,

    /// <summary>What has to be said with the action was not said.</summary>
    WordsMissing,
}

/// <summary>Why something was not done. Nothing has changed.</summary>
/// <param name="Sentence">For the person who tried, in plain words.</param>
/// <param name="Problems">What stands in the way, field by field, where that is the reason.</param>
public sealed record ReportRefusal(RefusalReason Reason, string Sentence, IReadOnlyList<ReportProblem> Problems)
{
    public ReportRefusal(RefusalReason reason, string sentence)
        : this(reason, sentence, [])
    {
    }

    public override string ToString() => Sentence;
}

/// <summary>What came of an action on a report.</summary>
public abstract record ReportResult
{
    private ReportResult()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Report">The report as it is now.</param>
    /// <param name="Events">What happened, for the history; none where what was saved was there already.</param>
    public sealed record Done(HighlightReport Report, IReadOnlyList<ReportEvent> Events) : ReportResult;

    /// <summary>It was refused and nothing has changed.</summary>
    public sealed record Refused(ReportRefusal Refusal) : ReportResult;
}

/// <summary>Something that happened to a report: a line of its history.</summary>
/// <param name="At">UTC.</param>
/// <param name="Note">The reason or the words that were given; nothing where none are asked for.</param>
/// <param name="Changes">Which fields changed from what to what; for a return, what must change at which field.</param>
public sealed record ReportEvent(ReportAction Action, Person By, DateTime At, string? Note, IReadOnlyList<ReportChange> Changes);
