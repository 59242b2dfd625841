using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Account.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Areas.Account.Controllers;

/// <summary>What one follows: figures, projects, risks, decisions, boards.</summary>
[Area("Account")]
[Authorize]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("following")]
public sealed class FollowingController(Follows follows, EditionLibrary library) : Controller
{
    private string UserId => HeaderCounts.IdOf(User)!;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken)
    {
        var edition = await NewestAsync(cancellationToken);
        return View("Index", new FollowingPage(
            [.. (await follows.ListAsync(UserId, cancellationToken)).Select(f => (f, edition is not null && FollowedThing.Parse(f.Thing) is { } thing && thing.NameIn(edition) is not null ? Address(edition, thing) : null))],
            done));
    }

    // The pages that lead here are kept for many readers and hold no form of anybody's own.
    [HttpGet("add")]
    public async Task<IActionResult> Add(string? thing, CancellationToken cancellationToken) => await FindAsync(thing, cancellationToken) is { } found
        ? View("Add", found)
        : Missing(thing);

    [HttpPost("add")]
    [ActionName("Add")]
    public async Task<IActionResult> Added(string? thing, CancellationToken cancellationToken)
    {
        if (await FindAsync(thing, cancellationToken) is not { } found)
        {
            return Missing(thing);
        }

        if (await follows.AddAsync(UserId, found.Thing, found.Name, cancellationToken))
        {
            return LocalRedirect("~/following?done=added");
        }

        ModelState.AddModelError("follow", string.Create(CultureInfo.InvariantCulture, $"You follow {Follows.Most} things, which is as many as one may. End one of them first"));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Add", found);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(string? thing, CancellationToken cancellationToken)
    {
        await follows.RemoveAsync(UserId, thing ?? "", cancellationToken);
        return LocalRedirect("~/following?done=removed");
    }

    private async Task<FollowPage?> FindAsync(string? text, CancellationToken cancellationToken) =>
        FollowedThing.Parse(text) is { } thing && await NewestAsync(cancellationToken) is { } edition && thing.NameIn(edition) is { } name
            ? new(thing, name, Address(edition, thing), (await follows.ListAsync(UserId, cancellationToken)).Any(f => f.Thing == thing.Text))
            : null;

    private ViewResult Missing(string? thing)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage($"The newest quarter has nothing “{OneLine.Of(thing ?? "", 100)}” that could be followed. Projects, figures, risks and decisions have a link to follow them:", [new("The newest quarter", Url.Content("~/"))]));
    }

    private async Task<Edition?> NewestAsync(CancellationToken cancellationToken) =>
        (await library.ListAsync(cancellationToken)) is [var newest, ..] ? (await library.FindAsync(newest.Quarter, null, cancellationToken))?.Content : null;

    private string Address(Edition edition, FollowedThing thing) => Url.Content(string.Create(CultureInfo.InvariantCulture, $"~/{edition.Quarter.Year.Slug}/q{edition.Quarter.Number}/{thing.Address}"));
}
