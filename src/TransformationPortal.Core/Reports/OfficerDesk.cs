using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Reports;

/// <summary>A report on an officer's desk.</summary>
/// <param name="Problems">How many things are missing or wrong before it can be submitted.</param>
/// <param name="Open">Doubts that have no answer yet.</param>
/// <param name="Return">Why it was returned, where it was.</param>
/// <param name="Next">What to do next, as a sentence.</param>
public sealed record OfficerDeskRow(
    Project Project, ReportingMonth Month, ReportState State, int Revision, int DaysLate, int Problems, IReadOnlyList<ReportDoubt> Open, ReportReturn? Return, string Next)
{
    /// <summary>Whether it can be said from here in one step that nothing has changed: it is due, not started, and there is an approved one before it.</summary>
    public bool MayBeUnchanged { get; init; }

    public static OfficerDeskRow Of(OpenedReport opened)
    {
        var (report, state) = (opened.Report, opened.Report.State);
        var problems = state == ReportState.NotStarted ? 0 : opened.Problems.Count;
        IReadOnlyList<ReportDoubt> open = [.. opened.Doubts.Where(d => d.Answer is null).Select(d => d.Doubt)];
        return new(opened.Context.Project, report.Month, state, report.Revision, opened.DaysLate, problems, open,
            state == ReportState.Returned ? report.LastReturn : null, NextStep(opened, problems, open.Count))
        {
            MayBeUnchanged = state == ReportState.NotStarted && opened.NotDue is null && opened.LastApproved is not null,
        };
    }

    private static string NextStep(OpenedReport opened, int problems, int open) => opened.Report.State switch
    {
        ReportState.NotStarted when opened.Window.PhaseOn(opened.Context.Today) == WindowPhase.NotOpen => $"It can be started from {DateFormat.Long(opened.Window.Opens)}.",
        ReportState.NotStarted => $"Start it, and submit it {By(opened)}.",
        ReportState.Draft when problems > 0 => $"Put {Count(problems, "thing")} right and submit it {By(opened)}.",
        ReportState.Draft when open > 0 => $"Answer {Count(open, "doubt")} and submit it {By(opened)}.",
        ReportState.Draft => $"It is complete: submit it {By(opened)}.",
        ReportState.Returned => $"Change what the PMO asked for in {Count(opened.Report.OpenRemarks.Count, "place")}, and submit it again.",
        ReportState.Submitted when opened.Report.Finance is { IsConfirmed: false } answer => $"Finance has not confirmed its savings, because: {answer.Reason} The PMO decides whether it comes back to you.",
        ReportState.Submitted when open > 0 => $"Answer {Count(open, "doubt")}, so that it can be approved.",
        ReportState.Submitted when opened.Report.NeedsFinance(opened.Context) && opened.Report.Finance is null => "Nothing: finance confirms its savings next.",
        ReportState.Submitted => "Nothing: the PMO decides next.",
        ReportState.Approved => "Nothing: it is the project’s position for the month.",
        var state => throw new ArgumentOutOfRangeException(nameof(opened), state, "Unknown state of a report."),
    };

    private static string By(OpenedReport opened) => opened.Report.FirstSubmittedAt is not null ? "again"
        : opened.DaysLate > 0 ? "as soon as you can" : $"by {DateFormat.Long(opened.Window.Due)}";

    private static string Count(int count, string thing) => count == 1 ? $"one {thing}" : string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s");
}

/// <summary>An officer's desk: what is due, what was returned and why, what is with others.</summary>
/// <param name="Rows">The officer's live projects, by code.</param>
public sealed record OfficerDesk(ReportingMonth Month, DateOnly Today, IReadOnlyList<OfficerDeskRow> Rows)
{
    public ReportingWindow Window => ReportingWindow.Of(Month);

    /// <summary>Not started, or a draft.</summary>
    public IEnumerable<OfficerDeskRow> Due => Rows.Where(r => r.State is ReportState.NotStarted or ReportState.Draft);

    public IEnumerable<OfficerDeskRow> Returned => Rows.Where(r => r.State == ReportState.Returned);

    /// <summary>With finance or the PMO.</summary>
    public IEnumerable<OfficerDeskRow> WithOthers => Rows.Where(r => r.State == ReportState.Submitted);

    public IEnumerable<OfficerDeskRow> Approved => Rows.Where(r => r.State == ReportState.Approved);

    public static OfficerDesk Of(ReportingMonth month, DateOnly today, IEnumerable<OpenedReport> reports) =>
        new(month, today, [.. reports.Select(OfficerDeskRow.Of).OrderBy(r => r.Project.Code, CodeOrder.Instance)]);
}
