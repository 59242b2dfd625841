using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Areas.Api.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Api.Controllers;

/// <summary>One published quarter, for programs. The same addresses as the pages, below <c>/api/quarters</c>.</summary>
[Area("Api")]
[ApiExplorerSettings(IgnoreApi = false)]
[Route("api/quarters/" + QuarterRoute)]
public sealed class EditionApiController : SliceController
{
    private const string MediaType = "application/json";

    /// <summary>The edition, byte for byte as it was sealed: SHA-256 of the answer is its seal.</summary>
    [Read("")]
    [ProducesResponseType<Edition>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Edition([FromQuery] int? edition) => File(EditionJson.Write(Opened.Content), MediaType);

    /// <summary>A slice of the savings ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [Read("savings")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public Task<IActionResult> Savings([FromQuery] SavingsQuery query, CancellationToken cancellationToken) =>
        OfSavingsAsync((slice, _) => Json(SliceAnswer.Of(Opened, slice, Opened.Content.Savings.Sum(slice), Opened.Content.Savings.EntriesIn(slice).Select(e => SliceAnswerEntry.Of(e, Opened.Content.Programme)))), cancellationToken);

    /// <summary>A slice of the cost ledger: the sum in pounds, and exactly the entries that make it.</summary>
    [Read("costs")]
    [ProducesResponseType<SliceAnswer>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public IActionResult Costs([FromQuery] CostQuery query) =>
        OfCosts((slice, _) => Json(SliceAnswer.Of(Opened, slice, Opened.Content.Costs.Sum(slice), Opened.Content.Costs.EntriesIn(slice).Select(SliceAnswerEntry.Of))));

    protected override IActionResult Missing(string message, IReadOnlyList<MissingPageLink> existing)
    {
        MarkMissing();
        var problem = new ProblemDetails { Status = StatusCodes.Status404NotFound, Title = "Not found", Detail = message };
        problem.Extensions["existing"] = existing.Select(e => e.Text);
        return new ObjectResult(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };
    }
}
