using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>An officer's desk.</summary>
public sealed record DeskPage(OfficerDesk Desk, Actor Actor, IReadOnlyList<ReportingMonth> Months, string? Done);

/// <summary>Why something was not done with a report.</summary>
/// <param name="Opened">The report as it is.</param>
public sealed record ReportRefusedPage(RefusalReason Reason, string Sentence, OpenedReport Opened)
{
    /// <summary>Whether whoever was refused may know how the report stands.</summary>
    public bool MayRead { get; init; }

    /// <summary>What stands in the way, field by field.</summary>
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>What others did meanwhile.</summary>
    public IReadOnlyList<ReportEvent> Since { get; init; } = [];

    /// <summary>What was typed and can no longer be saved.</summary>
    public IReadOnlyList<ReportChange> Typed { get; init; } = [];

    /// <summary>The words that were given with an action that can no longer be done.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];
}

/// <summary>Why something was not done, said on the page of its form, which keeps what was typed.</summary>
/// <param name="Since">What others did meanwhile.</param>
public sealed record NotDone(string Sentence, IReadOnlyList<ReportEvent> Since)
{
    /// <summary>Under which a page finds it.</summary>
    public const string Key = "NotDone";
}

/// <summary>The tasks of a report.</summary>
/// <param name="Returned">The remarks of the last return, with what changed since.</param>
public sealed record TasksPage(OpenedReport Opened, Actor Actor, IReadOnlyList<AnsweredRemark> Returned, string? Done)
{
    public HighlightReport Report => Opened.Report;

    public IReadOnlyList<SectionTask> Sections { get; } = [.. ReportSectionFacts.All.Select(s => SectionTask.Of(s, Opened))];

    /// <summary>Whether the person may still write in it.</summary>
    public bool IsOpen => Opened.NotDue is null && ReportPolicy.Refusal(ReportAction.Save, Opened.Report, Actor) is null;
}

/// <summary>A section on the list of tasks.</summary>
public sealed record SectionTask(ReportSection Section, int Problems, bool AreOnlyMissing, int Changes, int Remarks)
{
    public static SectionTask Of(ReportSection section, OpenedReport opened)
    {
        var problems = opened.Problems.Where(p => p.Section == section).ToList();
        return new(section, problems.Count, problems.TrueForAll(p => p.Kind == ReportProblemKind.Missing),
            opened.Changes.Count(c => c.Section == section && section != ReportSection.Spend), opened.Report.OpenRemarks.Count(r => r.Section == section));
    }
}

/// <summary>The whole of a report, to be read: as it is, or as it was submitted.</summary>
/// <param name="Content">What it says.</param>
public sealed record WholeReport(OpenedReport Opened, ReportContent Content)
{
    /// <summary>What differs from the last approved report.</summary>
    public IReadOnlyList<ReportChange> Changes { get; } = Opened.LastApproved is { } last ? ReportChanges.Between(ReportPrefill.From(last, Opened.Report.Month), Content) : [];

    /// <summary>Whether problems are listed, each with a link to its field.</summary>
    public bool IsChecked { get; init; }

    public IReadOnlyList<ReportProblem> Problems => IsChecked ? Opened.Problems : [];

    public string? Since => Opened.Context.Previous is [var last, ..] ? last.Month.Name : null;

    public IReadOnlyList<ReportChange> ChangesIn(ReportSection section) => section == ReportSection.Spend ? [] : [.. Changes.Where(c => c.Section == section)];
}

/// <summary>A report before it is submitted.</summary>
/// <param name="Answers">What was typed as answers to doubts, by the doubt’s key.</param>
/// <param name="Wrong">The doubt whose answer was not taken, and why.</param>
public sealed record CheckPage(OpenedReport Opened, Actor Actor, IReadOnlyDictionary<string, string>? Answers = null, (string Key, string Sentence)? Wrong = null)
{
    /// <summary>The field of the answer to a doubt.</summary>
    public static string Field(string doubt) => "Answer-" + doubt;

    /// <summary>What was typed as the answer to a doubt.</summary>
    public string? Typed(string doubt) => Answers?.GetValueOrDefault(doubt);

    /// <summary>The doubts that have no answer yet.</summary>
    public IReadOnlyList<ReportDoubt> Open => [.. Opened.Doubts.Where(d => d.Answer is null).Select(d => d.Doubt)];

    public bool MaySubmit => ReportPolicy.Refusal(ReportAction.Submit, Opened.Report, Actor) is null;
}

/// <summary>That nothing has changed, and why.</summary>
/// <param name="Spend">What was spent in the month, which is asked for on the same page.</param>
/// <param name="Reason">As typed.</param>
/// <param name="Problems">What stands in the way, said on top and at the fields.</param>
public sealed record UnchangedPage(OpenedReport Opened, Actor Actor, SectionForm Spend, string? Reason, IReadOnlyList<ReportProblem> Problems)
{
    /// <summary>The field of the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>The fields of spend.</summary>
    public SectionPage Section => new(Opened, Actor, Spend, Problems, Opened.Report.Revision, null);

    /// <summary>Why nothing could be unchanged: there is nothing to compare with.</summary>
    public string? Refusal => Opened.Context.Previous.Count > 0 ? null
        : $"There is no approved report of {Opened.Context.Project.Code} yet that nothing could have changed since. Fill this one in.";
}

/// <summary>The doubts that a report raises, to be answered.</summary>
/// <param name="Typed">What was typed as the answer to the doubt of that key, where it was not taken.</param>
public sealed record DoubtsPage(OpenedReport Opened, Actor Actor, (string Key, string? Text, string Problem)? Typed = null)
{
    public bool MayAnswer => ReportPolicy.Refusal(ReportAction.AnswerDoubt, Opened.Report, Actor) is null;
}

/// <summary>Who changed which field from what to what, and when.</summary>
public sealed record HistoryPage(OpenedReport Opened, IReadOnlyList<ReportHistoryEntry> Entries, IReadOnlyList<ReportVersion> Versions);

/// <summary>A version as it was submitted.</summary>
public sealed record VersionPage(OpenedReport Opened, ReportVersion Version);
