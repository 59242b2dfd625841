using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Areas.Members.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Editions;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Members.Controllers;

/// <summary>Any two published editions side by side: what changed between them, and why.</summary>
[Area("Members")]
[Authorize(Policy = ReadPublished.Policy)]
[CachePage]
[Route("compare")]
public sealed class CompareController(EditionLibrary library, PageTag tag) : Controller
{
    private static readonly string[] Names = ["from", "to", SliceQuery.BasisName];

    [Read("")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => ShowAsync(pair => View(pair), cancellationToken);

    [Read("savings")]
    public Task<IActionResult> Savings(CancellationToken cancellationToken) => ShowAsync(pair => Slice(
        pair, "savings", SliceViews.SavingsCuts, (edition, pairs) => edition.ReadSavings(pairs, pair.Basis), pair.Comparison.Compare, pair.Comparison.Cut,
        (pair.Comparison.Before.AsPublished, pair.Comparison.After.AsPublished), d => d.Name()), cancellationToken);

    [Read("costs")]
    public Task<IActionResult> Costs(CancellationToken cancellationToken) => ShowAsync(pair => Slice(
        pair, "costs", SliceViews.CostCuts, (edition, pairs) => edition.ReadCosts(pairs, pair.Basis), pair.Comparison.Compare, pair.Comparison.Cut, (s => s, s => s), d => d.Name()), cancellationToken);

    private IActionResult Slice<TDimension>(
        ComparedPair pair,
        string path,
        IReadOnlyList<TDimension> cuts,
        Func<Edition, IEnumerable<KeyValuePair<string, string>>, SliceReading<TDimension>> read,
        Func<Slice<TDimension>, Core.Comparisons.ComparedFigure> compare,
        Func<Slice<TDimension>, TDimension, IReadOnlyList<Core.Comparisons.ComparedRow>> cut,
        (Func<Slice<TDimension>, Slice<TDimension>> Before, Func<Slice<TDimension>, Slice<TDimension>> After) published,
        Func<TDimension, string> name)
        where TDimension : struct, Enum
    {
        // A value that only the earlier edition knows can be compared too, and one that has another name since.
        List<KeyValuePair<string, string>> query = [.. Request.Query.Where(p => !Names.Contains(p.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key.ToLowerInvariant(), pair.NameNow(p.Key, v ?? ""))))];
        var request = SliceRequest<TDimension>.Read(query, cuts, [], pairs => read(pair.Comparison.After.Content, pairs) is { Slice: not null } found ? found : read(pair.Comparison.Before.Content, pairs));
        if (request.Slice is not { } slice)
        {
            return new MissingResult(request.Problem!, [.. request.Existing.Select(v => new MissingPageLink(v, pair.Address("/" + path, null, request.ProblemName is { } n ? [new(n, v)] : [])))]);
        }

        var by = request.Rows ?? cuts.FirstOrDefault(d => slice[d].Length != 1, cuts[^1]);
        var page = path == "savings" ? path : "costs/entries";
        List<KeyValuePair<string, string>> Limits(Slice<TDimension> s) => [.. SliceQuery.Pairs(s).Where(p => p.Key != SliceQuery.BasisName)];
        return View("Slice", new CompareSlicePage(
            pair, compare(slice), SliceQuery.NameOf(by), name(by),
            [.. cut(slice, by).Select(row => new ComparedSliceRow(row, pair.From.Links.Slice(published.Before(slice.Where(by, row.Value)), page), pair.To.Links.Slice(published.After(slice.Where(by, row.Value)), page),
                pair.Address("/" + path, null, Limits(slice.Where(by, row.Value)))))],
            [.. cuts.Select(d => (SliceQuery.NameOf(d), name(d)))], Limits(slice)));
    }

    // Reads which two editions, and on which basis. What the address leaves out is the latest edition and the one before it.
    private async Task<IActionResult> ShowAsync(Func<ComparedPair, IActionResult> show, CancellationToken cancellationToken)
    {
        PageTag.AskEachTime(HttpContext);
        var editions = await library.ListAsync(cancellationToken);
        if (editions.Count < 2)
        {
            return View("NothingToCompare", editions);
        }

        DecisionBasis? asked = Request.Query[SliceQuery.BasisName].ToString().ToLowerInvariant() switch
        {
            "" or "stands" => DecisionBasis.AsItStands,
            SliceQuery.Agreed => DecisionBasis.IfAgreed,
            _ => null,
        };
        if (asked is not { } basis)
        {
            return new MissingResult($"“{Request.Query[SliceQuery.BasisName]}” is not a way to take pending decisions. Figures are compared as they stood, or as if the decisions pending in each edition were agreed:",
                [new("As they stood", Url.Content("~/compare")), new("If agreed", Url.Content($"~/compare?basis={SliceQuery.Agreed}"))]);
        }

        var to = await SideAsync(Request.Query["to"], editions[0], editions, basis, cancellationToken);
        var before = to is null ? null : editions.FirstOrDefault(e => e.Quarter < to.Content.Quarter) ?? editions.FirstOrDefault(e => e.Quarter == to.Content.Quarter && e.Number < to.Content.Number) ?? editions[^1];
        var from = before is null ? null : await SideAsync(Request.Query["from"], before, editions, basis, cancellationToken);
        if (from is null || to is null)
        {
            var wrong = Request.Query[to is null ? "to" : "from"].ToString();
            return new MissingResult($"No edition was published under “{wrong}”. These have been:",
                [.. editions.Select(e => (Entry: e, Name: EditionName.Of(e, editions).ToString())).Select(e => new MissingPageLink($"{e.Entry.Quarter}, edition {e.Entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", Url.Content($"~/compare?to={e.Name}")))]);
        }

        var shown = show(new(from, to, basis, Request.PathBase,
            [.. editions.Select(e => (EditionName.Of(e, editions).ToString(), $"{e.Quarter}, edition {e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))]));
        return shown is MissingResult
            ? shown
            : tag.Apply(HttpContext, $"{from.Opened.Published.Seal[..16]}-{to.Opened.Published.Seal[..16]}-{editions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}") ?? shown;
    }

    private async Task<ComparedSide?> SideAsync(
        string? text, EditionEntry otherwise, IReadOnlyList<EditionEntry> editions, DecisionBasis basis, CancellationToken cancellationToken)
    {
        var name = EditionName.Of(otherwise, editions);
        if (!string.IsNullOrEmpty(text) && !EditionName.TryParse(text, out name))
        {
            return null;
        }

        return await library.FindAsync(name.Quarter, name.Number, cancellationToken) is { } edition
            ? new(new OpenedEdition(edition, basis, new EditionLinks(Request.PathBase, name.Quarter, name.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture), basis)), name.ToString())
            : null;
    }
}
