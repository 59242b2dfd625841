using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Reading;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Reading;

/// <summary>
/// A page of a published quarter. Before its action runs, the address is read: which quarter, which edition, on which
/// decision basis. An address that names something else is answered with what exists.
/// </summary>
[Authorize(Policy = ReadPublished.Policy)]
[Route(QuarterRoute)]
[KeepPage]
public abstract class EditionController : Controller
{
    /// <summary>Where a view finds what is said of names that an address has from another quarter.</summary>
    public const string NamesNote = "NamesNote";

    public const string QuarterRoute = @"{year:regex(^\d{{4}}-\d{{2}}$)}/{quarter:regex(^q\d$)}";

    private bool isMissing;
    private string alsoShown = "";

    /// <summary>The edition that the address names.</summary>
    protected OpenedEdition Opened { get; private set; } = null!;

    /// <summary>The pairs of the query that filter or arrange a page: all but edition and basis.</summary>
    protected IReadOnlyList<KeyValuePair<string, string>> Query =>
        [.. Request.Query.Where(p => !EditionLinks.IsKept(p.Key)).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key.ToLowerInvariant(), v ?? "")))];

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var address = await ReadAddressAsync(context.RouteData.Values, HttpContext.RequestAborted);
        if (address.Problem is { } problem)
        {
            context.Result = problem;
            return;
        }

        Opened = address.Edition!;
        ViewData.SetOpened(Opened);
        if (Opened.IsDraft)
        {
            // What is still being written is kept by nobody.
            Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
            await next();
            return;
        }

        PageTag.AskEachTime(HttpContext);
        var executed = await next();
        if (isMissing || executed.Exception is not null)
        {
            return;
        }

        // Only an address that was found is unchanged; and what is unchanged need not be made.
        var content = string.Create(CultureInfo.InvariantCulture, $"{Opened.Published.Seal[..16]}-{Opened.Published.LatestNumber}{(Opened.IsOnly ? "-only" : "")}{alsoShown}");
        if (PageTag.Apply(HttpContext, content) is { } unchanged)
        {
            executed.Result = unchanged;
        }
    }

    /// <summary>Says that this page also shows other editions, so that it changes with them.</summary>
    protected void AlsoShows(IEnumerable<PublishedEdition> others) => alsoShown = string.Concat(others.Select(e => "-" + e.Seal[..8]));

    /// <summary>A page that says what is missing and what there is instead.</summary>
    protected virtual IActionResult Missing(string message, IReadOnlyList<MissingPageLink> existing)
    {
        MarkMissing();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage(message, existing));
    }

    /// <summary>Says that this answer must not be kept or compared: there is nothing here, or not now.</summary>
    protected void MarkMissing() => isMissing = true;

    private async Task<(OpenedEdition? Edition, IActionResult? Problem)> ReadAddressAsync(RouteValueDictionary route, CancellationToken cancellationToken)
    {
        var library = HttpContext.RequestServices.GetRequiredService<EditionLibrary>();
        var text = $"{route["year"]}/{route["quarter"]}";
        var wanted = Request.Query[EditionLinks.EditionName].ToString();
        if (wanted.Equals(EditionLinks.Draft, StringComparison.OrdinalIgnoreCase) && Quarter.TryParse(text, out var drafted))
        {
            return await ReadDraftAsync(drafted, cancellationToken);
        }

        var editions = await library.ListAsync(cancellationToken);
        List<MissingPageLink> published = [.. editions.Select(e => e.Quarter).Distinct().Select(q => new MissingPageLink(q.ToString(), Url.Content("~/" + q.Slug)))];
        if (!Quarter.TryParse(text, out var quarter) || !editions.Any(e => e.Quarter == quarter))
        {
            return (null, Missing(published.Count == 0
                ? "No quarter has been published yet."
                : $"No quarter has been published under {text}. These have been:", published));
        }

        var number = (int?)null;
        if (wanted.Length > 0)
        {
            number = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        }

        if (ReadBasis(quarter, out var basis) is { } wrong)
        {
            return (null, wrong);
        }

        if (await library.FindAsync(quarter, number, cancellationToken) is not { } edition)
        {
            return (null, Missing($"{quarter} has no edition “{wanted}”. It has:",
            [
                .. editions.Where(e => e.Quarter == quarter).OrderBy(e => e.Number)
                    .Select(e => new MissingPageLink($"Edition {e.Number.ToString(CultureInfo.InvariantCulture)}", Url.Content($"~/{quarter.Slug}?edition={e.Number.ToString(CultureInfo.InvariantCulture)}"))),
            ]));
        }

        return (new OpenedEdition(edition, basis, new EditionLinks(Request.PathBase, quarter, number?.ToString(CultureInfo.InvariantCulture), basis)) { IsOnly = editions.Count == 1 }, null);
    }

    // The same pages, made from what would be published now: shown to who may publish it, and stored nowhere.
    private async Task<(OpenedEdition? Edition, IActionResult? Problem)> ReadDraftAsync(Quarter quarter, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Pmo))
        {
            return (null, Forbid());
        }

        if (ReadBasis(quarter, out var basis) is { } wrong)
        {
            return (null, wrong);
        }

        try
        {
            var draft = await HttpContext.RequestServices.GetRequiredService<EditionStore>().DraftAsync(quarter, cancellationToken);
            var seal = EditionJson.Seal(EditionJson.Write(draft));
            var now = HttpContext.RequestServices.GetRequiredService<CouncilClock>().Now;
            return (new OpenedEdition(new(draft, seal, now, "", draft.Number), basis, new EditionLinks(Request.PathBase, quarter, EditionLinks.Draft, basis)) { IsDraft = true }, null);
        }
        catch (Exception e) when (e is EditionRefusedException or ProgrammeMissingException)
        {
            return (null, Missing(e.Message, []));
        }
    }

    private IActionResult? ReadBasis(Quarter quarter, out DecisionBasis basis)
    {
        basis = DecisionBasis.AsItStands;
        switch (Request.Query[SliceQuery.BasisName].ToString().ToLowerInvariant())
        {
            case "" or FigureAddress.Stands:
                return null;
            case SliceQuery.Agreed:
                basis = DecisionBasis.IfAgreed;
                return null;
            case var other:
                return Missing($"“{other}” is not a way to take pending decisions. Figures are shown as it stands, or as if pending decisions were agreed:",
                [
                    new("As it stands", Url.Content("~/" + quarter.Slug)), new("If agreed", Url.Content($"~/{quarter.Slug}?basis={SliceQuery.Agreed}")),
                ]);
        }
    }

    /// <summary>
    /// A shared address outlives the names in it: what it calls by the name of another quarter is found under the name of this one.
    /// </summary>
    /// <param name="name">The term of the address whose value the edition does not know.</param>
    /// <param name="existing">The values that it knows.</param>
    /// <returns>The address under the edition’s name with a sentence that says so; nothing where it has none.</returns>
    private protected async Task<(IReadOnlyList<KeyValuePair<string, string>> Query, string Sentence)?> OtherNameAsync(
        string? name, IReadOnlyCollection<string> existing, IReadOnlyList<KeyValuePair<string, string>> query, CancellationToken cancellationToken)
    {
        foreach (var grouping in Enum.GetValues<Grouping>().Where(g => SliceQuery.NameOf(ComparedEdition.DimensionOf(g)) == name))
        {
            var known = Opened.Content.Reorganisations ?? [];
            var library = HttpContext.RequestServices.GetRequiredService<EditionLibrary>();
            if (await library.ListAsync(cancellationToken) is [var latest, ..] && await library.FindAsync(latest.Quarter, null, cancellationToken) is { } newest)
            {
                known = [.. known, .. (newest.Content.Reorganisations ?? []).Where(r => !known.Any(r.IsSameAs))];
            }

            foreach (var pair in query.Where(p => p.Key == name && !existing.Contains(p.Value, StringComparer.OrdinalIgnoreCase)))
            {
                if (NamesThenAndNow.Find(known, grouping, pair.Value, existing) is { } found)
                {
                    return ([.. query.Select(p => (p.Key, p.Value) == (pair.Key, pair.Value) ? KeyValuePair.Create(p.Key, found.Name) : p)], found.Sentence);
                }
            }
        }

        return null;
    }
}
