using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>How a rating moved since the report before.</summary>
public enum RagMovement
{
    /// <summary>There is nothing to compare.</summary>
    Unknown,
    Better,
    Same,
    Worse,
}

/// <summary>A live project on the PMO's desk.</summary>
/// <param name="Officers">Who is assigned to it.</param>
/// <param name="Overall">What the report rates it overall; nothing while nothing is entered or the report is not started.</param>
/// <param name="Before">What the last approved report rated it.</param>
/// <param name="DaysLate">Calendar days; 0 while it is in time.</param>
/// <param name="Missing">What is missing or wrong in the report.</param>
/// <param name="Finance">What finance says; nothing while it has not answered.</param>
/// <param name="NeedsFinance">Whether there are savings for finance to confirm.</param>
/// <param name="ApprovalRefusal">Why it could not be approved by itself; nothing when it could be.</param>
/// <param name="ManyRefusal">Why it could not be approved together with others; nothing when it could be.</param>
public sealed record PmoDeskRow(
    Project Project,
    IReadOnlyList<Person> Officers,
    ReportState State,
    int Revision,
    bool IsReopened,
    Rag? Overall,
    Rag? Before,
    int DaysLate,
    IReadOnlyList<ReportProblem> Missing,
    IReadOnlyList<RaisedDoubt> Doubts,
    FinanceAnswer? Finance,
    bool NeedsFinance,
    ReportRefusal? ApprovalRefusal,
    ReportRefusal? ManyRefusal)
{
    /// <summary>Calendar days since it was returned and nobody has submitted it again; nothing where it is not returned.</summary>
    public int? DaysReturned { get; init; }

    /// <summary>Who is assigned to it and can sign in no more.</summary>
    public IReadOnlyList<Person> Leavers { get; init; } = [];

    /// <summary>Who is asked for its report, as a list says it.</summary>
    public string Whom => Officers.Count > 0 ? string.Join(", ", Officers.Select(o => o.DisplayName)) : $"{Project.AccountableOfficer} ({Unassigned})";

    /// <summary>Why nobody who could write it is named.</summary>
    internal string Unassigned => Leavers.Count > 0 ? "nobody is assigned who can sign in" : "nobody is assigned";

    public RagMovement Movement => (Overall, Before) switch
    {
        ({ } now, { } then) => now == then ? RagMovement.Same : now < then ? RagMovement.Better : RagMovement.Worse,
        _ => RagMovement.Unknown,
    };

    public bool WaitsForFinance => State == ReportState.Submitted && NeedsFinance && Finance is null;

    public static PmoDeskRow Of(OpenedReport opened)
    {
        var (report, context) = (opened.Report, opened.Context);
        return new(
            context.Project, opened.Officers, report.State, report.Revision, report.IsReopened,
            report.State == ReportState.NotStarted ? null : report.Content.Rating(RagAspect.Overall)?.Rag,
            context.LastApproved?.Rating(RagAspect.Overall)?.Rag,
            opened.DaysLate, report.State == ReportState.NotStarted ? [] : opened.Problems, opened.Doubts, report.Finance, report.NeedsFinance(context),
            report.ApprovalRefusal(context), report.ApprovalAmongManyRefusal(context))
        {
            DaysReturned = opened.DaysReturned,
            Leavers = opened.Leavers,
        };
    }
}

/// <summary>The PMO's desk for a month: every live project with where its report stands.</summary>
/// <param name="Rows">By code of the project.</param>
public sealed record PmoDesk(ReportingMonth Month, DateOnly Today, IReadOnlyList<PmoDeskRow> Rows)
{
    public ReportingWindow Window => ReportingWindow.Of(Month);

    public int Late => Rows.Count(r => r.DaysLate > 0);

    /// <summary>What could be approved at once: submitted, complete, confirmed by finance, and nothing doubtful.</summary>
    public IEnumerable<PmoDeskRow> Approvable => Rows.Where(r => r.ManyRefusal is null);

    /// <summary>Submitted reports whose savings finance has not answered for.</summary>
    public IEnumerable<PmoDeskRow> WaitingForFinance => Rows.Where(r => r.WaitsForFinance);

    public int Count(ReportState state) => Rows.Count(r => r.State == state);

    /// <summary>Who has to be reminded, and of what, the latest first.</summary>
    public IReadOnlyList<ChaseList> Chase() => ChaseList.Of(this);

    public static PmoDesk Of(ReportingMonth month, DateOnly today, IEnumerable<OpenedReport> reports) =>
        new(month, today, [.. reports.Select(PmoDeskRow.Of).OrderBy(r => r.Project.Code, CodeOrder.Instance)]);
}
