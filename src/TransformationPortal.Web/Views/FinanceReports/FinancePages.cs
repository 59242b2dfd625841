using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.Views.FinanceReports;

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
