using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The members' update of a quarter, and how its headline figures are made.</summary>
[Area("Members")]
public sealed class DashboardController : EditionController
{
    [Read("")]
    public IActionResult Index() => View(new Dashboard(Opened.Content, Opened.Basis));

    [Read("figures/{key}")]
    public IActionResult Figure(string key, string? decision)
    {
        if (decision is not null && Opened.Content.PendingDecisions.All(d => d.Ref != decision))
        {
            return Missing($"“{decision}” is not a pending decision of this edition. These are:",
                [.. Opened.Content.PendingDecisions.Select(d => new MissingPageLink($"{d.Ref} {d.Title}", Opened.Links.Page("decisions")))]);
        }

        var figures = new KeyFigures(Opened.Content, Opened.Basis, decision);
        return figures.Find(key) is { } figure
            ? View(figure)
            : Missing($"There is no headline figure “{key}”. There are:",
                [.. figures.All.Select(f => new MissingPageLink(f.Title, Opened.Links.Page("figures/" + f.Key)))]);
    }

    [Read("measures")]
    public IActionResult Measures() => View(Opened.Content.Story.Measures);
}
