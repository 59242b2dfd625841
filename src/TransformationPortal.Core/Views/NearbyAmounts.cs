using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>
/// What makes a zero: the cell of a table for which nothing is recorded is 0.000 where its row has amounts elsewhere, at another
/// band or in another year. Who opens it is shown those.
/// </summary>
/// <param name="Title">The wider slice in one line.</param>
/// <param name="Slice">The same slice without the limit that leaves nothing of it.</param>
/// <param name="Total">Pounds.</param>
/// <param name="Parts">What it is made of, by what was limited, each with its own slice.</param>
public sealed record NearbyAmounts<TDimension>(
    string Title, Slice<TDimension> Slice, Money Total, IReadOnlyList<(string Label, Money Amount, Slice<TDimension> Slice)> Parts)
    where TDimension : struct, Enum;

/// <summary>Finds <see cref="NearbyAmounts{TDimension}"/>.</summary>
public static class Nearby
{
    /// <summary>What the slice’s row has at other bands, or in other years; nothing where the slice has entries, or nothing is near.</summary>
    public static NearbyAmounts<SavingsDimension>? Of(Edition edition, Slice<SavingsDimension> slice) =>
        Of(edition.Savings, slice, edition.Label, SavingsDimension.Confidence, SavingsDimension.Year);

    /// <inheritdoc cref="Of(Edition, Slice{SavingsDimension})"/>
    public static NearbyAmounts<CostDimension>? Of(Edition edition, Slice<CostDimension> slice) =>
        Of(edition.Costs, slice, edition.Label, CostDimension.Year, CostDimension.Kind);

    private static NearbyAmounts<TDimension>? Of<TEntry, TDimension>(
        Ledger<TEntry, TDimension> ledger, Slice<TDimension> slice, Func<TDimension, string, string> label, params TDimension[] released)
        where TDimension : struct, Enum
    {
        if (ledger.Sum(slice) is not null)
        {
            return null;
        }

        foreach (var dimension in released.Where(d => !slice[d].IsEmpty))
        {
            var wider = slice.Without(dimension);
            if (ledger.Sum(wider) is { } total)
            {
                var title = string.Join(", ", wider.Filters.Select(f => string.Join(" or ", f.Value.Select(v => label(f.Key, v)))));
                return new(title, wider, total, [.. ledger.Cut(wider, dimension).Select(p => (label(dimension, p.Value), p.Amount, wider.Where(dimension, p.Value)))]);
            }
        }

        return null;
    }
}
