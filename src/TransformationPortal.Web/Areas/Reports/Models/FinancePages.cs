using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>What waits for finance.</summary>
public sealed record FinanceDeskPage(PmoDesk Desk, IReadOnlyList<ReportingMonth> Months)
{
    /// <summary>Submitted and approved reports whose savings finance has answered for.</summary>
    public IEnumerable<PmoDeskRow> Answered => Desk.Rows.Where(r => r.Finance is not null && r.State is (ReportState.Submitted or ReportState.Approved));
}

/// <summary>A report whose savings finance looks at.</summary>
/// <param name="Reason">What was typed as the reason why not, where it was not taken.</param>
public sealed record FinancePage(OpenedReport Opened, Actor Actor, string? Reason, string? Problem, string? Done)
{
    /// <summary>Why this person cannot answer for the savings now; nothing when they can.</summary>
    public ReportRefusal? Refusal => ReportPolicy.Refusal(ReportAction.DeclineSavings, Opened.Report, Actor);
}

/// <summary>A disagreement that the PMO has signed for.</summary>
/// <param name="Signed">When, in ticks of UTC: whoever signs for finance has read just this note.</param>
public sealed record FinanceNote(Quarter Quarter, AnsweredFinding Found, long Signed);

/// <summary>What is signed for, over all quarters.</summary>
public sealed record FinanceNotesPage(IReadOnlyList<FinanceNote> Notes, string? Problem, bool IsDone);
