using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Files;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>The workbook, to download and upload.</summary>
/// <param name="Refusal">Why what was uploaded could not be read at all.</param>
public sealed record WorkbookPage(string? Done, ImportRefusedException? Refusal)
{
    /// <summary>The headings of the council's own that were explained once.</summary>
    public IReadOnlyList<KnownHeading> Headings { get; init; } = [];
}

/// <summary>The columns of an upload that its registers do not know, to be left out or explained.</summary>
/// <param name="Address">Where the answers go.</param>
public sealed record StrangeColumnsForm(IReadOnlyList<StrangeColumn> Columns, string Address)
{
    /// <summary>The answer that a column is left out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>What was said of the columns of a file; those that were not answered are not among it.</summary>
    public static IReadOnlyList<HeadingMeaning> Read(RegisterFile file, Dictionary<string, string?> answers) =>
    [
        .. StrangeColumns.In(file.Tables).Where(c => answers.GetValueOrDefault(c.Field) is { Length: > 0 } said && (said == LeaveOut || c.Offers.Any(o => o.Name == said)))
            .Select(c => new HeadingMeaning(c.Register.Name, c.Heading, answers[c.Field] is var said && said == LeaveOut ? null : said, "as you said")),
    ];
}

/// <summary>All that is wrong with an upload: what could not be read, and what the checks found.</summary>
public static class UploadProblems
{
    /// <summary>The first of them, sheet by sheet and from top to bottom, as a reader goes through the file.</summary>
    public static IEnumerable<LocatedProblem> Located(IReadOnlyList<ImportProblem> problems, RegisterFile file) => problems.GroupBy(p => p.Register)
        .SelectMany(sheet => sheet.OrderBy(p => p.Row ?? 0)).Take(PreviewPage.ProblemsShown).Select(p => LocatedProblem.Of(p, file.Tables));

    public static IReadOnlyList<ImportProblem> Of(RegisterFile file, IReadOnlyList<ImportProblem> found) =>
    [
        // A cell that could not be read is said once, by the one who knows why.
        .. file.Problems, .. found.Where(p => p.Row is null || !file.Problems.Any(r => r.Register == p.Register && r.Row == p.Row && r.Column == p.Column)),
    ];
}

/// <summary>What an upload would change, or what is wrong with it.</summary>
public sealed record PreviewPage(WaitingUpload Upload, UpdatePreview Preview, string? Confirm)
{
    /// <summary>Rows of a register that are shown; the rest are counted.</summary>
    public const int RowsShown = 200;

    /// <summary>Problems that are shown; all are in the marked copy.</summary>
    public const int ProblemsShown = 500;

    /// <summary>From when the changes hold, as it was chosen.</summary>
    public HoldsFromInput Holds { get; init; } = new();

    /// <summary>The days that they most likely hold from; nothing while no quarter is published.</summary>
    public HoldsFromDates? Dates { get; init; }

    public IReadOnlyList<ImportProblem> Problems { get; } = UploadProblems.Of(Upload.File, Preview.Problems);

    public IEnumerable<LocatedProblem> Located => UploadProblems.Located(Problems, Upload.File);

    /// <summary>Columns that the registers do not know.</summary>
    public IReadOnlyList<StrangeColumn> Strange { get; } = StrangeColumns.In(Upload.File.Tables);

    /// <summary>Amounts of which it has to be said what they are in; nothing where none look so, or it was said.</summary>
    public ScaleQuestion? Scale => Upload.File.IsScaleAnswered ? null : Preview.Scale;

    /// <summary>Rows that change though nobody sees them in the file, register by register: hidden, or behind a filter.</summary>
    public IReadOnlyList<(RegisterChange Register, IReadOnlyList<RowChange> Rows)> Unseen =>
        [.. Preview.Changes.Registers.Select(r => (r, (IReadOnlyList<RowChange>)[.. r.Rows.Where(row => WhyUnseen(r.Register, row) is not null)])).Where(r => r.Item2.Count > 0)];

    /// <summary>Why nobody sees a change in the file: <c>hidden row</c>; nothing where it is seen.</summary>
    public string? WhyUnseen(RegisterDefinition register, RowChange row) =>
        row.Row is not { } number || Upload.File.Tables.FirstOrDefault(t => t.Name == register.Name) is not { } table ? null
            : table.IsHidden ? "in a hidden sheet"
            : table.HiddenRows.Contains(number) ? "in a row that is hidden or behind a filter"
            : row.Cells.Where(c => table.HiddenColumns.Contains(c.Column.Name)).Select(c => c.Column.Heading).ToList() is { Count: > 0 } columns ? $"in the hidden column {string.Join(" and ", columns)}"
            : null;

    /// <summary>Whether the programme has changed since the file was uploaded.</summary>
    public bool IsStale => Upload.Seal != Preview.Seal;

    /// <summary>Whether the workbook was made before the programme came to be as it is: what changed since would be put back.</summary>
    public bool IsFromEarlier => Upload.File.Seal is { } seal && seal != Preview.Seal;

    /// <summary>What has to be typed before rows are taken out: the row's name, or the programme's where several go; nothing where none do.</summary>
    public string? Confirmation => Preview.Changes.Removals switch
    {
        0 => null,
        1 => Preview.Changes.Registers.SelectMany(c => c.Rows.Where(r => r.Kind == RowChangeKind.Removed).Select(r => Preview.Words.Named(c.Register, r.Name))).Single(),
        _ => Preview.Programme,
    };

    /// <summary>What is confirmed by typing it.</summary>
    public string Confirmed => Preview.Changes.Removals == 1
        ? "that this row is taken out, type its name"
        : string.Create(CultureInfo.InvariantCulture, $"that {Preview.Changes.Removals:N0} rows are taken out, type the programme’s name");
}

/// <summary>The uploads that were applied, the latest first.</summary>
public sealed record AppliedPage(IReadOnlyList<AppliedUpload> Uploads, string? Done)
{
    /// <summary>What an upload changed, as <c>Savings targets: 2 changed</c>.</summary>
    public static string Said(RegisterCount count)
    {
        var parts = new[] { (count.Added, "added"), (count.Changed, "changed"), (count.Removed, "taken out") }.Where(p => p.Item1 > 0)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1:N0} {p.Item2}")).ToList();
        return $"{AllRegisters.FindKept(count.Register)?.Title ?? count.Register}: {(parts.Count == 0 ? "another order of rows" : string.Join(", ", parts))}";
    }
}

/// <summary>What taking an upload back would do, or what stands in its way.</summary>
/// <param name="IsStale">Whether the programme changed between looking and taking back.</param>
public sealed record TakeBackPage(TakingBackPreview Preview, RowNames Names, ConfidenceWords Words, bool IsStale)
{
    /// <summary>Later changes that are named; the rest are counted.</summary>
    public const int LaterShown = 50;

    public AppliedUpload Upload => Preview.Upload;

    /// <summary>A later change as a sentence.</summary>
    public string Said(LaterChange change)
    {
        var row = Names.Row(change.Register, Words.Named(change.Register, change.Row));
        var what = change.Kind switch
        {
            LaterChangeKind.Cell => $"{row}: {change.Column!.Heading} was changed again, from {Text(change.Column, change.From)} to {Text(change.Column, change.To)}",
            LaterChangeKind.RowGone => $"{row} was taken out",
            LaterChangeKind.RowBack => $"{row} is there again, and says something else",
            _ => "the order of the rows was changed again",
        };
        var who = change.Entry is { } entry ? $", by {entry.By.DisplayName} on {DateFormat.Long(CouncilTime.DayOf(entry.At))} ({entry.With})" : "";
        return $"{change.Register.Title}, {what}{who}.";
    }

    private string Text(Column column, string text) => text.Length == 0 ? "nothing" : Names.Cell(column, CellText.Of(column, Words.Said(column, text)));
}

/// <summary>What would change, register by register.</summary>
/// <param name="WhyUnseen">Why nobody sees a change in the file; nothing where it is seen.</param>
public sealed record ChangesView(UpdatePreview Preview, Func<RegisterDefinition, RowChange, string?> WhyUnseen)
{
    /// <summary>The rows of a register, those first that are easily missed.</summary>
    public IEnumerable<RowChange> Rows(RegisterChange register) =>
        register.Rows.OrderByDescending(r => WhyUnseen(register.Register, r) is not null).ThenByDescending(r => r.Kind).Take(PreviewPage.RowsShown);

    public string What(RegisterChange register, RowChange row) => row.Kind switch
    {
        RowChangeKind.Added => "Added",
        RowChangeKind.Changed => "Changed",
        _ => Preview.Kept.Contains((register.Register, row.Key)) ? "Removed, and kept for the reports, published quarters or rows that used it" : "Removed",
    } + (WhyUnseen(register.Register, row) is { } why ? $" {why}" : "");
}
