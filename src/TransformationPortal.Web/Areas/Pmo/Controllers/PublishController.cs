using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Files;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>Publishing a quarter, or correcting it in the open.</summary>
[Area("Pmo")]
[Route(QuarterRoute + "/publish")]
public sealed partial class PublishController(ILogger<PublishController> logger) : QuarterPageController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View("Publish", new PublishPage(await Closing.LookBesideAsync(Quarter, cancellationToken), null, null, false));

    [HttpPost("")]
    public async Task<IActionResult> Publish(int number, string? mark, string? notice, bool beforeEnd, List<string>? confirmed, CancellationToken cancellationToken)
    {
        string problem;
        try
        {
            var entry = await Closing.PublishAsync(Quarter, new(number, mark ?? "", notice, beforeEnd, confirmed), Actor.Person, cancellationToken);
            Published(logger, entry.Quarter.ToString(), entry.Number, Actor.UserName, entry.Seal);

            // Everybody is to see it at once, not when a kept page has aged.
            HttpContext.RequestServices.GetRequiredService<PageCache>().Clear();
            HttpContext.RequestServices.GetRequiredService<AnnexFilesAhead>().Wake();
            return LocalRedirect(Url.Content($"{Home}?done=published"));
        }
        catch (EditionRefusedException refused)
        {
            problem = refused.Message;
        }
        catch (EditionConflictException conflict)
        {
            problem = conflict.Message;
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Publish", new PublishPage(await Closing.LookBesideAsync(Quarter, cancellationToken), problem, notice, beforeEnd) { Confirmed = confirmed ?? [] });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Quarter} was published as edition {Number} by {UserName}, seal {Seal}")]
    private static partial void Published(ILogger logger, string quarter, int number, string userName, string seal);
}
