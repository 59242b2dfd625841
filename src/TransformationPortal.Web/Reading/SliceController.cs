using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Reading;

/// <summary>Answers of a published quarter that are made of a slice of a ledger. An address that is no slice is answered with what there is.</summary>
public abstract class SliceController : EditionController
{
    /// <summary>Where a view finds what is said of names that an address has from another quarter.</summary>
    public const string NamesNote = "NamesNote";

    /// <summary>The savings slice that the address names, under the names of then or of now.</summary>
    private protected async Task<IActionResult> OfSavingsAsync(
        Func<Slice<SavingsDimension>, SliceRequest<SavingsDimension>, IActionResult> answer, CancellationToken cancellationToken)
    {
        var query = Query;
        var notes = new List<string>();
        var request = Read(query);
        while (request.Slice is null && await OtherNameAsync(request, query, cancellationToken) is { } other)
        {
            notes.Add(other.Sentence);
            query = other.Query;
            request = Read(query);
        }

        if (request.Slice is not { } slice)
        {
            return Missing(request.Problem!, SliceLinks.Existing(Opened, "savings", request));
        }

        ViewData[NamesNote] = notes;
        return answer(slice, request);
    }

    /// <summary>The slice of costs that the address names.</summary>
    private protected IActionResult OfCosts(Func<Slice<CostDimension>, SliceRequest<CostDimension>, IActionResult> answer)
    {
        var request = SliceRequest<CostDimension>.Read(Query, SliceViews.CostCuts, SliceViews.CostColumns, pairs => Opened.Content.ReadCosts(pairs, Opened.Basis));
        return request.Slice is { } slice ? answer(slice, request) : Missing(request.Problem!, SliceLinks.Existing(Opened, "costs/entries", request));
    }

    private SliceRequest<SavingsDimension> Read(IReadOnlyList<KeyValuePair<string, string>> query) =>
        SliceRequest<SavingsDimension>.Read(query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => Opened.Content.ReadSavings(pairs, Opened.Basis));

    // A shared address outlives the names in it: what it calls by the name of another quarter is found under the name of this one.
    private async Task<(IReadOnlyList<KeyValuePair<string, string>> Query, string Sentence)?> OtherNameAsync(
        SliceRequest<SavingsDimension> request, IReadOnlyList<KeyValuePair<string, string>> query, CancellationToken cancellationToken)
    {
        foreach (var grouping in Enum.GetValues<Grouping>().Where(g => SliceQuery.NameOf(ComparedEdition.DimensionOf(g)) == request.ProblemName))
        {
            var known = Opened.Content.Reorganisations ?? [];
            var library = HttpContext.RequestServices.GetRequiredService<EditionLibrary>();
            if (await library.ListAsync(cancellationToken) is [var latest, ..] && await library.FindAsync(latest.Quarter, null, cancellationToken) is { } newest)
            {
                known = [.. known, .. (newest.Content.Reorganisations ?? []).Where(r => !known.Any(r.IsSameAs))];
            }

            foreach (var pair in query.Where(p => p.Key == request.ProblemName && !request.Existing.Contains(p.Value, StringComparer.OrdinalIgnoreCase)))
            {
                if (NamesThenAndNow.Find(known, grouping, pair.Value, request.Existing) is { } found)
                {
                    return ([.. query.Select(p => (p.Key, p.Value) == (pair.Key, pair.Value) ? KeyValuePair.Create(p.Key, found.Name) : p)], found.Sentence);
                }
            }
        }

        return null;
    }
}
