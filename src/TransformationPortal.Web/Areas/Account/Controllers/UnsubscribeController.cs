using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Mail;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>
/// Ends following something by a link of a message, without signing in. What may do it is the link's own seal; so the mail
/// program's button, which sends a form without having seen one (RFC 8058), does it too.
/// </summary>
[Area("Account")]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("unsubscribe/{token}")]
public sealed class UnsubscribeController(UnsubscribeLinks links, Follows follows, UserManager<PortalUser> users, TimeProvider clock) : Controller
{
    // A button, since programs that look over letters open links.
    [HttpGet("")]
    public async Task<IActionResult> Index(string token, CancellationToken cancellationToken) => await FindAsync(token) is { } found
        ? View("Index", new UnsubscribePage(token, (await follows.ListAsync(found.UserId, cancellationToken)).FirstOrDefault(f => f.Thing == found.Thing)?.Name ?? "", IsDone: false))
        : TooOld();

    [HttpPost("")]
    public async Task<IActionResult> End(string token, CancellationToken cancellationToken) => await FindAsync(token) is { } found
        ? View("Index", new UnsubscribePage(null, await follows.RemoveAsync(found.UserId, found.Thing, cancellationToken) ?? "", IsDone: true))
        : TooOld();

    private async Task<(string UserId, string Thing)?> FindAsync(string token) =>
        links.Read(token) is { } found && await users.FindByIdAsync(found.UserId) is { } user && !user.IsDisabledAt(clock.GetUtcNow()) ? found : null;

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Index", new UnsubscribePage(null, null, IsDone: false));
    }
}
