using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The programme's registers as they stood.</summary>
[Area("Members")]
public sealed class RegistersController : EditionController
{
    [Read("risks")]
    public IActionResult Risks() => View(Opened.Content.Risks);

    [Read("benefits")]
    public IActionResult Benefits() => View(new Dashboard(Opened.Content, Opened.Basis));

    [Read("plan")]
    public IActionResult Plan() => View(Opened.Content);

    [Read("dependencies")]
    public IActionResult Dependencies() => View(Opened.Content);

    [Read("decisions")]
    public IActionResult Decisions() => View(new Dashboard(Opened.Content, Opened.Basis));

    [Read("documents")]
    public IActionResult Documents() => View(Opened.Content);

    [Read("governance")]
    public IActionResult Governance() => View(Opened.Content);
}
