using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Admin.Models;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>What is to leave by mail and could not, with the server's own words. What a letter says is its reader's, and not shown.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/outbox")]
public sealed class OutboxController(Outbox outbox, MailSender mail, MailFolder folder, UserManager<PortalUser> users) : Controller
{
    private const int Most = 100;

    [HttpGet("")]
    public Task<IActionResult> Index(string? done, CancellationToken cancellationToken) => PageAsync(done, cancellationToken);

    /// <summary>Has a message sent again that was given up.</summary>
    [HttpPost("{id:long}/again")]
    public async Task<IActionResult> Again(long id, CancellationToken cancellationToken)
    {
        if (await outbox.SendAgainAsync(id, cancellationToken))
        {
            return LocalRedirect("~/admin/outbox?done=again");
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        ModelState.AddModelError("failed", "That message is not among those that were given up: it was sent, or is being tried, already");
        return await PageAsync(null, cancellationToken);
    }

    /// <summary>Sends a letter to the administrator, to try the mail server.</summary>
    [HttpPost("try")]
    public async Task<IActionResult> Try(CancellationToken cancellationToken)
    {
        var email = await EmailAsync();
        if (!mail.CanSend || email is null)
        {
            ModelState.AddModelError("try", mail.CanSend ? "Give and confirm an email address of your own first, under Your account" : "No mail server is set (Mail:Server)");
        }
        else
        {
            try
            {
                await mail.SendAsync(Letter.Trial(email, User.Identity?.Name ?? ""), cancellationToken);
                return LocalRedirect("~/admin/outbox?done=tried");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                ModelState.AddModelError("try", $"The mail server did not take it: {OutboxWorker.Words(e)}");
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(null, cancellationToken);
    }

    private async Task<string?> EmailAsync() => await users.GetUserAsync(User) is { EmailConfirmed: true, Email: { } email } ? email : null;

    private async Task<IActionResult> PageAsync(string? done, CancellationToken cancellationToken) => View("Index", new OutboxPage(
        await outbox.StateAsync(Most, cancellationToken), mail.CanSend, mail.IsFolder, mail.IsFolder ? Letters() : [], await EmailAsync(), done));

    private List<FolderLetter> Letters() => !Directory.Exists(folder.Path) ? [] :
    [
        .. Directory.GetFiles(folder.Path, "*.eml").OrderDescending(StringComparer.Ordinal).Take(Most).Select(file =>
        {
            using var letter = MimeMessage.Load(file);
            return new FolderLetter(Path.GetFileName(file), letter.Date, letter.To.ToString(), letter.Subject ?? "", letter.TextBody ?? "");
        }),
    ];
}
