using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Views.Account;

namespace TransformationPortal.Web.Controllers.Account;

/// <summary>Signing in and out, and one's own password.</summary>
[Authorize]
[Route("account")]
public sealed partial class AccountController(
    SignInManager<PortalUser> signIn, UserManager<PortalUser> users, TimeProvider clock, ILogger<AccountController> logger) : Controller
{
    private static readonly string NobodysPassword = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), Guid.NewGuid().ToString());

    [HttpGet("")]
    public async Task<IActionResult> Index() => await users.GetUserAsync(User) is { } user
        ? View(new AccountPage(user.UserName!, user.DisplayName, [.. await users.GetRolesAsync(user)]))
        : Challenge();

    [AllowAnonymous]
    [HttpGet("sign-in")]
    public IActionResult SignIn(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [HttpPost("sign-in")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (!ModelState.IsValid)
        {
            return Refused(form);
        }

        var known = await users.FindByNameAsync(form.UserName!);
        var result = known is null || known.OneTimePasswordUntil < clock.GetUtcNow().UtcDateTime
            ? RefusedAsSlowly(form.Password!)
            : await signIn.PasswordSignInAsync(known, form.Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            SignedIn(form.UserName!);
            return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl! : "~/");
        }

        // One sentence for a wrong name, a wrong password and a locked account: an answer that told them apart would list our people.
        // A name that is nobody's is not logged: people type passwords into that field, and strangers forged lines.
        NotSignedIn(known?.UserName ?? "an unknown name", result.IsLockedOut);
        ModelState.AddModelError(nameof(form.UserName),
            "The user name or the password is not right. Check both and try again. After five wrong passwords an account is locked for 15 minutes.");
        return Refused(form);
    }

    [HttpPost("sign-out")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> SignOutNow()
    {
        await signIn.SignOutAsync();
        return RedirectToAction(nameof(SignedOut));
    }

    [AllowAnonymous]
    [HttpGet("signed-out")]
    public IActionResult SignedOut() => View();

    [HttpGet("password")]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("password")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Password(PasswordForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (ModelState.IsValid)
        {
            var result = await users.ChangePasswordAsync(user, form.Current!, form.New!);
            if (result.Succeeded)
            {
                user.OneTimePasswordUntil = null;
                await users.UpdateAsync(user);

                // The session that changed it goes on; every other one ends.
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

    [AllowAnonymous]
    [HttpGet("refused")]
    public IActionResult RefusedHere(string? returnUrl)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View("Refused", returnUrl);
    }

    // A name that is nobody's takes as long to refuse as a wrong password, so that the time tells no names either.
    private Microsoft.AspNetCore.Identity.SignInResult RefusedAsSlowly(string password)
    {
        users.PasswordHasher.VerifyHashedPassword(new PortalUser(), NobodysPassword, password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    private ViewResult Refused(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("SignIn", form);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} signed in")]
    private partial void SignedIn(string userName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for {UserName}, locked: {Locked}")]
    private partial void NotSignedIn(string userName, bool locked);
}
