using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>What a quarter is published with although it disagrees, for finance to stand beside: the PMO signs first.</summary>
[Area("Reports")]
[Authorize(Policy = ReportPolicies.Finance)]
[Route("finance/notes")]
public sealed class FinanceNotesController(QuarterClosing closing, QuarterStore quarters) : ReportingController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken) =>
        View("Notes", await PageAsync(null, done == "signed", cancellationToken));

    [HttpPost("sign")]
    public async Task<IActionResult> Sign(string? quarter, string? finding, long signed, CancellationToken cancellationToken)
    {
        var isSigned = signed > 0 && signed <= DateTime.MaxValue.Ticks;
        var problem = Quarter.TryParse(quarter, out var of) && finding is not null && isSigned
            ? await quarters.SignForFinanceAsync(of, finding, new(signed, DateTimeKind.Utc), Actor.Person, cancellationToken)
            : "That note is not there. Nothing was signed.";
        if (problem is null)
        {
            return LocalRedirect(Url.Content("~/finance/notes?done=signed"));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Notes", await PageAsync(problem, false, cancellationToken));
    }

    // A note for something that is not found any more is no matter of anybody's.
    private async Task<FinanceNotesPage> PageAsync(string? problem, bool isDone, CancellationToken ct)
    {
        var notes = new List<FinanceNote>();
        foreach (var of in (await quarters.NotesAsync(ct)).GroupBy(n => n.Quarter))
        {
            var found = (await closing.LookAsync(of.Key, ct)).Findings.Where(f => f.Note is not null).ToDictionary(f => f.Finding.Key, StringComparer.Ordinal);
            notes.AddRange(of.Where(n => found.ContainsKey(n.Finding)).Select(n => new FinanceNote(of.Key, found[n.Finding], n.SignedAt.Ticks)));
        }

        return new(notes, problem, isDone);
    }
}
