using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The committee's papers and the quarter's data as files.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[Route(EditionAddress.Route)]
[CachePage]
[EditionPage]
public sealed partial class AnnexesController(AnnexFileCache files, ILogger<AnnexesController> logger) : Controller
{
    [Read("annexes")]
    public async Task<IActionResult> Index(OpenedEdition opened, CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<(AnnexKind, AnnexPrint), AnnexFileSize>();
        foreach (var facts in AnnexCatalogue.All)
        {
            foreach (var print in facts.HasLargePrint ? (AnnexPrint[])[AnnexPrint.Standard, AnnexPrint.Large] : [AnnexPrint.Standard])
            {
                if (await files.SizeAsync(facts.Kind, opened, print, cancellationToken) is { } size)
                {
                    sizes.Add((facts.Kind, print), size);
                }
            }
        }

        return View(AnnexesPage.Of(opened, files.CanMake, sizes));
    }

    [Read("annexes/{name}")]
    [CachePage(false)]
    public async Task<IActionResult> Download(OpenedEdition opened, string name, string? print, [FromQuery(Name = AnnexesPage.AsName)] string? asName, CancellationToken cancellationToken)
    {
        if (AnnexCatalogue.Find(name) is not { } facts)
        {
            return new MissingResult($"There is no file “{name}”. There are:", [.. AnnexCatalogue.All.Select(f => new MissingPageLink(f.Title, AnnexesPage.Address(opened, f, AnnexPrint.Standard)))]);
        }

        if (!string.IsNullOrEmpty(print) && !(facts.HasLargePrint && print.Equals(AnnexesPage.Large, StringComparison.OrdinalIgnoreCase)))
        {
            return new MissingResult($"{facts.Title} does not come in “{print}” print. It comes as:", AnnexesPage.Prints(opened, facts));
        }

        if (!string.IsNullOrEmpty(asName) && !(asName.Equals(AnnexesPage.Published, StringComparison.OrdinalIgnoreCase) && !opened.IsDraft))
        {
            return new MissingResult($"{facts.Title} does not come as “{asName}”. It comes as:", AnnexesPage.Prints(opened, facts));
        }

        var size = string.IsNullOrEmpty(print) ? AnnexPrint.Standard : AnnexPrint.Large;
        var made = string.IsNullOrEmpty(asName)
            ? await files.GetAsync(facts.Kind, opened, size, cancellationToken)
            : await files.AsPublishedAsync(facts.Kind, opened.Published, opened.Basis, size, cancellationToken);
        if (made.Problem is { } problem)
        {
            NotMade(name, problem.Problem, problem.Detail);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("NotMade", new AnnexUnavailablePage(facts, problem, AnnexesPage.WordInstead(opened, facts)));
        }

        return PhysicalFile(made.Path!, facts.MediaType, made.DownloadName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} could not be made: {Problem} {Detail}")]
    private partial void NotMade(string file, PdfProblem problem, string detail);
}
