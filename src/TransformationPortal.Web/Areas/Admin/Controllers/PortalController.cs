using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Audit;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Areas.Admin.Models;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>How the portal itself is, for administrators.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/portal")]
public sealed class PortalController(PortalState state, NightlyCheck check, AuditLog log, Trial trial, IHostEnvironment environment) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Index", new PortalPage(
            await state.LinesAsync(cancellationToken), await log.LastAsync(AuditAction.Checked, cancellationToken), environment.IsDevelopment(), done));

    /// <summary>Looks over now what is looked over each night.</summary>
    [HttpPost("check")]
    public async Task<IActionResult> Check(CancellationToken cancellationToken)
    {
        await check.CheckAsync(cancellationToken);
        return LocalRedirect("~/admin/portal?done=checked");
    }

    /// <summary>Begins a trial anew. Only in Development is there such an address.</summary>
    [HttpPost("reset")]
    public async Task<IActionResult> Reset()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        // Whoever began it may go away meanwhile; half a trial would be left.
        await trial.ResetAsync(CancellationToken.None);
        return LocalRedirect("~/account/sign-in");
    }
}
