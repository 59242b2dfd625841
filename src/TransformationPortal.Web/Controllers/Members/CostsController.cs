using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>Implementation costs: the overview, and slices of the cost ledger.</summary>
public sealed class CostsController : EditionController
{
    [Read("costs")]
    public IActionResult Index() => View(new ImplementationCosts(Opened.Content, Opened.Basis));

    [Read("costs/entries")]
    public IActionResult Entries() =>
        SliceRequest<CostDimension>.Read(Query, SliceViews.CostCuts, SliceViews.CostColumns, pairs => Opened.Content.ReadCosts(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? View(new CostSlicePage(Opened, Opened.Content.Open(slice, request.Rows, request.Columns)))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "costs/entries", request));

    [Read("costs/entries.csv")]
    public IActionResult Csv() =>
        SliceRequest<CostDimension>.Read(Query, SliceViews.CostCuts, SliceViews.CostColumns, pairs => Opened.Content.ReadCosts(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? File(EntriesCsv.Costs(Opened.Content, Opened.Content.Costs.EntriesIn(slice)), EntriesCsv.MediaType, SliceLinks.FileName(Opened, "costs"))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "costs/entries", request));
}
