using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>Signing in by what somebody has: a code of an app, a recovery code, a passkey.</summary>
[Area("Account")]
[AllowAnonymous]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("account/sign-in")]
public sealed partial class SignInStepsController(
    PortalSignIn signIn, Passkeys passkeys, SecondFactors factors, IOptions<PortalSignInOptions> options, ILogger<SignInStepsController> logger) : Controller
{
    private const string WrongCode =
        "This code is not right, or was used already. Type the newest code of your app. After five wrong ones an account is locked for 15 minutes.";

    private const string WrongRecoveryCode =
        "This is none of the recovery codes that are left. Check it and try again. After five wrong ones an account is locked for 15 minutes.";

    [HttpGet("code")]
    public Task<IActionResult> Code(string? returnUrl) => StepAsync("Code", new CodeForm { ReturnUrl = returnUrl });

    [HttpPost("code")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public Task<IActionResult> Code(CodeForm form) => TryAsync("Code", form, WrongCode, () => signIn.TryAppCodeAsync(form.Code!, form.Remember));

    [HttpGet("recovery")]
    public Task<IActionResult> Recovery(string? returnUrl) => StepAsync("Recovery", new CodeForm { ReturnUrl = returnUrl });

    [HttpPost("recovery")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public Task<IActionResult> Recovery(CodeForm form) => TryAsync("Recovery", form, WrongRecoveryCode, () => signIn.TryRecoveryCodeAsync(form.Code!));

    /// <summary>What a browser needs to ask a device for a passkey; JSON.</summary>
    [HttpPost("passkey/begin")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> BeginPasskey() =>
        Content(await passkeys.BeginSignInAsync(HttpContext, await signIn.WaitingAsync()), "application/json");

    [HttpPost("passkey")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Passkey(string? credential, string? returnUrl)
    {
        if (credential is { Length: > 0 and <= 20_000 } && await passkeys.FindAsync(HttpContext, credential) is { } user && await signIn.TryPasskeyAsync(user))
        {
            SignedIn(user.UserName, "a passkey");
            return Onward(returnUrl);
        }

        NotSignedIn("a passkey");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("PasskeyRefused", returnUrl);
    }

    private async Task<IActionResult> TryAsync(string view, CodeForm form, string wrong, Func<Task<Microsoft.AspNetCore.Identity.SignInResult>> tries)
    {
        if (ModelState.IsValid)
        {
            var user = await signIn.WaitingAsync();
            var result = await tries();
            if (result.Succeeded)
            {
                SignedIn(user?.UserName, "a second factor");
                return Onward(form.ReturnUrl);
            }

            NotSignedIn("a second factor");
            ModelState.AddModelError(nameof(form.Code), wrong);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await StepAsync(view, form);
    }

    private async Task<IActionResult> StepAsync(string view, CodeForm form)
    {
        if (await signIn.WaitingAsync() is { } user)
        {
            return View(view, new CodeStepPage(form, await factors.OfAsync(user), options.Value.RememberedDays));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("TooLate", form.ReturnUrl);
    }

    private LocalRedirectResult Onward(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/work");

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} signed in with {Means}")]
    private partial void SignedIn(string? userName, string means);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for want of {Means}")]
    private partial void NotSignedIn(string means);
}
