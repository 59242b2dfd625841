using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The financial position in words: the annex's numbered paragraphs, each figure leading to what it is made of.</summary>
[Area("Members")]
public sealed class NarrativeController : EditionController
{
    [Read("position")]
    public IActionResult Index() => View();
}
