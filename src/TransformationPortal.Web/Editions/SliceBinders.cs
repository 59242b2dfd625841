using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Editions;

/// <summary>The slice of the savings ledger that an address names, and what to cut it by.</summary>
/// <param name="Notes">A sentence for each name that the address has from another quarter.</param>
[FromAddress(typeof(SavingsSliceBinder))]
public sealed record SavingsSlice(
    Slice<SavingsDimension> Slice, SavingsDimension? Rows, SavingsDimension? Columns, IReadOnlyList<string> Notes);

/// <summary>The slice of the cost ledger that an address names, and what to cut it by.</summary>
[FromAddress(typeof(CostSliceBinder))]
public sealed record CostSlice(Slice<CostDimension> Slice, CostDimension? Rows, CostDimension? Columns);

/// <summary>Reads a slice of savings, under the names of then or of now.</summary>
internal sealed class SavingsSliceBinder(EditionAddress address, NamesThen names) : AddressBinder<SavingsSlice>
{
    protected override async Task<AddressReading<SavingsSlice>> ReadAsync(HttpContext context)
    {
        var (opened, problem) = await address.OpenAsync(context);
        if (opened is null)
        {
            return new(null, problem);
        }

        var (request, notes) = await names.ReadAsync(
            opened,
            EditionAddress.QueryOf(context.Request),
            query => SliceRequest<SavingsDimension>.Read(
                query, SliceViews.SavingsCuts, SliceViews.SavingsColumns, pairs => opened.Content.ReadSavings(pairs, opened.Basis)),
            r => r.Slice is null ? (r.ProblemName, r.Existing) : null,
            context.RequestAborted);
        return request.Slice is { } slice
            ? new SavingsSlice(slice, request.Rows, request.Columns, notes)
            : new MissingResult(request.Problem!, SliceLinks.Existing(opened, "savings", request));
    }
}

/// <summary>Reads a slice of costs.</summary>
internal sealed class CostSliceBinder(EditionAddress address) : AddressBinder<CostSlice>
{
    protected override async Task<AddressReading<CostSlice>> ReadAsync(HttpContext context)
    {
        var (opened, problem) = await address.OpenAsync(context);
        if (opened is null)
        {
            return new(null, problem);
        }

        var request = SliceRequest<CostDimension>.Read(
            EditionAddress.QueryOf(context.Request),
            SliceViews.CostCuts,
            SliceViews.CostColumns,
            pairs => opened.Content.ReadCosts(pairs, opened.Basis));
        return request.Slice is { } slice
            ? new CostSlice(slice, request.Rows, request.Columns)
            : new MissingResult(request.Problem!, SliceLinks.Existing(opened, "costs/entries", request));
    }
}
