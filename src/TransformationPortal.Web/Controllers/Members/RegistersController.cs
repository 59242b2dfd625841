using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>The programme's registers as they stood.</summary>
public sealed class RegistersController : EditionController
{
    [HttpGet("risks")]
    public IActionResult Risks() => View(Opened.Content.Risks);

    [HttpGet("benefits")]
    public IActionResult Benefits() => View(new Dashboard(Opened.Content, Opened.Basis));

    [HttpGet("plan")]
    public IActionResult Plan() => View(Opened.Content);

    [HttpGet("dependencies")]
    public IActionResult Dependencies() => View(Opened.Content);

    [HttpGet("decisions")]
    public IActionResult Decisions() => View(new Dashboard(Opened.Content, Opened.Basis));

    [HttpGet("documents")]
    public IActionResult Documents() => View(Opened.Content);

    [HttpGet("governance")]
    public IActionResult Governance() => View(Opened.Content);
}
