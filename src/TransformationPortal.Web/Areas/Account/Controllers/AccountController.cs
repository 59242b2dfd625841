using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>Signing in and out, and one's own password.</summary>
[Area("Account")]
[Authorize]
[Route("account")]
public sealed partial class AccountController(
    PortalSignIn signIn, UserManager<PortalUser> users, UserSessions sessions, AuditLog log, PortalMeter meter, IOptions<PortalSignInOptions> ways,
    IOptions<ProviderOptions> provider, ILogger<AccountController> logger) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => await users.GetUserAsync(User) is { } user
        ? View(new AccountPage(
            user.UserName!,
            user.DisplayName,
            user.Email is { } email ? email + (user.EmailConfirmed ? "" : " (not confirmed)") : null,
            user.PasswordHash is not null,
            [.. await users.GetRolesAsync(user)],
            await sessions.ListAsync(user.Id, UserSessions.Of(User), cancellationToken)))
        : Challenge();

    /// <summary>Ends one of one's own sessions in another browser.</summary>
    [HttpPost("sessions/{id:guid}/end")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> EndSession(Guid id)
    {
        await sessions.EndAsync(id, users.GetUserId(User)!);
        return RedirectToAction(nameof(Index));
    }

    [AllowAnonymous]
    [HttpGet("sign-in")]
    public IActionResult SignIn(string? returnUrl, string? refused) => View(new SignInPage(new SignInForm { ReturnUrl = returnUrl }, ways.Value, provider.Value, ProviderRefusals.Sentence(refused)));

    [AllowAnonymous]
    [HttpPost("sign-in")]
    [EnableRateLimiting(SignInLimits.Policy)]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (!ModelState.IsValid)
        {
            return Refused(form);
        }

        var (result, known) = await signIn.TryAsync(form.UserName!, form.Password!);
        if (result.Succeeded)
        {
            SignedIn(form.UserName!);
            return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl! : "~/work");
        }

        if (result.RequiresTwoFactor)
        {
            return LocalRedirect("~/account/sign-in/code?returnUrl=" + Uri.EscapeDataString(form.ReturnUrl ?? ""));
        }

        // One sentence for a wrong name, a wrong password and a locked account: an answer that told them apart would list our people.
        // A name that is nobody's is not logged: people type passwords into that field, and strangers forged lines.
        meter.SignInRefused();
        NotSignedIn(known ?? "an unknown name", result.IsLockedOut);
        await log.WriteAsync(
            AuditAction.SignInFailed, known ?? "an unknown name", result.IsLockedOut ? "The account is locked or disabled." : null, CancellationToken.None, known ?? "somebody");
        ModelState.AddModelError(nameof(form.UserName),
            "The user name or the password is not right. Check both and try again. After five wrong passwords an account is locked for 15 minutes.");
        return Refused(form);
    }

    [HttpPost("sign-out")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> SignOutNow()
    {
        var idToken = UserSessions.Of(User) is { } id ? await sessions.IdTokenAsync(id) : null;
        await signIn.SignOutAsync();

        // Nobody reads what they saw with the browser's own button.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return idToken is not null && provider.Value.IsOn && await ProviderSetup.SignOutThereAsync(HttpContext, idToken, Url.Content("~/account/signed-out"))
            ? new EmptyResult()
            : RedirectToAction(nameof(SignedOut));
    }

    [AllowAnonymous]
    [HttpGet("signed-out")]
    public IActionResult SignedOut() => View();

    [HttpGet("password")]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("password")]
    [EnableRateLimiting(SignInLimits.Policy)]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Password(PasswordForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (form.New == form.Current)
        {
            // One that somebody else made up, too.
            ModelState.AddModelError(nameof(form.New), "Choose another password than your current one");
        }

        if (ModelState.IsValid)
        {
            var result = await users.ChangePasswordAsync(user, form.Current!, form.New!);
            if (result.Succeeded)
            {
                user.OneTimePasswordUntil = null;
                await users.UpdateAsync(user);

                // The browser that changed it stays signed in; every session ends, and this one begins anew.
                await sessions.EndAllAsync(user.Id);
                await signIn.RefreshSignInAsync(user);
                return View("PasswordChanged");
            }

            foreach (var error in result.Errors)
            {
                var wrong = error.Code == nameof(IdentityErrorDescriber.PasswordMismatch);
                ModelState.AddModelError(wrong ? nameof(form.Current) : nameof(form.New), wrong ? "This is not your current password" : error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(form);
    }

    /// <summary>Proving again who one is, before a page that asks for it.</summary>
    [HttpGet("confirm")]
    public async Task<IActionResult> Confirm(string? returnUrl) => await users.GetUserAsync(User) is { } user
        ? View(new ConfirmPage(user.PasswordHash is not null, new ConfirmForm { ReturnUrl = returnUrl }))
        : Challenge();

    [HttpPost("confirm")]
    [EnableRateLimiting(SignInLimits.Policy)]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Confirm(ConfirmForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (ModelState.IsValid && user.PasswordHash is not null && await users.CheckPasswordAsync(user, form.Password!))
        {
            await signIn.RefreshSignInAsync(user);
            return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl! : "~/account");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Password), "This is not your password");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new ConfirmPage(user.PasswordHash is not null, form));
    }

    [AllowAnonymous]
    [HttpGet("refused")]
    public IActionResult RefusedHere(string? returnUrl)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View("Refused", returnUrl);
    }

    private ViewResult Refused(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("SignIn", new SignInPage(form, ways.Value, provider.Value, null));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} signed in")]
    private partial void SignedIn(string userName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for {UserName}, locked: {Locked}")]
    private partial void NotSignedIn(string userName, bool locked);
}
