using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>Slices of the savings ledger: every savings figure's explanation.</summary>
public sealed class SavingsController : SliceController
{
    [Read("savings")]
    public IActionResult Index() =>
        OfSavings((slice, request) => View(new SavingsSlicePage(Opened, Opened.Content.Open(slice, request.Rows, request.Columns))));

    [Read("savings.csv")]
    public IActionResult Csv() =>
        OfSavings((slice, _) => File(EntriesCsv.Savings(Opened.Content, Opened.Content.Savings.EntriesIn(slice)), EntriesCsv.MediaType, SliceLinks.FileName(Opened, "savings")));
}
