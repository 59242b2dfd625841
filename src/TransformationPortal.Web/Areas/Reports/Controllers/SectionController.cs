using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>One section of a report: shown, saved, saved as one types, and put together where two people changed it.</summary>
[Area("Reports")]
[Route("reports/{project}/{month}/{section}")]
[RequestFormLimits(ValueCountLimit = 8000)]
public sealed class SectionController : ReportPageController
{
    private ReportSection section;

    protected override bool IsForWriters => true;

    private string ReportAddress => $"~/reports/{Report.Project}/{Report.Month}";

    [HttpGet("")]
    public IActionResult Show(bool check, string? saved)
    {
        var form = SectionForm.Of(section, Report.Content).WithEmptyRows(Report.Project, Report.Content);
        return Page(form, check ? ReportCheck.Problems(section, Report.Content, Opened.Context) : [], saved ?? (check ? "checked" : null));
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(int revision, string? then, CancellationToken cancellationToken)
    {
        var (form, unread) = await WithDocumentsAsync(SectionForm.Posted(section, Request.Form), cancellationToken);
        if (then is not null && then.StartsWith("add:", StringComparison.Ordinal))
        {
            return Page(Added(form, then.Split(':')), unread, null, revision);
        }

        if (unread.Count > 0)
        {
            return Wrong(form, unread, revision);
        }

        var input = new ReportInput();
        var content = form.Read(input, Opened.Context, Report.Content);
        if (input.Problems.Count > 0)
        {
            return Wrong(form, input.Problems, revision);
        }

        ReadNotes.Keep(TempData, input.Notes);
        var outcome = await Store.SaveAsync(Actor, Report.Project, Month, revision, section, content, cancellationToken);
        if (outcome is ReportOutcome.Conflicted conflicted)
        {
            return await MergedAsync(form.WithoutClashes(SectionForm.Of(section, conflicted.Conflict.Theirs.Content), Report.Project), conflicted, then, cancellationToken);
        }

        return outcome is ReportOutcome.Refused { Refusal: { Reason: RefusalReason.Problems, Problems: var problems } }
            ? Wrong(form, problems, revision)
            : Saved(outcome, then, null);
    }

    /// <summary>
    /// Saves what is on the page while somebody is still typing, all but the fields that cannot be kept as they are. It never
    /// leads anywhere else.
    /// </summary>
    [HttpPost("draft")]
    public async Task<IActionResult> Draft(int revision, CancellationToken cancellationToken)
    {
        var (form, input) = (SectionForm.Posted(section, Request.Form), new ReportInput());
        form.Read(input, Opened.Context, Report.Content);
        var left = input.Problems;
        var outcome = await SaveAllBut(left);
        if (outcome is ReportOutcome.Refused { Refusal: { Reason: RefusalReason.Problems, Problems: { Count: > 0 } more } })
        {
            left = [.. left, .. more];
            outcome = await SaveAllBut(left);
        }

        return outcome switch
        {
            ReportOutcome.Done done when left.Count > 0 && done.Opened.Report.Revision == revision => Json(new DraftAnswer(true, revision, $"Not saved yet. {left[0].Sentence}", left[0].Field)),
            ReportOutcome.Done done => Json(new DraftAnswer(true, done.Opened.Report.Revision, Told(done.Opened.Report, left, input.Notes), left is [var first, ..] ? first.Field : null)),
            ReportOutcome.Refused refused => Json(new DraftAnswer(false, revision, $"Not saved yet. {(refused.Refusal.Problems is [var problem, ..] ? problem.Sentence : refused.Refusal.Sentence)}", null)),
            _ => Json(new DraftAnswer(false, revision, "Not saved: somebody else has changed this section. Choose “Save and continue” to see what they changed.", null)),
        };

        Task<ReportOutcome> SaveAllBut(IReadOnlyList<ReportProblem> problems) => Store.SaveAsync(Actor, Report.Project, Month, revision, section,
            form.WithStored(problems.Select(p => p.Field), SectionForm.Of(section, Report.Content)).Read(new ReportInput(), Opened.Context, Report.Content), cancellationToken);
    }

    /// <summary>Saves what was chosen where two people changed the same fields.</summary>
    [HttpPost("choose")]
    public async Task<IActionResult> Choose(int revision, string? all, CancellationToken cancellationToken)
    {
        var form = SectionForm.Posted(section, Request.Form);
        var theirs = SectionForm.Of(section, Report.Content);
        bool IsTheirs(string field) => all == "theirs" || (all != "mine" && Request.Form[$"Keep({field})"] == "theirs");
        var asked = Request.Form["Contested"].OfType<string>().ToList();
        if (Report.Revision == revision && all is null && asked.Exists(f => Request.Form[$"Keep({f})"] is not ["theirs" or "mine"]))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            var contested = asked.ConvertAll(f => new ContestedField(f, Request.Form[$"Label({f})"].ToString(), theirs[f], form[f]));
            return View("Conflict", new ConflictPage(Opened, section, new(form, theirs, contested), [], revision) { IsIncomplete = true });
        }

        var chosen = form.WithStored(asked.Where(f => ReportFields.SectionOf(f) == section && IsTheirs(f)), theirs);
        var content = chosen.Read(new ReportInput(), Opened.Context, Report.Content);
        var outcome = await Store.SaveAsync(Actor, Report.Project, Month, revision, section, content, cancellationToken);
        return outcome is ReportOutcome.Conflicted conflicted ? await MergedAsync(chosen, conflicted, null, cancellationToken) : Saved(outcome, null, "chosen");
    }

    protected override async Task<IActionResult?> RefuseAsync(RouteValueDictionary route, CancellationToken cancellationToken)
    {
        if (await base.RefuseAsync(route, cancellationToken) is { } refused)
        {
            return refused;
        }

        var slug = (string)route["section"]!;
        return ReportSectionFacts.TryParse(slug, out section) ? null
            : Missing($"A report has no part “{slug}”. It has:", ReportSectionFacts.All.Select(s => new MissingPageLink(s.Title(), Url.Content($"{ReportAddress}/{s.Slug()}"))));
    }

    private async Task<IActionResult> MergedAsync(SectionForm form, ReportOutcome.Conflicted conflicted, string? then, CancellationToken cancellationToken)
    {
        var (conflict, opened) = (conflicted.Conflict, conflicted.Opened);
        var content = form.Read(new ReportInput(), opened.Context, opened.Report.Content);
        var mine = opened.Report.Entered(content, section);
        if (ReportPolicy.Refusal(ReportAction.Save, conflict.Theirs, Actor) is { } refusal)
        {
            return Refused(new(refusal.Reason, refusal.Sentence, opened)
            {
                Since = conflict.Since,
                Typed = ReportChanges.Between(section, conflict.Theirs.Content, mine),
            });
        }

        var merge = SectionMerge.Of(form, mine, conflict.Theirs.Content, conflict.Since);
        if (merge.Contested.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Conflict", new ConflictPage(opened, section, merge, conflict.Since, conflict.Theirs.Revision));
        }

        var together = merge.Form.Read(new ReportInput(), opened.Context, opened.Report.Content);
        var outcome = await Store.SaveAsync(Actor, Report.Project, Month, conflict.Theirs.Revision, section, together, cancellationToken);
        return outcome is ReportOutcome.Conflicted again ? await MergedAsync(merge.Form, again, then, cancellationToken) : Saved(outcome, then, "together");
    }

    // A draft is kept whatever is wrong in it; who goes on is told first.
    private IActionResult Saved(ReportOutcome outcome, string? then, string? saved)
    {
        if (outcome is not ReportOutcome.Done done)
        {
            return Answer(outcome, ReportAddress);
        }

        var report = done.Opened.Report;
        if (then == "later")
        {
            return LocalRedirect(Url.Content($"{ReportAddress}?done=saved"));
        }

        if (saved is not null || ReportCheck.Problems(section, report.Content, done.Opened.Context).Count > 0)
        {
            return LocalRedirect(Url.Content($"{ReportAddress}/{section.Slug()}?check=true{(saved is null ? "" : "&saved=" + saved)}"));
        }

        var next = ReportSectionFacts.All.SkipWhile(s => s != section).Skip(1).Select(s => (ReportSection?)s).FirstOrDefault();
        return LocalRedirect(Url.Content($"{ReportAddress}/{next?.Slug() ?? "check"}"));
    }

    private static string Told(HighlightReport report, IReadOnlyList<ReportProblem> left, IReadOnlyList<string> notes)
    {
        var saved = $"Draft saved at {CouncilTime.Local(report.ChangedAt ?? default).ToString("H:mm", CultureInfo.InvariantCulture)}";
        return left is [var first, ..] ? $"{saved}, but not all of it. {first.Sentence}" : notes is [.., var note] ? $"{saved}. {note}" : saved;
    }

    // A document is kept first: whatever else is wrong with the form, it need not be chosen again.
    private async Task<(SectionForm Form, IReadOnlyList<ReportProblem> Problems)> WithDocumentsAsync(SectionForm form, CancellationToken cancellationToken)
    {
        var problems = new List<ReportProblem>();
        if (section != ReportSection.Evidence || Request.Form.Files.Count == 0 || ReportPolicy.Refusal(ReportAction.Save, Report, Actor) is not null)
        {
            return (form, problems);
        }

        var documents = HttpContext.RequestServices.GetRequiredService<ReportDocumentStore>();
        foreach (var key in form.Keys(EvidenceEntry.List.Name))
        {
            string Field(string part) => ReportFields.Evidence(key, part);
            if (Request.Form.Files.GetFile(Field("File")) is not { Length: > 0 } file)
            {
                continue;
            }

            await using var content = file.OpenReadStream();
            switch (await documents.AddAsync(Report.Project, file.FileName, content, Actor.Person, cancellationToken))
            {
                case ReportDocumentAdded.Kept kept:
                    form = form.With([new(Field(nameof(EvidenceEntry.Document)), kept.Key), new(Field(nameof(EvidenceEntry.Title)), form[Field(nameof(EvidenceEntry.Title))] is { Length: > 0 } title ? title : kept.Name)]);
                    break;
                case ReportDocumentAdded.Refused refused:
                    problems.Add(new(section, Field("File"), refused.Sentence, ReportProblemKind.Wrong));
                    break;
                default:
                    throw new InvalidOperationException("A document is kept or refused.");
            }
        }

        return (form, problems);
    }

    private SectionForm Added(SectionForm form, string[] words) => words switch
    {
        [_, var list, var aspect] when list == PathToGreenStep.List.Name => form.WithRows(list, Report.Project, 1, Report.Content, (nameof(PathToGreenStep.Aspect), aspect)),
        [_, var list] when ReportParts.ListsOf(section).Any(l => l.Name == list) => form.WithRows(list, Report.Project, 1, Report.Content),
        _ => form,
    };

    private ViewResult Wrong(SectionForm form, IReadOnlyList<ReportProblem> problems, int revision)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(form, problems, "refused", revision);
    }

    private ViewResult Page(SectionForm form, IReadOnlyList<ReportProblem> problems, string? saved, int? revision = null) =>
        View("Section", new SectionPage(Opened, Actor, form, problems, revision ?? Report.Revision, saved));
}

/// <summary>What became of a draft that was saved while somebody typed.</summary>
/// <param name="Revision">The revision to go on from.</param>
/// <param name="Field">The first field that was not saved; nothing where all were.</param>
public sealed record DraftAnswer(bool IsSaved, int Revision, string Message, string? Field);
