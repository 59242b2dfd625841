using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Models;

namespace TransformationPortal.Web.Reading;

/// <summary>Answers of a published quarter that are made of a slice of a ledger. An address that is no slice is answered with what there is.</summary>
public abstract class SliceController : EditionController
{
    /// <summary>The savings slice that the address names, under the names of then or of now.</summary>
    private protected async Task<IActionResult> OfSavingsAsync(
        Func<Slice<SavingsDimension>, SliceRequest<SavingsDimension>, IActionResult> answer, CancellationToken cancellationToken)
    {
        var query = Query;
        var notes = new List<string>();
        var request = Read(query);
        while (request.Slice is null && await OtherNameAsync(request.ProblemName, request.Existing, query, cancellationToken) is { } other)
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
}
