using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Looks;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The council's colours and logo: shown, changed, and what happened to them.</summary>
[Area("Pmo")]
[Authorize(Policy = RegisterPolicies.Look)]
[AutoValidateAntiforgeryToken]
[KeepStaleForm]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("pmo/look")]
public sealed partial class LookController(LookStore store, BrandingCache looks, ReportActors actors, ILogger<LookController> logger) : Controller
{
    private const string Home = "~/pmo/look";

    // Far more than a logo may have, so that one that is too large is told so and not cut off.
    private const long MostBytes = 16 * 1024 * 1024;

    private const int HistoryShown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Show(string? done, CancellationToken cancellationToken) =>
        await PageAsync(LookForm.Of(await store.ReadAsync(cancellationToken)), done, cancellationToken);

    [HttpPost("colours")]
    public async Task<IActionResult> Recolour(LookForm form, CancellationToken cancellationToken)
    {
        var (colours, problems) = LookCheck.Read(form.Main, form.Link);
        return colours is not null
            ? await ChangeAsync(form, "colours", person => store.RecolourAsync(colours, form.Revision, person, cancellationToken), cancellationToken)
            : await RefuseAsync(form, problems, cancellationToken);
    }

    [HttpPost("logo")]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> PutLogo(LookForm form, IFormFile? logo, CancellationToken cancellationToken)
    {
        var (read, problems) = await ReadAsync(form, logo, cancellationToken);
        return read is not null
            ? await ChangeAsync(form, "logo", person => store.PutLogoAsync(read, form.Revision, person, cancellationToken), cancellationToken)
            : await RefuseAsync(form, problems, cancellationToken);
    }

    [HttpPost("logo/remove")]
    public Task<IActionResult> RemoveLogo(LookForm form, CancellationToken cancellationToken) =>
        ChangeAsync(form, "removed", person => store.RemoveLogoAsync(form.Revision, person, cancellationToken), cancellationToken);

    // The picture that came, or the one that is there with other words.
    private async Task<(Logo? Logo, IReadOnlyList<LookProblem> Problems)> ReadAsync(LookForm form, IFormFile? file, CancellationToken cancellationToken)
    {
        var problems = new List<LookProblem>();
        var words = form.Alternative?.Trim() ?? "";
        if (words.Length is 0 or > Lengths.Name)
        {
            problems.Add(new(LookFields.Alternative, words.Length == 0
                ? "Enter what the logo says, for people who do not see it: most often the council’s name."
                : FormattableString.Invariant($"What the logo says may have at most {Lengths.Name} characters.")));
        }

        var kept = (await store.ReadAsync(cancellationToken)).Look.Logo;
        Logo? logo = null;
        if (file is not null)
        {
            // No more is read than is needed to know that it is too large.
            var bytes = new byte[Math.Min(file.Length, LogoFile.MostBytes + 1)];
            await using var content = file.OpenReadStream();
            await content.ReadExactlyAsync(bytes, cancellationToken);
            var (picture, problem) = LogoFile.Read(bytes);
            logo = picture is null ? null : new(picture.Format, picture.Width, picture.Height, picture.Bytes, words);
            if (problem is not null)
            {
                problems.Add(new(LookFields.Logo, problem));
            }
        }
        else if (kept is null)
        {
            problems.Add(new(LookFields.Logo, "Choose a PNG or JPEG picture."));
        }
        else
        {
            logo = kept with { Alternative = words };
        }

        return problems.Count == 0 ? (logo, []) : (null, problems);
    }

    private async Task<IActionResult> ChangeAsync(LookForm form, string done, Func<Person, Task<bool>> change, CancellationToken cancellationToken)
    {
        if (await actors.FindAsync(User, cancellationToken) is not { } actor)
        {
            return Challenge();
        }

        if (await change(new(actor.UserName, actor.DisplayName)))
        {
            // Everybody sees it at once: a page that is kept with another look is another page.
            looks.Put((await store.ReadAsync(cancellationToken)).Look);
            Changed(actor.UserName, done);
            return LocalRedirect($"{Home}?done={done}");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        var theirs = await store.ReadAsync(cancellationToken);
        form.Revision = theirs.Revision;
        return await PageAsync(form, null, cancellationToken, theirs);
    }

    private Task<IActionResult> RefuseAsync(LookForm form, IReadOnlyList<LookProblem> problems, CancellationToken cancellationToken)
    {
        foreach (var problem in problems)
        {
            ModelState.AddModelError(problem.Field, problem.Sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return PageAsync(form, null, cancellationToken);
    }

    // What one form does not hold is shown as it is kept.
    private async Task<IActionResult> PageAsync(LookForm form, string? done, CancellationToken cancellationToken, KeptLook? theirs = null)
    {
        var kept = theirs ?? await store.ReadAsync(cancellationToken);
        var now = LookForm.Of(kept);
        var shown = new LookForm
        {
            Revision = form.Revision, Main = form.Main ?? now.Main, Link = form.Link ?? now.Link,
            Alternative = form.Alternative ?? now.Alternative ?? await store.CouncilAsync(cancellationToken),
        };
        return View("Index", new LookPage(kept, shown, await store.HistoryAsync(HistoryShown, cancellationToken), done, theirs is not null));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} changed the council’s look: {What}")]
    private partial void Changed(string userName, string what);
}
