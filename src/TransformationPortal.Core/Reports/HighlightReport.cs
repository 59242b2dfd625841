using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// A project's report for a month: what it holds, where it stands and who has had a hand in it. It changes only through the
/// methods named after the actions; each gives the report as it is afterwards, or says why it was refused. The values here are
/// set by them, and by a store that reads back what they made.
/// </summary>
public sealed partial record HighlightReport
{
    /// <summary>Code of the project.</summary>
    public required string Project { get; init; }

    public required ReportingMonth Month { get; init; }

    public ReportState State { get; init; } = ReportState.NotStarted;

    /// <summary>What the report holds; while it is not started, what it would open with.</summary>
    public ReportContent Content { get; init; } = ReportContent.Empty;

    /// <summary>Counts every change, from 0 while it is not started. Who acts says which revision they saw.</summary>
    public int Revision { get; init; }

    /// <summary>Who started it.</summary>
    public Person? Author { get; init; }

    /// <summary>Everybody who started, edited, answered for or submitted it, at any time.</summary>
    public IReadOnlyList<Person> Writers { get; init; } = [];

    /// <summary>UTC.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When anything last happened to it. UTC.</summary>
    public DateTime? ChangedAt { get; init; }

    public Person? ChangedBy { get; init; }

    /// <summary>When it was first submitted, which is what lateness is counted by. UTC.</summary>
    public DateTime? FirstSubmittedAt { get; init; }

    /// <summary>When it was last submitted. UTC.</summary>
    public DateTime? SubmittedAt { get; init; }

    public Person? SubmittedBy { get; init; }

    /// <summary>How many times it was submitted: each time its content is kept as the version of that number.</summary>
    public int Versions { get; init; }

    /// <summary>The version that is the project's position for the month. It stays so while an approved report is reopened.</summary>
    public int? ApprovedVersion { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ApprovedAt { get; init; }

    public Person? ApprovedBy { get; init; }

    /// <summary>The last return; while the report is returned, what must change.</summary>
    public ReportReturn? LastReturn { get; init; }

    /// <summary>Why it was last reopened.</summary>
    public string? ReopenedBecause { get; init; }

    /// <summary>What finance says of the savings as they are; nothing while finance has not answered.</summary>
    public FinanceAnswer? Finance { get; init; }

    public IReadOnlyList<DoubtAnswer> Answers { get; init; } = [];

    /// <summary>Whether it was approved once and is being changed.</summary>
    public bool IsReopened => ApprovedVersion is not null && State != ReportState.Approved;

    /// <summary>What the PMO asks to be changed, while it is the officer's turn.</summary>
    public IReadOnlyList<ReportRemark> OpenRemarks => State == ReportState.Returned && LastReturn is { } last ? last.Remarks : [];

    /// <summary>A report that nobody has started.</summary>
    /// <param name="opening">What it opens with: see <see cref="ReportPrefill"/>.</param>
    public static HighlightReport NotStarted(string project, ReportingMonth month, ReportContent opening) =>
        new() { Project = project, Month = month, Content = opening };

    /// <summary>Whether finance has anything to confirm.</summary>
    public bool NeedsFinance(ReportContext context) => context.Lines.Count > 0 || Content.Savings.Count > 0;

    /// <summary>The answer to a doubt, where it was given to the doubt as it reads now: in this report, or in the last approved one.</summary>
    public DoubtAnswer? AnswerTo(ReportDoubt doubt, ReportContext context)
    {
        bool Answers(DoubtAnswer answer) => answer.Key == doubt.Key && answer.Doubt == doubt.Sentence;
        return this.Answers.FirstOrDefault(Answers) ?? context.Previous.Take(1).SelectMany(p => p.Answers).FirstOrDefault(Answers);
    }

    /// <summary>Whether an answer came with the last approved report, so that the PMO has read it before.</summary>
    public bool IsCarried(DoubtAnswer answer) => StartedAt is { } started && answer.At < started;
}
