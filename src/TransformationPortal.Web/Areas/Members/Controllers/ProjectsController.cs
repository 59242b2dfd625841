using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The projects of a quarter, one project, and the projects in the spotlight.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class ProjectsController(NamesThen names) : Controller
{
    [Read("projects")]
    public async Task<IActionResult> Index(OpenedEdition opened, CancellationToken cancellationToken)
    {
        var (search, notes) = await names.ReadAsync(
            opened,
            EditionAddress.QueryOf(Request),
            query => ProjectSearch.Read(query, opened.Content),
            s => s.Problem is null ? null : (s.ProblemName, s.Existing),
            cancellationToken);
        string Address(string value) => opened.Links.Page($"projects?{search.ProblemName}={Uri.EscapeDataString(value)}");
        return search.Problem is { } problem
            ? new MissingResult(problem, [.. search.Existing.Select(value => new MissingPageLink(value, Address(value)))])
            : View(new ProjectListPage(opened, search, notes));
    }

    [Read("projects/{code}")]
    public IActionResult Project(OpenedEdition opened, string code) => opened.Content.FindProject(code) is { } project
        ? View(new ProjectPage(opened, project))
        : new MissingResult($"There is no project “{code}” in this edition. These are its projects:",
            [.. opened.Content.Projects.Select(p => new MissingPageLink($"{p.Code} {p.Name}", opened.Links.Project(p.Code)))]);

    [Read("spotlights/{code}")]
    public IActionResult Spotlight(OpenedEdition opened, string code)
    {
        var spotlights = opened.Content.Story.Spotlights;
        return spotlights.FirstOrDefault(s => s.Project.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } spotlight
            ? View(new SpotlightPage(opened.Content.FindProject(spotlight.Project)!, spotlight))
            : new MissingResult($"There is no spotlight on “{code}” in this quarter. There are spotlights on:",
                [.. spotlights.Select(s => new MissingPageLink(s.Project, opened.Links.Spotlight(s.Project)))]);
    }
}
