using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>Finance's upload of a month's spend: what is new, what is said again, and what restates an amount.</summary>
[Area("Registers")]
[Authorize(Policy = RegisterPolicies.Spend)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("finance")]
public sealed partial class ActualsController(
    PresentProgrammeReader present, ActualsUpdate actuals, ProgrammeUpdate update, UploadStore uploads, UploadedFiles files, ReportActors actors, CouncilClock clock,
    ILogger<ActualsController> logger) : Controller
{
    [HttpGet("actuals")]
    public IActionResult Index(string? done) => View("Index", new ActualsPage(done, null));

    [HttpGet("actuals.xlsx")]
    public async Task<IActionResult> Template(CancellationToken cancellationToken) => File(
        WorkbookWriter.ActualsTemplate((await present.ReadAsync(cancellationToken)).Tables, new WorkbookFace(null, clock.Today)),
        WorkbookTemplate.MediaType, "actuals.xlsx");

    [HttpPost("actuals")]
    [RequestSizeLimit(UploadedFiles.MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = UploadedFiles.MostBytes)]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken cancellationToken)
    {
        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        try
        {
            var (read, name) = await files.ReadActualsAsync(file, cancellationToken);
            if (read.Tables.Count == 0)
            {
                throw new ImportRefusedException(read.Problems);
            }

            var preview = await actuals.PreviewAsync(read.Tables[0], cancellationToken);
            return LocalRedirect($"~/finance/actuals/{await uploads.AddAsync(read, name, preview.Update.Seal, person, cancellationToken)}");
        }
        catch (ImportRefusedException refusal)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Index", new ActualsPage(null, refusal));
        }
    }

    [HttpGet("actuals/{key:length(32)}")]
    public async Task<IActionResult> Show(string key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is { } upload ? await PreviewAsync(upload, StatusCodes.Status200OK, cancellationToken) : Forgotten();

    /// <inheritdoc cref="WorkbookController.Columns"/>
    [HttpPost("actuals/{key:length(32)}/columns")]
    public async Task<IActionResult> Columns(string key, Dictionary<string, string?> meaning, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload || await PersonAsync(cancellationToken) is not { } person)
        {
            return Forgotten();
        }

        await files.ExplainAsync(upload, StrangeColumnsForm.Read(upload.File, meaning), person, cancellationToken);
        return LocalRedirect($"~/finance/actuals/{key}");
    }

    [HttpPost("actuals/{key:length(32)}/apply")]
    public async Task<IActionResult> Apply(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload || await PersonAsync(cancellationToken) is not { } person)
        {
            return Forgotten();
        }

        var preview = await actuals.PreviewAsync(upload.File.Tables[0], cancellationToken);
        if (upload.File.Problems.Count > 0 || preview.Update.Problems.Count > 0)
        {
            return await PreviewAsync(upload, StatusCodes.Status409Conflict, cancellationToken);
        }

        var outcome = await update.ApplyAsync([preview.Spend], upload.Seal, person, upload.FileName, key, cancellationToken);
        if (outcome is UpdateOutcome.Stale or UpdateOutcome.Refused)
        {
            return await PreviewAsync(upload, StatusCodes.Status409Conflict, cancellationToken);
        }

        WasApplied(person.UserName, upload.FileName, outcome);
        return LocalRedirect($"~/finance/actuals?done={(outcome == UpdateOutcome.Applied ? "applied" : "nothing")}");
    }

    private async Task<IActionResult> PreviewAsync(WaitingUpload upload, int status, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        return View("Preview", new ActualsPreviewPage(upload, await actuals.PreviewAsync(upload.File.Tables[0], cancellationToken)));
    }

    private async Task<Person?> PersonAsync(CancellationToken cancellationToken) =>
        await actors.FindAsync(User, cancellationToken) is { } actor ? new Person(actor.UserName, actor.DisplayName) : null;

    // A workbook of registers waits under the same kind of key, for the PMO.
    private async Task<WaitingUpload?> FindAsync(string key, CancellationToken cancellationToken) =>
        await PersonAsync(cancellationToken) is { } person && await uploads.FindAsync(key, person, cancellationToken) is { } upload
            && upload.File.Tables.Count == 1 && upload.File.Tables[0].Name == ActualsSheet.Definition.Name ? upload : null;

    private ViewResult Forgotten()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage("This upload is not there any more: it was applied, its two hours are over, or you have uploaded three others since. Upload the file again:",
            [new MissingPageLink("The month’s spend", Url.Content("~/finance/actuals"))]));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} applied actuals of {FileName}: {Outcome}")]
    private partial void WasApplied(string userName, string fileName, UpdateOutcome outcome);
}
