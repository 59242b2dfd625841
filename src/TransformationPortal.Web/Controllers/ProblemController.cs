using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Views.Problem;

namespace TransformationPortal.Web.Controllers;

/// <summary>What a person sees when something is wrong: what happened, whether anything was lost, and what to do.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ProblemController : Controller
{
    [Route("/problem/{status:int}")]
    public async Task<IActionResult> Show(int status)
    {
        var cause = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        if (await UnsentForm.FindAsync(HttpContext, status) is { } form)
        {
            return View("Unsent", form);
        }

        return View(new ProblemPage(
            Response.StatusCode,
            HttpContext.TraceIdentifier,
            cause is EditionSealBrokenException or EditionUnreadableException ? cause.Message : null));
    }
}
