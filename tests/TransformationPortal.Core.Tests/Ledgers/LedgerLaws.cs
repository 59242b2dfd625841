using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Ledgers;

/// <summary>The laws that every ledger keeps, for any slice on either decision basis.</summary>
public abstract class LedgerLaws<TEntry, TDimension>
    where TDimension : struct, Enum
{
    private static readonly TDimension[] Dimensions = Enum.GetValues<TDimension>();

    [Fact]
    public void Sum_OfAnySlice_IsThatOfTheEntriesItsLimitsLetThrough() => Holds((ledger, slice, _) =>
    {
        var admitted = ledger.Entries.Where(e => Admits(slice, e)).ToList();

        Assert.Equal(admitted, ledger.EntriesIn(slice));
        Assert.Equal(admitted.Select(Amount).SumOrNothing(), ledger.Sum(slice));
    });

    [Fact]
    public void Cut_ByAnyDimension_HasPartsThatSumToTheWhole() => Holds((ledger, slice, _) =>
    {
        foreach (var dimension in Dimensions)
        {
            var parts = ledger.Cut(slice, dimension);

            Assert.Equal(ledger.Sum(slice), parts.Select(p => p.Amount).SumOrNothing());
            Assert.Equal(ledger.Values(dimension, slice), parts.Select(p => p.Value));
            Assert.All(parts, part => Assert.Equal(ledger.Sum(slice.Where(dimension, part.Value)), part.Amount));
        }
    });

    [Fact]
    public void Values_OfASlice_AreThoseOfItsEntriesInTheOrderOfTheLedger() => Holds((ledger, slice, _) =>
    {
        foreach (var dimension in Dimensions)
        {
            var occurring = ledger.EntriesIn(slice).Select(e => Key(e, dimension)).ToHashSet();

            Assert.Equal(ledger.Values(dimension).Where(occurring.Contains), ledger.Values(dimension, slice));
            Assert.Equal(ledger.Entries.Select(e => Key(e, dimension)).Distinct().Order(), ledger.Values(dimension).Order());
        }
    });

    [Fact]
    public void Sum_OfASliceWithTwoValues_IsTheSumOfTheTwo() => Holds((ledger, slice, _) =>
    {
        foreach (var dimension in Dimensions)
        {
            var values = ledger.Values(dimension);
            foreach (var (one, other) in values.Zip(values.Skip(1)))
            {
                var each = new[] { ledger.Sum(slice.Where(dimension, one)), ledger.Sum(slice.Where(dimension, other)) };

                Assert.Equal(each.SumOrNothing(), ledger.Sum(slice.Where(dimension, one, other)));
            }
        }
    });

    [Fact]
    public void Sum_WithALimitThatNamesEveryValue_IsThatWithoutALimit() => Holds((ledger, slice, _) =>
    {
        foreach (var dimension in Dimensions.Where(d => ledger.Values(d).Count > 0))
        {
            Assert.Equal(ledger.Sum(slice.Without(dimension)), ledger.Sum(slice.Where(dimension, ledger.Values(dimension))));
        }
    });

    [Fact]
    public void Pivot_ByAnyTwoDimensions_HasTheSumOfEachNarrowedSliceInItsCell() => Holds((ledger, slice, lot) =>
    {
        var (rows, columns) = (lot.DimensionOf<TDimension>(), lot.DimensionOf<TDimension>());
        var pivot = ledger.Pivot(slice, rows, columns);

        Assert.Equal(ledger.Values(rows, slice), pivot.Rows);
        Assert.Equal(ledger.Values(columns, slice), pivot.Columns);
        foreach (var row in pivot.Rows)
        {
            foreach (var column in pivot.Columns)
            {
                var entries = ledger.EntriesIn(slice).Where(e => Key(e, rows) == row && Key(e, columns) == column).ToList();

                Assert.Equal(entries.Select(Amount).SumOrNothing(), pivot[row, column]);
                Assert.Equal(entries.Count == 0, pivot[row, column] is null);
            }
        }
    });

    [Fact]
    public void Pivot_ByAnyTwoDimensions_LosesAndDoublesNothing() => Holds((ledger, slice, lot) =>
    {
        var (rows, columns) = (lot.DimensionOf<TDimension>(), lot.DimensionOf<TDimension>());
        var pivot = ledger.Pivot(slice, rows, columns);

        Assert.Equal(ledger.Sum(slice), pivot.Total);
        Assert.Equal(pivot.Total, pivot.RowTotals.SumOrNothing());
        Assert.Equal(pivot.Total, pivot.ColumnTotals.SumOrNothing());
        Assert.Equal(pivot.Rows.Select(v => ledger.Sum(slice.Where(rows, v))), pivot.RowTotals);
        Assert.Equal(pivot.Columns.Select(v => ledger.Sum(slice.Where(columns, v))), pivot.ColumnTotals);
        Assert.Equal(pivot.RowTotals, pivot.Cells.Select(cells => cells.SumOrNothing()));
        Assert.All(pivot.Cells, cells => Assert.Equal(pivot.Columns.Count, cells.Count));
    });

    private protected abstract Ledger<TEntry, TDimension> Of(Edition edition);

    private protected abstract string Key(TEntry entry, TDimension dimension);

    private protected abstract Money Amount(TEntry entry);

    private protected virtual bool IsPending(TEntry entry) => false;

    private void Holds(Action<Ledger<TEntry, TDimension>, Slice<TDimension>, Random> law) => Law.HoldsForEveryProgramme(programme =>
    {
        var (ledger, lot) = (Of(programme.Edition), programme.Lot);
        law(ledger, lot.SliceOf(ledger), lot);
    });

    private bool Admits(Slice<TDimension> slice, TEntry entry) =>
        (slice.Basis == DecisionBasis.IfAgreed || !IsPending(entry)) && slice.Filters.All(f => f.Value.Contains(Key(entry, f.Key)));
}

public sealed class SavingsLedgerLawsTests : LedgerLaws<SavingsEntry, SavingsDimension>
{
    private protected override Ledger<SavingsEntry, SavingsDimension> Of(Edition edition) => edition.Savings;

    private protected override string Key(SavingsEntry entry, SavingsDimension dimension) => Keys.Of(entry, dimension);

    private protected override Money Amount(SavingsEntry entry) => entry.Item.Amount;

    private protected override bool IsPending(SavingsEntry entry) => entry.Item.Pending;
}

public sealed class CostLedgerLawsTests : LedgerLaws<CostEntry, CostDimension>
{
    private protected override Ledger<CostEntry, CostDimension> Of(Edition edition) => edition.Costs;

    private protected override string Key(CostEntry entry, CostDimension dimension) => Keys.Of(entry, dimension);

    private protected override Money Amount(CostEntry entry) => entry.Item.Amount;
}
