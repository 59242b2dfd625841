using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>Implementation costs: the overview, and slices of the cost ledger.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class CostsController : Controller
{
    [Read("costs")]
    public IActionResult Index(OpenedEdition opened) => View(new ImplementationCosts(opened.Content, opened.Basis));

    [Read("costs/entries")]
    public IActionResult Entries(OpenedEdition opened, CostSlice asked) =>
        View(new CostSlicePage(opened, opened.Content.Open(asked.Slice, asked.Rows, asked.Columns)));

    [Read("costs/entries.csv")]
    public IActionResult Csv(OpenedEdition opened, CostSlice asked) => File(
        EntriesCsv.Costs(opened.Content, opened.Content.Costs.EntriesIn(asked.Slice)),
        EntriesCsv.MediaType,
        SliceLinks.FileName(opened, "costs"));
}
