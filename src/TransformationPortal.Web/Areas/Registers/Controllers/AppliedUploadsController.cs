using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>The uploads that were applied: what each changed, how all was before it, and taking it back.</summary>
[Area("Registers")]
[Route("pmo/uploads")]
public sealed partial class AppliedUploadsController(AppliedUploads applied, RegisterDesk desk, ReportActors actors, CouncilClock clock, ILogger<AppliedUploadsController> logger)
    : RegisterController(actors)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Index", new AppliedPage(await applied.ListAsync(cancellationToken), done));

    /// <summary>What taking it back would do.</summary>
    [HttpGet("{key:length(32)}")]
    public Task<IActionResult> Show(string key, CancellationToken cancellationToken) => ShowAsync(key, StatusCodes.Status200OK, isStale: false, cancellationToken);

    /// <summary>The programme as it was before, as a workbook.</summary>
    [HttpGet("{key:length(32)}/before.xlsx")]
    public async Task<IActionResult> Before(string key, CancellationToken cancellationToken) => await applied.BeforeAsync(key, cancellationToken) is { } programme
        ? File(WorkbookWriter.Write(programme.Tables, new WorkbookFace(programme.Seal, clock.Today)), WorkbookTemplate.MediaType, "programme-before.xlsx")
        : NoSuchUpload();

    /// <param name="seal">The state of the programme that was looked at.</param>
    [HttpPost("{key:length(32)}/take-back")]
    public async Task<IActionResult> TakeBack(string key, string? seal, CancellationToken cancellationToken)
    {
        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        var outcome = await applied.TakeBackAsync(key, seal ?? "", person, cancellationToken);
        WasTakenBack(person.UserName, key, outcome);
        return outcome is UpdateOutcome.Stale or UpdateOutcome.Refused
            ? await ShowAsync(key, StatusCodes.Status409Conflict, outcome == UpdateOutcome.Stale, cancellationToken)
            : LocalRedirect($"~/pmo/uploads?done={(outcome == UpdateOutcome.Applied ? "taken-back" : "nothing")}");
    }

    private async Task<IActionResult> ShowAsync(string key, int status, bool isStale, CancellationToken cancellationToken)
    {
        if (await applied.PreviewAsync(key, cancellationToken) is not { } preview)
        {
            return NoSuchUpload();
        }

        Response.StatusCode = status;
        return View("TakeBack", new TakeBackPage(preview, await desk.NamesAsync(cancellationToken), await desk.WordsAsync(cancellationToken), isStale));
    }

    private ViewResult NoSuchUpload()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage("There is no such upload. Those that were applied are here:", [new MissingPageLink("Uploads applied", Url.Content("~/pmo/uploads"))]));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} took back the upload {Key}: {Outcome}")]
    private partial void WasTakenBack(string userName, string key, UpdateOutcome outcome);
}
