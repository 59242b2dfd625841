using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>An officer's desk: what is due, what was returned and why, what comes next.</summary>
[Area("Reports")]
[Authorize(Policy = ReportPolicies.Write)]
[Route("reports")]
public sealed class OfficerDeskController : ReportingController
{
    [HttpGet("")]
    public Task<IActionResult> Index(string? done, CancellationToken cancellationToken) => DeskAsync(done, cancellationToken);

    [HttpGet(@"{month:regex(^\d{{4}}-\d+$)}")]
    public Task<IActionResult> OfMonth(string? done, CancellationToken cancellationToken) => DeskAsync(done, cancellationToken);

    private async Task<IActionResult> DeskAsync(string? done, CancellationToken cancellationToken) =>
        View("Desk", new DeskPage(await Reader.OfficerDeskAsync(Actor, Month, cancellationToken), Actor, Months, done));
}
