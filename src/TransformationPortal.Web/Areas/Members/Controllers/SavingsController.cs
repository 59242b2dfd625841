using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>Slices of the savings ledger: every savings figure's explanation.</summary>
[Area("Members")]
public sealed class SavingsController : SliceController
{
    [Read("savings")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) =>
        OfSavingsAsync((slice, request) => View(new SavingsSlicePage(Opened, Opened.Content.Open(slice, request.Rows, request.Columns))), cancellationToken);

    [Read("savings.csv")]
    public Task<IActionResult> Csv(CancellationToken cancellationToken) =>
        OfSavingsAsync((slice, _) => File(EntriesCsv.Savings(Opened.Content, Opened.Content.Savings.EntriesIn(slice)), EntriesCsv.MediaType, SliceLinks.FileName(Opened, "savings")), cancellationToken);
}
