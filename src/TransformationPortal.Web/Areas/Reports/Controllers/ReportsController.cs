using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>A report as a whole, for those who write it: its tasks, checking and submitting it, its doubts, its history.</summary>
[Area("Reports")]
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

    /// <summary>Answers the doubts that were answered on the page, and submits the report.</summary>
    [HttpPost("submit")]
    public async Task<IActionResult> Submit(int revision, CancellationToken cancellationToken)
    {
        if (RefusedWriting() is { } refused)
        {
            return refused;
        }

        var answers = Opened.Doubts.Where(d => d.Answer is null).ToDictionary(d => d.Doubt.Key, d => Request.Form[CheckPage.Field(d.Doubt.Key)].ToString(), StringComparer.Ordinal);
        foreach (var (doubt, answer) in answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)))
        {
            var answered = await Store.AnswerDoubtAsync(Actor, Report.Project, Month, revision, doubt, answer, cancellationToken);
            if (answered is not ReportOutcome.Done done)
            {
                return Answer(answered, Address, ReportAction.Submit, refusal => CheckAgain(answers, refusal.Reason == RefusalReason.WordsMissing ? (doubt, refusal.Sentence) : null));
            }

            (revision, Opened) = (done.Opened.Report.Revision, done.Opened);
        }

        return Answer(await Store.SubmitAsync(Actor, Report.Project, Month, revision, cancellationToken), Address + "?done=submitted",
            ReportAction.Submit, _ => CheckAgain(answers, null));
    }

    [HttpGet("unchanged")]
    public IActionResult Unchanged() => RefusedWriting() ?? UnchangedPage(Opened, SectionForm.Of(ReportSection.Spend, Report.Content), null, []);

    /// <summary>Spend, the reason and the submission in one step. Whatever is wrong is said on the page, which keeps what was typed.</summary>
    [HttpPost("unchanged")]
    public async Task<IActionResult> Unchanged(int revision, string? reason, CancellationToken cancellationToken)
    {
        if (RefusedWriting() is { } refused)
        {
            return refused;
        }

        var (form, input) = (SectionForm.Posted(ReportSection.Spend, Request.Form), new ReportInput());
        var spend = form.Read(input, Opened.Context, Report.Content);
        IReadOnlyList<ReportProblem> problems = input.Problems.Count > 0 ? input.Problems
            : ReportCheck.Problems(ReportSection.Spend, Report.Entered(spend, ReportSection.Spend), Opened.Context);
        if (problems.Count > 0)
        {
            return UnchangedPage(Opened, form, reason, problems, StatusCodes.Status400BadRequest);
        }

        if (Opened.Context.CostLines.Count > 0)
        {
            var saved = await Store.SaveAsync(Actor, Report.Project, Month, revision, ReportSection.Spend, spend, cancellationToken);
            if (saved is not ReportOutcome.Done done)
            {
                return Unsubmitted(saved, form, reason);
            }

            revision = done.Opened.Report.Revision;
        }

        return Unsubmitted(await Store.ReportNoChangeAsync(Actor, Report.Project, Month, revision, reason, cancellationToken), form, reason);
    }

    /// <summary>A document that shows what the report says. It is only ever handed over as a file, never shown.</summary>
    [HttpGet("documents/{key:length(32)}")]
    public async Task<IActionResult> Document(string key, CancellationToken cancellationToken)
    {
        var found = await HttpContext.RequestServices.GetRequiredService<ReportDocumentStore>().FindAsync(Report.Project, key, cancellationToken);
        return found is { } document ? File(document.Content, document.MediaType, document.Name) : Missing("There is no such document.", [new("The report", Url.Content(Address))]);
    }

    [HttpGet("doubts")]
    public IActionResult Doubts() => RefusedWriting() ?? View(new DoubtsPage(Opened, Actor));

    [HttpPost("doubts/{doubt}")]
    public async Task<IActionResult> Doubts(string doubt, int revision, string? answer, CancellationToken cancellationToken) => RefusedWriting()
        ?? Answer(await Store.AnswerDoubtAsync(Actor, Report.Project, Month, revision, doubt, answer, cancellationToken), Address + "/doubts",
            ReportAction.AnswerDoubt, refusal => View(new DoubtsPage(Opened, Actor, (doubt, answer, refusal.Sentence))));

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

    private IActionResult Unsubmitted(ReportOutcome outcome, SectionForm form, string? reason) =>
        outcome is ReportOutcome.Refused { Refusal: { Reason: RefusalReason.Problems or RefusalReason.WordsMissing } refusal } refused
            ? UnchangedPage(
                refused.Opened,
                form,
                reason,
                refusal.Problems.Count > 0 ? refusal.Problems : [new(ReportSection.Progress, Models.UnchangedPage.ReasonField, refusal.Sentence, ReportProblemKind.Wrong)],
                StatusCodes.Status400BadRequest)
            : Answer(outcome, Address + "?done=submitted", ReportAction.ReportNoChange, _ => UnchangedPage(Opened, form, reason, [], StatusCodes.Status409Conflict));

    private ViewResult CheckAgain(IReadOnlyDictionary<string, string> answers, (string Key, string Sentence)? wrong) => View("Check", new CheckPage(Opened, Actor, answers, wrong));

    private ViewResult UnchangedPage(OpenedReport opened, SectionForm spend, string? reason, IReadOnlyList<ReportProblem> problems, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        return View("Unchanged", new UnchangedPage(opened, Actor, spend, reason, problems));
    }

    // Others who read the report may not write it.
    private IActionResult? RefusedWriting() => ReportPolicy.MayWrite(Actor, Report.Project) ? null
        : Refused(new(RefusalReason.NotAllowed, $"Only the officers assigned to {Report.Project}, or the PMO, can write its report.", Opened));
}
