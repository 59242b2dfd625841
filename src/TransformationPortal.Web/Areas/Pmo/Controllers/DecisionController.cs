using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Areas.Reports.Controllers;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>What the PMO decides on one report: approving it, returning it with remarks, reopening it.</summary>
[Area("Pmo")]
[Authorize(Policy = ReportPolicies.Pmo)]
[Route("pmo/reports/{month}/{project}")]
public sealed class DecisionController : ReportPageController
{
    private string Address => $"~/pmo/reports/{Report.Month}/{Report.Project}";

    [HttpGet("")]
    public IActionResult Show(string? done) => View("Report", new DecisionPage(Opened, Actor, done));

    [HttpPost("approve")]
    public async Task<IActionResult> Approve(int revision, CancellationToken cancellationToken) =>
        Answer(await Store.ApproveAsync(Actor, Report.Project, Month, revision, cancellationToken), Address + "?done=approved");

    [HttpGet("return")]
    public IActionResult Return(string? field) => RemarksPage(ReturnForm.Empty(field), null, Report.Revision);

    [HttpPost("return")]
    public async Task<IActionResult> Return(int revision, ReturnForm form, string? then, CancellationToken cancellationToken)
    {
        if (then == "add")
        {
            return RemarksPage(form.WithAnother(), null, revision);
        }

        return Answer(await Store.ReturnAsync(Actor, Report.Project, Month, revision, form.Remarks, form.Note, cancellationToken), Address + "?done=returned",
            ReportAction.Return, refusal => RemarksPage(form, Words(refusal), Report.Revision));
    }

    [HttpGet("reopen")]
    public IActionResult Reopen() => View("Reopen", new ReopenPage(Opened, Actor, null, null));

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(int revision, string? reason, CancellationToken cancellationToken) =>
        Answer(await Store.ReopenAsync(Actor, Report.Project, Month, revision, reason, cancellationToken), Address + "?done=reopened",
            ReportAction.Reopen, refusal => View("Reopen", new ReopenPage(Opened, Actor, reason, Words(refusal)?.Sentence)));

    // What is wrong with the words is said at their field; what else stands in the way, on top.
    private static ReportRefusal? Words(ReportRefusal refusal) => refusal.Reason == RefusalReason.WordsMissing ? refusal : null;

    private ViewResult RemarksPage(ReturnForm form, ReportRefusal? problem, int revision) =>
        View("Return", new ReturnPage(Opened, Actor, form, problem, revision));
}
