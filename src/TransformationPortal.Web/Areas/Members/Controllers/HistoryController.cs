using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Forecasts;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>What the editions say together: what was forecast and what came, and where each pound of a target is.</summary>
[Area("Members")]
public sealed class HistoryController(EditionLibrary library) : EditionController
{
    [Read("forecasts")]
    public async Task<IActionResult> Forecasts(CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(cancellationToken);
        return View(new ForecastsPage(new ForecastRecord([.. history.Editions.Select(e => e.Content)], Opened.Basis), history));
    }

    [Read("pounds")]
    public IActionResult Pounds() => View(PoundLedger.Of(Opened.Content));

    [Read("pounds/{line}")]
    public async Task<IActionResult> Line(string line, CancellationToken cancellationToken)
    {
        if (Opened.Content.SavingsLines.FirstOrDefault(l => l.Ref.Equals(line, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return Missing($"There is no savings line “{line}” in this edition. There are:",
                [.. Opened.Content.SavingsLines.Select(l => new MissingPageLink($"{l.Ref} {l.Title}", Opened.Links.Page("pounds/" + Uri.EscapeDataString(l.Ref))))]);
        }

        var history = await HistoryAsync(cancellationToken);
        return View(new LinePage(found, PoundLedger.Over(history.Editions.Select(e => e.Content), found.Ref), history));
    }

    private async Task<EditionHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        var editions = await library.UpToAsync(Opened.Published, cancellationToken);
        AlsoShows(editions.SkipLast(1));
        return new(editions, Request.PathBase, Opened.Basis, Opened.Links);
    }
}
