using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Pmo.Models;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The quarter's workbench: what is written, what is missing, what contradicts, and what was published.</summary>
[Area("Pmo")]
public sealed class WorkbenchController(EditionStore editions, ReportReader reports) : QuarterPageController
{
    [HttpGet("pmo/quarters")]
    public async Task<IActionResult> All(CancellationToken cancellationToken) =>
        View("Index", new QuarterListPage(
            await Closing.QuartersAsync(cancellationToken), await editions.ListAsync(cancellationToken), (await editions.VerifyAsync(cancellationToken)).Wrong));

    [HttpGet(QuarterRoute)]
    public async Task<IActionResult> Show(string? done, CancellationToken cancellationToken)
    {
        var look = await Closing.LookAsync(Quarter, cancellationToken);
        return View("Workbench", new WorkbenchPage(
            look, await Store.ReadAsync(Quarter, cancellationToken), await reports.PmoDeskAsync(Quarter.LastMonth, cancellationToken), done));
    }

    /// <summary>The picker: every figure that is offered with what it gives now, and what a figure that somebody names would give.</summary>
    [HttpGet(QuarterRoute + "/figures")]
    public async Task<IActionResult> Figures(string? name, CancellationToken cancellationToken)
    {
        var draft = await Closing.DraftAsync(Quarter, cancellationToken);
        var asked = name?.Trim().Trim('{', '}').Trim();
        return View("Figures", new FiguresPage(
            Open(draft), FigureCatalogue.Of(draft), asked, string.IsNullOrEmpty(asked) ? null : new FigureReader(draft).Read(asked, DecisionBasis.AsItStands)));
    }
}
