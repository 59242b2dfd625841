using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>When people are reminded by the portal itself, as the council sets it.</summary>
[Area("Pmo")]
[Authorize(Policy = ReportPolicies.Pmo)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("pmo/reminders")]
public sealed class RemindersController(Reminders reminders, ReportActors actors) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Index", new RemindersPage(RemindersForm.Of(await reminders.RuleAsync(cancellationToken)), done == "saved"));

    [HttpPost("")]
    public async Task<IActionResult> Index(RemindersForm form, CancellationToken cancellationToken)
    {
        if (await actors.FindAsync(User, cancellationToken) is not { } actor)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Index", new RemindersPage(form, IsDone: false));
        }

        await reminders.ChangeAsync(form.ToRule(), actor.Person, cancellationToken);
        return LocalRedirect("~/pmo/reminders?done=saved");
    }
}
