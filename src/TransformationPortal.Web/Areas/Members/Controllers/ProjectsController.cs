using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The projects of a quarter, one project, and the projects in the spotlight.</summary>
[Area("Members")]
public sealed class ProjectsController : EditionController
{
    [Read("projects")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var query = Query;
        var search = ProjectSearch.Read(query, Opened.Content);
        var notes = new List<string>();
        while (search.Problem is not null && await OtherNameAsync(search.ProblemName, [.. search.Existing], query, cancellationToken) is { } other)
        {
            notes.Add(other.Sentence);
            query = other.Query;
            search = ProjectSearch.Read(query, Opened.Content);
        }

        ViewData[NamesNote] = notes;
        return search.Problem is { } problem
            ? Missing(problem, [.. search.Existing.Select(value => new MissingPageLink(value, Opened.Links.Page($"projects?{search.ProblemName}={Uri.EscapeDataString(value)}")))])
            : View(new ProjectListPage(Opened, search));
    }

    [Read("projects/{code}")]
    public IActionResult Project(string code) => Opened.Content.FindProject(code) is { } project
        ? View(new ProjectPage(Opened, project))
        : Missing($"There is no project “{code}” in this edition. These are its projects:",
            [.. Opened.Content.Projects.Select(p => new MissingPageLink($"{p.Code} {p.Name}", Opened.Links.Project(p.Code)))]);

    [Read("spotlights/{code}")]
    public IActionResult Spotlight(string code)
    {
        var spotlights = Opened.Content.Story.Spotlights;
        return spotlights.FirstOrDefault(s => s.Project.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } spotlight
            ? View(new SpotlightPage(Opened.Content.FindProject(spotlight.Project)!, spotlight))
            : Missing($"There is no spotlight on “{code}” in this quarter. There are spotlights on:",
                [.. spotlights.Select(s => new MissingPageLink(s.Project, Opened.Links.Spotlight(s.Project)))]);
    }
}
