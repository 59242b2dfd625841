using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Notices;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Areas.Reports.Controllers;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The PMO's desk for a month: every live project, whom to chase, and approving many at once.</summary>
[Area("Pmo")]
[Authorize(Policy = ReportPolicies.Pmo)]
[Route("pmo")]
public sealed class PmoDeskController(ChaseNotes notes, Reminders reminders) : ReportingController
{
    private const int MostWords = 1500;

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
        return await ChasePageAsync(desk, null, cancellationToken);
    }

    /// <summary>Sends a reminder to one or many with words of one's own, or notes that somebody was told, as the list stands.</summary>
    /// <param name="whom">The keys of the lists.</param>
    /// <param name="words">What is written besides; nothing where it is only noted.</param>
    [HttpPost("chase/{month}")]
    public async Task<IActionResult> Chased(string[] whom, string? words, string? then, CancellationToken cancellationToken)
    {
        var desk = await Reader.PmoDeskAsync(Month, cancellationToken);
        var lists = desk.Chase().Where(l => whom.Contains(l.Key)).ToList();
        var sends = then == "send";
        var problem = sends && lists.Count == 0 ? "Tick whom you remind"
            : sends && lists.Exists(l => l.Officer is null) ? "Nobody is assigned to one of these who could be written to"
            : sends && words?.Trim().Length > MostWords ? string.Create(CultureInfo.InvariantCulture, $"Your words are longer than {MostWords} characters")
            : null;
        if (problem is not null)
        {
            ModelState.AddModelError("chase", problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ChasePageAsync(desk, words, cancellationToken);
        }

        await notes.AddAsync(Month, lists, Actor.Person, sends ? words?.Trim() ?? "" : null, cancellationToken);
        return LocalRedirect(Url.Content($"~/pmo/chase/{Month}"));
    }

    private async Task<IActionResult> ChasePageAsync(PmoDesk desk, string? words, CancellationToken cancellationToken) =>
        View("Chase", new ChasePage(desk, desk.Chase(), await notes.ListAsync(Month, cancellationToken))
        {
            LastTold = await notes.LastToldAsync(cancellationToken),
            Rule = await reminders.RuleAsync(cancellationToken),
            Words = words,
        });

    private async Task<IActionResult> DeskAsync(IReadOnlyList<ReportOutcomeOf> outcomes, CancellationToken cancellationToken) =>
        View("Desk", new PmoDeskPage(await Reader.PmoDeskAsync(Month, cancellationToken), Actor, Months, outcomes) { Shown = DeskFilter.Find(Request.Query["show"]) });

    private static SeenReport? Seen(string text) =>
        text.Split(':') is [var project, var revision] && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(project, number) : null;
}
