using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Views.PmoQuarters;

namespace TransformationPortal.Web.Controllers.Pmo.Quarters;

/// <summary>What the gate finds in a quarter: each finding is mended, or signed for with words that readers will see.</summary>
[Route(QuarterRoute + "/findings")]
[KeepStaleForm]
public sealed class FindingsController : QuarterPageController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string? done, CancellationToken cancellationToken) =>
        Page(await Closing.LookAsync(Quarter, cancellationToken), p => p with { Done = done });

    [HttpPost("sign")]
    public async Task<IActionResult> Sign(string? finding, string? words, CancellationToken cancellationToken)
    {
        var look = await Closing.LookAsync(Quarter, cancellationToken);
        var found = look.Findings.FirstOrDefault(f => f.Finding.Key == finding)?.Finding;
        var said = words?.Trim() ?? "";
        var problem = found is null ? "That finding is not there any more: something has changed since you opened the page."
            : found.Severity == FindingSeverity.Blocking ? "This has to be mended; no note can make it right."
            : said.Length > Lengths.Text ? $"The note is {MoneyFormat.Count(said.Length)} characters long; it may have at most {MoneyFormat.Count(Lengths.Text)}."
            : SigningRules.Problem(said, found.Key, [.. (await Store.NotesAsync(cancellationToken)).Where(n => n.Quarter == Quarter).Select(n => (n.Finding, n.Words))]);
        if (problem is not null)
        {
            Response.StatusCode = found is null ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page(look, p => p with { Problem = problem, ProblemAt = finding, Typed = words });
        }

        await Store.SignAsync(Quarter, found!, said, Actor.Person, cancellationToken);
        return LocalRedirect(Url.Content($"{Home}/findings?done=signed"));
    }

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(string? finding, CancellationToken cancellationToken)
    {
        await Store.WithdrawAsync(Quarter, finding ?? "", cancellationToken);
        return LocalRedirect(Url.Content($"{Home}/findings?done=withdrawn"));
    }

    private ViewResult Page(QuarterLook look, Func<FindingsPage, FindingsPage> with) => View("~/Views/PmoQuarters/Findings.cshtml", with(new FindingsPage(look)));
}
