using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>What somebody has beside their password: an authenticator app, passkeys, recovery codes. Every change ends their other sessions.</summary>
[Area("Account")]
[Authorize]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("account/second-factor")]
public sealed partial class SecondFactorController(
    UserManager<PortalUser> users, SecondFactors factors, Passkeys passkeys, PortalSignIn signIn, UserSessions sessions, IOptions<PortalSignInOptions> options,
    ILogger<SecondFactorController> logger) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done) => await users.GetUserAsync(User) is { } user ? await PageAsync(user, done) : Challenge();

    /// <summary>Makes the secret that an app is to share.</summary>
    [HttpPost("app/begin")]
    [FreshSession]
    public async Task<IActionResult> BeginApp()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (!user.TwoFactorEnabled)
        {
            await factors.NewKeyAsync(user);
            await BeginAnewAsync(user);
        }

        return LocalRedirect("~/account/second-factor/app");
    }

    [HttpGet("app")]
    [FreshSession]
    public async Task<IActionResult> App() => await users.GetUserAsync(User) is not { } user ? Challenge()
        : !user.TwoFactorEnabled && await factors.KeyAsync(user) is { } key ? View(AppPage.Of(user, key))
        : LocalRedirect("~/account/second-factor");

    [HttpPost("app")]
    [FreshSession]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> App(CodeForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (user.TwoFactorEnabled || await factors.KeyAsync(user) is not { } key)
        {
            return LocalRedirect("~/account/second-factor");
        }

        if (ModelState.IsValid && await factors.ConfirmAppAsync(user, form.Code!))
        {
            return await GainedAsync(user, "an authenticator app", "app");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Code), "This is not the code that the app shows now. Check that the clock of your phone is right, and type the newest code");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(AppPage.Of(user, key));
    }

    [HttpPost("app/remove")]
    [FreshSession]
    public Task<IActionResult> RemoveApp() => LosesAsync("their authenticator app", "app-removed", factors.RemoveAppAsync);

    [HttpPost("codes")]
    [FreshSession]
    public async Task<IActionResult> NewCodes()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (!await factors.HasAnyAsync(user))
        {
            return LocalRedirect("~/account/second-factor");
        }

        Changed(user.UserName, "made new recovery codes");
        return View("Codes", new CodesPage(await factors.NewRecoveryCodesAsync(user), "Your new recovery codes"));
    }

    /// <summary>What a browser needs to have a passkey made; JSON.</summary>
    [HttpPost("passkeys/begin")]
    [FreshSession]
    public async Task<IActionResult> BeginPasskey() => await users.GetUserAsync(User) is { } user
        ? Content(await passkeys.BeginAddingAsync(HttpContext, user), "application/json")
        : Challenge();

    [HttpPost("passkeys")]
    [FreshSession]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> AddPasskey(PasskeyForm form)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (ModelState.IsValid && await passkeys.AddAsync(HttpContext, user, form.Credential!, form.Name!.Trim()) is { } problem)
        {
            ModelState.AddModelError(nameof(form.Name), problem.TrimEnd('.'));
        }

        if (ModelState.IsValid)
        {
            return await GainedAsync(user, "a passkey", "passkey");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(user, null);
    }

    [HttpPost("passkeys/{key}/remove")]
    [FreshSession]
    public Task<IActionResult> RemovePasskey(string key) => LosesAsync("a passkey", "passkey-removed", async user =>
    {
        if ((await users.GetPasskeysAsync(user)).FirstOrDefault(p => FactorsPage.KeyOf(p) == key) is { } passkey)
        {
            await factors.RemovePasskeyAsync(user, passkey.CredentialId);
        }
    });

    /// <summary>That an administrator took everything away.</summary>
    [HttpGet("taken-away")]
    public async Task<IActionResult> TakenAway() => await users.GetUserAsync(User) is { SecondFactorResetAt: { } when } ? View(when) : LocalRedirect("~/account/second-factor");

    [HttpPost("taken-away")]
    public async Task<IActionResult> Told()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        user.SecondFactorResetAt = null;
        await users.UpdateAsync(user);
        await signIn.RefreshSignInAsync(user);
        return LocalRedirect("~/account/second-factor");
    }

    private async Task<IActionResult> PageAsync(PortalUser user, string? done) =>
        View("Index", new FactorsPage(await factors.OfAsync(user), await factors.IsRequiredAsync(user), user.PasswordHash is not null, options.Value.RememberedDays, done));

    // The first factor brings the codes for the day on which it is lost.
    private async Task<IActionResult> GainedAsync(PortalUser user, string what, string done)
    {
        Changed(user.UserName, "added " + what);
        var codes = await users.CountRecoveryCodesAsync(user) == 0 ? await factors.NewRecoveryCodesAsync(user) : null;
        await users.UpdateSecurityStampAsync(user);
        await BeginAnewAsync(user);
        return codes is null ? LocalRedirect("~/account/second-factor?done=" + done) : View("Codes", new CodesPage(codes, "Keep these recovery codes"));
    }

    private async Task<IActionResult> LosesAsync(string what, string done, Func<PortalUser, Task> loses)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        await loses(user);
        Changed(user.UserName, "removed " + what);
        await users.UpdateSecurityStampAsync(user);
        await BeginAnewAsync(user);
        return LocalRedirect("~/account/second-factor?done=" + done);
    }

    private async Task BeginAnewAsync(PortalUser user)
    {
        await sessions.EndAllAsync(user.Id);
        await signIn.RefreshSignInAsync(user);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} {Did}")]
    private partial void Changed(string? userName, string did);
}
