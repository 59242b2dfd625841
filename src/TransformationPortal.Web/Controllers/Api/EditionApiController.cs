using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Controllers.Api;

/// <summary>One published quarter, for programs. The same addresses as the pages, below <c>/api/quarters</c>.</summary>
[ApiExplorerSettings(IgnoreApi = false)]
[Route("api/quarters/" + QuarterRoute)]
public sealed class EditionApiController : EditionController
{
    private const string MediaType = "application/json";

    /// <summary>The edition, byte for byte as it was sealed: SHA-256 of the answer is its seal.</summary>
    [HttpGet("")]
    [ProducesResponseType(typeof(object), StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Edition([FromQuery] int? edition) => File(EditionJson.Write(Opened.Content), MediaType);

    /// <summary>A slice of the savings ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [HttpGet("savings")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Savings([FromQuery] SavingsQuery query) =>
        SliceRequest<SavingsDimension>.Read(Query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => Opened.Content.ReadSavings(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? Json(SliceAnswer.Of(Opened, slice, Opened.Content.Savings.Sum(slice), Opened.Content.Savings.EntriesIn(slice).Select(SliceAnswerEntry.Of)))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "savings", request));

    /// <summary>A slice of the cost ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [HttpGet("costs")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Costs([FromQuery] CostQuery query) =>
        SliceRequest<CostDimension>.Read(Query, SliceViews.CostCuts, SliceViews.CostColumns, pairs => Opened.Content.ReadCosts(pairs, Opened.Basis)) is var request && request.Slice is { } slice
            ? Json(SliceAnswer.Of(Opened, slice, Opened.Content.Costs.Sum(slice), Opened.Content.Costs.EntriesIn(slice).Select(SliceAnswerEntry.Of)))
            : Missing(request.Problem!, SliceLinks.Existing(Opened, "costs/entries", request));

    protected override IActionResult Missing(string message, IReadOnlyList<MissingPageLink> existing)
    {
        MarkMissing();
        var problem = new ProblemDetails { Status = StatusCodes.Status404NotFound, Title = "Not found", Detail = message };
        problem.Extensions["existing"] = existing.Select(e => e.Text);
        return new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };
    }
}
