using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>One's own notices, and how one is told.</summary>
[Area("Account")]
[Authorize]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("notices")]
public sealed class NoticesController(NoticeList notices, HeaderCounts counts, UserManager<PortalUser> users, MailSender mail) : Controller
{
    private const int PageLength = 50;

    // A session whose account is gone is refused before it comes here.
    private string UserId => HeaderCounts.IdOf(User)!;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken cancellationToken = default)
    {
        var count = await notices.CountAsync(UserId, cancellationToken);
        var pages = Math.Max(1, (count + PageLength - 1) / PageLength);
        page = Math.Clamp(page, 1, pages);
        return View("Index", new NoticesPage(
            await notices.PageAsync(UserId, (page - 1) * PageLength, PageLength, cancellationToken), count,
            await notices.UnreadAsync(UserId, cancellationToken), page, pages, await EmailAsync(), mail.CanSend));
    }

    /// <summary>Leads to the thing itself, and notes that its notice was read.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id, CancellationToken cancellationToken)
    {
        var address = await notices.ReadAsync(UserId, id, cancellationToken);
        counts.Forget(UserId);
        if (address is not null)
        {
            return LocalRedirect("~" + address);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage("There is no such notice of yours. These are:", [new("Your notices", Url.Content("~/notices"))]));
    }

    [HttpPost("read")]
    public async Task<IActionResult> ReadAll(long upTo, CancellationToken cancellationToken)
    {
        await notices.ReadAllAsync(UserId, upTo, cancellationToken);
        counts.Forget(UserId);
        return LocalRedirect("~/notices");
    }

    [HttpGet("preferences")]
    public async Task<IActionResult> Preferences(string? done, CancellationToken cancellationToken) =>
        View("Preferences", new NoticeChoicesPage(await notices.ChoicesAsync(UserId, cancellationToken), done == "saved", await EmailAsync(), mail.CanSend));

    [HttpPost("preferences")]
    public async Task<IActionResult> Preferences(NoticeChoicesForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || form.Channels.Any(c => !Enum.IsDefined(c.Key) || !c.Key.Facts().Choices.Contains(c.Value)))
        {
            ModelState.Clear();
            ModelState.AddModelError("preferences", "Choose one of the ways of the list for each kind. What is part of your work is always sent, and cannot be switched off. Nothing was changed");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Preferences", new NoticeChoicesPage(await notices.ChoicesAsync(UserId, cancellationToken), IsDone: false, await EmailAsync(), mail.CanSend));
        }

        await notices.ChooseAsync(UserId, form.Channels, cancellationToken);
        return LocalRedirect("~/notices/preferences?done=saved");
    }

    private async Task<string?> EmailAsync() => await users.GetUserAsync(User) is { EmailConfirmed: true, Email: { } email } ? email : null;
}
