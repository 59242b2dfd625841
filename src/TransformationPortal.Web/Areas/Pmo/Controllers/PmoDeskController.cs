using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Areas.Reports.Controllers;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The PMO's desk for a month: every live project, whom to chase, and approving many at once.</summary>
[Area("Pmo")]
[Authorize(Policy = ReportPolicies.Pmo)]
[Route("pmo")]
public sealed class PmoDeskController : ReportingController
{
    private ChaseNotes Notes => HttpContext.RequestServices.GetRequiredService<ChaseNotes>();

    [HttpGet("reports")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => DeskAsync([], cancellationToken);

    [HttpGet("reports/{month}")]
    public Task<IActionResult> OfMonth(CancellationToken cancellationToken) => DeskAsync([], cancellationToken);

    /// <summary>Approves what was ticked, each report by itself; what could not be approved says why.</summary>
    /// <param name="seen">Each report with the revision that was seen: <c>TP-07:12</c>.</param>
    [HttpPost("reports/{month}/approve")]
    public async Task<IActionResult> ApproveMany(string[] seen, CancellationToken cancellationToken)
    {
        var chosen = seen.Select(Seen).OfType<SeenReport>().ToList();
        if (chosen.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            ModelState.AddModelError("approve-many", "Tick the reports that you approve.");
        }

        return await DeskAsync(await Store.ApproveManyAsync(Actor, Month, chosen, cancellationToken), cancellationToken);
    }

    [HttpGet("chase/{month}")]
    public async Task<IActionResult> Chase(CancellationToken cancellationToken)
    {
        var desk = await Reader.PmoDeskAsync(Month, cancellationToken);
        return View("Chase", new ChasePage(desk, desk.Chase(), await Notes.ListAsync(Month, cancellationToken)));
    }

    /// <summary>Notes that somebody was reminded, in the words of the list as it stands.</summary>
    /// <param name="whom">The key of the list.</param>
    [HttpPost("chase/{month}")]
    public async Task<IActionResult> Chased(string? whom, CancellationToken cancellationToken)
    {
        var list = (await Reader.PmoDeskAsync(Month, cancellationToken)).Chase().FirstOrDefault(l => l.Key == whom);
        if (list is not null)
        {
            await Notes.AddAsync(Month, list, Actor.Person, cancellationToken);
        }

        return LocalRedirect(Url.Content($"~/pmo/chase/{Month}"));
    }

    private async Task<IActionResult> DeskAsync(IReadOnlyList<ReportOutcomeOf> outcomes, CancellationToken cancellationToken) =>
        View("Desk", new PmoDeskPage(await Reader.PmoDeskAsync(Month, cancellationToken), Actor, Months, outcomes) { Shown = DeskFilter.Find(Request.Query["show"]) });

    private static SeenReport? Seen(string text) =>
        text.Split(':') is [var project, var revision] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(project, number) : null;
}
