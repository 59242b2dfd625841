using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Forecasts;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>What the editions say together: what was forecast and what came, and where each pound of a target is.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class HistoryController(EditionLibrary library) : Controller
{
    [Read("forecasts")]
    public async Task<IActionResult> Forecasts(OpenedEdition opened, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(opened, cancellationToken);
        return View(new ForecastsPage(new ForecastRecord([.. history.Editions.Select(e => e.Content)], opened.Basis), history));
    }

    [Read("pounds")]
    public IActionResult Pounds(OpenedEdition opened) => View(PoundLedger.Of(opened.Content));

    [Read("pounds/{line}")]
    public async Task<IActionResult> Line(OpenedEdition opened, string line, CancellationToken cancellationToken)
    {
        if (opened.Content.SavingsLines.FirstOrDefault(l => l.Ref.Equals(line, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return new MissingResult($"There is no savings line “{line}” in this edition. There are:",
                [.. opened.Content.SavingsLines.Select(l => new MissingPageLink($"{l.Ref} {l.Title}", opened.Links.Page("pounds/" + Uri.EscapeDataString(l.Ref))))]);
        }

        var history = await HistoryAsync(opened, cancellationToken);
        return View(new LinePage(found, PoundLedger.Over(history.Editions.Select(e => e.Content), found.Ref), history));
    }

    private async Task<EditionHistory> HistoryAsync(OpenedEdition opened, CancellationToken cancellationToken) =>
        new(await library.UpToAsync(opened.Published, cancellationToken), Request.PathBase, opened.Basis, opened.Links);
}
