using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>Signing in with the council's own sign-in, and being signed out by it.</summary>
[Area("Account")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("account/sign-in/council")]
public sealed partial class ProviderController(IOptions<ProviderOptions> options, ILogger<ProviderController> logger) : Controller
{
    [HttpGet("")]
    [EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Begin(string? returnUrl)
    {
        if (!options.Value.IsOn)
        {
            return NotFound();
        }

        try
        {
            var back = Url.Content("~/account/sign-in/council/back?returnUrl=" + Uri.EscapeDataString(returnUrl ?? ""));
            await HttpContext.ChallengeAsync(ProviderSetup.Scheme, new AuthenticationProperties { RedirectUri = back });
            return new EmptyResult();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            NotReached(e);
            return Refused(ProviderRefusals.NotReached);
        }
    }

    [HttpGet("back")]
    public async Task<IActionResult> Back(string? returnUrl, [FromServices] ProviderAccounts accounts, CancellationToken ct)
    {
        if (!options.Value.IsOn)
        {
            return NotFound();
        }

        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return await accounts.SignInAsync(answer, ct) is { } refusal
            ? Refused(refusal)
            : LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/work");
    }

    /// <summary>For the provider alone, over the back channel: somebody's session ended there.</summary>
    [HttpPost("ended")]
    [IgnoreAntiforgeryToken]
    [EnableRateLimiting(SignInLimits.BackChannel)]
    [RequestSizeLimit(64 * 1024)]
    public async Task<IActionResult> Ended([FromForm(Name = "logout_token")] string? token, [FromServices] ProviderLogout logout, CancellationToken ct)
    {
        if (!options.Value.IsOn)
        {
            return NotFound();
        }

        var problem = string.IsNullOrEmpty(token) ? "There is no logout_token." : await logout.EndAsync(token, ct);
        if (problem is null)
        {
            return Ok();
        }

        NotBelieved(problem);
        return BadRequest(new { error = "invalid_request", error_description = problem });
    }

    private LocalRedirectResult Refused(string word) => LocalRedirect("~/account/sign-in?refused=" + word);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider cannot be reached")]
    private partial void NotReached(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A logout token was not believed: {Problem}")]
    private partial void NotBelieved(string problem);
}
