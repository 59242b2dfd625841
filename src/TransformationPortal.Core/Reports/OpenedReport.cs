using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>A report with all that it is held against: what every page about it is made of.</summary>
/// <param name="Officers">Who is assigned to the project and can sign in; nobody where no one is.</param>
public sealed record OpenedReport(HighlightReport Report, ReportContext Context, IReadOnlyList<Person> Officers)
{
    /// <summary>Who is assigned to the project and can sign in no more.</summary>
    public IReadOnlyList<Person> Leavers { get; init; } = [];

    /// <summary>What the last approved report said of an earlier month; nothing before there is one.</summary>
    public ReportContent? LastApproved => Context.LastApproved;

    /// <summary>What differs from the last approved report, spend apart; nothing is compared while there is none.</summary>
    public IReadOnlyList<ReportChange> Changes => LastApproved is { } last ? ReportChanges.Between(ReportPrefill.From(last, Report.Month), Report.Content) : [];

    /// <summary>What is missing or wrong.</summary>
    public IReadOnlyList<ReportProblem> Problems => ReportCheck.Problems(Report.Content, Context);

    /// <summary>What looks doubtful, each with its answer where one was given. Nothing is doubted in a report that nobody has started.</summary>
    public IReadOnlyList<RaisedDoubt> Doubts => Report.State == ReportState.NotStarted
        ? []
        : [.. ReportDoubts.Find(Report.Content, Context).Select(d => new RaisedDoubt(d, Report.AnswerTo(d, Context)))];

    public ReportingWindow Window => Context.Window;

    /// <summary>Why nobody is asked to start it; nothing when it is asked for, or has been started.</summary>
    public ReportRefusal? NotDue => Report.State == ReportState.NotStarted ? HighlightReport.NotDue(Context) : null;

    /// <summary>Calendar days since it was returned, while nobody has submitted it again; nothing where it is not returned.</summary>
    public int? DaysReturned => Report is { State: ReportState.Returned, LastReturn: { } last } ? Context.Today.DayNumber - CouncilTime.DayOf(last.At).DayNumber : null;

    /// <summary>Calendar days after the due day on which it was first submitted or, while it has not been, that have passed; none where none is asked for.</summary>
    public int DaysLate => NotDue is not null ? 0 : Window.DaysLate(Report.FirstSubmittedAt is { } at ? CouncilTime.DayOf(at) : null, Context.Today);

    /// <summary>The remarks of the last return, with what was entered at each since.</summary>
    /// <param name="returned">The content that was returned: the version of the number <see cref="HighlightReport.Versions"/>.</param>
    public IReadOnlyList<AnsweredRemark> Remarks(ReportContent returned)
    {
        if (Report.LastReturn is not { } last)
        {
            return [];
        }

        var changes = ReportChanges.Between(returned, Report.Content);
        return [.. last.Remarks.Select(r => new AnsweredRemark(r, r.Label(returned), [.. changes.Where(c => IsIn(c.Field, r.Field))]))];
    }

    private static bool IsIn(string field, string remarked) =>
        field == remarked || (field.StartsWith(remarked, StringComparison.Ordinal) && field[remarked.Length] is '[' or '.');
}

/// <summary>A doubt with its answer, where one was given.</summary>
public sealed record RaisedDoubt(ReportDoubt Doubt, DoubtAnswer? Answer);

/// <summary>A remark, the field in words, and what changed there since the report was returned.</summary>
public sealed record AnsweredRemark(ReportRemark Remark, string Label, IReadOnlyList<ReportChange> Changes);
