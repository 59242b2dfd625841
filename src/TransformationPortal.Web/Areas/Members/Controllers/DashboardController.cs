using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The members' update of a quarter, and how its headline figures are made.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class DashboardController : Controller
{
    [Read("")]
    public IActionResult Index(OpenedEdition opened) => View(new Dashboard(opened.Content, opened.Basis));

    [Read("figures/{key}")]
    public IActionResult Figure(OpenedEdition opened, string key, string? decision)
    {
        if (decision is not null && opened.Content.PendingDecisions.All(d => d.Ref != decision))
        {
            return new MissingResult($"“{decision}” is not a pending decision of this edition. These are:",
                [.. opened.Content.PendingDecisions.Select(d => new MissingPageLink($"{d.Ref} {d.Title}", opened.Links.Page("decisions")))]);
        }

        var figures = new KeyFigures(opened.Content, opened.Basis, decision);
        return figures.Find(key) is { } figure
            ? View(figure)
            : new MissingResult($"There is no headline figure “{key}”. There are:",
                [.. figures.All.Select(f => new MissingPageLink(f.Title, opened.Links.Page("figures/" + f.Key)))]);
    }

    [Read("measures")]
    public IActionResult Measures(OpenedEdition opened) => View(opened.Content.Story.Measures);
}
