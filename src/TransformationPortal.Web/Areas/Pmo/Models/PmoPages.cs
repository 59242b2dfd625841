using System.Globalization;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>The PMO's desk.</summary>
/// <param name="Outcomes">What became of the reports that were to be approved together.</param>
public sealed record PmoDeskPage(PmoDesk Desk, Actor Actor, IReadOnlyList<ReportingMonth> Months, IReadOnlyList<ReportOutcomeOf> Outcomes)
{
    /// <summary>What is shown; every row where nothing is chosen.</summary>
    public DeskFilter? Shown { get; init; }

    public IReadOnlyList<PmoDeskRow> Rows => Shown is { } shown ? [.. Desk.Rows.Where(shown.IsShown)] : Desk.Rows;

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
/// <param name="Notes">What was said so far, the newest first.</param>
public sealed record ChasePage(PmoDesk Desk, IReadOnlyList<ChaseList> Lists, IReadOnlyList<ChaseNote> Notes)
{
    /// <summary>When each officer was last told, by user name.</summary>
    public IReadOnlyDictionary<string, LastTold> LastTold { get; init; } = new Dictionary<string, LastTold>();

    public ReminderRule Rule { get; init; } = new();

    /// <summary>What was typed, where it was refused.</summary>
    public string? Words { get; init; }

    /// <summary>Whether it is so late that it stands on the board’s agenda.</summary>
    public bool IsForBoard(ChaseItem item) => item.DaysLate >= Rule.BoardDays;

    /// <summary>What was said of a list’s projects.</summary>
    public IReadOnlyList<ChaseNote> NotesOf(ChaseList list) => [.. Notes.Where(n => list.Items.Any(i => i.Project == n.Project))];
}

/// <summary>Which rows of the desk are shown: those that one of its counts has counted.</summary>
/// <param name="Key">As an address says it: <c>not-started</c>.</param>
public sealed record DeskFilter(string Key, string Words, Func<PmoDeskRow, bool> IsShown)
{
    /// <summary>Every count of the desk, in its order.</summary>
    public static IReadOnlyList<DeskFilter> All { get; } =
    [
        .. Enum.GetValues<ReportState>().Select(s => new DeskFilter(s.Name().ToLowerInvariant().Replace(' ', '-'), s.Name().ToLowerInvariant(), r => r.State == s)),
        new("late", "late", r => r.DaysLate > 0),
        new("finance", "waiting for finance", r => r.WaitsForFinance),
        new("questions", "with open questions", r => r.Doubts.Any(d => d.Answer is null)),
        new("ready", "ready to approve", r => r.ManyRefusal is null),
    ];

    /// <summary>Nothing where the address asks for all, or for what there is not.</summary>
    public static DeskFilter? Find(string? key) => All.FirstOrDefault(f => f.Key == key);
}

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
    public IReadOnlyList<ReportRemark> Remarks => [.. Entered.Select(r => new ReportRemark(r.Row.Field ?? "", r.Row.What ?? ""))];

    public IEnumerable<(string? Field, string? What)> Rows => Enumerable.Range(0, Math.Max(Field.Count, What.Count)).Select(i => (Field.ElementAtOrDefault(i), What.ElementAtOrDefault(i)));

    private IEnumerable<((string? Field, string? What) Row, int Number)> Entered =>
        Rows.Select((row, i) => (Row: row, Number: i + 1)).Where(r => !string.IsNullOrWhiteSpace(r.Row.What) || !string.IsNullOrEmpty(r.Row.Field));

    /// <summary>The id of the form's field where a remark, named by its place as <c>Remarks[0].What</c>, was entered.</summary>
    public string FieldOf(string remark)
    {
        var index = int.Parse(remark.AsSpan(8, remark.IndexOf(']', StringComparison.Ordinal) - 8), NumberStyles.None, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(remark.EndsWith(".What", StringComparison.Ordinal) ? "what" : "remark")}-{Entered.ElementAt(index).Number}");
    }

    public static ReturnForm Empty(string? field) => new() { Field = [field, .. Enumerable.Repeat((string?)null, EmptyRows - 1)] };

    public ReturnForm WithAnother() => new() { Field = [.. Rows.Select(r => r.Field), null], What = [.. Rows.Select(r => r.What), null], Note = Note };
}

/// <summary>Returning a report, field by field.</summary>
public sealed record ReturnPage(OpenedReport Opened, Actor Actor, ReturnForm Form, ReportRefusal? Problem, int Revision)
{
    /// <summary>What is wrong, and at which field of the form.</summary>
    public IReadOnlyList<(string Sentence, string Address)> Problems { get; } = Problem switch
    {
        null => [],
        { Problems.Count: 0 } => [(Problem.Sentence, Form.Remarks.Count == 0 ? "#remark-1" : "#Note")],
        _ => [.. Problem.Problems.Select(p => (p.Sentence, "#" + Form.FieldOf(p.Field)))],
    };

    /// <summary>What is wrong at a field of the form, by its id.</summary>
    public string? ErrorAt(string id) => Problems.Where(p => p.Address == "#" + id).Select(p => p.Sentence).FirstOrDefault();

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
