using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Admin.Models;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>The administrators' pages of people: who may sign in, with which roles and projects.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/people")]
public sealed partial class PeopleController(
    People people, ProjectAssignmentStore assignments, IOptions<ProviderOptions> provider, ILogger<PeopleController> logger) : Controller
{
    private bool IsOneself(string userName) => string.Equals(userName, User.Identity?.Name, StringComparison.OrdinalIgnoreCase);

    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Index", new PeoplePage(await people.ListAsync(cancellationToken), done));

    [HttpGet("invite")]
    public async Task<IActionResult> Invite(CancellationToken cancellationToken) => await InvitePageAsync(new InviteForm(), cancellationToken);

    [HttpPost("invite")]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var invitation = new Invitation(form.UserName!.Trim(), form.DisplayName!.Trim(), form.Email?.Trim(), form.ByProvider && provider.Value.IsOn);
            var (password, result) = await people.InviteAsync(invitation, form.KnownRoles, form.Projects, cancellationToken);
            if (result.Succeeded)
            {
                Changed(User.Identity?.Name, "invited", form.UserName!, string.Join(", ", form.KnownRoles));
            }

            if (result.Succeeded && password is null)
            {
                return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(invitation.UserName)}?done=invited");
            }

            if (password is not null)
            {
                return View("Password", new NewPasswordPage(form.UserName!.Trim(), form.DisplayName!.Trim(), password, IsNew: true));
            }

            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(nameof(form.UserName), error.Code == "DuplicateUserName" ? $"“{form.UserName}” is somebody’s user name already" : error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await InvitePageAsync(form, cancellationToken);
    }

    [HttpGet("{userName}")]
    public async Task<IActionResult> Person(string userName, string? done, CancellationToken cancellationToken) =>
        await people.FindAsync(userName, cancellationToken) is { } person ? await PersonPageAsync(person, done, cancellationToken) : await NobodyAsync(userName, cancellationToken);

    [HttpPost("{userName}")]
    public async Task<IActionResult> Change(string userName, AccessForm form, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userName, cancellationToken) is not { } person)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        var roles = AccessForm.Together(form.KnownRoles, form.WasRoles, person.Roles);
        if (IsOneself(userName) && !roles.Contains(Roles.Administrator))
        {
            ModelState.AddModelError(nameof(form.Roles), "You cannot take the administrator’s role from yourself. Ask another administrator");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PersonPageAsync(person, null, cancellationToken);
        }

        await people.ChangeAsync(userName, roles, AccessForm.Together(form.Projects, form.WasProjects, person.Projects), cancellationToken);
        Changed(User.Identity?.Name, "changed", userName, string.Join(", ", roles));
        return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=changed");
    }

    [HttpPost("{userName}/disable")]
    public async Task<IActionResult> Disable(string userName, string? to, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userName, cancellationToken) is not { } person)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        if (IsOneself(userName))
        {
            ModelState.AddModelError("disable", "You cannot disable your own account. Ask another administrator");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PersonPageAsync(person, null, cancellationToken);
        }

        if (!string.IsNullOrEmpty(to) && await HandedOverAsync(person, to, cancellationToken) is { } refused)
        {
            return refused;
        }

        await people.SetDisabledAsync(userName, isDisabled: true);
        Changed(User.Identity?.Name, "disabled", userName, "");
        return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=disabled");
    }

    /// <summary>Gives all that is theirs to another account, whether they can still sign in or not.</summary>
    [HttpPost("{userName}/hand-over")]
    public async Task<IActionResult> HandOver(string userName, string? to, CancellationToken cancellationToken) =>
        await people.FindAsync(userName, cancellationToken) is not { } person ? await NobodyAsync(userName, cancellationToken)
        : await HandedOverAsync(person, to ?? "", cancellationToken)
            ?? LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=handed-over");

    [HttpPost("{userName}/enable")]
    public async Task<IActionResult> Enable(string userName, CancellationToken cancellationToken)
    {
        if (!(await people.SetDisabledAsync(userName, isDisabled: false)).Succeeded)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        Changed(User.Identity?.Name, "enabled", userName, "");
        return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=enabled");
    }

    [HttpPost("{userName}/password")]
    public async Task<IActionResult> Password(string userName, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(userName, cancellationToken) is not { } person || await people.ResetPasswordAsync(userName) is not { } password)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        Changed(User.Identity?.Name, "gave a new password to", userName, "");
        return View("Password", new NewPasswordPage(person.UserName, person.DisplayName, password, IsNew: false));
    }

    /// <summary>Takes somebody's second factor away, so that they set it up anew.</summary>
    [HttpPost("{userName}/second-factor")]
    public async Task<IActionResult> SecondFactor(string userName, CancellationToken cancellationToken)
    {
        if (await people.TakeSecondFactorAsync(userName) is null)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        Changed(User.Identity?.Name, "took away the second factor of", userName, "");
        return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=second-factor");
    }

    /// <summary>Lets the council's own sign-in join somebody's account.</summary>
    [HttpPost("{userName}/join")]
    public async Task<IActionResult> Join(string userName, CancellationToken cancellationToken)
    {
        if (!provider.Value.IsOn || !(await people.ExpectProviderAsync(userName)).Succeeded)
        {
            return await NobodyAsync(userName, cancellationToken);
        }

        Changed(User.Identity?.Name, "lets the provider join", userName, "");
        return LocalRedirect($"~/admin/people/{Uri.EscapeDataString(userName)}?done=join");
    }

    private async Task<IActionResult> InvitePageAsync(InviteForm form, CancellationToken cancellationToken) =>
        View("Invite", new InvitePage(form, await assignments.ProjectsAsync(cancellationToken), provider.Value));

    private async Task<IActionResult> PersonPageAsync(PersonAccount person, string? done, CancellationToken cancellationToken) =>
        View("Person", new PersonPage(person, await assignments.ProjectsAsync(cancellationToken), done, IsOneself(person.UserName),
            await people.FactorsAsync(person.UserName) ?? new HeldFactors(HasApp: false, [], 0), provider.Value)
        {
            Work = await assignments.WorkOfAsync(person.UserName, cancellationToken),
            Takers = [.. (await people.ListAsync(cancellationToken)).Where(p => IsTaker(p, person.UserName))],
        });

    // Who can write a report, and is not the one who leaves.
    private static bool IsTaker(PersonAccount account, string leaver) =>
        !account.IsDisabled && account.UserName != leaver && (account.Roles.Contains(Roles.Officer) || account.Roles.Contains(Roles.Pmo));

    /// <returns>The page again, where it was not done; nothing where it was.</returns>
    private async Task<IActionResult?> HandedOverAsync(PersonAccount person, string to, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(to, cancellationToken) is not { } taker || !IsTaker(taker, person.UserName))
        {
            ModelState.AddModelError("to", "Choose an officer, or somebody in the PMO, who can sign in. Nothing was changed");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PersonPageAsync(person, null, cancellationToken);
        }

        await assignments.HandOverAsync(person.UserName, taker.UserName, cancellationToken);
        Changed(User.Identity?.Name, "handed over what was of", person.UserName, "to " + taker.UserName);
        return null;
    }

    private async Task<IActionResult> NobodyAsync(string userName, CancellationToken cancellationToken)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        var all = await people.ListAsync(cancellationToken);
        return View("Missing", new MissingPage($"Nobody has the user name “{userName}”. These people have one:",
            [.. all.Select(p => new MissingPageLink(p.DisplayName, Url.Content("~/admin/people/" + Uri.EscapeDataString(p.UserName))))]));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Administrator} {Did} {UserName} {Roles}")]
    private partial void Changed(string? administrator, string did, string userName, string roles);
}
