using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>The members' update of a quarter, and how its headline figures are made.</summary>
public sealed class DashboardController : EditionController
{
    [HttpGet("")]
    public IActionResult Index() => View(new Dashboard(Opened.Content, Opened.Basis));

    [HttpGet("figures/{key}")]
    public IActionResult Figure(string key)
    {
        var figures = new KeyFigures(Opened.Content, Opened.Basis);
        return figures.Find(key) is { } figure
            ? View(figure)
            : Missing($"There is no headline figure “{key}”. There are:",
                [.. figures.All.Select(f => new MissingPageLink(f.Title, Opened.Links.Page("figures/" + f.Key)))]);
    }

    [HttpGet("measures")]
    public IActionResult Measures() => View(Opened.Content.Story.Measures);
}
