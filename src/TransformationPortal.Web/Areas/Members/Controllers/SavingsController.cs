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

/// <summary>Slices of the savings ledger: every savings figure's explanation.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class SavingsController : Controller
{
    [Read("savings")]
    public IActionResult Index(OpenedEdition opened, SavingsSlice asked) =>
        View(new SavingsSlicePage(opened, opened.Content.Open(asked.Slice, asked.Rows, asked.Columns), asked.Notes));

    [Read("savings.csv")]
    public IActionResult Csv(OpenedEdition opened, SavingsSlice asked) => File(
        EntriesCsv.Savings(opened.Content, opened.Content.Savings.EntriesIn(asked.Slice)),
        EntriesCsv.MediaType,
        SliceLinks.FileName(opened, "savings"));
}
