using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>Implementation costs: the overview, and slices of the cost ledger.</summary>
[Area("Members")]
public sealed class CostsController : SliceController
{
    [Read("costs")]
    public IActionResult Index() => View(new ImplementationCosts(Opened.Content, Opened.Basis));

    [Read("costs/entries")]
    public IActionResult Entries() =>
        OfCosts((slice, request) => View(new CostSlicePage(Opened, Opened.Content.Open(slice, request.Rows, request.Columns))));

    [Read("costs/entries.csv")]
    public IActionResult Csv() =>
        OfCosts((slice, _) => File(EntriesCsv.Costs(Opened.Content, Opened.Content.Costs.EntriesIn(slice)), EntriesCsv.MediaType, SliceLinks.FileName(Opened, "costs")));
}
