using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The tables of the committee papers.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class TablesController : Controller
{
    [Read("tables")]
    public IActionResult Index(OpenedEdition opened) => View(TablesOf(opened));

    [Read("tables/{key}")]
    public IActionResult Table(OpenedEdition opened, string key)
    {
        var tables = TablesOf(opened);
        return tables.FirstOrDefault(t => t.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } table
            ? View(table)
            : new MissingResult(
                $"There is no table “{key}”. There are:",
                [.. tables.Select(t => new MissingPageLink(t.Title, opened.Links.Table(t.Key)))]);
    }

    private static IReadOnlyList<FigureTable> TablesOf(OpenedEdition opened) =>
    [
        .. new FinancialPosition(opened.Content, opened.Basis).Tables,
        new ImplementationCosts(opened.Content, opened.Basis).Budget(),
    ];
}
