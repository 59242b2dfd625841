using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Text;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>
/// A page of one report. Before its action runs, the report is opened; a project that there is not, and a report that is not
/// for this person to see, are answered here.
/// </summary>
[Authorize(Policy = ReportPolicies.Read)]
[KeepStaleForm]
public abstract class ReportPageController : ReportingController
{
    /// <summary>The report that the address names.</summary>
    protected OpenedReport Opened { get; set; } = null!;

    protected HighlightReport Report => Opened.Report;

    /// <summary>Whether only those who may write the report are let in.</summary>
    protected virtual bool IsForWriters => false;

    protected override async Task<IActionResult?> RefuseAsync(RouteValueDictionary route, CancellationToken cancellationToken)
    {
        var code = (string)route["project"]!;
        if (await Reader.OpenAsync(code.ToUpperInvariant(), Month, cancellationToken) is not { } opened)
        {
            var rows = (await Reader.PmoDeskAsync(Month, cancellationToken)).Rows.Where(r => ReportPolicy.MayRead(Actor, r.Project.Code));
            return Missing($"There is no project “{code}”. These have a report for {Month.Name}:", rows.Select(r => new MissingPageLink(
                $"{r.Project.Code} {r.Project.Name}", Url.Content($"~/reports/{r.Project.Code}/{Month}"))));
        }

        Opened = opened;
        var writes = ReportPolicy.MayWrite(Actor, Report.Project);
        return (IsForWriters ? writes : ReportPolicy.MayRead(Actor, Report.Project)) ? null
            : Refused(new(RefusalReason.NotAllowed, $"Only the officers assigned to {Report.Project}, or the PMO, can write its report.", Opened));
    }

    /// <summary>The answer to an action on the report: what it was done for, or the page that says why it was not done.</summary>
    /// <param name="done">The address to go to.</param>
    /// <param name="action">What was to be done, where the page of the form can be shown again.</param>
    /// <param name="words">The form again, with what was typed: its words are missing or too many, or the report is not as it was seen.</param>
    protected IActionResult Answer(ReportOutcome outcome, string done, ReportAction? action = null, Func<ReportRefusal, IActionResult>? words = null)
    {
        const string moved = "Somebody has changed this report since you opened the page. Nothing was done: look at what has changed, and decide again.";
        switch (outcome)
        {
            case ReportOutcome.Done:
                return LocalRedirect(Url.Content(done));
            case ReportOutcome.Conflicted { Opened: var now, Conflict: var conflict } when action is { } wanted && words is not null && ReportPolicy.Refusal(wanted, now.Report, Actor) is null:
                return Again(now, new(RefusalReason.WrongState, moved), conflict.Since, words);
            case ReportOutcome.Refused { Opened: var now, Refusal: var refusal } when refusal.Reason != RefusalReason.WordsMissing && action is { } wanted && words is not null
                && ReportPolicy.Refusal(wanted, now.Report, Actor) is null:
                return Again(now, refusal, [], words);
            case ReportOutcome.Refused { Refusal: { Reason: RefusalReason.WordsMissing } refusal } when words is not null:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                ModelState.AddModelError("", refusal.Sentence);
                return words(refusal);
            case ReportOutcome.Refused refused:
                return Refused(new(refused.Refusal.Reason, refused.Refusal.Sentence, refused.Opened) { Problems = refused.Refusal.Problems, Written = Written() });
            case ReportOutcome.Conflicted conflicted:
                return Refused(new(RefusalReason.WrongState, moved, conflicted.Opened)
                {
                    Since = conflicted.Conflict.Since,
                    Written = Written(),
                });
            default:
                return Missing($"There is no project “{Report.Project}” any more.", []);
        }
    }

    // The page of the form as the report is now, with what was typed still in its fields.
    private IActionResult Again(OpenedReport now, ReportRefusal refusal, IReadOnlyList<ReportEvent> since, Func<ReportRefusal, IActionResult> form)
    {
        Opened = now;
        Response.StatusCode = StatusCodes.Status409Conflict;
        ViewData[NotDone.Key] = new NotDone(refusal.Sentence, since);
        return form(refusal);
    }

    // What went with the action: a reason, an answer, remarks and a note.
    private IReadOnlyList<string> Written() =>
        [.. Request.Form.Where(f => f.Key is "reason" or "answer" or "What" or "Note").SelectMany(f => f.Value).OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))];
}
