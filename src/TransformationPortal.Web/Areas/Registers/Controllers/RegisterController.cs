using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>What the pages of registers have in common: who may open them, and what is said when something cannot be done.</summary>
[Authorize(Policy = RegisterPolicies.Keep)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract class RegisterController(ReportActors actors) : Controller
{
    // At its field where the problem has one; on top where it is another row's.
    protected void Explain(RowOutcome outcome, string first)
    {
        Response.StatusCode = outcome is RowOutcome.Conflicted ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        if (outcome is RowOutcome.Conflicted { Merge: { } merge })
        {
            foreach (var column in merge.Contested)
            {
                ModelState.AddModelError(column.Name, "Somebody else changed this meanwhile. Choose which of the two is to stand");
            }

            return;
        }

        if (outcome is RowOutcome.Asked asked)
        {
            foreach (var question in asked.Questions)
            {
                ModelState.AddModelError(question.Column!, question.Expected);
            }

            return;
        }

        if (outcome is not RowOutcome.Refused refused)
        {
            ModelState.AddModelError(first, "Somebody else changed this meanwhile, and nothing was done. Look at what it says now, and do it again");
            return;
        }

        foreach (var problem in refused.Problems)
        {
            ModelState.AddModelError(problem.Column?.Split(" and ")[0] ?? first, problem.Column is null
                ? problem.Sentence
                : problem.IsSentence ? problem.Expected
                : $"Enter {problem.Expected}{(problem.Nearest is { } nearest ? $". Did you mean “{nearest}”?" : "")}");
        }
    }

    protected async Task<Person?> PersonAsync(CancellationToken cancellationToken) =>
        await actors.FindAsync(User, cancellationToken) is { } actor ? new Person(actor.UserName, actor.DisplayName) : null;

    protected ViewResult NoSuchRegister(string name)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage($"There is no register “{name}”. There are:",
            [.. AllRegisters.Kept.Select(d => new MissingPageLink(d.Title, Url.Content($"~/pmo/registers/{d.Name}")))]));
    }

    protected ViewResult NoSuchRow(RegisterDefinition register)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage("The register has no such row now: it was taken out, or has another key. The register is here:",
            [new MissingPageLink(register.Title, Url.Content($"~/pmo/registers/{register.Name}"))]));
    }
}
