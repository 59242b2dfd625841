using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Views.FinanceReports;

namespace TransformationPortal.Web.Controllers.Reports;

/// <summary>The submitted reports whose savings wait for finance.</summary>
[Authorize(Policy = ReportPolicies.Finance)]
[Route("finance/reports")]
public sealed class FinanceDeskController : ReportingController
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => DeskAsync(cancellationToken);

    [HttpGet("{month}")]
    public Task<IActionResult> OfMonth(CancellationToken cancellationToken) => DeskAsync(cancellationToken);

    private async Task<IActionResult> DeskAsync(CancellationToken cancellationToken) =>
        View("~/Views/FinanceReports/Desk.cshtml", new FinanceDeskPage(await Reader.PmoDeskAsync(Month, cancellationToken), Months));
}

/// <summary>A report as finance sees it: its savings, to be confirmed or not.</summary>
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
            refusal => Shown(reason, refusal.Sentence, null));

    private ViewResult Shown(string? reason, string? problem, string? done) =>
        View("~/Views/FinanceReports/Report.cshtml", new FinancePage(Opened, Actor, reason, problem, done));
}
