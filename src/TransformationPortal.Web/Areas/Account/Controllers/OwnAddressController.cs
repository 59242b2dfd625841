using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Mail;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>One's own email address. It counts when its owner has opened a letter that was sent there.</summary>
[Area("Account")]
[Authorize]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("account/email")]
public sealed partial class OwnAddressController(
    UserManager<PortalUser> users, MailSender mail, PortalSignIn signIn, UserSessions sessions, ILogger<OwnAddressController> logger) : Controller
{
    [HttpGet("")]
    [FreshSession]
    public async Task<IActionResult> Index() => await users.GetUserAsync(User) is { } user ? Page(user, user.Email) : Challenge();

    [HttpPost("")]
    [FreshSession]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Index(AddressForm form, CancellationToken ct)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (ModelState.IsValid && mail.CanSend)
        {
            var address = form.Email!.Trim();
            var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(await users.GenerateChangeEmailTokenAsync(user, address)));
            var link = $"{PortalAddress.Of(Request)}/account/email/confirm?address={Uri.EscapeDataString(address)}&token={token}";
            try
            {
                await mail.SendAsync(Letter.ConfirmAddress(address, user.DisplayName, link), ct);
                return View("Sent", address);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotSent(user.UserName, e);
                ModelState.AddModelError(nameof(form.Email), "The mail server did not take the letter. Try again later, or tell an administrator");
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(user, form.Email);
    }

    // A button, since programs that look over letters open links.
    [HttpGet("confirm")]
    public IActionResult Confirm(string? address, string? token) => View(new ConfirmAddressForm { Address = address, Token = token });

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(ConfirmAddressForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var token = form.Token is { Length: <= 2000 } given && Base64Url.IsValid(given) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(given)) : "";
        if (form.Address is not { Length: > 0 and <= 256 } || !(await users.ChangeEmailAsync(user, form.Address, token)).Succeeded)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("TooOld");
        }

        await sessions.EndAllAsync(user.Id);
        await signIn.RefreshSignInAsync(user);
        return LocalRedirect("~/account");
    }

    private ViewResult Page(PortalUser user, string? typed) => View("Index", new AddressPage(typed, user.Email, user.EmailConfirmed, mail.CanSend));

    [LoggerMessage(Level = LogLevel.Error, Message = "The letter that confirms the address of {UserName} was not sent")]
    private partial void NotSent(string? userName, Exception exception);
}
