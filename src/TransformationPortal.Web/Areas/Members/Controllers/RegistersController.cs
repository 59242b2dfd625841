using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The programme's registers as they stood.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed class RegistersController : Controller
{
    [Read("risks")]
    public IActionResult Risks(OpenedEdition opened) => View(opened.Content.Risks);

    [Read("benefits")]
    public IActionResult Benefits(OpenedEdition opened) => View(new Dashboard(opened.Content, opened.Basis));

    [Read("plan")]
    public IActionResult Plan(OpenedEdition opened) => View(opened.Content);

    [Read("dependencies")]
    public IActionResult Dependencies(OpenedEdition opened) => View(opened.Content);

    [Read("decisions")]
    public IActionResult Decisions(OpenedEdition opened) => View(new Dashboard(opened.Content, opened.Basis));

    [Read("documents")]
    public IActionResult Documents(OpenedEdition opened) => View(opened.Content);

    [Read("governance")]
    public IActionResult Governance(OpenedEdition opened) => View(opened.Content);
}
