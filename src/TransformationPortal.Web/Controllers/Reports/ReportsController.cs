using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Views.Reports;

namespace TransformationPortal.Web.Controllers.Reports;

/// <summary>A report as a whole, for those who write it: its tasks, checking and submitting it, its doubts, its history.</summary>
[Route("reports/{project}/{month}")]
public sealed class ReportsController : ReportPageController
{
    private string Address => $"~/reports/{Report.Project}/{Report.Month}";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken)
    {
        if (!ReportPolicy.MayWrite(Actor, Report.Project))
        {
            return View("Whole", new WholeReport(Opened, Report.Content));
        }

        var versions = Report.LastReturn is null ? [] : await Reader.VersionsAsync(Report.Project, Month, cancellationToken);
        var returned = versions.FirstOrDefault(v => v.Number == Report.Versions);
        return View("Tasks", new TasksPage(Opened, Actor, returned is null || Report.State != ReportState.Returned ? [] : Opened.Remarks(returned.Content), done));
    }

    [HttpGet("whole")]
    public IActionResult Whole() => View(new WholeReport(Opened, Report.Content));

    [HttpGet("check")]
    public IActionResult Check() => RefusedWriting() ?? View(new CheckPage(Opened, Actor));

    [HttpPost("submit")]
    public async Task<IActionResult> Submit(int revision, CancellationToken cancellationToken) => RefusedWriting()
        ?? Answer(await Store.SubmitAsync(Actor, Report.Project, Month, revision, cancellationToken), Address + "?done=submitted");

    [HttpGet("unchanged")]
    public IActionResult Unchanged() => RefusedWriting() ?? View(new UnchangedPage(Opened, null, null));

    [HttpPost("unchanged")]
    public async Task<IActionResult> Unchanged(int revision, string? reason, CancellationToken cancellationToken) => RefusedWriting()
        ?? Answer(await Store.ReportNoChangeAsync(Actor, Report.Project, Month, revision, reason, cancellationToken), Address + "?done=submitted",
            refusal => View(new UnchangedPage(Opened, reason, refusal.Sentence)));

    [HttpGet("doubts")]
    public IActionResult Doubts() => RefusedWriting() ?? View(new DoubtsPage(Opened, Actor));

    [HttpPost("doubts/{doubt}")]
    public async Task<IActionResult> Doubts(string doubt, int revision, string? answer, CancellationToken cancellationToken) => RefusedWriting()
        ?? Answer(await Store.AnswerDoubtAsync(Actor, Report.Project, Month, revision, doubt, answer, cancellationToken), Address + "/doubts",
            refusal => View(new DoubtsPage(Opened, Actor, (doubt, answer, refusal.Sentence))));

    [HttpGet("history")]
    public async Task<IActionResult> History(CancellationToken cancellationToken) => View(new HistoryPage(
        Opened, await Reader.HistoryAsync(Report.Project, Month, cancellationToken), await Reader.VersionsAsync(Report.Project, Month, cancellationToken)));

    [HttpGet("versions/{number}")]
    public async Task<IActionResult> Version(string number, CancellationToken cancellationToken)
    {
        var versions = await Reader.VersionsAsync(Report.Project, Month, cancellationToken);
        return versions.FirstOrDefault(v => FormattableString.Invariant($"{v.Number}") == number) is { } version
            ? View(new VersionPage(Opened, version))
            : Missing($"The report of {Report.Project} for {Month.Name} has no version “{number}”. {(versions.Count == 0 ? "It has not been submitted yet." : "It has:")}",
                versions.Select(v => FormattableString.Invariant($"{v.Number}")).Select(n => new MissingPageLink($"Version {n}", Url.Content($"{Address}/versions/{n}"))));
    }

    // Others who read the report may not write it.
    private IActionResult? RefusedWriting() => ReportPolicy.MayWrite(Actor, Report.Project) ? null
        : Refused(new(RefusalReason.NotAllowed, $"Only the officers assigned to {Report.Project}, or the PMO, can write its report.", Opened));
}
