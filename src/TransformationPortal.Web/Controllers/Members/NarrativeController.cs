using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Controllers.Members;

/// <summary>The financial position in words: the annex's numbered paragraphs, each figure leading to what it is made of.</summary>
public sealed class NarrativeController : EditionController
{
    [Read("position")]
    public IActionResult Index() => View();
}
