using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Web.Views.PmoReports;

/// <summary>The PMO's desk.</summary>
/// <param name="Outcomes">What became of the reports that were to be approved together.</param>
public sealed record PmoDeskPage(PmoDesk Desk, Actor Actor, IReadOnlyList<ReportingMonth> Months, IReadOnlyList<ReportOutcomeOf> Outcomes)
{
    public IReadOnlyList<string> Approved => [.. Outcomes.Where(o => o.Outcome is ReportOutcome.Done).Select(o => o.Project)];

    /// <summary>What was left, and why.</summary>
    public IReadOnlyList<(string Project, string Why)> Left =>
    [
        .. Outcomes.Where(o => o.Outcome is not ReportOutcome.Done).Select(o => (o.Project, o.Outcome switch
        {
            ReportOutcome.Refused refused => refused.Refusal.Sentence,
            ReportOutcome.Conflicted => "It has changed since you opened the page. Look at it again.",
            _ => "There is no such project.",
        })),
    ];
}

/// <summary>Who has to be reminded.</summary>
public sealed record ChasePage(PmoDesk Desk, IReadOnlyList<ChaseList> Lists);

/// <summary>A report to be decided on.</summary>
public sealed record DecisionPage(OpenedReport Opened, Actor Actor, string? Done)
{
    /// <summary>Why it cannot be approved now, by this person; nothing when it can.</summary>
    public ReportRefusal? ApprovalRefusal => ReportPolicy.Refusal(ReportAction.Approve, Opened.Report, Actor) ?? Opened.Report.ApprovalRefusal(Opened.Context);

    public bool May(ReportAction action) => ReportPolicy.Refusal(action, Opened.Report, Actor) is null;
}

/// <summary>What is typed to return a report.</summary>
public sealed class ReturnForm
{
    private const int EmptyRows = 3;

    /// <summary>The fields that remarks are about, row by row.</summary>
    public List<string?> Field { get; set; } = [];

    /// <summary>What must change there, row by row.</summary>
    public List<string?> What { get; set; } = [];

    public string? Note { get; set; }

    /// <summary>The rows that something was entered in.</summary>
    public IReadOnlyList<ReportRemark> Remarks => [.. Rows.Where(r => !string.IsNullOrWhiteSpace(r.What) || !string.IsNullOrEmpty(r.Field)).Select(r => new ReportRemark(r.Field ?? "", r.What ?? ""))];

    public IEnumerable<(string? Field, string? What)> Rows => Enumerable.Range(0, Math.Max(Field.Count, What.Count)).Select(i => (Field.ElementAtOrDefault(i), What.ElementAtOrDefault(i)));

    public static ReturnForm Empty(string? field) => new() { Field = [field, .. Enumerable.Repeat((string?)null, EmptyRows - 1)] };

    public ReturnForm WithAnother() => new() { Field = [.. Rows.Select(r => r.Field), null], What = [.. Rows.Select(r => r.What), null], Note = Note };
}

/// <summary>Returning a report, field by field.</summary>
public sealed record ReturnPage(OpenedReport Opened, Actor Actor, ReturnForm Form, string? Problem, int Revision)
{
    /// <summary>The fields that a remark can be about: each list as a whole, and each field that holds something.</summary>
    public IReadOnlyList<(ReportSection Section, IReadOnlyList<(string Field, string Label)> Fields)> Fields { get; } =
    [
        .. ReportSectionFacts.All.Select(section => (section, (IReadOnlyList<(string, string)>)
        [
            (Whole(section), $"{section.Title()}, as a whole"),
            .. ReportChanges.Between(section, ReportContent.Empty, Opened.Report.Content).Where(c => c.Field != Whole(section)).Select(c => (c.Field, c.Label)),
        ])),
    ];

    public ReportRefusal? Refusal => ReportPolicy.Refusal(ReportAction.Return, Opened.Report, Actor);

    private static string Whole(ReportSection section) => section switch
    {
        ReportSection.RisksAndIssues => "Risks",
        _ => section.ToString(),
    };
}

/// <summary>Reopening an approved report.</summary>
public sealed record ReopenPage(OpenedReport Opened, Actor Actor, string? Reason, string? Problem)
{
    public ReportRefusal? Refusal => ReportPolicy.Refusal(ReportAction.Reopen, Opened.Report, Actor);
}
