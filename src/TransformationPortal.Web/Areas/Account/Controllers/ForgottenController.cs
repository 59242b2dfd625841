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

/// <summary>A forgotten password: a link by mail, which works once and within the hour.</summary>
[Area("Account")]
[AllowAnonymous]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("account/sign-in")]
public sealed partial class ForgottenController(
    ForgottenPasswords forgotten, MailSender mail, People people, UserManager<PortalUser> users, ILogger<ForgottenController> logger) : Controller
{
    [HttpGet("forgotten")]
    public IActionResult Forgotten() => View(new ForgottenPage(new ForgottenForm(), mail.CanSend));

    [HttpPost("forgotten")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public IActionResult Forgotten(ForgottenForm form)
    {
        if (!ModelState.IsValid || !mail.CanSend)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new ForgottenPage(form, mail.CanSend));
        }

        // Known or not is found out after the answer, which is the same.
        forgotten.Ask(form.Who!, PortalAddress.Of(Request));
        return View("Asked");
    }

    [HttpGet("new-password")]
    public async Task<IActionResult> NewPassword(string? user, string? token) => await FindAsync(user, token) is null
        ? TooOld()
        : View(new NewPasswordForm { User = user, Token = token });

    [HttpPost("new-password")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> NewPassword(NewPasswordForm form)
    {
        if (await FindAsync(form.User, form.Token) is not { } account)
        {
            return TooOld();
        }

        if (ModelState.IsValid)
        {
            var result = await people.ChooseNewPasswordAsync(account, Decoded(form.Token)!, form.New!);
            if (result.Succeeded)
            {
                Changed(account.UserName);
                return View("Chosen");
            }

            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(nameof(form.New), error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(form);
    }

    private async Task<PortalUser?> FindAsync(string? id, string? token) =>
        id is { Length: <= 128 } && Decoded(token) is { } decoded && await users.FindByIdAsync(id) is { } user
        && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose, decoded)
            ? user : null;

    private static string? Decoded(string? token) => token is { Length: <= 2000 } && Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : null;

    private ViewResult TooOld()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("TooOld");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} chose a new password by a link")]
    private partial void Changed(string? userName);
}
