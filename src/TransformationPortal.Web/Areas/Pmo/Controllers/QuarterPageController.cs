using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Data.Reading;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>
/// A page on which the PMO closes a quarter. Before its action runs, it is known who acts and which quarter of the programme the
/// address names. Every post carries an antiforgery token; no page is kept by anybody on the way.
/// </summary>
[Authorize(Policy = ReportPolicies.Pmo)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract class QuarterPageController : Controller
{
    public const string QuarterRoute = @"pmo/quarters/{year:regex(^\d{{4}}-\d{{2}}$)}/{quarter:regex(^q\d$)}";

    /// <summary>Who has signed in.</summary>
    protected Actor Actor { get; private set; } = null!;

    protected Quarter Quarter { get; private set; }

    protected string Home => "~/pmo/quarters/" + Quarter.Slug;

    protected QuarterStore Store => HttpContext.RequestServices.GetRequiredService<QuarterStore>();

    protected QuarterClosing Closing => HttpContext.RequestServices.GetRequiredService<QuarterClosing>();

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (await HttpContext.RequestServices.GetRequiredService<ReportActors>().FindAsync(User, HttpContext.RequestAborted) is not { } actor)
        {
            context.Result = Challenge();
            return;
        }

        Actor = actor;
        var address = context.RouteData.Values;
        if (address["year"] is string year)
        {
            if (!Quarter.TryParse($"{year}/{address["quarter"]}", out var quarter))
            {
                context.Result = Missing($"“{year}/{address["quarter"]}” is not a quarter such as 2019-20/q1.");
                return;
            }

            Quarter = quarter;
        }

        var executed = await next();
        if (executed.Exception is EditionRefusedException)
        {
            executed.Result = Missing(executed.Exception.Message);
            executed.ExceptionHandled = true;
        }
    }

    /// <summary>The draft as a reader opens it, so that a text is shown as members will see it.</summary>
    protected OpenedEdition Open(Core.Editions.Edition draft) => new(
        new(draft, "", default, "", draft.Number), Core.Ledgers.DecisionBasis.AsItStands, new EditionLinks(Request.PathBase, Quarter, EditionLinks.Draft, Core.Ledgers.DecisionBasis.AsItStands)) { IsDraft = true };

    /// <summary>A page that says what is missing and what there is instead.</summary>
    protected IActionResult Missing(string message, params IReadOnlyList<MissingPageLink> existing)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage(message, existing.Count > 0 ? existing : [new("All quarters of the programme", Url.Content("~/pmo/quarters"))]));
    }
}
