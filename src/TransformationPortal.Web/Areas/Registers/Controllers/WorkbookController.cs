using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>The programme's workbook: to download, to upload, to look at what would change, and to agree to it.</summary>
[Area("Registers")]
[Authorize(Policy = RegisterPolicies.Keep)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("pmo")]
public sealed partial class WorkbookController(
    PresentProgrammeReader present, ProgrammeUpdate update, UploadStore uploads, UploadedFiles files, KnownHeadings headings, ReportActors actors, CouncilClock clock, ILogger<WorkbookController> logger) : Controller
{
    [HttpGet("workbook")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Index", new WorkbookPage(done, null) { Headings = await headings.ListAsync(cancellationToken) });

    /// <param name="empty">Whether without rows, as a template.</param>
    [HttpGet("workbook.xlsx")]
    public async Task<IActionResult> Download(bool empty, CancellationToken cancellationToken)
    {
        var programme = await present.ReadAsync(cancellationToken);
        var face = new WorkbookFace(programme.Seal, Today);
        return empty || programme.IsEmpty
            ? File(WorkbookWriter.Template(face with { Words = ConfidenceWords.In(programme.Tables) ?? ConfidenceWords.Portal }), WorkbookTemplate.MediaType, "programme-template.xlsx")
            : File(WorkbookWriter.Write(programme.Tables, face), WorkbookTemplate.MediaType, "programme.xlsx");
    }

    [HttpPost("workbook")]
    [RequestSizeLimit(UploadedFiles.MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = UploadedFiles.MostBytes)]
    public async Task<IActionResult> Upload(List<IFormFile> file, CancellationToken cancellationToken)
    {
        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        try
        {
            var (read, name) = await files.ReadAsync(file, cancellationToken);
            var preview = await update.PreviewAsync(read.Tables, cancellationToken);
            var key = await uploads.AddAsync(read, name, preview.Seal, person, cancellationToken);
            return LocalRedirect($"~/pmo/workbook/{key}");
        }
        catch (ImportRefusedException refusal)
        {
            NotRead(person.UserName, refusal.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Index", new WorkbookPage(null, refusal) { Headings = await headings.ListAsync(cancellationToken) });
        }
    }

    [HttpGet("workbook/{key:length(32)}")]
    public async Task<IActionResult> Show(string key, HoldsFromInput holds, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is { } upload ? await PreviewPageAsync(upload, holds, cancellationToken) : Forgotten();

    /// <summary>Says what headings of the council's own mean, for this upload and later ones.</summary>
    /// <param name="meaning">The column, or <see cref="StrangeColumnsForm.LeaveOut"/>, by the heading's field; what is empty is not answered.</param>
    [HttpPost("workbook/{key:length(32)}/columns")]
    public async Task<IActionResult> Columns(string key, Dictionary<string, string?> meaning, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload || await PersonAsync(cancellationToken) is not { } person)
        {
            return Forgotten();
        }

        await files.ExplainAsync(upload, StrangeColumnsForm.Read(upload.File, meaning), person, cancellationToken);
        return LocalRedirect($"~/pmo/workbook/{key}");
    }

    /// <summary>Says whether amounts that look so are in thousands, or millions, of pounds.</summary>
    [HttpPost("workbook/{key:length(32)}/scale")]
    public async Task<IActionResult> Scale(string key, bool multiply, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload)
        {
            return Forgotten();
        }

        var question = multiply && !upload.File.IsScaleAnswered ? (await update.PreviewAsync(upload.File.Tables, cancellationToken)).Scale : null;
        await uploads.ReplaceAsync(key, question is null ? upload.File with { IsScaleAnswered = true } : question.Multiplied(upload.File), cancellationToken);
        return LocalRedirect($"~/pmo/workbook/{key}");
    }

    /// <summary>Forgets what a heading was said to mean.</summary>
    [HttpPost("workbook/headings/{id:int}/forget")]
    public async Task<IActionResult> Forget(int id, CancellationToken cancellationToken)
    {
        await headings.ForgetAsync(id, cancellationToken);
        return LocalRedirect("~/pmo/workbook?done=forgotten");
    }

    /// <summary>What was uploaded, as it was understood, with what is wrong marked.</summary>
    [HttpGet("workbook/{key:length(32)}/marked.xlsx")]
    public async Task<IActionResult> Marked(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload)
        {
            return Forgotten();
        }

        var preview = await update.PreviewAsync(upload.File.Tables, cancellationToken);
        return File(
            WorkbookWriter.Marked(upload.File.Tables, new WorkbookFace(upload.File.Seal, Today) { Words = preview.Words }, UploadProblems.Of(upload.File, preview.Problems)),
            WorkbookTemplate.MediaType, "programme-marked.xlsx");
    }

    [HttpPost("workbook/{key:length(32)}/apply")]
    public async Task<IActionResult> Apply(string key, string? confirm, HoldsFromInput holds, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } upload || await PersonAsync(cancellationToken) is not { } person)
        {
            return Forgotten();
        }

        var (from, wrong) = holds.Read(Today);
        if (wrong is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PreviewPageAsync(upload, holds, cancellationToken);
        }

        var preview = await update.PreviewAsync(upload.File.Tables, cancellationToken, from);
        var page = new PreviewPage(upload, preview, null) { Holds = holds, Dates = await update.DatesAsync(cancellationToken) };
        if (page.Problems.Count > 0 || preview.Seal != upload.Seal)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Preview", page);
        }

        if (page.Scale is { } scale)
        {
            ModelState.AddModelError("scale", $"Say first whether the amounts are in {scale.Unit}");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Preview", page);
        }

        if (page.Confirmation is { } asked && !string.Equals(confirm?.Trim(), asked, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("confirm", $"To confirm {page.Confirmed}: “{asked}”");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Preview", page);
        }

        var outcome = await update.ApplyAsync(upload.File.Tables, upload.Seal, person, upload.FileName, key, cancellationToken, from);
        if (outcome is UpdateOutcome.Stale or UpdateOutcome.Refused)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await PreviewPageAsync(upload, holds, cancellationToken);
        }

        WasApplied(person.UserName, upload.FileName, outcome);
        return LocalRedirect($"~/pmo/workbook?done={(outcome == UpdateOutcome.Applied ? "applied" : "nothing")}");
    }

    [HttpPost("workbook/{key:length(32)}/discard")]
    public async Task<IActionResult> Discard(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not null)
        {
            await uploads.RemoveAsync(key, cancellationToken);
        }

        return LocalRedirect("~/pmo/workbook?done=discarded");
    }

    private DateOnly Today => clock.Today;

    private async Task<IActionResult> PreviewPageAsync(WaitingUpload upload, HoldsFromInput holds, CancellationToken cancellationToken)
    {
        var (from, wrong) = holds.Read(Today);
        if (wrong is not null)
        {
            ModelState.AddModelError("HoldsFrom", wrong);
        }

        return View("Preview",
            new PreviewPage(upload, await update.PreviewAsync(upload.File.Tables, cancellationToken, from), null) { Holds = holds, Dates = await update.DatesAsync(cancellationToken) });
    }

    private async Task<Person?> PersonAsync(CancellationToken cancellationToken) =>
        await actors.FindAsync(User, cancellationToken) is { } actor ? new Person(actor.UserName, actor.DisplayName) : null;

    private async Task<WaitingUpload?> FindAsync(string key, CancellationToken cancellationToken) =>
        await PersonAsync(cancellationToken) is { } person ? await uploads.FindAsync(key, person, cancellationToken) : null;

    private ViewResult Forgotten()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage("This upload is not there any more: it was applied or discarded, its two hours are over, or you have uploaded three others since. Upload the file again:",
            [new MissingPageLink("The programme’s workbook", Url.Content("~/pmo/workbook"))]));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} applied {FileName}: {Outcome}")]
    private partial void WasApplied(string userName, string fileName, UpdateOutcome outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An upload of {UserName} was not read: {Reason}")]
    private partial void NotRead(string userName, string reason);
}
