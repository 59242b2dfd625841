using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The financial position in words: the annex's numbered paragraphs, each figure leading to what it is made of.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class NarrativeController : Controller
{
    [Read("position")]
    public IActionResult Index(OpenedEdition opened) => View();
}
