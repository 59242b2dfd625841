using System.Globalization;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>The workbook, to download and upload.</summary>
/// <param name="Refusal">Why what was uploaded could not be read at all.</param>
public sealed record WorkbookPage(string? Done, ImportRefusedException? Refusal);

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
