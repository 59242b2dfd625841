using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Areas.Pmo.Models.Parts;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>A part of a quarter's texts on a page of its own: shown, previewed as members will read it, and saved.</summary>
[Area("Pmo")]
[Route(QuarterRoute)]
[RequestFormLimits(ValueCountLimit = 4000)]
[KeepStaleForm]
public sealed class PartController : QuarterPageController
{
    private const string Place = "Place";
    private const int EmptyRows = 1;

    [HttpGet("{part:regex(^(achievements|focus|measures|documents)$)}")]
    [HttpGet("{part:regex(^spotlights$)}/{key}")]
    [HttpGet("{part:regex(^(annex|cover)$)}/{key}")]
    public async Task<IActionResult> Show(string part, string? key, string? done, CancellationToken cancellationToken)
    {
        var (texts, draft) = await ReadAsync(cancellationToken);
        return Find(part, key, texts, draft) is not { } found ? NoSuch(part, key, texts)
            : Page(found, texts, draft, found.Load(texts), texts.Version(found.Key).Revision, p => p with { Done = done is not null });
    }

    [HttpPost("{part:regex(^(achievements|focus|measures|documents)$)}")]
    [HttpPost("{part:regex(^spotlights$)}/{key}")]
    [HttpPost("{part:regex(^(annex|cover)$)}/{key}")]
    public async Task<IActionResult> Save(string part, string? key, int revision, string? then, CancellationToken cancellationToken)
    {
        var (texts, draft) = await ReadAsync(cancellationToken);
        if (Find(part, key, texts, draft) is not { } found)
        {
            return NoSuch(part, key, texts);
        }

        var rows = then == "clear" ? [] : Posted(found);
        if (then == "add")
        {
            return Page(found, texts, draft, [.. rows, PartRow.Empty], revision);
        }

        var problems = found.Problems(rows, new FigureReader(draft));
        if (then != "clear" && found.RowName is null && rows.Count == 0)
        {
            problems = [new(QuarterPart.FieldId(found.Fields[0].Name, 0), $"Enter something, or choose “{found.Clear}”.")];
        }

        if (problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(found, texts, draft, rows, revision, p => p with { Problems = problems });
        }

        if (then == "preview")
        {
            return Page(found, texts, draft, rows, revision, p => p with { IsPreviewed = true });
        }

        switch (await found.SaveAsync(Store, Quarter, revision, Actor.Person, rows, cancellationToken))
        {
            case PartOutcome.Saved:
                return LocalRedirect(Url.Content($"{Home}?done={Uri.EscapeDataString(found.Key)}"));
            case PartOutcome.Refused refused:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page(found, texts, draft, rows, revision, p => p with { Problems = [new(QuarterPart.FieldId(found.Fields[0].Name, 0), refused.Sentence)] });
            case PartOutcome.Conflicted conflicted:
                (texts, draft) = await ReadAsync(cancellationToken);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page(found, texts, draft, rows, conflicted.Theirs.Revision, p => p with { Conflict = conflicted.Theirs, Theirs = found.Load(texts) });
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    /// <summary>Leads to the spotlight's page of the project that was chosen.</summary>
    [HttpGet("spotlights")]
    public IActionResult Choose(string? project) => LocalRedirect(Url.Content($"{Home}/spotlights/{Uri.EscapeDataString(string.IsNullOrWhiteSpace(project) ? "none" : project.Trim())}"));

    private async Task<(QuarterTexts Texts, Edition Draft)> ReadAsync(CancellationToken cancellationToken)
    {
        var look = await Closing.DraftAsync(Quarter, cancellationToken);
        return (await Store.ReadAsync(Quarter, cancellationToken), look);
    }

    private static QuarterPart? Find(string part, string? key, QuarterTexts texts, Edition draft) => part switch
    {
        QuarterParts.Achievements => new ItemsPart(StoryKind.Achievement, texts.State, texts.Story),
        QuarterParts.Focus => new ItemsPart(StoryKind.Focus, texts.State, texts.Story),
        QuarterParts.Measures => new MeasuresPart(texts.State),
        QuarterParts.Documents => new DocumentsPart(),
        "spotlights" => draft.FindProject(key ?? "") is { } project ? new SpotlightPart(project) : null,
        "cover" => CoverPart.All.FirstOrDefault(p => p.Address == "cover/" + key),
        _ => AnnexWording.Sections(draft.Quarter.Year).FirstOrDefault(s => s.Key == key) is { Key: { } section, Title: var title } ? new AnnexTextPart(draft, section, title) : null,
    };

    // Rows in the order that their places name, as they were typed.
    private List<PartRow> Posted(QuarterPart part)
    {
        var values = part.Fields.ToDictionary(f => f.Name, f => Request.Form[f.Name]);
        var places = Request.Form[Place];
        return
        [
            .. Enumerable.Range(0, values.Values.Max(v => v.Count))
                .Select(i => (Row: new PartRow(part.Fields.ToDictionary(f => f.Name, f => (values[f.Name].ElementAtOrDefault(i) ?? "").ReplaceLineEndings("\n"))), Place: PlaceOf(places.ElementAtOrDefault(i), i)))
                .Where(r => !r.Row.IsEmpty).OrderBy(r => r.Place).Select(r => r.Row),
        ];
    }

    private static decimal PlaceOf(string? text, int row) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var place) ? place : row + 1;

    private IActionResult NoSuch(string part, string? key, QuarterTexts texts) => part == "cover"
        ? Missing($"The covering report has no section “{key}”. It has:", [.. CoverPart.All.Select(p => new MissingPageLink(p.Title, Url.Content($"{Home}/{p.Address}")))])
        : part == "annex"
        ? Missing($"The financial annex has no section “{key}”. It has:", [.. AnnexWording.Sections(Quarter.Year).Select(s => new MissingPageLink(s.Title, Url.Content($"{Home}/annex/{s.Key}")))])
        : Missing($"There is no project “{key}”. There are:", [.. texts.State.Projects.OrderBy(p => p.Code, Core.CodeOrder.Instance).Select(p => new MissingPageLink($"{p.Code} {p.Name}", Url.Content($"{Home}/spotlights/{p.Code}")))]);

    private ViewResult Page(QuarterPart part, QuarterTexts texts, Edition draft, IReadOnlyList<PartRow> rows, int revision, Func<PartPage, PartPage>? with = null)
    {
        var empty = part.RowName is null ? (rows.Count == 0 ? 1 : 0) : EmptyRows;
        var page = new PartPage(part, Quarter, Open(draft), texts.Version(part.Key), [.. rows, .. Enumerable.Repeat(PartRow.Empty, empty)], revision);
        return View("Part", with?.Invoke(page) ?? page);
    }
}
