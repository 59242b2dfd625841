using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Searching;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Text;
using TransformationPortal.Web.Search;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>Finds what the published quarters hold.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
public sealed class SearchController(PublishedSearch search, EditionLibrary library, Glossary glossary) : Controller
{
    [Read("/search")]
    public async Task<IActionResult> Index(string? q, string? kind, string? quarter, string? page, CancellationToken cancellationToken)
    {
        var asked = SearchForm.Read(q, kind, quarter, page);
        var index = await search.IndexAsync(cancellationToken);
        var editions = await library.ListAsync(cancellationToken);
        var latest = editions.Count == 0 ? null : await library.FindAsync(editions[0].Quarter, null, cancellationToken);
        return View(new SearchPage(asked, index.Find(asked.Request), index.Quarters, GlossaryHit.Of(asked.Text, glossary, latest?.Content.Words ?? [])));
    }
}
