using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>What the gate finds in a quarter: each finding is mended, or signed for with words that readers will see.</summary>
[Area("Pmo")]
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

    /// <summary>The amount is from elsewhere: its source is written after it, and it is doubted no more.</summary>
    [HttpPost("source")]
    public async Task<IActionResult> Source(string? finding, string? source, CancellationToken cancellationToken)
    {
        var look = await Closing.LookAsync(Quarter, cancellationToken);
        var found = look.Findings.FirstOrDefault(f => f.Finding.Key == finding)?.Finding;
        var said = source?.Trim() ?? "";
        var problem = found?.Typed is not { } amount ? "That finding is not there any more: something has changed since you opened the page."
            : said.Length == 0 ? "Say where the amount comes from, as readers can find it."
            : SourceNotes.Problems(SourceNotes.Opening + said.ReplaceLineEndings("\n") + "]").FirstOrDefault()?.Sentence ?? await MarkedAsync(found, amount, said, cancellationToken);
        if (problem is null)
        {
            return LocalRedirect(Url.Content($"{Home}/findings?done=source"));
        }

        Response.StatusCode = found is null ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page(look, p => p with { Problem = problem, ProblemAt = finding, TypedSource = source ?? "" });
    }

    private async Task<string?> MarkedAsync(Finding finding, string amount, string source, CancellationToken cancellationToken)
    {
        var texts = await Store.ReadAsync(Quarter, cancellationToken);
        return ProseText.Of(texts.State, Quarter).FirstOrDefault(t => t.Where == finding.Where && t.Name == finding.WhereName && SourceNotes.Mark(t.Text, amount, source) is not null) is not { } text
            ? $"“{amount}” does not stand in {finding.WhereName} as it did. Nothing was changed."
            : await Store.MarkSourceAsync(Quarter, text, amount, source, Actor.Person, cancellationToken) switch
            {
                PartOutcome.Saved => null,
                PartOutcome.Refused refused => refused.Sentence,
                _ => $"Somebody else saved {finding.WhereName} meanwhile. Look at it again.",
            };
    }

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(string? finding, CancellationToken cancellationToken)
    {
        await Store.WithdrawAsync(Quarter, finding ?? "", cancellationToken);
        return LocalRedirect(Url.Content($"{Home}/findings?done=withdrawn"));
    }

    private ViewResult Page(QuarterLook look, Func<FindingsPage, FindingsPage> with) => View("Findings", with(new FindingsPage(look)));
}
