using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>The submitted reports whose savings wait for finance.</summary>
[Area("Reports")]
[Authorize(Policy = ReportPolicies.Finance)]
[Route("finance/reports")]
public sealed class FinanceDeskController : ReportingController
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => DeskAsync(cancellationToken);

    [HttpGet("{month}")]
    public Task<IActionResult> OfMonth(CancellationToken cancellationToken) => DeskAsync(cancellationToken);

    private async Task<IActionResult> DeskAsync(CancellationToken cancellationToken) =>
        View("Desk", new FinanceDeskPage(await Reader.PmoDeskAsync(Month, cancellationToken), Months));
}

/// <summary>A report as finance sees it: its savings, to be confirmed or not.</summary>
[Area("Reports")]
[Authorize(Policy = ReportPolicies.Finance)]
[Route("finance/reports/{month}/{project}")]
public sealed class FinanceController : ReportPageController
{
    private string Address => $"~/finance/reports/{Report.Month}/{Report.Project}";

    [HttpGet("")]
    public IActionResult Show(string? done) => Shown(null, null, done);

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(int revision, CancellationToken cancellationToken) =>
        Answer(await Store.ConfirmSavingsAsync(Actor, Report.Project, Month, revision, cancellationToken), Address + "?done=confirmed");

    [HttpPost("decline")]
    public async Task<IActionResult> Decline(int revision, string? reason, CancellationToken cancellationToken) =>
        Answer(await Store.DeclineSavingsAsync(Actor, Report.Project, Month, revision, reason, cancellationToken), Address + "?done=declined",
            ReportAction.DeclineSavings, refusal => Shown(reason, Sentence(refusal), null));

    // What is wrong with the words is said at their field; what else stands in the way, on top.
    private static string? Sentence(ReportRefusal refusal) => refusal.Reason == RefusalReason.WordsMissing ? refusal.Sentence : null;

    private ViewResult Shown(string? reason, string? problem, string? done) =>
        View("Report", new FinancePage(Opened, Actor, reason, problem, done));
}
