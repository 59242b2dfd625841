using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Views.Shared;

namespace TransformationPortal.Web.Reading;

/// <summary>Answers of a published quarter that are made of a slice of a ledger. An address that is no slice is answered with what there is.</summary>
public abstract class SliceController : EditionController
{
    /// <summary>The savings slice that the address names.</summary>
    private protected IActionResult OfSavings(Func<Slice<SavingsDimension>, SliceRequest<SavingsDimension>, IActionResult> answer)
    {
        var request = SliceRequest<SavingsDimension>.Read(Query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => Opened.Content.ReadSavings(pairs, Opened.Basis));
        return request.Slice is { } slice ? answer(slice, request) : Missing(request.Problem!, SliceLinks.Existing(Opened, "savings", request));
    }

    /// <summary>The slice of costs that the address names.</summary>
    private protected IActionResult OfCosts(Func<Slice<CostDimension>, SliceRequest<CostDimension>, IActionResult> answer)
    {
        var request = SliceRequest<CostDimension>.Read(Query, SliceViews.CostCuts, SliceViews.CostColumns, pairs => Opened.Content.ReadCosts(pairs, Opened.Basis));
        return request.Slice is { } slice ? answer(slice, request) : Missing(request.Problem!, SliceLinks.Existing(Opened, "costs/entries", request));
    }
}
