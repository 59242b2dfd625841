using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Web.Areas.Api.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Api.Controllers;

/// <summary>One published quarter, for programs. The same addresses as the pages, below <c>/api/quarters</c>.</summary>
[Area("Api")]
[Authorize(Policy = ReadPublished.Policy)]
[ApiExplorerSettings(IgnoreApi = false)]
[Route("api/quarters/" + EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class EditionApiController : ControllerBase
{
    private const string MediaType = "application/json";

    /// <summary>The edition, byte for byte as it was sealed: SHA-256 of the answer is its seal.</summary>
    [Read("")]
    [ProducesResponseType<Edition>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Edition(OpenedEdition opened, [FromQuery] int? edition) => File(EditionJson.Write(opened.Content), MediaType);

    /// <summary>A slice of the savings ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [Read("savings")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Savings(OpenedEdition opened, SavingsSlice asked, [FromQuery] SavingsQuery query)
    {
        var ledger = opened.Content.Savings;
        var entries = ledger.EntriesIn(asked.Slice).Select(e => SliceAnswerEntry.Of(e, opened.Content.Programme));
        return new JsonResult(SliceAnswer.Of(opened, asked.Slice, ledger.Sum(asked.Slice), entries));
    }

    /// <summary>A slice of the cost ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [Read("costs")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Costs(OpenedEdition opened, CostSlice asked, [FromQuery] CostQuery query)
    {
        var ledger = opened.Content.Costs;
        var entries = ledger.EntriesIn(asked.Slice).Select(SliceAnswerEntry.Of);
        return new JsonResult(SliceAnswer.Of(opened, asked.Slice, ledger.Sum(asked.Slice), entries));
    }
}
