using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Controllers;

/// <summary>What a person sees when something is wrong: what happened, whether anything was lost, and what to do.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ProblemController : Controller
{
    [Route("/problem/{status:int}")]
    public async Task<IActionResult> Show()
    {
        // Not a parameter: binding one reads the form, which may be what is wrong.
        _ = int.TryParse((string?)RouteData.Values["status"], NumberStyles.None, CultureInfo.InvariantCulture, out var status);
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            // Somebody typed the address: nothing is wrong.
            status = StatusCodes.Status404NotFound;
        }

        var cause = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        if (await UnsentForm.FindAsync(HttpContext, status) is { } form)
        {
            return View("Unsent", form);
        }

        var page = new ProblemPage(
            Response.StatusCode,
            HttpContext.TraceIdentifier,
            cause is EditionSealBrokenException or EditionUnreadableException ? cause.Message : null);
        return IsForPrograms() ? Problem(page.Explanation, statusCode: page.Status, title: page.Title) : View(page);
    }

    // Who asks below /api is a program, and is answered in a form that programs read.
    private bool IsForPrograms() =>
        (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "")
            .StartsWith("/api/", StringComparison.OrdinalIgnoreCase);
}
