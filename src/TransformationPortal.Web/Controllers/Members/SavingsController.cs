using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>Slices of the savings ledger: every savings figure's explanation.</summary>
public sealed class SavingsController : EditionController
{
    [Read("savings")]
    public IActionResult Index() =>
        SliceRequest<SavingsDimension>.Read(Query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => Opened.Content.ReadSavings(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? View(new SavingsSlicePage(Opened, Opened.Content.Open(slice, request.Rows, request.Columns)))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "savings", request));

    [Read("savings.csv")]
    public IActionResult Csv() =>
        SliceRequest<SavingsDimension>.Read(Query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => Opened.Content.ReadSavings(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? File(EntriesCsv.Savings(Opened.Content, Opened.Content.Savings.EntriesIn(slice)), EntriesCsv.MediaType, SliceLinks.FileName(Opened, "savings"))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "savings", request));
}
