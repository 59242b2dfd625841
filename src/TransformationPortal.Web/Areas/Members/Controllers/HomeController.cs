using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The way in: the latest quarter, the list of quarters, the glossary.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
public sealed class HomeController(EditionLibrary library, Glossary glossary, CouncilClock clock) : Controller
{
    [Read("/")]
    public async Task<IActionResult> Latest(CancellationToken cancellationToken)
    {
        var editions = await library.ListAsync(cancellationToken);
        return editions.Count == 0 ? View("NothingPublished") : Redirect(Url.Content("~/" + editions[0].Quarter.Slug));
    }

    /// <summary>Where somebody who has just signed in begins: at their own work; a member, at the latest quarter.</summary>
    [HttpGet("/work")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [ApiExplorerSettings(IgnoreApi = true)]
    public async Task<IActionResult> Work(CancellationToken cancellationToken)
    {
        // Before the first quarter is published, what the PMO has to do is to bring the programme in.
        var pmo = User.IsInRole(Roles.Pmo) && (await library.ListAsync(cancellationToken)).Count == 0 ? "~/pmo/workbook" : "~/pmo/reports";
        return LocalRedirect(User switch
        {
            _ when User.IsInRole(Roles.Pmo) => pmo,
            _ when User.IsInRole(Roles.Finance) => "~/finance/reports",
            _ when User.IsInRole(Roles.Officer) => "~/reports",
            _ when User.IsInRole(Roles.Administrator) => "~/admin/people",
            _ => "~/",
        });
    }

    [Read("/quarters")]
    public async Task<IActionResult> Quarters(CancellationToken cancellationToken)
    {
        var editions = await library.ListAsync(cancellationToken);
        var latest = editions.Count == 0 ? null : await library.FindAsync(editions[0].Quarter, null, cancellationToken);
        return View(QuartersPage.Of(editions, latest?.Content.Meetings ?? [], clock.Today));
    }

    [Read("/glossary")]
    public async Task<IActionResult> Glossary(CancellationToken cancellationToken)
    {
        var editions = await library.ListAsync(cancellationToken);
        var latest = editions.Count == 0 ? null : await library.FindAsync(editions[0].Quarter, null, cancellationToken);
        return View(new GlossaryPage(glossary, latest?.Content.Words ?? []));
    }
}
