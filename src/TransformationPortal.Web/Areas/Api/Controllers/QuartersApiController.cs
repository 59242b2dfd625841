using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Api.Controllers;

/// <summary>What has been published, for programs.</summary>
[Area("Api")]
[ApiController]
[Authorize(Policy = ReadPublished.Policy)]
[Route("api/quarters")]
[Produces("application/json")]
public sealed class QuartersApiController(EditionLibrary library) : ControllerBase
{
    /// <summary>Every published edition, the newest quarter first and in it the newest edition first.</summary>
    [Read("")]
    [ProducesResponseType<IEnumerable<PublishedQuarter>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(CancellationToken cancellationToken)
    {
        var editions = await library.ListAsync(cancellationToken);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', editions.Select(e => e.Seal)))))[..16]}\"");
        (Response.GetTypedHeaders().ETag, Response.GetTypedHeaders().CacheControl) = (tag, new() { Private = true, NoCache = true });
        return Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Ok(editions.Select(e => PublishedQuarter.Of(e, Url.Content("~/api/quarters/"))));
    }
}

/// <summary>A published edition.</summary>
/// <param name="Quarter">For instance 2019/20 Q1.</param>
/// <param name="Edition">1 for the first edition of the quarter.</param>
/// <param name="AsAt">The day its figures stand for.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Notice">For a correction, what changed.</param>
/// <param name="Seal">SHA-256 of the edition's JSON.</param>
/// <param name="Address">Where the edition is.</param>
public sealed record PublishedQuarter(
    string Quarter, int Edition, DateOnly AsAt, DateTime PublishedAt, string? Notice, string Seal, string Address)
{
    internal static PublishedQuarter Of(EditionEntry e, string root) => new(
        e.Quarter.ToString(), e.Number, e.AsAt, DateTime.SpecifyKind(e.PublishedAt, DateTimeKind.Utc), e.Notice, e.Seal,
        $"{root}{e.Quarter.Slug}?edition={e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
}
