using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Reading;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>The committee's papers and the quarter's data as files.</summary>
[Area("Members")]
public sealed partial class AnnexesController(MadeFiles files, ILogger<AnnexesController> logger) : EditionController
{
    [Read("annexes")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var sizes = new Dictionary<(AnnexKind, AnnexPrint), MadeSize>();
        foreach (var facts in AnnexCatalogue.All)
        {
            foreach (var print in facts.HasLargePrint ? (AnnexPrint[])[AnnexPrint.Standard, AnnexPrint.Large] : [AnnexPrint.Standard])
            {
                if (await files.SizeAsync(facts.Kind, Opened, print, cancellationToken) is { } size)
                {
                    sizes.Add((facts.Kind, print), size);
                }
            }
        }

        return View(AnnexesPage.Of(Opened, files.CanMake, sizes));
    }

    [Read("annexes/{name}")]
    [KeepPage(false)]
    public async Task<IActionResult> Download(string name, string? print, [FromQuery(Name = AnnexesPage.AsName)] string? asName, CancellationToken cancellationToken)
    {
        if (AnnexCatalogue.Find(name) is not { } facts)
        {
            return Missing($"There is no file “{name}”. There are:", [.. AnnexCatalogue.All.Select(f => new MissingPageLink(f.Title, AnnexesPage.Address(Opened, f, AnnexPrint.Standard)))]);
        }

        if (!string.IsNullOrEmpty(print) && !(facts.HasLargePrint && print.Equals(AnnexesPage.Large, StringComparison.OrdinalIgnoreCase)))
        {
            return Missing($"{facts.Title} does not come in “{print}” print. It comes as:", AnnexesPage.Prints(Opened, facts));
        }

        if (!string.IsNullOrEmpty(asName) && !(asName.Equals(AnnexesPage.Published, StringComparison.OrdinalIgnoreCase) && !Opened.IsDraft))
        {
            return Missing($"{facts.Title} does not come as “{asName}”. It comes as:", AnnexesPage.Prints(Opened, facts));
        }

        var size = string.IsNullOrEmpty(print) ? AnnexPrint.Standard : AnnexPrint.Large;
        var made = string.IsNullOrEmpty(asName)
            ? await files.GetAsync(facts.Kind, Opened, size, cancellationToken)
            : await files.AsPublishedAsync(facts.Kind, Opened.Published, Opened.Basis, size, cancellationToken);
        if (made.Problem is { } problem)
        {
            NotMade(name, problem.Problem, problem.Detail);
            MarkMissing();
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("NotMade", new NotMadePage(facts, problem, AnnexesPage.WordInstead(Opened, facts)));
        }

        return PhysicalFile(made.Path!, facts.MediaType, made.DownloadName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} could not be made: {Problem} {Detail}")]
    private partial void NotMade(string file, PdfProblem problem, string detail);
}
