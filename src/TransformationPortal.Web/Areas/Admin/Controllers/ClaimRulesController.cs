using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Admin.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>The administrators' page of what follows from groups and claims of the council's own sign-in.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/claim-rules")]
public sealed partial class ClaimRulesController(ClaimRules rules, ProjectAssignmentStore assignments, ILogger<ClaimRulesController> logger) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken ct) => PageAsync(new RuleForm(), ct);

    [HttpPost("")]
    public async Task<IActionResult> Add(RuleForm form, CancellationToken ct)
    {
        var projects = await assignments.ProjectsAsync(ct);
        if (form.Gives is { Length: > 0 } && form.Rule(projects.Select(p => p.Code)) is null)
        {
            ModelState.AddModelError(nameof(form.Gives), "Choose a role or a project of the list");
        }

        if (ModelState.IsValid && form.Rule(projects.Select(p => p.Code)) is { } rule)
        {
            await rules.AddAsync(rule, ct);
            Changed(User.Identity?.Name, "made", rule.Claim, rule.Value, rule.Role ?? rule.Project!);
            return LocalRedirect("~/admin/claim-rules");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync(form, ct);
    }

    [HttpPost("{number:int}/remove")]
    public async Task<IActionResult> Remove(int number, CancellationToken ct)
    {
        if ((await rules.ListAsync(ct)).FirstOrDefault(r => r.Id == number) is { } rule)
        {
            await rules.RemoveAsync(number, ct);
            Changed(User.Identity?.Name, "removed", rule.Claim, rule.Value, rule.Role ?? rule.Project!);
        }

        return LocalRedirect("~/admin/claim-rules");
    }

    private async Task<IActionResult> PageAsync(RuleForm form, CancellationToken ct) =>
        View("Index", new RulesPage(await rules.ListAsync(ct), form, await assignments.ProjectsAsync(ct)));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Administrator} {Did} the rule that {Claim} {Value} gives {What}")]
    private partial void Changed(string? administrator, string did, string claim, string value, string what);
}
